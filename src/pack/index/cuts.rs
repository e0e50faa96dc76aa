//! Cuts: where rules turn, so that a search and a question look at no other numbers.

use super::super::rules::{AmountNode, FactRef, Node};
use crate::model::{Grow, Quantity};

/// For each fact the numbers at which some rule turns, in order.
pub fn cuts(nodes: &[Node], amounts: &[AmountNode], facts: usize) -> Vec<Vec<Quantity>> {
    let mut cuts = vec![Vec::new(); facts];
    let mut cut = |fact: &FactRef, at: Quantity| {
        if let Some(cuts) = cuts.get_mut(fact.slot.0) {
            cuts.push(at);
        }
    };
    for node in nodes {
        if let Node::Compare { fact, value, .. } = node {
            cut(fact, *value);
        }
    }
    for amount in amounts {
        match amount {
            AmountNode::Tiered { fact, tiers } => tiers.iter().for_each(|tier| cut(fact, tier.starts.bound())),
            AmountNode::TieredBy { number, tiers, .. } => {
                let facts = number.facts();
                for (fact, tier) in facts.iter().flat_map(|fact| tiers.iter().map(move |tier| (fact, tier))) {
                    cut(fact, tier.starts.bound());
                }
            }
            // Nothing, one that counts at most once, and more.
            AmountNode::PerUnit { fact, .. } => [0, 1].into_iter().for_each(|count| cut(fact, Quantity::whole(count))),
            _ => {}
        }
    }
    cuts.into_iter().map(|cuts| cuts.into_iter().in_order()).collect()
}
