//! The facts that can still change something.

use std::collections::BTreeSet;

use super::case::Case;
use super::next_question::next_question;
use super::pass::open::Open;
use super::proposal::is_wanted;
use super::support::MeasureResult;
use crate::model::{Grow, Truth};
use crate::pack::rules::{AmountId, IndicatorRule, MeasureRule, NodeId, Slot, facts_of};

/// What is still to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Fact ids in the order in which the track asks them.
    pub facts: Vec<String>,
    /// The one to ask next: its answer narrows the result most.
    pub next: Option<String>,
}

/// Collects the open facts of a track, and finds the one to ask first.
pub fn missing(case: &Case<'_>) -> Missing {
    let missing = open(case);
    let next = next_question(case, &missing);
    Missing { next: next.into_iter().flat_map(|slot| ids(case, [slot])).next(), facts: ids(case, missing) }
}

/// The open facts of a track alone.
pub fn missing_facts(case: &Case<'_>) -> Vec<String> {
    ids(case, open(case))
}

fn open(case: &Case<'_>) -> Vec<Slot> {
    let (track, rules) = (case.track, case.track.rules);
    let look = look(case);
    let mut open = BTreeSet::new();
    for node in rules.conditions.iter().chain(&rules.priorities) {
        look.condition(*node, &mut open);
    }
    for indicator in &rules.indicators {
        look.indicator(*indicator, &mut open);
    }
    // A veto or a direct way that cannot change whether it passes is not asked.
    rules.score.outcomes().for_each(|node| look.condition(node, &mut open));
    look.points(None, &mut open);
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
    asked.filter(|slot| open.contains(slot)).collect()
}

fn look<'a>(case: &'a Case<'_>) -> Open<'a> {
    case.results.open(case.track, &case.facts, case.choices)
}

/// The open facts under one condition.
pub fn missing_for(case: &Case<'_>, root: NodeId) -> Vec<String> {
    let mut open = BTreeSet::new();
    look(case).condition(root, &mut open);
    ids(case, open)
}

/// The open facts under one amount.
pub fn missing_for_amount(case: &Case<'_>, root: AmountId) -> Vec<String> {
    let mut open = BTreeSet::new();
    look(case).amount(root, &mut open);
    ids(case, open)
}

/// The open facts of one indicator.
pub fn missing_for_indicator(case: &Case<'_>, rule: IndicatorRule) -> Vec<String> {
    let mut open = BTreeSet::new();
    look(case).indicator(rule, &mut open);
    ids(case, open)
}

fn ids(case: &Case<'_>, slots: impl IntoIterator<Item = Slot>) -> Vec<String> {
    slots.into_iter().filter_map(|slot| case.pack().fact_at(slot)).map(|fact| fact.id.clone()).collect()
}

/// Ids of the facts that are known to apply: those a person is asked.
pub fn asked(case: &Case<'_>) -> BTreeSet<String> {
    let is_asked = |id: &&str| case.applies(id) == Truth::Met && is_wanted(case, id);
    let known = facts_of(case.track.track).into_iter().filter(is_asked);
    known.map(ToOwned::to_owned).grown()
}
