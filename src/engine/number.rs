//! Interval arithmetic: a number that is worked out, from the least to the most it can still be.

use super::facts::{Facts, Known};
use crate::model::{Quantity, Truth};
use crate::pack::condition::Op;
use crate::pack::load::TrackRef;
use crate::pack::rules::{FactRef, NumberNode};

/// Whether a fact applies to this applicant at all.
pub type Applies<'a> = &'a dyn Fn(FactRef) -> Truth;

/// Both ends included. Each fact stands once in a reckoning, so every number between the ends is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub low: Quantity,
    pub high: Quantity,
}

impl Interval {
    pub const fn exactly(number: Quantity) -> Self {
        Self { low: number, high: number }
    }

    /// A number under what is known: an answer makes it narrower, never wider.
    pub fn of(number: &NumberNode, track: TrackRef<'_>, facts: &Facts, applies: Applies<'_>) -> Self {
        let of = |part: &NumberNode| Self::of(part, track, facts, applies);
        let sum = |parts: &[NumberNode]| parts.iter().map(of).fold(Self::exactly(Quantity::ZERO), Self::plus);
        match number {
            NumberNode::Fact(fact) => Self::of_fact(*fact, track, facts, applies),
            NumberNode::Sum(parts) => sum(parts),
            NumberNode::Minus { from, less } => of(from).minus(sum(less)),
            NumberNode::FloorAt { at, of: part } => {
                let part = of(part);
                Self { low: part.low.max(*at), high: part.high.max(*at) }
            }
        }
    }

    /// Nothing where the fact does not apply; while that is open, nothing or what it is.
    fn of_fact(fact: FactRef, track: TrackRef<'_>, facts: &Facts, applies: Applies<'_>) -> Self {
        let own = match (facts.get(fact.slot), track.pack.fact_at(fact.slot)) {
            (Known::Number(number), _) => Self::exactly(number),
            (_, Some(declared)) => {
                let domain = declared.domain();
                let least = domain.floor().unwrap_or(Quantity::ZERO.minus(Quantity::MAX_INPUT));
                Self { low: least, high: domain.largest_input() }
            }
            (_, None) => Self::exactly(Quantity::ZERO),
        };
        match applies(fact) {
            Truth::Met | Truth::NotApplicable => own,
            Truth::NotMet => Self::exactly(Quantity::ZERO),
            Truth::Unknown | Truth::Judged => {
                Self { low: own.low.min(Quantity::ZERO), high: own.high.max(Quantity::ZERO) }
            }
        }
    }

    /// Both ends under a function that keeps their order.
    pub fn map(self, of: impl Fn(Quantity) -> Quantity) -> Self {
        Self { low: of(self.low), high: of(self.high) }
    }

    pub fn plus(self, other: Self) -> Self {
        Self { low: self.low.plus(other.low), high: self.high.plus(other.high) }
    }

    pub fn minus(self, other: Self) -> Self {
        Self { low: self.low.minus(other.high), high: self.high.minus(other.low) }
    }

    /// Whether the relation to `times` the other holds for every number that is possible, for none, or for some.
    pub fn compares(self, op: Op, times: Quantity, other: Self) -> Option<bool> {
        let (least, most) = (self.low.cmp_product(times, other.high), self.high.cmp_product(times, other.low));
        let (below, above) = (op.allows(least), op.allows(most));
        match op {
            Op::Equals if least.is_lt() && most.is_gt() => None,
            _ => (below == above).then_some(below),
        }
    }
}

/// Whether an answer can still make a number narrower.
pub fn is_open(number: &NumberNode, facts: &Facts, applies: Applies<'_>) -> bool {
    number.facts().into_iter().any(|fact| match applies(fact) {
        Truth::Unknown => true,
        Truth::NotMet => false,
        Truth::Met | Truth::NotApplicable | Truth::Judged => facts.get(fact.slot) == Known::Unknown,
    })
}
