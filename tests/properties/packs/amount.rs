//! Random amount rules.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::model::{Kind, Quantity};
use zhice::pack::AmountRule;
use zhice::pack::measure::{ChoiceAmount, Start, Tier};
use zhice::pack::number::NumberTiers;

use super::condition::{Shape, shape};
use super::expression::{Expression, Wanted, expression};
use super::known::{Known, NUMERIC, cases, option_ids, within};
use super::number::{Reckoning, reckoning};

/// An amount that does not know its facts yet.
#[derive(Clone, Debug)]
pub enum Rule {
    Fixed(i64),
    Between(i64, i64),
    PerUnit(Index, i64),
    Tiered(Index, Vec<(bool, i64, i64)>),
    /// Tiers by any number, which may fall.
    Falling(Expression, Vec<(bool, i64, i64)>),
    TieredBy(Reckoning, Vec<(bool, i64, i64)>),
    Number(Expression),
    ByChoice(Index, Vec<Option<i64>>),
    /// A number for each option.
    NumberByChoice(Index, Vec<Expression>),
    When(Shape, Box<Self>),
    Sum(Vec<Self>),
    LargerOf(Vec<Self>),
    Capped(i64, Box<Self>),
    CappedBy(Expression, Box<Self>),
    UpTo(Box<Self>, Box<Self>),
    ByReading(Index, Vec<Self>),
}

/// Few different sums, so that amounts often come out equal.
fn yuan() -> impl Strategy<Value = i64> {
    select(vec![10_i64, 20, 30])
}

fn leaf() -> impl Strategy<Value = Rule> {
    let tiers = || vec((any::<bool>(), 0..4_i64, yuan()), 1..4);
    prop_oneof![
        1 => yuan().prop_map(Rule::Fixed),
        1 => (prop_oneof![Just(0_i64), yuan()], yuan()).prop_map(|(low, more)| Rule::Between(low, low + more)),
        1 => (any::<Index>(), yuan()).prop_map(|(fact, each)| Rule::PerUnit(fact, each)),
        1 => (any::<Index>(), tiers()).prop_map(|(fact, tiers)| Rule::Tiered(fact, tiers)),
        1 => (reckoning(), tiers()).prop_map(|(reckoning, tiers)| Rule::TieredBy(reckoning, tiers)),
        2 => expression().prop_map(Rule::Number),
        1 => (expression(), tiers()).prop_map(|(number, tiers)| Rule::Falling(number, tiers)),
        1 => (any::<Index>(), vec(expression(), 4)).prop_map(|(fact, amounts)| Rule::NumberByChoice(fact, amounts)),
        1 => (any::<Index>(), vec(option::of(yuan()), 4)).prop_map(|(fact, amounts)| Rule::ByChoice(fact, amounts)),
    ]
}

pub fn rule() -> impl Strategy<Value = Rule> {
    prop_oneof![1 => leaf(), 2 => tree()]
}

fn tree() -> impl Strategy<Value = Rule> {
    leaf().prop_recursive(3, 8, 3, |part| {
        let parts = vec(part.clone(), 1..4);
        prop_oneof![
            2 => (shape(), part.clone()).prop_map(|(condition, then)| Rule::When(condition, Box::new(then))),
            2 => parts.clone().prop_map(Rule::Sum),
            2 => parts.prop_map(Rule::LargerOf),
            2 => (yuan(), part.clone()).prop_map(|(at, of)| Rule::Capped(at, Box::new(of))),
            1 => (expression(), part.clone()).prop_map(|(at, of)| Rule::CappedBy(at, Box::new(of))),
            1 => (part.clone(), part.clone()).prop_map(|(from, to)| Rule::UpTo(Box::new(from), Box::new(to))),
            2 => (any::<Index>(), vec(part, 3)).prop_map(|(reading, cases)| Rule::ByReading(reading, cases)),
        ]
    })
}

