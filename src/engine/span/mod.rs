//! The result over every combination of readings, worked out by components: readings that share no rule are tried apart,
//! and only what they come to is combined. It equals trying all.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::outcome::Verdict;
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::load::TrackRef;
use crate::pack::rules::StackingRule;

mod difference;
mod part;
mod total;

use difference::{total_differs, total_moves};
use part::{AddedUp, Pair, Tried};

/// What all readings together allow, and which of them move the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// From the lowest to the highest total under any combination.
    pub total: Amount,
    /// Every verdict under some combination.
    pub verdicts: Vec<Verdict>,
    /// For each reading of the track, whether choosing another case can change the result.
    pub matters: Vec<(usize, bool)>,
}

/// Tries every component under its own combinations, and combines what differs. The checker bounds their number.
pub fn span(track: TrackRef<'_>, facts: &Facts) -> Span {
    let rules = track.rules;
    // How measures add up looks at all of them: it is chosen first, and everything else under it.
    let (stacking, bases) = match &rules.stacking {
        StackingRule::Always(_) => (None, vec![Choices::default()]),
        StackingRule::ByReading { reading, cases } => {
            (Some(*reading), (0..cases.len()).map(|case| Choices::default().with(*reading, case)).collect())
        }
    };
    let tried = part::tried(track, facts, &bases);
    let mut total: Option<Amount> = None;
    let mut verdicts = BTreeSet::new();
    let mut moving = BTreeSet::new();
    for AddedUp { components: tried, .. } in &tried {
        let alike: Vec<Vec<Pair<'_>>> = tried.iter().map(Tried::alike).collect();
        let range = total::range(tried, &alike);
        total = Some(total.map_or(range, |total| total.or(range)));
        verdicts.extend(truths(&alike).into_iter().map(|(truth, _)| Verdict::from(truth)));
        for (at, one) in tried.iter().enumerate() {
            for (reading, pairs) in one.pairs(&moving) {
                let verdict = || verdict_moves(&alike, at, &pairs);
                if statuses_differ(&pairs) || verdict() || total_moves(tried, &alike, at, &pairs) {
                    moving.insert(reading);
                }
            }
        }
    }
    if let Some((first, others)) = tried.split_first() {
        let moves = |other: &AddedUp<'_>| first.first != other.first || differ(&first.components, &other.components);
        moving.extend(stacking.filter(|_| others.iter().any(moves)));
    }
    if rules.conditions.is_empty() {
        verdicts.clear();
    }
    Span {
        total: total.unwrap_or_default(),
        verdicts: verdicts.into_iter().collect(),
        matters: rules.readings.iter().map(|reading| (*reading, moving.contains(reading))).collect(),
    }
}

/// Whether two ways of adding up come out differently under some combination of the other readings.
fn differ(from: &[Tried<'_>], to: &[Tried<'_>]) -> bool {
    let beside: Vec<Vec<Pair<'_>>> = from.iter().zip(to).map(|(from, to)| from.beside(to)).collect();
    beside.iter().any(|pairs| statuses_differ(pairs))
        || truths(&beside).into_iter().any(|(from, to)| Verdict::from(from) != Verdict::from(to))
        || total_differs(from, to, &beside)
}

fn statuses_differ(pairs: &[Pair<'_>]) -> bool {
    pairs.iter().any(|(from, to)| from.statuses != to.statuses || from.points != to.points)
}

/// Whether one of these pairs of a component makes another verdict of some combination of the other components.
fn verdict_moves(alike: &[Vec<Pair<'_>>], at: usize, pairs: &[Pair<'_>]) -> bool {
    let differing: Vec<(Truth, Truth)> =
        pairs.iter().map(|(from, to)| (from.truth, to.truth)).filter(|(from, to)| from != to).collect();
    if differing.is_empty() {
        return false;
    }
    let others: Vec<Vec<Pair<'_>>> =
        alike.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, pairs)| pairs.clone()).collect();
    let others = truths(&others);
    differing.iter().any(|(from, to)| {
        others.iter().any(|(other, _)| Verdict::from(other.and(*from)) != Verdict::from(other.and(*to)))
    })
}

/// What the conditions of all components come to together, on both sides, under any combination.
fn truths(components: &[Vec<Pair<'_>>]) -> Vec<(Truth, Truth)> {
    components.iter().fold(vec![(Truth::NotApplicable, Truth::NotApplicable)], |begun, pairs| {
        let mut truths = Vec::new();
        for (before, pair) in begun.iter().flat_map(|before| pairs.iter().map(move |pair| (before, pair))) {
            let both = (before.0.and(pair.0.truth), before.1.and(pair.1.truth));
            if !truths.contains(&both) {
                truths.push(both);
            }
        }
        truths
    })
}
