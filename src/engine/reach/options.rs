//! What a fact could become.

use super::super::case::Case;
use super::super::facts::Facts;
use super::super::known::Known;
use super::super::pass::Results;
use super::super::values::{representatives, sets, stretches};
use super::solve::Solve;
use crate::model::{Interval, Kind, Quantity};
use crate::pack::Fact;
use crate::pack::rules::{AmountNode, FactRef, Node, Slot};

/// The values of one fact that may make a difference, the nearest first.
pub struct Options {
    pub slot: Slot,
    pub values: Vec<Known>,
    /// Values that differ in how far they are from the present one: only the nearest of those that do is of interest.
    pub graded: bool,
    /// It is held against another fact or worked into a number: where others move, its own values are looked for anew.
    pub is_reckoned: bool,
}

impl Options {
    /// What the fact could become while the others are as in `facts`.
    pub fn new(case: &Case<'_>, facts: &Facts, results: &Results, slot: Slot) -> Self {
        let now = case.facts.get(slot);
        let fact = case.pack().fact_at(slot);
        let kind = fact.map(|fact| fact.kind);
        let mut values = match (kind, now) {
            (Some(Kind::Set), Known::Options(held)) => sets(case.track, slot, held),
            (Some(kind), _) if kind.is_numeric() => {
                let home = home(now);
                let stretches = stretches_of(case, facts, results, slot);
                let mut ends: Vec<Quantity> = stretches.into_iter().flat_map(|(from, to)| [from, to]).collect();
                ends.sort_by_key(|end| (distance(*end, home), *end));
                ends.dedup();
                ends.into_iter().map(Known::Number).collect()
            }
            _ => representatives(case.track, slot),
        };
        values.retain(|value| *value != now && fact.is_some_and(|fact| can_be_done(fact, now, *value)));
        let graded = kind.is_some_and(|kind| kind.is_numeric() || kind == Kind::Set);
        Self { slot, values, graded, is_reckoned: is_reckoned(case, slot) }
    }
}

/// Whether a given answer comes to be another by something one does: what is there grows. Less of it, or a yes that
/// becomes a no, only takes back what was said, unless the pack says of a number what is done to change it.
fn can_be_done(fact: &Fact, from: Known, to: Known) -> bool {
    match (from, to) {
        (Known::Bool(_), Known::Bool(to)) => to,
        (Known::Number(from), Known::Number(to)) => from < to || fact.doing.is_some(),
        (Known::Options(from), Known::Options(to)) => from & to == from,
        _ => true,
    }
}

/// A number nearer to where a fact is now, and the step between numbers.
pub struct Nearer {
    pub to: Quantity,
    pub step: Quantity,
}

/// The end of the same stretch that lies nearest to where the fact is now; from that end, the next number. Nothing where
/// it is there already.
pub fn nearer(case: &Case<'_>, facts: &Facts, results: &Results, slot: Slot, number: Quantity) -> Option<Nearer> {
    let (now, step) = (case.facts.get(slot), case.pack().fact_at(slot)?.kind.step());
    let mut stretches = stretches_of(case, facts, results, slot).into_iter();
    let (from, to) = stretches.find(|(from, to)| (*from..=*to).contains(&number))?;
    let end = home(now).clamp(from, to);
    let next = if home(now) < number { number.minus(step) } else { number.plus(step) };
    let to = if end == number { next } else { end };
    (number != home(now)).then_some(Nearer { to, step })
}

/// Where a change of a number is counted from: what it is, or nothing.
fn home(now: Known) -> Quantity {
    if let Known::Number(number) | Known::Between(number, _) = now { number } else { Quantity::ZERO }
}

fn distance(a: Quantity, b: Quantity) -> Quantity {
    if a < b { b.minus(a) } else { a.minus(b) }
}

/// Cut also where the fact draws level with another it is compared with, and where a number that is worked out from it
/// comes to a bound: the sum is solved for the fact.
fn stretches_of(case: &Case<'_>, facts: &Facts, results: &Results, slot: Slot) -> Vec<(Quantity, Quantity)> {
    let Some(fact) = case.pack().fact_at(slot) else { return Vec::new() };
    let (rules, kind) = (case.track.rules, fact.kind);
    let solve = Solve { track: case.track, facts, results, slot };
    let value = |fact: FactRef| match facts.get(fact.slot) {
        Known::Number(number) => Some(number),
        _ => None,
    };
    let mut level = Vec::new();
    for node in &rules.nodes {
        match node {
            Node::CompareFacts { fact, times, of, .. } if fact.slot == slot => {
                level.extend(value(*of).map(|of| times.times_up(of)));
            }
            Node::CompareFacts { fact, times, of, .. } if of.slot == slot => {
                level.extend(value(*fact).map(|of| of.shared_by(*times)));
            }
            Node::CompareNumbers { number, times, of, .. } if number.rests_on(slot) => {
                level.extend(solve.for_bounds(number, solve.range(of).times(Interval::exactly(*times))));
            }
            Node::CompareNumbers { number, times, of, .. } if of.rests_on(slot) => {
                level.extend(solve.for_bounds(of, solve.range(number).over(Interval::exactly(*times))));
            }
            _ => {}
        }
    }
    for amount in &rules.amounts {
        if let AmountNode::TieredBy { number, tiers, .. } = amount {
            let bounds = tiers.iter().map(|tier| Interval::exactly(tier.starts.bound()));
            level.extend(bounds.flat_map(|bound| solve.for_bounds(number, bound)));
        }
    }
    let own = rules.cuts(slot).iter().copied();
    // One step to either side, where a product was rounded.
    let step = kind.step();
    let level = level.into_iter().map(|at| on_grid(at, kind));
    stretches(fact, own.chain(level.flat_map(|at| [at.minus(step), at])))
}

/// Whether a fact is compared with others, or worked into a number with them.
fn is_reckoned(case: &Case<'_>, slot: Slot) -> bool {
    let rules = case.track.rules;
    let compared = rules.nodes.iter().any(|node| match node {
        Node::CompareFacts { .. } | Node::CompareNumbers { .. } => node.looks_at().iter().any(|fact| fact.slot == slot),
        _ => false,
    });
    let worked_out = |amount: &AmountNode| amount.numbers().into_iter().any(|number| number.rests_on(slot));
    compared || rules.amounts.iter().any(worked_out)
}

/// A count is whole.
fn on_grid(number: Quantity, kind: Kind) -> Quantity {
    if kind == Kind::Count { number.whole_up() } else { number }
}
