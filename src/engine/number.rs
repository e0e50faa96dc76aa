//! Numbers that are worked out, under what is known of an applicant.

use super::facts::Facts;
use super::known::Known;
use crate::model::interval::End;
use crate::model::{Date, Interval, Kind, Quantity, Ratio, Truth};
use crate::pack::condition::Op;
use crate::pack::load::TrackRef;
use crate::pack::measure::{Start, Tier};
use crate::pack::reckon::Scope;
use crate::pack::rules::{FactRef, NumberNode};
use crate::pack::{Fact, Parameter, Rows};

/// Whether a fact applies to this applicant at all.
pub type Applies<'a> = &'a dyn Fn(FactRef) -> Truth;

/// What bounds a fact that is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// What can be entered: decides what can be compared.
    Input,
    /// What the pack states, so that an amount nothing bounds is said to be open.
    Stated,
}

/// What is known while the numbers of a track are worked out.
#[derive(Clone, Copy)]
pub struct Numbers<'a> {
    pub track: TrackRef<'a>,
    pub facts: &'a Facts,
    pub applies: Applies<'a>,
    pub bounds: Bounds,
}

impl Numbers<'_> {
    /// Whether an answer can still make a number narrower.
    pub fn is_open(&self, number: &NumberNode) -> bool {
        number.any(&mut |fact| match (self.applies)(*fact) {
            Truth::Unknown => true,
            Truth::NotMet => false,
            Truth::Met | Truth::NotApplicable | Truth::Judged => self.facts.get(fact.slot).is_open(),
        })
    }

    fn fact(&self, fact: FactRef) -> Option<&Fact> {
        self.track.pack.fact_at(fact.slot)
    }
}

impl Scope<FactRef> for Numbers<'_> {
    /// While it is open whether the fact applies: nothing, or what it is.
    fn number(&self, fact: &FactRef) -> Interval {
        let possible = || match (self.fact(*fact).map(Fact::domain), self.bounds) {
            (None, _) => Interval::ZERO,
            (Some(domain), Bounds::Stated) => Interval::between(domain.floor(), domain.max),
            (Some(domain), Bounds::Input) => {
                let least = domain.floor().unwrap_or(Quantity::ZERO.minus(Quantity::MAX_INPUT));
                Interval::between(Some(least), Some(domain.largest_input()))
            }
        };
        let own = self.facts.get(fact.slot).interval().unwrap_or_else(possible);
        match (self.applies)(*fact) {
            Truth::Met | Truth::NotApplicable => own,
            Truth::NotMet => Interval::ZERO,
            Truth::Unknown | Truth::Judged => own.or(Interval::ZERO),
        }
    }

    fn is_percent(&self, fact: &FactRef) -> bool {
        self.fact(*fact).is_some_and(|fact| fact.kind == Kind::Percent)
    }

    fn day(&self, fact: &FactRef) -> (Truth, Option<Date>) {
        let day = if let Known::Day(day) = self.facts.get(fact.slot) { Some(day) } else { None };
        ((self.applies)(*fact), day)
    }

    fn as_of(&self) -> Option<Date> {
        self.facts.as_of()
    }

    fn tally(&self, rows: &Rows<FactRef>, column: Option<&str>) -> Interval {
        let own = self.facts.tally(rows, column).unwrap_or_else(|| {
            let column = column.and_then(|id| self.fact(rows.list)?.column(id));
            let is_at_least_nothing = column.is_none_or(|column| column.domain().floor() >= Some(Quantity::ZERO));
            Interval::between(is_at_least_nothing.then_some(Quantity::ZERO), None)
        });
        match (self.applies)(rows.list) {
            Truth::Met | Truth::NotApplicable => own,
            Truth::NotMet => Interval::ZERO,
            Truth::Unknown | Truth::Judged => own.or(Interval::ZERO),
        }
    }

    fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.track.pack.file.parameters.iter().find(|parameter| parameter.id == id)
    }
}

/// Whether a relation holds for every pair of numbers that is possible, for none, or for some.
pub fn compares(number: Interval, op: Op, other: Interval) -> Option<bool> {
    let (least, most) = (number.low.cmp(&other.high), number.high.cmp(&other.low));
    let (below, above) = (op.allows(least), op.allows(most));
    match op {
        Op::Equals if least.is_lt() && most.is_gt() => None,
        _ => (below == above).then_some(below),
    }
}

/// From the least to the most that the tiers bring which a number can end in.
pub fn by_tiers(tiers: &[Tier], number: Interval, falling: bool) -> (Quantity, Quantity) {
    let (low, high) = (reached(tiers, number.low), reached(tiers, number.high));
    let amount =
        |tier: Option<usize>| tier.and_then(|tier| tiers.get(tier)).map(|tier| tier.amount).unwrap_or_default();
    let ends = (amount(low), amount(high));
    if !falling {
        return ends;
    }
    let between = low.unwrap_or_default()..high.map_or(0, |high| high + 1);
    between.fold((ends.0, ends.0), |(least, most), tier| {
        let amount = amount(Some(tier));
        (least.min(amount), most.max(amount))
    })
}

/// The highest tier that is reached.
fn reached(tiers: &[Tier], number: End) -> Option<usize> {
    tiers.iter().rposition(|tier| match tier.starts {
        Start::Over(bound) => number > End::At(Ratio::new(bound)),
        Start::From(bound) => number >= End::At(Ratio::new(bound)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_two_falling_tiers_every_tier_counts() {
        let from =
            |(bound, amount)| Tier { starts: Start::From(Quantity::whole(bound)), amount: Quantity::whole(amount) };
        let tiers = [(1, 30), (10, 20), (20, 25)].map(from);
        for (number, expected) in [
            ((0, 0), (0, 0)),
            ((0, 5), (0, 30)),
            ((5, 5), (30, 30)),
            ((5, 10), (20, 30)),
            ((5, 25), (20, 30)),
            ((10, 25), (20, 25)),
            ((20, 25), (25, 25)),
        ] {
            let whole = |(low, high)| (Quantity::whole(low), Quantity::whole(high));
            let (low, high) = whole(number);
            let found = by_tiers(&tiers, Interval::between(Some(low), Some(high)), true);
            assert_eq!(found, whole(expected), "{number:?}");
        }
    }
}
