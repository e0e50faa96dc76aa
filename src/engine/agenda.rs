//! The facts that can still change something.

use std::collections::BTreeSet;

use super::case::Case;
use super::facts::Known;
use super::support::MeasureResult;
use crate::model::Truth;
use crate::pack::rules::{AmountId, AmountNode, FactRef, Node, NodeId, Slot, facts_of};

/// What is still to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Fact ids in the order in which the track asks them.
    pub missing: Vec<String>,
    /// The one to ask next: what the verdict waits for comes first.
    pub next: Option<String>,
}

/// Collects the open facts of a track.
pub fn agenda(case: &Case<'_>) -> Agenda {
    let (track, rules) = (case.track, case.track.rules);
    let look = Look(case);
    let mut deciding = BTreeSet::new();
    for condition in &rules.conditions {
        look.condition(*condition, &mut deciding);
    }
    let mut open = deciding.clone();
    for priority in &rules.priorities {
        look.condition(*priority, &mut open);
    }
    for indicator in &rules.indicators {
        look.fact(*indicator, &mut open);
    }
    for measure in &rules.measures {
        if MeasureResult::of(*measure, &case.results).truth != Truth::NotMet {
            look.condition(measure.gate, &mut open);
            look.amount(measure.amount, &mut open);
        }
    }
    let in_order = |wanted: &BTreeSet<Slot>| -> Vec<String> {
        let asked = facts_of(track.track).into_iter();
        asked
            .filter(|id| track.pack.slot(id).is_some_and(|slot| wanted.contains(&slot)))
            .map(ToOwned::to_owned)
            .collect()
    };
    let missing = in_order(&open);
    let next = in_order(&deciding).into_iter().next().or_else(|| missing.first().cloned());
    Agenda { missing, next }
}

/// The open facts under one condition.
pub fn missing_for(case: &Case<'_>, root: NodeId) -> Vec<String> {
    let mut open = BTreeSet::new();
    Look(case).condition(root, &mut open);
    open.into_iter().filter_map(|slot| case.pack().fact_at(slot)).map(|fact| fact.id.clone()).collect()
}

/// Walks down from the roots, only where something is still open.
struct Look<'a>(&'a Case<'a>);

impl Look<'_> {
    fn condition(&self, id: NodeId, open: &mut BTreeSet<Slot>) {
        let Some(node) = self.0.track.rules.nodes.get(id.0) else { return };
        if self.0.results.truth(id) != Truth::Unknown {
            return;
        }
        match node {
            Node::All(parts) | Node::Any(parts) | Node::AtLeast { of: parts, .. } => {
                for part in parts.positions() {
                    self.condition(NodeId(part), open);
                }
            }
            Node::Not(part) | Node::Same(part) => self.condition(*part, open),
            Node::ByReading { reading, cases } => {
                self.condition(NodeId(cases.at(self.0.choices.case(*reading))), open);
            }
            Node::Is(fact)
            | Node::Given(fact)
            | Node::Compare { fact, .. }
            | Node::OneOf { fact, .. }
            | Node::Includes { fact, .. } => self.fact(*fact, open),
        }
    }

    fn amount(&self, id: AmountId, open: &mut BTreeSet<Slot>) {
        let Some(node) = self.0.track.rules.amounts.get(id.0) else { return };
        if self.0.results.amount(id).is_settled() {
            return;
        }
        match node {
            AmountNode::Range(_) => {}
            AmountNode::PerUnit { fact, .. } | AmountNode::Tiered { fact, .. } | AmountNode::ByChoice { fact, .. } => {
                self.fact(*fact, open);
            }
            AmountNode::When { condition, then } => {
                self.condition(*condition, open);
                self.amount(*then, open);
            }
            AmountNode::Sum(parts) => {
                for part in parts.positions() {
                    self.amount(AmountId(part), open);
                }
            }
            AmountNode::LargerOf(parts) => {
                // A part that cannot exceed what is already certain cannot matter.
                let certain = self.0.results.amount(id).low;
                for part in parts.positions().map(AmountId) {
                    if self.0.results.amount(part).high.is_none_or(|high| high > certain) {
                        self.amount(part, open);
                    }
                }
            }
            AmountNode::Capped { of, .. } => self.amount(*of, open),
            AmountNode::ByReading { reading, cases } => {
                self.amount(AmountId(cases.at(self.0.choices.case(*reading))), open);
            }
        }
    }

    /// A fact is open once it is known to apply; before that, what decides whether it applies is.
    fn fact(&self, fact: FactRef, open: &mut BTreeSet<Slot>) {
        match (self.0.results.applies(fact), fact.applies) {
            (Truth::NotMet, _) => {}
            (Truth::Unknown, Some(gate)) => self.condition(gate, open),
            _ if self.0.facts.get(fact.slot) == Known::Unknown => _ = open.insert(fact.slot),
            _ => {}
        }
    }
}

/// Ids of the facts that are known to apply: those a person is asked.
pub fn asked(case: &Case<'_>) -> BTreeSet<String> {
    let applies = |id: &&str| {
        let slot = case.pack().slot(id)?;
        let gate = case.track.rules.applies.get(slot.0).copied().flatten();
        (case.results.applies(FactRef { slot, applies: gate }) == Truth::Met).then_some(())
    };
    facts_of(case.track.track).into_iter().filter(|id| applies(id).is_some()).map(ToOwned::to_owned).collect()
}
