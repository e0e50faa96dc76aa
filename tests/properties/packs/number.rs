//! Random numbers that are worked out.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::model::Quantity;
use zhice::pack::condition::Op;
use zhice::pack::number::NumberRelation;
use zhice::pack::{Fact, Number};

use super::condition::FACTORS;
use super::known::{Known, NUMERIC};

/// A sum or a difference that does not know its facts yet.
#[derive(Clone, Debug)]
pub struct Reckoning {
    fact: Index,
    /// How many facts stand on the first side of a relation.
    first: usize,
    minus: [bool; 2],
    floor: Option<i64>,
    op: Op,
    times: &'static str,
}

pub fn reckoning() -> impl Strategy<Value = Reckoning> {
    let op = select(vec![Op::AtLeast, Op::MoreThan, Op::AtMost, Op::LessThan, Op::Equals]);
    let floor = option::weighted(0.4, 0..3_i64);
    (any::<Index>(), 1..4_usize, any::<[bool; 2]>(), floor, op, select(FACTORS.to_vec()))
        .prop_map(|(fact, first, minus, floor, op, times)| Reckoning { fact, first, minus, floor, op, times })
}

impl Reckoning {
    /// `None` where there is no number.
    pub fn number(&self, known: Known<'_>) -> Option<Number> {
        let facts = self.facts(known);
        (!facts.is_empty()).then(|| worked_out(&facts, self.minus[0], self.floor))
    }

    /// `None` where there are not two numbers of one kind. A fact stands on one side only.
    pub fn relation(&self, known: Known<'_>) -> Option<NumberRelation> {
        let facts = self.facts(known);
        let (first, others) = facts.split_at_checked(self.first.min(facts.len().checked_sub(1)?))?;
        (!first.is_empty()).then(|| NumberRelation {
            number: worked_out(first, self.minus[0], self.floor),
            op: self.op,
            times: self.times.parse().unwrap(),
            of: worked_out(others, self.minus[1], None),
        })
    }

    /// A few facts of one kind.
    fn facts<'a>(&self, known: Known<'a>) -> Vec<&'a Fact> {
        let numbers: Vec<&Fact> = known.facts.iter().filter(|fact| NUMERIC.contains(&fact.kind)).collect();
        let Some(first) = numbers.get(self.fact.index(numbers.len().max(1))) else { return Vec::new() };
        let others = numbers.iter().filter(|fact| fact.kind == first.kind && fact.id != first.id);
        std::iter::once(first).chain(others).take(4).copied().collect()
    }
}

fn worked_out(facts: &[&Fact], minus: bool, floor: Option<i64>) -> Number {
    let fact = |fact: &&Fact| Number::Fact(fact.id.clone());
    let number = match facts {
        [only] => fact(only),
        [first, less @ ..] if minus => {
            Number::Minus { from: Box::new(fact(first)), less: less.iter().map(fact).collect() }
        }
        _ => Number::Sum(facts.iter().map(fact).collect()),
    };
    match floor {
        Some(at) => Number::FloorAt { at: Quantity::whole(at), of: Box::new(number) },
        None => number,
    }
}
