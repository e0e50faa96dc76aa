//! Ways to more support: the search for the least change is run once for each measure, and what brings nothing in all is
//! left out, because a measure may only take the place of another.

use std::cmp::Reverse;

use super::super::case::Case;
use super::super::support::total;
use super::goal::Goal;
use super::{Change, Reach, cost, reach};
use crate::model::{AsOf, Quantity};

/// What would bring more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Improvement {
    /// The measures that would bring it, by their places on the track; none where any may.
    pub measures: Vec<usize>,
    /// The ways that bring more in all, the one that brings most first.
    pub reach: Reach,
    /// How much more is certain in all, by each way.
    pub gains: Vec<Quantity>,
}

/// What alters the fewest answers first, then what takes the fewest changes, then what brings most. Where no next amount of a measure brings anything in all,
/// because another is received in its place, the least that does.
pub fn improvements(case: &Case<'_>, today: AsOf) -> Vec<Improvement> {
    let declared = case.track.track.support.iter().flat_map(|support| &support.measures).enumerate();
    let mut found: Vec<Improvement> = Vec::new();
    for (measure, declared) in declared {
        let Some(one) = improvement(case, &Goal::Measure(declared.id.clone()), today) else { continue };
        // What stands in the way of several measures is told once.
        match found.iter_mut().find(|other| other.reach.changes == one.reach.changes) {
            Some(other) => other.measures.push(measure),
            None => found.push(Improvement { measures: vec![measure], ..one }),
        }
    }
    if found.is_empty() {
        let more = total(case.track, &case.results, case.choices).low.plus(Quantity::STEP);
        found.extend(improvement(case, &Goal::Total(more), today));
    }
    found.sort_by_key(|one| (cost(&one.reach.changes), Reverse(one.gains.first().copied())));
    found
}

/// The ways to a goal that bring more in all; nothing where none does.
fn improvement(case: &Case<'_>, goal: &Goal, today: AsOf) -> Option<Improvement> {
    let found = reach(case, goal, today).ok()?;
    let before = total(case.track, &case.results, case.choices).low;
    let gain = |way: &Vec<Change>| {
        let mut answers = case.answers.clone().into_owned();
        for change in way {
            answers.set(change.fact.clone(), change.to.clone());
        }
        let changed = Case::on(today, case.track, &answers, case.choices);
        total(case.track, &changed.results, case.choices).low.minus(before)
    };
    let ways = std::iter::once(found.changes).chain(found.alternatives);
    let mut ways: Vec<(Quantity, Vec<Change>)> = ways.map(|way| (gain(&way), way)).collect();
    ways.retain(|(gain, _)| gain.is_positive());
    ways.sort_by_key(|(gain, _)| Reverse(*gain));
    let (gains, mut ways): (Vec<_>, Vec<_>) = ways.into_iter().unzip();
    let alternatives = ways.split_off(ways.len().min(1));
    let changes = ways.pop()?;
    Some(Improvement { measures: Vec::new(), reach: Reach { changes, alternatives, ..found }, gains })
}
