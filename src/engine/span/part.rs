//! A component of a track by itself: what it comes to under each combination of its own readings.

use std::collections::BTreeSet;

use super::super::facts::Facts;
use super::super::outcome::{Status, status};
use super::super::pass::Results;
use super::super::support::{MeasureResult, total};
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::component::Component;
use crate::pack::load::TrackRef;

/// What a component comes to under one combination of its readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'p> {
    pub truth: Truth,
    /// The largest of its measures in each group of which one is received.
    pub amounts: &'p [Amount],
    pub statuses: &'p [Status],
}

/// Two parts of one component of which one may stand in the place of the other.
pub type Pair<'p> = (Part<'p>, Part<'p>);

/// A component under every combination: numbered like digits, so that a reading's neighbours lie one stride apart.
pub struct Tried<'a> {
    component: &'a Component,
    /// The groups its measures stand in, in order.
    pub groups: Vec<usize>,
    truths: Vec<Truth>,
    /// So many as there are groups for each combination, one after the other.
    amounts: Vec<Amount>,
    /// So many as there are indicators.
    statuses: Vec<Status>,
}

/// Every component of a track, under one way of adding measures up.
pub struct AddedUp<'a> {
    /// The total where every other reading is taken in its first case.
    pub first: Amount,
    pub components: Vec<Tried<'a>>,
}

/// Tries every component, how measures add up being chosen.
pub fn tried<'a>(track: TrackRef<'a>, facts: &Facts, base: &Choices) -> AddedUp<'a> {
    let mut results = Results::new(track, facts, base);
    let first = total(track, &results, base);
    let mut group_of = vec![0; track.rules.measures.len()];
    for (group, members) in track.rules.stack(base).groups.iter().enumerate() {
        for member in members {
            if let Some(place) = group_of.get_mut(*member) {
                *place = group;
            }
        }
    }
    let trial = |component| Trial { track, facts, group_of: &group_of, component };
    let components = track.rules.components.iter().map(|one| trial(one).run(base, &mut results)).collect();
    AddedUp { first, components }
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
        let combinations = self.component.combinations().unwrap_or_default();
        let mut tried = Tried {
            component: self.component,
            truths: Vec::with_capacity(combinations),
            amounts: Vec::with_capacity(combinations * groups.len()),
            statuses: Vec::with_capacity(combinations * self.component.indicators.len()),
            groups,
        };
        self.note(results, &mut tried);
        for number in 1..combinations {
            let mut rest = number;
            for (reading, cases) in readings {
                choices.set(*reading, rest % cases);
                rest /= cases;
            }
            results.settle(agenda, self.track, self.facts, &choices);
            self.note(results, &mut tried);
        }
        tried
    }

    fn note(&self, results: &Results, tried: &mut Tried<'_>) {
        let Component { conditions, measures, indicators, .. } = self.component;
        tried.truths.push(Truth::all(conditions.iter().map(|node| results.truth(*node))));
        let start = tried.amounts.len();
        tried.amounts.resize(start + tried.groups.len(), Amount::ZERO);
        for measure in measures {
            let place = self.group_of.get(*measure).and_then(|group| tried.groups.binary_search(group).ok());
            let largest = place.and_then(|place| tried.amounts.get_mut(start + place));
            if let Some((largest, rule)) = largest.zip(self.track.rules.measures.get(*measure)) {
                *largest = largest.larger(MeasureResult::of(*rule, results).amount);
            }
        }
        tried.statuses.extend(indicators.iter().map(|rule| status(*rule, results, self.facts)));
    }
}

impl Part<'_> {
    /// What its groups come to together.
    pub fn sum(&self) -> Amount {
        self.amounts.iter().copied().fold(Amount::ZERO, Amount::plus)
    }
}

impl Tried<'_> {
    /// Whether it has measures in one of these groups.
    pub fn is_in(&self, groups: &[usize]) -> bool {
        groups.iter().any(|group| self.groups.binary_search(group).is_ok())
    }

    /// What it comes to under each combination.
    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        (0..self.truths.len()).filter_map(|number| self.part(number))
    }

    fn part(&self, number: usize) -> Option<Part<'_>> {
        let indicators = self.component.indicators.len();
        Some(Part {
            truth: *self.truths.get(number)?,
            amounts: self.amounts.get(number * self.groups.len()..(number + 1) * self.groups.len())?,
            statuses: self.statuses.get(number * indicators..(number + 1) * indicators)?,
        })
    }

    /// Each part once, as far as the verdict and the total can tell, beside itself.
    pub fn alike(&self) -> Vec<Pair<'_>> {
        let mut distinct: Vec<Pair<'_>> = Vec::new();
        for part in self.parts() {
            if !distinct.iter().any(|(one, _)| one.truth == part.truth && one.amounts == part.amounts) {
                distinct.push((part, part));
            }
        }
        distinct
    }

    /// For each reading but these, the parts that differ where it alone is taken otherwise than in its first case.
    pub fn pairs(&self, but: &BTreeSet<usize>) -> Vec<(usize, Vec<Pair<'_>>)> {
        let mut stride = 1;
        let mut pairs = Vec::new();
        for (reading, cases) in &self.component.readings {
            if !but.contains(reading) {
                let first = |number: usize| self.part(number - (number / stride % cases) * stride);
                let mut differing: Vec<Pair<'_>> = Vec::new();
                for (number, part) in self.parts().enumerate() {
                    let pair = first(number).map(|first| (first, part));
                    differing.extend(pair.filter(|pair| pair.0 != pair.1 && !differing.contains(pair)));
                }
                pairs.push((*reading, differing));
            }
            stride *= cases;
        }
        pairs
    }

    /// The same combinations under another way of adding up, side by side and each pair once.
    pub fn beside<'p>(&'p self, other: &'p Self) -> Vec<Pair<'p>> {
        let mut pairs: Vec<Pair<'p>> = Vec::new();
        for pair in self.parts().zip(other.parts()) {
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        pairs
    }
}
