//! Topological order of the facts: an engine that goes through them in it never looks ahead.

use std::collections::BTreeSet;

use super::rules::Slot;
use super::{Condition, Fact, PackFile, Proposal};
use crate::model::Grow;

/// The facts in an order in which each comes after those its `asked_when` looks at; `None` if there is a circle.
pub fn asking_order(file: &PackFile) -> Option<Vec<Slot>> {
    order_by(file, gates)
}

pub fn gates(fact: &Fact) -> Vec<&str> {
    fact.asked_when.iter().flat_map(Condition::facts).collect()
}

pub fn proposed_by(fact: &Fact) -> Vec<&str> {
    fact.proposed.iter().flat_map(Proposal::facts).collect()
}

/// The facts in an order by what each needs; `None` if there is a circle.
pub fn order_by<'f>(file: &'f PackFile, needs: impl Fn(&'f Fact) -> Vec<&'f str>) -> Option<Vec<Slot>> {
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
            return None;
        }
    }
    Some(order)
}
