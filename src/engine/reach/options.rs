//! What a fact could become.

use super::super::case::Case;
use super::super::facts::Known;
use super::super::values::{representatives, sets, stretches};
use crate::model::{Kind, Quantity};
use crate::pack::rules::{Node, Slot};

/// The values of one fact that may make a difference, the nearest first.
pub struct Options {
    pub slot: Slot,
    pub values: Vec<Known>,
    /// Values that differ in how far they are from the present one: only the nearest of those that do is of interest.
    pub graded: bool,
}

impl Options {
    pub fn new(case: &Case<'_>, slot: Slot) -> Self {
        let now = case.facts.get(slot);
        let kind = case.pack().fact_at(slot).map(|fact| fact.kind);
        let mut values = match (kind, now) {
            (Some(Kind::Set), Known::Options(held)) => sets(case.track, slot, held),
            (Some(kind), _) if kind.is_numeric() => {
                let home = home(now);
                let mut ends: Vec<Quantity> =
                    stretches_of(case, slot).into_iter().flat_map(|(from, to)| [from, to]).collect();
                ends.sort_by_key(|end| (distance(*end, home), *end));
                ends.dedup();
                ends.into_iter().map(Known::Number).collect()
            }
            _ => representatives(case.track, slot),
        };
        values.retain(|value| *value != now);
        Self { slot, values, graded: kind.is_some_and(|kind| kind.is_numeric() || kind == Kind::Set) }
    }
}

/// The number of the same stretch that lies nearest to where the fact is now, and the step between numbers.
pub fn near_end(case: &Case<'_>, slot: Slot, number: Quantity) -> Option<(Quantity, Quantity)> {
    let (from, to) = stretches_of(case, slot).into_iter().find(|(from, to)| (*from..=*to).contains(&number))?;
    let kind = case.pack().fact_at(slot)?.kind;
    Some((home(case.facts.get(slot)).clamp(from, to), kind.step()))
}

/// Where a change of a number is counted from: what it is, or nothing.
fn home(now: Known) -> Quantity {
    if let Known::Number(number) = now { number } else { Quantity::ZERO }
}

fn distance(a: Quantity, b: Quantity) -> Quantity {
    if a < b { b.minus(a) } else { a.minus(b) }
}

/// Cut also where the fact draws level with another it is compared with.
fn stretches_of(case: &Case<'_>, slot: Slot) -> Vec<(Quantity, Quantity)> {
    let Some(fact) = case.pack().fact_at(slot) else { return Vec::new() };
    let (rules, kind) = (case.track.rules, fact.kind);
    let level = rules.nodes.iter().filter_map(|node| match node {
        Node::CompareFacts { fact, times, of, .. } if fact.slot == slot => {
            number(case, of.slot).map(|of| on_grid(times.times_up(of), kind))
        }
        Node::CompareFacts { fact, times, of, .. } if of.slot == slot => {
            number(case, fact.slot).map(|of| on_grid(of.shared_by(*times), kind))
        }
        _ => None,
    });
    let own = rules.cuts(slot).iter().copied();
    // One step to either side, where a product was rounded.
    let step = kind.step();
    stretches(fact, own.chain(level.flat_map(|at| [at.minus(step), at])))
}

fn number(case: &Case<'_>, slot: Slot) -> Option<Quantity> {
    if let Known::Number(number) = case.facts.get(slot) { Some(number) } else { None }
}

/// A count is whole.
fn on_grid(number: Quantity, kind: Kind) -> Quantity {
    if kind == Kind::Count { number.whole_up() } else { number }
}
