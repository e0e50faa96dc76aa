//! What a fact could become.

use super::super::case::Case;
use super::super::facts::{Facts, Known};
use super::super::pass::Results;
use super::super::values::{representatives, sets, stretches};
use super::solve::Solve;
use crate::model::{Kind, Quantity};
use crate::pack::rules::{AmountNode, Node, NumberNode, Slot};

/// The values of one fact that may make a difference, the nearest first.
pub struct Options {
    pub slot: Slot,
    pub values: Vec<Known>,
    /// Values that differ in how far they are from the present one: only the nearest of those that do is of interest.
    pub graded: bool,
    /// What it is held against or reckoned with: where one of these moves, its own values are looked for anew.
    pub beside: Vec<Slot>,
}

impl Options {
    /// What the fact could become while the others are as in `facts`.
    pub fn new(case: &Case<'_>, facts: &Facts, results: &Results, slot: Slot) -> Self {
        let now = case.facts.get(slot);
        let kind = case.pack().fact_at(slot).map(|fact| fact.kind);
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
        values.retain(|value| *value != now);
        let graded = kind.is_some_and(|kind| kind.is_numeric() || kind == Kind::Set);
        Self { slot, values, graded, beside: beside(case, slot) }
    }
}

/// The number of the same stretch that lies nearest to where the fact is now, and the step between numbers.
pub fn near_end(
    case: &Case<'_>,
    facts: &Facts,
    results: &Results,
    slot: Slot,
    number: Quantity,
) -> Option<(Quantity, Quantity)> {
    let mut stretches = stretches_of(case, facts, results, slot).into_iter();
    let (from, to) = stretches.find(|(from, to)| (*from..=*to).contains(&number))?;
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

/// Cut also where the fact draws level with another it is compared with, and where a number that is worked out from it
/// comes to a bound: the sum is solved for the fact.
fn stretches_of(case: &Case<'_>, facts: &Facts, results: &Results, slot: Slot) -> Vec<(Quantity, Quantity)> {
    let Some(fact) = case.pack().fact_at(slot) else { return Vec::new() };
    let (rules, kind) = (case.track.rules, fact.kind);
    let solve = Solve { facts, results, slot };
    let mut level = Vec::new();
    for node in &rules.nodes {
        match node {
            Node::CompareFacts { fact, times, of, .. } if fact.slot == slot => {
                level.extend(solve.value_of(*of).map(|of| times.times_up(of)));
            }
            Node::CompareFacts { fact, times, of, .. } if of.slot == slot => {
                level.extend(solve.value_of(*fact).map(|of| of.shared_by(*times)));
            }
            Node::CompareNumbers { number, times, of, .. } if number.rests_on(slot) => {
                level.extend(solve.value(of).and_then(|of| solve.for_bound(number, times.times_up(of))));
            }
            Node::CompareNumbers { number, times, of, .. } if of.rests_on(slot) => {
                level.extend(solve.value(number).and_then(|of_it| solve.for_bound(of, of_it.shared_by(*times))));
            }
            _ => {}
        }
    }
    for amount in &rules.amounts {
        if let AmountNode::TieredBy { number, tiers } = amount {
            level.extend(tiers.iter().filter_map(|tier| solve.for_bound(number, tier.starts.bound())));
        }
    }
    let own = rules.cuts(slot).iter().copied();
    // One step to either side, where a product was rounded.
    let step = kind.step();
    let level = level.into_iter().map(|at| on_grid(at, kind));
    stretches(fact, own.chain(level.flat_map(|at| [at.minus(step), at])))
}

/// The facts it is compared with or worked into a number with.
fn beside(case: &Case<'_>, slot: Slot) -> Vec<Slot> {
    let rules = case.track.rules;
    let compared = rules.nodes.iter().map(|node| match node {
        Node::CompareFacts { fact, of, .. } => vec![fact.slot, of.slot],
        Node::CompareNumbers { number, of, .. } => slots(&[number, of]),
        _ => Vec::new(),
    });
    let reckoned = rules.amounts.iter().map(|amount| match amount {
        AmountNode::TieredBy { number, .. } => slots(&[number]),
        _ => Vec::new(),
    });
    let mut beside: Vec<Slot> = compared.chain(reckoned).filter(|slots| slots.contains(&slot)).flatten().collect();
    beside.retain(|other| *other != slot);
    beside
}

fn slots(numbers: &[&NumberNode]) -> Vec<Slot> {
    numbers.iter().flat_map(|number| number.facts()).map(|fact| fact.slot).collect()
}

/// A count is whole.
fn on_grid(number: Quantity, kind: Kind) -> Quantity {
    if kind == Kind::Count { number.whole_up() } else { number }
}
