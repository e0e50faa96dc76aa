//! Solving a sum for one of its parts: what a fact has to be for a number that is worked out from it to come to a bound.

use super::super::facts::Facts;
use super::super::number::Interval;
use super::super::pass::Results;
use crate::model::Quantity;
use crate::pack::load::TrackRef;
use crate::pack::rules::{NumberNode, Slot};

/// The fact that is looked for, while the others are as in `facts`.
pub struct Solve<'a> {
    pub track: TrackRef<'a>,
    pub facts: &'a Facts,
    pub results: &'a Results,
    pub slot: Slot,
}

impl Solve<'_> {
    /// For each of two bounds: where another fact is open, so that only a range of it is known, the least and the most the
    /// fact has to be. Nothing where the number does not rest on the fact, or where a floor lies above a bound.
    pub fn for_bounds(&self, number: &NumberNode, bounds: Interval) -> Vec<Quantity> {
        match number {
            NumberNode::Fact(fact) if fact.slot == self.slot => vec![bounds.low, bounds.high],
            NumberNode::Fact(_) => Vec::new(),
            NumberNode::Sum(parts) => self.for_part(parts, bounds),
            NumberNode::Minus { from, less } if from.rests_on(self.slot) => {
                self.for_bounds(from, bounds.plus(self.sum(less)))
            }
            NumberNode::Minus { from, less } => self.for_part(less, self.range(from).minus(bounds)),
            NumberNode::FloorAt { at, .. } if bounds.high < *at => Vec::new(),
            NumberNode::FloorAt { at, of } => {
                self.for_bounds(of, Interval { low: bounds.low.max(*at), high: bounds.high })
            }
        }
    }

    /// The one part that rests on the fact has to bring what the others leave.
    fn for_part(&self, parts: &[NumberNode], sum: Interval) -> Vec<Quantity> {
        let Some(part) = parts.iter().find(|part| part.rests_on(self.slot)) else { return Vec::new() };
        let others = self.sum(parts.iter().filter(|part| !part.rests_on(self.slot)));
        self.for_bounds(part, sum.minus(others))
    }

    pub fn range(&self, number: &NumberNode) -> Interval {
        Interval::of(number, self.track, self.facts, &|fact| self.results.applies(fact))
    }

    fn sum<'n>(&self, parts: impl IntoIterator<Item = &'n NumberNode>) -> Interval {
        parts.into_iter().map(|part| self.range(part)).fold(Interval::exactly(Quantity::ZERO), Interval::plus)
    }
}
