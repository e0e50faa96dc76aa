//! The least change that reaches a goal: as few given answers altered as possible, then as few facts changed, each moved
//! as little as possible.

mod goal;
pub mod improve;
mod options;
mod search;
mod solve;

use std::collections::BTreeSet;

use serde::Serialize;

use super::case::Case;
use super::known::Known;
use crate::model::{AsOf, Grow, Value};
use crate::pack::rules::{Node, Slot, facts_of};

pub use goal::{Goal, GoalError};
use search::Search;

/// What has to change, or that nothing the applicant can change will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reach {
    pub goal: String,
    pub reachable: bool,
    /// Empty where the goal is reached already.
    pub changes: Vec<Change>,
    /// Other ways that alter and change as few.
    pub alternatives: Vec<Vec<Change>>,
    /// Facts that stand at an option whose merit the authority judges, so that no answer settles the goal.
    pub discretion: Vec<String>,
    /// Whether every smaller set of changes was ruled out. Where there are too many to try, a set from which nothing can
    /// be left out is given instead.
    pub proven: bool,
}

/// One fact that becomes another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    pub fact: String,
    /// `null` where it is not answered yet.
    pub from: Option<Value>,
    /// Of a text, `…`: any words will do.
    pub to: Value,
}

/// What a way asks of the applicant, the less the better: answers to alter, and changes in all.
pub fn cost(way: &[Change]) -> (usize, usize) {
    (way.iter().filter(|change| change.from.is_some()).count(), way.len())
}

/// Looks for the least change. Facts that are answered and `fixed` stay; one that is fixed and open may still turn out
/// either way. A date that only has to be given is given as `today`.
pub fn reach(case: &Case<'_>, goal: &Goal, today: AsOf) -> Result<Reach, GoalError> {
    let aims = goal.aims(case)?;
    let facts: BTreeSet<Slot> = aims.pieces.iter().flat_map(|aim| aim.facts(case)).grown();
    let found = Search::new(case).run(&aims);
    let ways: Vec<Vec<Change>> = found.ways.iter().map(|way| changes(case, way, today)).collect();
    let mut ways = ways.into_iter();
    let first = ways.next();
    Ok(Reach {
        goal: goal.to_string(),
        reachable: first.is_some(),
        changes: first.unwrap_or_default(),
        alternatives: ways.collect(),
        discretion: left_to_the_authority(case, &facts),
        proven: found.proven,
    })
}

fn left_to_the_authority(case: &Case<'_>, facts: &BTreeSet<Slot>) -> Vec<String> {
    let judged = |slot: &&Slot| {
        case.track.rules.nodes.iter().any(|node| match (node, case.facts.get(**slot)) {
            (Node::OneOf { fact, discretion, .. }, Known::Option(chosen)) => {
                fact.slot == **slot && discretion & (1_u64 << chosen) != 0
            }
            _ => false,
        })
    };
    let ids = facts.iter().filter(judged).filter_map(|slot| case.pack().fact_at(*slot));
    ids.map(|fact| fact.id.clone()).collect()
}

/// In the order in which the facts are asked.
fn changes(case: &Case<'_>, way: &[(Slot, Known)], today: AsOf) -> Vec<Change> {
    let change = |id: &str| {
        let slot = case.pack().slot(id)?;
        let (_, known) = way.iter().find(|(changed, _)| *changed == slot)?;
        let to = value(case, slot, *known, today)?;
        Some(Change { fact: id.to_owned(), from: case.answers.get(id).cloned(), to })
    };
    facts_of(case.track.track).into_iter().filter_map(change).collect()
}

fn value(case: &Case<'_>, slot: Slot, known: Known, today: AsOf) -> Option<Value> {
    let fact = case.pack().fact_at(slot)?;
    let option = |index: usize| fact.options.get(index).map(|option| option.id.clone());
    Some(match known {
        Known::Unknown | Known::Between(..) => return None,
        Known::Bool(value) => Value::Bool(value),
        Known::Number(number) => Value::Number(number),
        Known::Option(index) => Value::Choice(option(index)?),
        Known::Options(mask) => {
            let held = (0..fact.options.len()).filter(|index| mask & (1_u64 << index) != 0);
            Value::Set(held.filter_map(option).grown())
        }
        Known::Day(day) => Value::Date(day),
        Known::Given if fact.kind == crate::model::Kind::Date => Value::Date(today),
        Known::Given => Value::Text("…".to_owned()),
    })
}
