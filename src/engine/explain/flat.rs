//! The tree cut down to the steps that decide, in the order in which they are taken.

use std::collections::BTreeSet;

use super::super::case::Case;
use super::tree::{Tree, condition, indicator};
use super::{Reason, Step};
use crate::model::{Amount, Grow, Truth};
use crate::pack::rules::{AmountId, IndicatorRule, MeasureRule, Node, NodeId};

/// The facts an indicator was read from, each with what was needed of it.
pub fn looked_at(case: &Case<'_>, rule: IndicatorRule) -> Vec<Step> {
    let mut steps = Vec::new();
    for reason in indicator(case, rule) {
        reason.into_deciding(&mut steps);
    }
    steps
}

/// The facts that decide a condition, each with what was needed of it, in the order in which they are looked at.
pub fn deciding(case: &Case<'_>, root: NodeId) -> Vec<Step> {
    let mut steps = Vec::new();
    condition(case, root).into_deciding(&mut steps);
    steps
}

/// The facts whose answers a condition leaves to the authority, where they decide it.
pub fn judged(case: &Case<'_>) -> BTreeSet<String> {
    let deciding = case.track.rules.conditions.iter().flat_map(|root| deciding(case, *root));
    let judged = deciding.filter_map(|step| match step {
        Step::Fact { fact, value: Some(_), truth: Truth::Judged, .. } => Some(fact),
        _ => None,
    });
    judged.grown()
}

/// The steps to the amount of a measure, in the order in which they are taken.
pub fn steps(case: &Case<'_>, rule: MeasureRule) -> Vec<Step> {
    let mut steps = Vec::new();
    let tree = Tree { case };
    let gate = case.results.truth(rule.gate);
    match case.track.rules.nodes.get(rule.gate.0) {
        // The common conditions have lines of their own; under each measure they count only where they block it.
        Some(Node::All(parts)) if gate != Truth::NotMet => {
            let is_common = |node: &NodeId| case.track.rules.conditions.contains(node);
            let own =
                |part: &usize| !matches!(case.track.rules.nodes.get(*part), Some(Node::Same(node)) if is_common(node));
            let own = parts.positions().filter(own);
            own.for_each(|part| tree.condition(NodeId(part)).into_deciding(&mut steps));
        }
        _ => tree.condition(rule.gate).into_deciding(&mut steps),
    }
    if gate != Truth::NotMet {
        tree.amount(rule.amount).into_steps(&mut steps);
    }
    steps
}

/// The steps to the points of an item, in the order in which they are taken.
pub fn points(case: &Case<'_>, item: AmountId) -> Vec<Step> {
    let mut steps = Vec::new();
    Tree { case }.amount(item).into_steps(&mut steps);
    steps
}

impl Reason {
    /// Descends only into the parts that made the whole what it is.
    fn into_deciding(self, steps: &mut Vec<Step>) {
        let truth = self.truth();
        match self.step {
            Step::All { .. } | Step::Any { .. } | Step::AtLeast { .. } => {
                let alike = self.parts.into_iter().filter(|part| part.truth() == truth);
                alike.for_each(|part| part.into_deciding(steps));
            }
            Step::Not { .. } | Step::Judged { .. } | Step::Reading { .. } => {
                self.parts.into_iter().for_each(|part| part.into_deciding(steps));
            }
            step if !steps.contains(&step) => steps.push(step),
            _ => {}
        }
    }

    /// The steps to an amount, from the facts up, without those that change nothing.
    fn into_steps(self, steps: &mut Vec<Step>) {
        let bringing =
            self.parts.iter().filter(|part| part.amount().is_some_and(|amount| amount != Amount::ZERO)).count();
        let mut parts = self.parts.into_iter();
        match self.step {
            Step::When { truth, .. } => {
                if let Some(condition) = parts.next() {
                    condition.into_deciding(steps);
                }
                // While the condition is open, what it would bring shows in the range of the whole.
                if matches!(truth, Truth::Met | Truth::NotApplicable) {
                    parts.for_each(|part| part.into_steps(steps));
                }
            }
            step => {
                parts.for_each(|part| part.into_steps(steps));
                match step {
                    Step::Reading { .. } => {}
                    Step::Sum { .. } | Step::LargerOf { .. } if bringing < 2 => {}
                    Step::Capped { before, amount, .. } | Step::CappedBy { before, amount, .. } if before == amount => {
                    }
                    step if steps.contains(&step) => {}
                    step => steps.push(step),
                }
            }
        }
    }
}
