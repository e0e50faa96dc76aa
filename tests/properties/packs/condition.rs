//! Random conditions.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::model::{Kind, Quantity};
use zhice::pack::condition::{Comparison, Op, Relation};
use zhice::pack::number::NumberRelation;
use zhice::pack::{Condition, Fact, Number};

use super::expression::{Expression, Wanted, expression};
use super::known::{Known, NUMERIC, cases, masked, option_ids, some_options, within};
use super::list::count;
use super::number::{Reckoning, reckoning};

/// A condition that does not know its facts yet.
#[derive(Clone, Debug)]
pub enum Shape {
    Leaf(Look),
    /// A relation of numbers that are worked out, or a look where there are none.
    Reckoned(Reckoning, Look),
    /// Any two numbers of a kind.
    Compared(Expression, Op, i64, bool),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Judged(Box<Self>),
    AtLeast(usize, Vec<Self>),
    ByReading(Index, Vec<Self>),
}

/// A leaf that does not know its fact yet.
#[derive(Clone, Debug)]
pub struct Look {
    fact: Index,
    op: Op,
    number: i64,
    options: u8,
    discretion: u8,
    /// What a number is held against instead, and how many times that.
    other: Option<(Index, &'static str)>,
}

/// Factors that keep the product short, make it long, or leave it as it is.
pub const FACTORS: [&str; 4] = ["1", "0.4", "1.2", "0.3333"];

fn op() -> impl Strategy<Value = Op> {
    select(vec![Op::AtLeast, Op::MoreThan, Op::AtMost, Op::LessThan, Op::Equals])
}

pub fn look() -> impl Strategy<Value = Look> {
    let op = op();
    let options = (any::<u8>(), prop_oneof![Just(0), any::<u8>()]);
    let other = option::of((any::<Index>(), select(FACTORS.to_vec())));
    (any::<Index>(), op, 0..10_i64, options, other).prop_map(|(fact, op, number, (options, discretion), other)| Look {
        fact,
        op,
        number,
        options,
        discretion,
        other,
    })
}

pub fn leaf() -> impl Strategy<Value = Shape> {
    prop_oneof![
        6 => look().prop_map(Shape::Leaf),
        1 => (expression(), op(), 0..9_i64, any::<bool>()).prop_map(|(number, op, at, percent)| {
            Shape::Compared(number, op, at, percent)
        }),
        1 => (reckoning(), look()).prop_map(|(reckoning, look)| Shape::Reckoned(reckoning, look)),
    ]
}

pub fn shape() -> impl Strategy<Value = Shape> {
    leaf().prop_recursive(3, 10, 3, |part| {
        let parts = vec(part.clone(), 1..4);
        prop_oneof![
            3 => parts.clone().prop_map(Shape::All),
            3 => parts.clone().prop_map(Shape::Any),
            1 => part.clone().prop_map(|part| Shape::Not(Box::new(part))),
            1 => part.clone().prop_map(|part| Shape::Judged(Box::new(part))),
            3 => (1..4_usize, parts).prop_map(|(n, of)| Shape::AtLeast(n, of)),
            2 => (any::<Index>(), vec(part, 3)).prop_map(|(reading, cases)| Shape::ByReading(reading, cases)),
        ]
    })
}

impl Shape {
    pub fn build(&self, known: Known<'_>) -> Condition {
        let all = |parts: &[Self]| parts.iter().map(|part| part.build(known)).collect();
        match self {
            Self::Leaf(look) => look.build(known),
            Self::Reckoned(reckoning, look) => match reckoning.relation(known) {
                Some(relation) => Condition::CompareNumbers(relation),
                None => look.build(known),
            },
            Self::Compared(number, op, at, percent) => {
                let (wanted, of) = if *percent {
                    (Wanted::Percent, Number::Constant(format!("{}%", at * 10).parse().unwrap()))
                } else {
                    (Wanted::Plain, Number::from(Quantity::whole(*at)))
                };
                let number = number.number(known, wanted);
                Condition::CompareNumbers(NumberRelation { number, op: *op, times: Quantity::whole(1), of })
            }
            Self::All(parts) => Condition::All(all(parts)),
            Self::Any(parts) => Condition::Any(all(parts)),
            Self::Not(part) => Condition::Not(Box::new(part.build(known))),
            Self::Judged(part) => Condition::Judged(Box::new(part.build(known))),
            Self::AtLeast(n, of) => Condition::AtLeast { n: (*n).min(of.len()), of: all(of) },
            Self::ByReading(_, parts) if known.readings.is_empty() => Condition::Any(all(parts)),
            Self::ByReading(reading, parts) => {
                let reading = reading.get(known.readings);
                let parts = parts.iter().map(|part| part.build(known));
                Condition::ByReading { reading: reading.id.clone(), cases: cases(reading, parts) }
            }
        }
    }
}

impl Look {
    fn build(&self, known: Known<'_>) -> Condition {
        let fact = self.fact.get(known.facts);
        let id = fact.id.clone();
        match fact.kind {
            Kind::Bool => Condition::Is(id),
            Kind::Text | Kind::Date => Condition::Given(id),
            Kind::List => Condition::CompareNumbers(NumberRelation {
                number: count(fact, self.options),
                op: self.op,
                times: Quantity::whole(1),
                of: Number::from(Quantity::whole(i64::from(self.discretion % 4))),
            }),
            Kind::Choice => {
                let options = some_options(fact, self.options);
                let others = option_ids(fact).into_iter().filter(|id| !options.contains(id)).collect::<Vec<_>>();
                Condition::OneOf { fact: id, options, discretion: masked(&others, self.discretion).cloned().collect() }
            }
            Kind::Set => {
                let options = some_options(fact, self.options);
                let at_least = (self.discretion > 0).then(|| 1 + usize::from(self.discretion) % options.len());
                Condition::Includes { fact: id, options, at_least }
            }
            Kind::Count | Kind::Number | Kind::Percent | Kind::Money => match self.relation_of(fact, known) {
                Some(relation) => Condition::CompareFacts(relation),
                None => Condition::Compare(self.comparison_of(fact)),
            },
        }
    }

    /// The same look at a number, whatever fact it was meant for.
    pub fn comparison(&self, known: Known<'_>) -> Comparison {
        self.comparison_of(known.of_kind(self.fact, &NUMERIC))
    }

    /// `None` where the number has no other to be held against.
    pub fn relation(&self, known: Known<'_>) -> Option<Relation> {
        self.relation_of(known.of_kind(self.fact, &NUMERIC), known)
    }

    fn comparison_of(&self, fact: &Fact) -> Comparison {
        Comparison { fact: fact.id.clone(), op: self.op, value: within(fact, self.number) }
    }

    fn relation_of(&self, fact: &Fact, known: Known<'_>) -> Option<Relation> {
        let (other, times) = self.other?;
        let others = known.facts.iter().filter(|one| one.kind == fact.kind && one.id != fact.id);
        let others: Vec<&Fact> = others.collect();
        let of = others.get(other.index(others.len().max(1)))?.id.clone();
        Some(Relation { fact: fact.id.clone(), op: self.op, times: times.parse().unwrap(), of })
    }
}
