//! A component of a track by itself: what it comes to under each combination of its own readings.

use super::super::facts::Facts;
use super::super::outcome::{Status, status};
use super::super::pass::Results;
use super::super::support::MeasureResult;
use super::Pair;
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::component::Component;
use crate::pack::load::TrackRef;

/// What a component comes to under one combination of its readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub truth: Truth,
    /// The largest of its measures in each group of which one is received.
    pub amounts: Vec<Amount>,
    pub statuses: Vec<Status>,
}

/// A component under every combination: numbered like digits, so that a reading's neighbours lie one stride apart.
pub struct Tried<'a> {
    readings: &'a [(usize, usize)],
    /// The groups its measures stand in, in order.
    pub groups: Vec<usize>,
    parts: Vec<Part>,
}

/// Every component of a track, under one way of adding measures up.
pub fn tried<'a>(track: TrackRef<'a>, facts: &Facts, base: &Choices) -> Vec<Tried<'a>> {
    let mut results = Results::new(track, facts, base);
    let mut group_of = vec![0; track.rules.measures.len()];
    for (group, members) in track.rules.stack(base).groups.iter().enumerate() {
        for member in members {
            if let Some(place) = group_of.get_mut(*member) {
                *place = group;
            }
        }
    }
    let components = track.rules.components.iter();
    components.map(|one| Trial { track, facts, group_of: &group_of, component: one }.run(base, &mut results)).collect()
}

struct Trial<'a, 'f> {
    track: TrackRef<'a>,
    facts: &'f Facts,
    /// For each measure the group it stands in.
    group_of: &'f [usize],
    component: &'a Component,
}

impl<'a> Trial<'a, '_> {
    /// Only what turns on the readings of the component is settled anew.
    fn run(&self, base: &Choices, results: &mut Results) -> Tried<'a> {
        let Component { readings, agenda, measures, .. } = self.component;
        let mut groups: Vec<usize> =
            measures.iter().filter_map(|measure| self.group_of.get(*measure)).copied().collect();
        groups.sort_unstable();
        groups.dedup();
        let mut choices = base.clone();
        let mut parts = vec![self.part(&groups, results)];
        for number in 1..self.component.combinations().unwrap_or_default() {
            let mut rest = number;
            for (reading, cases) in readings {
                choices.set(*reading, rest % cases);
                rest /= cases;
            }
            results.settle(agenda, self.track, self.facts, &choices);
            parts.push(self.part(&groups, results));
        }
        Tried { readings, groups, parts }
    }

    fn part(&self, groups: &[usize], results: &Results) -> Part {
        let Component { conditions, measures, indicators, .. } = self.component;
        let mut amounts = vec![Amount::ZERO; groups.len()];
        for measure in measures {
            let place = self.group_of.get(*measure).and_then(|group| groups.binary_search(group).ok());
            let largest = place.and_then(|place| amounts.get_mut(place));
            if let Some((largest, rule)) = largest.zip(self.track.rules.measures.get(*measure)) {
                *largest = largest.larger(MeasureResult::of(*rule, results).amount);
            }
        }
        Part {
            truth: Truth::all(conditions.iter().map(|node| results.truth(*node))),
            amounts,
            statuses: indicators.iter().map(|rule| status(*rule, results, self.facts)).collect(),
        }
    }
}

impl Tried<'_> {
    /// Whether there is a group in which both have measures.
    pub fn touches(&self, other: &Self) -> bool {
        self.groups.iter().any(|group| other.groups.binary_search(group).is_ok())
    }

    /// Each part once, as far as the verdict and the total can tell, beside itself.
    pub fn alike(&self) -> Vec<Pair<'_>> {
        let mut distinct: Vec<Pair<'_>> = Vec::new();
        for part in &self.parts {
            if !distinct.iter().any(|(one, _)| one.truth == part.truth && one.amounts == part.amounts) {
                distinct.push((part, part));
            }
        }
        distinct
    }

    /// For each reading the parts that differ where it alone is taken otherwise than in its first case.
    pub fn pairs(&self) -> Vec<(usize, Vec<Pair<'_>>)> {
        let mut stride = 1;
        let mut pairs = Vec::new();
        for (reading, cases) in self.readings {
            let first = |number: usize| self.parts.get(number - (number / stride % cases) * stride);
            let mut differing: Vec<Pair<'_>> = Vec::new();
            for (number, part) in self.parts.iter().enumerate() {
                let pair = first(number).map(|first| (first, part));
                differing.extend(pair.filter(|pair| pair.0 != pair.1 && !differing.contains(pair)));
            }
            pairs.push((*reading, differing));
            stride *= cases;
        }
        pairs
    }

    /// The same combinations under another way of adding up, side by side and each pair once.
    pub fn beside<'p>(&'p self, other: &'p Self) -> Vec<Pair<'p>> {
        let mut pairs: Vec<Pair<'p>> = Vec::new();
        for pair in self.parts.iter().zip(&other.parts) {
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        pairs
    }
}
