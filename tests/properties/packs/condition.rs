//! Random conditions.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::model::Kind;
use zhice::pack::condition::{Comparison, Op};
use zhice::pack::{Condition, Fact};

use super::known::{Known, cases, option_ids, within};

/// A condition that does not know its facts yet.
#[derive(Clone, Debug)]
pub enum Shape {
    Leaf(Look),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
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
}

pub fn leaf() -> impl Strategy<Value = Shape> {
    let op = select(vec![Op::AtLeast, Op::MoreThan, Op::AtMost, Op::LessThan, Op::Equals]);
    let look = (any::<Index>(), op, 0..10_i64, any::<u8>());
    look.prop_map(|(fact, op, number, options)| Shape::Leaf(Look { fact, op, number, options }))
}

pub fn shape() -> impl Strategy<Value = Shape> {
    leaf().prop_recursive(3, 10, 3, |part| {
        let parts = vec(part.clone(), 1..4);
        prop_oneof![
            3 => parts.clone().prop_map(Shape::All),
            3 => parts.clone().prop_map(Shape::Any),
            1 => part.clone().prop_map(|part| Shape::Not(Box::new(part))),
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
            Self::All(parts) => Condition::All(all(parts)),
            Self::Any(parts) => Condition::Any(all(parts)),
            Self::Not(part) => Condition::Not(Box::new(part.build(known))),
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
    pub fn build(&self, known: Known<'_>) -> Condition {
        let fact = self.fact.get(known.facts);
        let id = fact.id.clone();
        match fact.kind {
            Kind::Bool => Condition::Is(id),
            Kind::Text | Kind::Date => Condition::Given(id),
            Kind::Choice => Condition::OneOf { fact: id, options: self.options(fact) },
            Kind::Set => Condition::Includes { fact: id, options: self.options(fact) },
            Kind::Count | Kind::Number | Kind::Percent | Kind::Money => {
                Condition::Compare(Comparison { fact: id, op: self.op, value: within(fact, self.number) })
            }
        }
    }

    /// Some of the options, at least one.
    fn options(&self, fact: &Fact) -> Vec<String> {
        let ids = option_ids(fact);
        let mask = usize::from(self.options);
        let chosen = ids.iter().enumerate().filter(|(index, _)| mask & (1 << index) != 0).map(|(_, id)| id.clone());
        let chosen: Vec<String> = chosen.collect();
        if chosen.is_empty() { ids.into_iter().take(1).collect() } else { chosen }
    }
}
