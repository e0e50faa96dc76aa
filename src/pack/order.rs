//! Topological order of the facts: an engine that goes through them in it never looks ahead.

use std::collections::BTreeSet;

use super::rules::Slot;
use super::{Condition, Fact, PackFile, Proposal};
use crate::model::Grow;

/// The facts in an order in which each comes after those its `asked_when` looks at, or a circle of them.
pub fn asking_order(file: &PackFile) -> Result<Vec<Slot>, Circle> {
    order_by(file, gates)
}

pub fn gates(fact: &Fact) -> Vec<&str> {
    fact.asked_when.iter().flat_map(Condition::facts).collect()
}

pub fn proposed_by(fact: &Fact) -> Vec<&str> {
    fact.proposed.iter().flat_map(Proposal::facts).collect()
}

/// Facts of which each needs the next, and the last the first.
pub type Circle = Vec<Slot>;

/// The facts in an order by what each needs, or a circle of them.
pub fn order_by<'f>(file: &'f PackFile, needs: impl Fn(&'f Fact) -> Vec<&'f str>) -> Result<Vec<Slot>, Circle> {
    let known: BTreeSet<&str> = file.facts.iter().map(|fact| fact.id.as_str()).grown();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    let mut order = Vec::new();
    while order.len() < file.facts.len() {
        let before = order.len();
        for (slot, fact) in file.facts.iter().enumerate() {
            let ready = |id: &str| placed.contains(id) || !known.contains(id);
            if !order.contains(&Slot(slot)) && needs(fact).into_iter().all(ready) {
                placed.insert(&fact.id);
                order.push(Slot(slot));
            }
        }
        if order.len() == before {
            let is_open = |fact: &Fact| !placed.contains(fact.id.as_str());
            return Err(circle(|from| {
                let needed = from.and_then(|slot: Slot| file.facts.get(slot.0)).map(&needs);
                let is_next = |fact: &Fact| needed.as_ref().is_none_or(|needed| needed.contains(&fact.id.as_str()));
                file.facts.iter().position(|fact| is_open(fact) && is_next(fact)).map(Slot)
            }));
        }
    }
    Ok(order)
}

/// A walk among facts that each need another of them comes back to where it was: from there on it is a circle. `next` begins
/// it, where it comes from nowhere.
fn circle(next: impl Fn(Option<Slot>) -> Option<Slot>) -> Circle {
    let mut walked: Circle = Vec::new();
    while let Some(slot) = next(walked.last().copied()) {
        if let Some(start) = walked.iter().position(|earlier| *earlier == slot) {
            return walked.split_off(start);
        }
        walked.push(slot);
    }
    walked
}
