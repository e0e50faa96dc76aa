//! Solving a number for one of its parts: what a fact has to be for a number that is worked out from it to come to a bound.

use super::super::facts::Facts;
use super::super::number::{Bounds, Numbers};
use super::super::pass::Results;
use crate::model::interval::End;
use crate::model::{Interval, Quantity, Truth};
use crate::pack::load::TrackRef;
use crate::pack::number::Part;
use crate::pack::rules::{FactRef, NumberNode, Slot};

/// The fact that is looked for, while the others are as in `facts`.
pub struct Solve<'a> {
    pub track: TrackRef<'a>,
    pub facts: &'a Facts,
    pub results: &'a Results,
    pub slot: Slot,
}

const HUNDRED: Interval = Interval::exactly(Quantity::whole(100));
const ONE: Interval = Interval::exactly(Quantity::whole(1));

impl Solve<'_> {
    /// For each of two bounds: where another fact is open, so that only a range of it is known, the least and the most the
    /// fact has to be. Nothing where the number does not rest on the fact, or where a floor lies above a bound.
    pub fn for_bounds(&self, number: &NumberNode, bounds: Interval) -> Vec<Quantity> {
        match number {
            NumberNode::Fact(fact) if fact.slot == self.slot => enterable(bounds),
            NumberNode::Sum(parts) => self.for_part(parts, bounds),
            NumberNode::Minus { from, less } if from.rests_on(self.slot) => {
                self.for_bounds(from, bounds.plus(self.sum(less)))
            }
            NumberNode::Minus { from, less } => self.for_part(less, self.range(from).minus(bounds)),
            NumberNode::Times(parts) => {
                let Some(part) = parts.iter().find(|part| part.rests_on(self.slot)) else { return Vec::new() };
                let others = parts.iter().filter(|part| !part.rests_on(self.slot)).map(|part| self.factor(part));
                let others = others.fold(ONE, Interval::times);
                self.for_factor(part, self.as_factor(number, bounds).over(others))
            }
            NumberNode::Over { of, by } if of.rests_on(self.slot) => {
                self.for_factor(of, self.as_factor(number, bounds).times(self.factor(by)))
            }
            NumberNode::Over { of, by } => self.for_factor(by, self.factor(of).over(self.as_factor(number, bounds))),
            NumberNode::Share { of, among } if of.rests_on(self.slot) => {
                self.for_bounds(of, bounds.over(HUNDRED).times(self.range(among)))
            }
            NumberNode::Share { of, among } => self.for_bounds(among, self.range(of).over(bounds.over(HUNDRED))),
            NumberNode::Growth { from, to } if to.rests_on(self.slot) => {
                self.for_bounds(to, bounds.over(HUNDRED).plus(ONE).times(self.range(from)))
            }
            NumberNode::Growth { from, to } => {
                self.for_bounds(from, self.range(to).over(bounds.over(HUNDRED).plus(ONE)))
            }
            NumberNode::FloorAt { at, .. } if bounds.high < Interval::exactly(*at).low => Vec::new(),
            NumberNode::FloorAt { at, of } => {
                let low = bounds.low.max(Interval::exactly(*at).low);
                self.for_bounds(of, Interval { low, ..bounds })
            }
            NumberNode::LeastOf(parts) | NumberNode::LargestOf(parts) => {
                parts.iter().flat_map(|part| self.for_bounds(part, bounds)).collect()
            }
            NumberNode::Whole(of) => self.for_bounds(of, bounds),
            NumberNode::InParts { of, parts } => {
                inverses(parts, bounds).into_iter().flat_map(|bounds| self.for_bounds(of, bounds)).collect()
            }
            NumberNode::Fact(_)
            | NumberNode::Constant(_)
            | NumberNode::Years(_)
            | NumberNode::Months(_)
            | NumberNode::Days(_)
            | NumberNode::ByYear(_)
            | NumberNode::Count(_)
            | NumberNode::Total { .. }
            | NumberNode::Parameter(_) => Vec::new(),
        }
    }

    /// The one part that rests on the fact has to bring what the others leave.
    fn for_part(&self, parts: &[NumberNode], sum: Interval) -> Vec<Quantity> {
        let Some(part) = parts.iter().find(|part| part.rests_on(self.slot)) else { return Vec::new() };
        let others = self.sum(parts.iter().filter(|part| !part.rests_on(self.slot)));
        self.for_bounds(part, sum.minus(others))
    }

    /// The same of a part that counts as a factor: a percentage is a hundred times its share.
    fn for_factor(&self, part: &NumberNode, factor: Interval) -> Vec<Quantity> {
        let is_percent = self.look(&|numbers| part.is_percent(numbers));
        self.for_bounds(part, if is_percent { factor.times(HUNDRED) } else { factor })
    }

    fn factor(&self, part: &NumberNode) -> Interval {
        self.as_factor(part, self.range(part))
    }

    fn as_factor(&self, number: &NumberNode, bounds: Interval) -> Interval {
        if self.look(&|numbers| number.is_percent(numbers)) { bounds.over(HUNDRED) } else { bounds }
    }

    pub fn range(&self, number: &NumberNode) -> Interval {
        self.look(&|numbers| number.reckon(numbers))
    }

    fn look<T>(&self, at: &dyn Fn(&Numbers<'_>) -> T) -> T {
        let applies: &dyn Fn(FactRef) -> Truth = &|fact| self.results.applies(fact);
        at(&Numbers { track: self.track, facts: self.facts, applies, bounds: Bounds::Input })
    }

    fn sum<'n>(&self, parts: impl IntoIterator<Item = &'n NumberNode>) -> Interval {
        parts.into_iter().map(|part| self.range(part)).fold(Interval::ZERO, Interval::plus)
    }
}

/// The numbers next to both ends.
fn enterable(bounds: Interval) -> Vec<Quantity> {
    let next_to = |end: End| if let End::At(number) = end { vec![number.cut(), number.cut_up()] } else { Vec::new() };
    let mut numbers: Vec<Quantity> = [bounds.low, bounds.high].into_iter().flat_map(next_to).flatten().collect();
    numbers.dedup();
    numbers
}

/// What the whole would have to be if the bound lay in each of its parts.
fn inverses(parts: &[Part], bounds: Interval) -> Vec<Interval> {
    let mut below = Interval::ZERO;
    let mut found = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let rate = Interval::exactly(part.each.value);
        let rate = if part.each.is_percent() { rate.over(HUNDRED) } else { rate };
        let over = Interval::exactly(part.over);
        found.push(bounds.minus(below).over(rate).plus(over));
        if let Some(next) = parts.get(index + 1) {
            below = below.plus(Interval::exactly(next.over).minus(over).times(rate));
        }
    }
    found
}
