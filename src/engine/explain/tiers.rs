//! Tiers: those that grade a fact, and where a number stands among them.

use super::NextTier;
use crate::model::Quantity;
use crate::pack::Choices;
use crate::pack::load::TrackRef;
use crate::pack::measure::{Start, Tier};
use crate::pack::rules::{AmountId, AmountNode, Slot};

/// The tiers by which some measure grades a fact, under the chosen readings.
pub fn tiers(track: TrackRef<'_>, choices: &Choices, fact: &str) -> Option<Vec<Tier>> {
    let slot = track.pack.slot(fact)?;
    track.rules.measures.iter().find_map(|measure| find_tiers(track, choices, measure.amount, slot))
}

fn find_tiers(track: TrackRef<'_>, choices: &Choices, id: AmountId, slot: Slot) -> Option<Vec<Tier>> {
    let below = |id: usize| find_tiers(track, choices, AmountId(id), slot);
    match track.rules.amounts.get(id.0)? {
        AmountNode::Tiered { fact, tiers } => (fact.slot == slot).then(|| tiers.clone()),
        AmountNode::TieredBy { number, tiers, .. } => {
            number.facts().first().is_some_and(|fact| fact.slot == slot).then(|| tiers.clone())
        }
        AmountNode::When { then: part, .. }
        | AmountNode::Capped { of: part, .. }
        | AmountNode::UpTo { from: part, .. } => below(part.0),
        AmountNode::Sum(parts) | AmountNode::LargerOf(parts) => parts.positions().find_map(below),
        AmountNode::ByReading { reading, cases } => below(cases.at(choices.case(*reading))),
        AmountNode::Range(_)
        | AmountNode::Number(_)
        | AmountNode::InKind
        | AmountNode::PerUnit { .. }
        | AmountNode::ByChoice { .. } => None,
    }
}

/// Where a number stands among the tiers.
pub(super) fn place(tiers: &[Tier], number: Quantity, counts: bool) -> (Option<Start>, Option<NextTier>) {
    let reached = tiers.iter().rfind(|tier| tier.starts.is_reached_by(number)).map(|tier| tier.starts);
    let next = tiers.iter().find(|tier| !tier.starts.is_reached_by(number)).map(|tier| {
        let more = match tier.starts {
            Start::Over(bound) => bound.minus(number).plus(Quantity::whole(1)),
            Start::From(bound) => bound.minus(number),
        };
        NextTier { starts: tier.starts, more: counts.then_some(more), amount: tier.amount }
    });
    (reached, next)
}
