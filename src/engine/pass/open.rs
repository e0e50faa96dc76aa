//! The facts that are open: whose answer can still change a condition, an indicator or an amount.

use std::collections::BTreeSet;

use super::super::facts::Facts;
use super::super::known::Known;
use super::Results;
use crate::model::Truth;
use crate::pack::Choices;
use crate::pack::load::TrackRef;
use crate::pack::rules::{AmountId, AmountNode, FactRef, IndicatorRule, Node, NodeId, Slot};

/// Walks down from the roots, only where something is still open.
pub struct Open<'a> {
    results: &'a Results,
    track: TrackRef<'a>,
    facts: &'a Facts,
    choices: &'a Choices,
}

impl Results {
    /// What is open under these results.
    pub fn open<'a>(&'a self, track: TrackRef<'a>, facts: &'a Facts, choices: &'a Choices) -> Open<'a> {
        Open { results: self, track, facts, choices }
    }
}

impl Open<'_> {
    pub fn condition(&self, id: NodeId, open: &mut BTreeSet<Slot>) {
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
            Node::Not(part) | Node::Judged(part) | Node::Same(part) => self.condition(*part, open),
            Node::ByReading { reading, cases } => {
                self.condition(NodeId(cases.at(self.choices.case(*reading))), open);
            }
            Node::Points { group, .. } => self.points(*group, open),
            leaf => leaf.looks_at().into_iter().for_each(|fact| self.fact(fact, open)),
        }
    }

    /// Each point of a checklist counts, also when another has already failed.
    pub fn indicator(&self, rule: IndicatorRule, open: &mut BTreeSet<Slot>) {
        match rule {
            IndicatorRule::Goal(node) => self.condition(node, open),
            IndicatorRule::Checklist(points) => {
                points.positions().for_each(|point| self.condition(NodeId(point), open));
            }
            IndicatorRule::Rating(fact) => self.fact(fact, open),
        }
    }

    /// The points of a group of the score, by position, or of all.
    pub fn points(&self, group: Option<usize>, open: &mut BTreeSet<Slot>) {
        self.track.rules.score.items(group).into_iter().for_each(|item| self.amount(item, open));
    }

    /// Whether an answer can still change them.
    pub fn waits_for(&self, group: Option<usize>) -> bool {
        let mut open = BTreeSet::new();
        self.points(group, &mut open);
        !open.is_empty()
    }

    pub fn amount(&self, id: AmountId, open: &mut BTreeSet<Slot>) {
        let Some(node) = self.track.rules.amounts.get(id.0) else { return };
        if self.results.amount(id).is_settled() {
            return;
        }
        match node {
            AmountNode::ByChoice { fact, amounts } => {
                self.fact(*fact, open);
                // Once the option is known, the numbers of the others decide nothing.
                let chosen = if let Known::Option(chosen) = self.facts.get(fact.slot) { Some(chosen) } else { None };
                let counts = |at: usize| chosen.is_none_or(|chosen| chosen == at);
                let numbers = amounts.iter().enumerate().filter(|(at, _)| counts(*at));
                numbers.flat_map(|(_, number)| number.facts()).for_each(|fact| self.fact(fact, open));
            }
            AmountNode::UpTo { from, to } => {
                self.amount(*from, open);
                self.amount(*to, open);
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
            AmountNode::Capped { at, of } => {
                self.amount(*of, open);
                at.facts().into_iter().for_each(|fact| self.fact(fact, open));
            }
            AmountNode::ByReading { reading, cases } => {
                self.amount(AmountId(cases.at(self.choices.case(*reading))), open);
            }
            leaf => leaf.looks_at().into_iter().for_each(|fact| self.fact(fact, open)),
        }
    }

    /// A fact is open once it is known to apply; before that, what decides whether it applies is.
    fn fact(&self, fact: FactRef, open: &mut BTreeSet<Slot>) {
        match (self.results.applies(fact), fact.applies) {
            (Truth::NotMet | Truth::Judged, _) => {}
            (Truth::Unknown, Some(gate)) => self.condition(gate, open),
            // What is counted from a list is asked in its place.
            _ if self.track.pack.is_optional(fact.slot) => {}
            _ if self.facts.get(fact.slot).is_open() => _ = open.insert(fact.slot),
            _ => {}
        }
    }
}
