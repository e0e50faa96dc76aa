//! The facts that can still change something.

use std::collections::BTreeSet;

use super::case::Case;
use super::facts::Known;
use super::next_question::next_question;
use super::proposal::is_wanted;
use super::support::MeasureResult;
use crate::model::{Grow, Truth};
use crate::pack::rules::{AmountId, AmountNode, FactRef, IndicatorRule, MeasureRule, Node, NodeId, Slot, facts_of};

/// What is still to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Fact ids in the order in which the track asks them.
    pub facts: Vec<String>,
    /// The one to ask next: its answer narrows the result most.
    pub next: Option<String>,
}

/// Collects the open facts of a track.
pub fn missing(case: &Case<'_>) -> Missing {
    let (track, rules) = (case.track, case.track.rules);
    let look = Look(case);
    let mut open = BTreeSet::new();
    for node in rules.conditions.iter().chain(&rules.priorities) {
        look.condition(*node, &mut open);
    }
    for indicator in &rules.indicators {
        look.indicator(*indicator, &mut open);
    }
    for measure in &rules.measures {
        if MeasureResult::of(*measure, &case.results).truth != Truth::NotMet {
            look.condition(measure.gate, &mut open);
            look.amount(measure.amount, &mut open);
        }
    }
    for ceiling in &rules.ceilings {
        let brings = |measure: &MeasureRule| MeasureResult::of(*measure, &case.results).truth != Truth::NotMet;
        if ceiling.measures.iter().filter_map(|at| rules.measures.get(*at)).any(brings) {
            look.amount(ceiling.at, &mut open);
        }
    }
    let asked = facts_of(track.track).into_iter().filter_map(|id| track.pack.slot(id));
    let missing: Vec<Slot> = asked.filter(|slot| open.contains(slot)).collect();
    let next = next_question(case, &missing);
    Missing { next: next.into_iter().flat_map(|slot| ids(case, [slot])).next(), facts: ids(case, missing) }
}

/// The open facts under one condition.
pub fn missing_for(case: &Case<'_>, root: NodeId) -> Vec<String> {
    let mut open = BTreeSet::new();
    Look(case).condition(root, &mut open);
    ids(case, open)
}

/// The open facts of one indicator.
pub fn missing_for_indicator(case: &Case<'_>, rule: IndicatorRule) -> Vec<String> {
    let mut open = BTreeSet::new();
    Look(case).indicator(rule, &mut open);
    ids(case, open)
}

fn ids(case: &Case<'_>, slots: impl IntoIterator<Item = Slot>) -> Vec<String> {
    slots.into_iter().filter_map(|slot| case.pack().fact_at(slot)).map(|fact| fact.id.clone()).collect()
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
            Node::Not(part) | Node::Judged(part) | Node::Same(part) => self.condition(*part, open),
            Node::ByReading { reading, cases } => {
                self.condition(NodeId(cases.at(self.0.choices.case(*reading))), open);
            }
            leaf => leaf.looks_at().into_iter().for_each(|fact| self.fact(fact, open)),
        }
    }

    /// Each point of a checklist counts, also when another has already failed.
    fn indicator(&self, rule: IndicatorRule, open: &mut BTreeSet<Slot>) {
        match rule {
            IndicatorRule::Goal(node) => self.condition(node, open),
            IndicatorRule::Checklist(points) => {
                points.positions().for_each(|point| self.condition(NodeId(point), open));
            }
            IndicatorRule::Rating(fact) => self.fact(fact, open),
        }
    }

    fn amount(&self, id: AmountId, open: &mut BTreeSet<Slot>) {
        let Some(node) = self.0.track.rules.amounts.get(id.0) else { return };
        if self.0.results.amount(id).is_settled() {
            return;
        }
        match node {
            AmountNode::ByChoice { fact, amounts } => {
                self.fact(*fact, open);
                // Once the option is known, the numbers of the others decide nothing.
                let chosen = if let Known::Option(chosen) = self.0.facts.get(fact.slot) { Some(chosen) } else { None };
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
                let certain = self.0.results.amount(id).low;
                for part in parts.positions().map(AmountId) {
                    if self.0.results.amount(part).high.is_none_or(|high| high > certain) {
                        self.amount(part, open);
                    }
                }
            }
            AmountNode::Capped { at, of } => {
                self.amount(*of, open);
                at.facts().into_iter().for_each(|fact| self.fact(fact, open));
            }
            AmountNode::ByReading { reading, cases } => {
                self.amount(AmountId(cases.at(self.0.choices.case(*reading))), open);
            }
            leaf => leaf.looks_at().into_iter().for_each(|fact| self.fact(fact, open)),
        }
    }

    /// A fact is open once it is known to apply; before that, what decides whether it applies is.
    fn fact(&self, fact: FactRef, open: &mut BTreeSet<Slot>) {
        match (self.0.results.applies(fact), fact.applies) {
            (Truth::NotMet | Truth::Judged, _) => {}
            (Truth::Unknown, Some(gate)) => self.condition(gate, open),
            // What is counted from a list is asked in its place.
            _ if self.0.pack().is_optional(fact.slot) => {}
            _ if self.0.facts.get(fact.slot).is_open() => _ = open.insert(fact.slot),
            _ => {}
        }
    }
}

/// Ids of the facts that are known to apply: those a person is asked.
pub fn asked(case: &Case<'_>) -> BTreeSet<String> {
    let is_asked = |id: &&str| case.applies(id) == Truth::Met && is_wanted(case, id);
    let known = facts_of(case.track.track).into_iter().filter(is_asked);
    known.map(ToOwned::to_owned).grown()
}
