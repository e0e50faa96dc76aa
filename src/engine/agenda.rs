//! The facts that can still change something.

use std::collections::BTreeSet;

use super::facts::{Facts, Known};
use super::pass::Results;
use super::support::MeasureResult;
use crate::model::Truth;
use crate::pack::Choices;
use crate::pack::load::TrackRef;
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
pub fn agenda(track: TrackRef<'_>, facts: &Facts, results: &Results, choices: &Choices) -> Agenda {
    let rules = track.rules;
    let look = Look { track, facts, results, choices };
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
        if MeasureResult::of(*measure, results).truth != Truth::NotMet {
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
pub fn missing_for(
    track: TrackRef<'_>,
    facts: &Facts,
    results: &Results,
    choices: &Choices,
    root: NodeId,
) -> Vec<String> {
    let mut open = BTreeSet::new();
    Look { track, facts, results, choices }.condition(root, &mut open);
    open.into_iter().filter_map(|slot| track.pack.fact_at(slot)).map(|fact| fact.id.clone()).collect()
}

/// Walks down from the roots, only where something is still open.
struct Look<'a> {
    track: TrackRef<'a>,
    facts: &'a Facts,
    results: &'a Results,
    choices: &'a Choices,
}

impl Look<'_> {
    fn condition(&self, id: NodeId, open: &mut BTreeSet<Slot>) {
        let Some(node) = self.track.rules.nodes.get(id.0) else { return };
        if self.results.truth(id) != Truth::Unknown {
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
                self.condition(NodeId(cases.at(self.choices.case(*reading))), open);
            }
            Node::Is(fact)
            | Node::Given(fact)
            | Node::Compare { fact, .. }
            | Node::OneOf { fact, .. }
            | Node::Includes { fact, .. } => self.fact(*fact, open),
        }
    }

    fn amount(&self, id: AmountId, open: &mut BTreeSet<Slot>) {
        let Some(node) = self.track.rules.amounts.get(id.0) else { return };
        if self.results.amount(id).is_settled() {
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
                let certain = self.results.amount(id).low;
                for part in parts.positions().map(AmountId) {
                    if self.results.amount(part).high.is_none_or(|high| high > certain) {
                        self.amount(part, open);
                    }
                }
            }
            AmountNode::Capped { of, .. } => self.amount(*of, open),
            AmountNode::ByReading { reading, cases } => {
                self.amount(AmountId(cases.at(self.choices.case(*reading))), open);
            }
        }
    }

    /// A fact is open once it is known to apply; before that, what decides whether it applies is.
    fn fact(&self, fact: FactRef, open: &mut BTreeSet<Slot>) {
        match (self.results.applies(fact), fact.applies) {
            (Truth::NotMet, _) => {}
            (Truth::Unknown, Some(gate)) => self.condition(gate, open),
            _ if self.facts.get(fact.slot) == Known::Unknown => _ = open.insert(fact.slot),
            _ => {}
        }
    }
}

/// Ids of the facts that are known to apply: those a person is asked.
pub fn asked(track: TrackRef<'_>, results: &Results) -> BTreeSet<String> {
    let applies = |id: &&str| {
        let slot = track.pack.slot(id)?;
        let gate = track.rules.applies.get(slot.0).copied().flatten();
        (results.applies(FactRef { slot, applies: gate }) == Truth::Met).then_some(())
    };
    facts_of(track.track).into_iter().filter(|id| applies(id).is_some()).map(ToOwned::to_owned).collect()
}