impl Rule {
    pub fn build(&self, known: Known<'_>) -> AmountRule {
        let all = |parts: &[Self]| parts.iter().map(|part| part.build(known)).collect();
        match self {
            Self::Fixed(amount) => AmountRule::Fixed(Quantity::whole(*amount)),
            Self::Between(low, high) => {
                AmountRule::Between { low: Quantity::whole(*low), high: Quantity::whole(*high) }
            }
            Self::PerUnit(fact, each) => {
                let fact = known.of_kind(*fact, &[Kind::Count]);
                AmountRule::PerUnit { fact: fact.id.clone(), each: Quantity::whole(*each) }
            }
            Self::Tiered(fact, tiers) => {
                let fact = known.of_kind(*fact, &NUMERIC);
                AmountRule::Tiered { fact: fact.id.clone(), tiers: ordered(|number| within(fact, number), tiers) }
            }
            Self::TieredBy(reckoning, tiers) => {
                // Every track asks a count.
                let number = reckoning.number(known).unwrap();
                AmountRule::TieredBy(NumberTiers { number, tiers: ordered(Quantity::whole, tiers), falling: false })
            }
            Self::Number(number) => AmountRule::Number(number.number(known, Wanted::Yuan)),
            Self::Falling(number, tiers) => {
                let mut amounts: Vec<i64> = tiers.iter().map(|(.., amount)| *amount).collect();
                amounts.sort_unstable();
                let mut tiers = ordered(Quantity::whole, tiers);
                for (tier, amount) in tiers.iter_mut().zip(amounts.into_iter().rev()) {
                    tier.amount = Quantity::whole(amount);
                }
                AmountRule::TieredBy(NumberTiers { number: number.number(known, Wanted::Plain), tiers, falling: true })
            }
            Self::NumberByChoice(fact, numbers) => {
                let fact = known.of_kind(*fact, &[Kind::Choice]);
                let amount = |(option, number): (String, &Expression)| ChoiceAmount {
                    option,
                    amount: number.number(known, Wanted::Yuan),
                };
                let amounts = option_ids(fact).into_iter().zip(numbers).map(amount).collect();
                AmountRule::ByChoice { fact: fact.id.clone(), amounts }
            }
            Self::CappedBy(at, of) => {
                AmountRule::Capped { at: at.number(known, Wanted::Yuan), of: Box::new(of.build(known)) }
            }
            Self::ByChoice(fact, amounts) => {
                let fact = known.of_kind(*fact, &[Kind::Choice]);
                let listed = option_ids(fact).into_iter().zip(amounts);
                let amount = |option, amount| ChoiceAmount { option, amount: Quantity::whole(amount).into() };
                let listed = listed.filter_map(|(option, yuan)| Some(amount(option, (*yuan)?)));
                let mut amounts: Vec<ChoiceAmount> = listed.collect();
                if amounts.is_empty() {
                    amounts.extend(option_ids(fact).into_iter().take(1).map(|option| amount(option, 10)));
                }
                AmountRule::ByChoice { fact: fact.id.clone(), amounts }
            }
            Self::When(condition, then) => {
                AmountRule::When { condition: condition.build(known), then: Box::new(then.build(known)) }
            }
            Self::Sum(parts) => AmountRule::Sum(all(parts)),
            Self::LargerOf(parts) => AmountRule::LargerOf(all(parts)),
            Self::Capped(at, of) => {
                AmountRule::Capped { at: Quantity::whole(*at).into(), of: Box::new(of.build(known)) }
            }
            Self::UpTo(from, to) => {
                AmountRule::UpTo { from: Box::new(from.build(known)), to: Box::new(to.build(known)) }
            }
            Self::ByReading(_, parts) if known.readings.is_empty() => AmountRule::Sum(all(parts)),
            Self::ByReading(reading, parts) => {
                let reading = reading.get(known.readings);
                let parts = parts.iter().map(|part| part.build(known));
                AmountRule::ByReading { reading: reading.id.clone(), cases: cases(reading, parts) }
            }
        }
    }
}

/// Tiers from the lowest to the highest, each at a bound there is.
fn ordered(bound: impl Fn(i64) -> Quantity, steps: &[(bool, i64, i64)]) -> Vec<Tier> {
    let mut tiers: Vec<Tier> = Vec::new();
    let (mut number, mut amount) = (0, 0);
    for (over, further, more) in steps {
        number += further;
        amount += more;
        let bound = bound(number);
        let starts = if *over { Start::Over(bound) } else { Start::From(bound) };
        let above = |tier: &Tier| match tier.starts {
            Start::From(below) => below < bound || (below == bound && *over),
            Start::Over(below) => below < bound,
        };
        if tiers.last().is_none_or(above) {
            tiers.push(Tier { starts, amount: Quantity::whole(amount) });
        }
    }
    tiers
}
