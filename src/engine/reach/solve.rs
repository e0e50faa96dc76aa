//! Solving a sum for one of its parts: what a fact has to be for a number that is worked out from it to come to a bound.

use super::super::facts::{Facts, Known};
use super::super::pass::Results;
use crate::model::{Quantity, Truth};
use crate::pack::rules::{FactRef, NumberNode, Slot};

/// The fact that is looked for, while the others are as in `facts`.
pub struct Solve<'a> {
    pub facts: &'a Facts,
    pub results: &'a Results,
    pub slot: Slot,
}

impl Solve<'_> {
    /// `None` where the number does not rest on the fact, where another fact is open, or where a floor lies above the
    /// bound.
    pub fn for_bound(&self, number: &NumberNode, bound: Quantity) -> Option<Quantity> {
        match number {
            NumberNode::Fact(fact) => (fact.slot == self.slot).then_some(bound),
            NumberNode::Sum(parts) => self.for_part(parts, bound),
            NumberNode::Minus { from, less } if from.rests_on(self.slot) => {
                self.for_bound(from, bound.plus(self.sum(less)?))
            }
            NumberNode::Minus { from, less } => self.for_part(less, self.value(from)?.minus(bound)),
            NumberNode::FloorAt { at, of } if bound >= *at => self.for_bound(of, bound),
            NumberNode::FloorAt { .. } => None,
        }
    }

    /// The one part that rests on the fact has to bring what the others leave.
    fn for_part(&self, parts: &[NumberNode], sum: Quantity) -> Option<Quantity> {
        let part = parts.iter().find(|part| part.rests_on(self.slot))?;
        let others = self.sum(parts.iter().filter(|part| !part.rests_on(self.slot)))?;
        self.for_bound(part, sum.minus(others))
    }

    pub fn value(&self, number: &NumberNode) -> Option<Quantity> {
        match number {
            NumberNode::Fact(fact) => self.value_of(*fact),
            NumberNode::Sum(parts) => self.sum(parts),
            NumberNode::Minus { from, less } => Some(self.value(from)?.minus(self.sum(less)?)),
            NumberNode::FloorAt { at, of } => Some(self.value(of)?.max(*at)),
        }
    }

    /// `None` where one of them is open.
    fn sum<'n>(&self, parts: impl IntoIterator<Item = &'n NumberNode>) -> Option<Quantity> {
        parts.into_iter().try_fold(Quantity::ZERO, |sum, part| Some(sum.plus(self.value(part)?)))
    }

    /// A fact that does not apply adds nothing.
    pub fn value_of(&self, fact: FactRef) -> Option<Quantity> {
        match (self.facts.get(fact.slot), self.results.applies(fact)) {
            (_, Truth::NotMet) => Some(Quantity::ZERO),
            (Known::Number(number), _) => Some(number),
            _ => None,
        }
    }
}
