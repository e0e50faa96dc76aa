//! A component of a track by itself: what it comes to under each combination of its own readings.

use std::collections::BTreeSet;

use super::super::facts::Facts;
use super::super::outcome::{Status, status};
use super::super::pass::Results;
use super::super::support::{together, total};
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::component::{Component, Place};
use crate::pack::load::TrackRef;

/// What a component comes to under one combination of its readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'p> {
    pub truth: Truth,
    /// What its measures bring in each place: the largest of a group of which one is received, or all under a ceiling.
    pub amounts: &'p [Amount],
    /// How its indicators stand, and what is asked of the score.
    pub statuses: &'p [Status],
    /// The points of the score, where they are its own.
    pub points: Amount,
}

/// Two parts of one component of which one may stand in the place of the other.
pub type Pair<'p> = (Part<'p>, Part<'p>);

/// A component under every combination: numbered like digits, so that a reading's neighbours lie one stride apart.
pub struct Tried<'a> {
    component: &'a Component,
    places: &'a [Place],
    truths: Vec<Truth>,
    /// So many as there are places for each combination, one after the other.
    amounts: Vec<Amount>,
    /// So many as there are indicators, and conditions on the score.
    statuses: Vec<Status>,
    /// Where the points of the score are its own.
    points: Vec<Amount>,
}

/// Every component of a track, under one way of adding measures up.
pub struct AddedUp<'a> {
    /// The total where every other reading is taken in its first case.
    pub first: Amount,
    pub components: Vec<Tried<'a>>,
}

/// Tries every component for each way of adding measures up, which its base chooses. Where nothing else turns on that,
/// one run serves all.
pub fn tried<'a>(track: TrackRef<'a>, facts: &Facts, bases: &[Choices]) -> Vec<AddedUp<'a>> {
    let at_once = if track.rules.stacks_alike { bases.len() } else { 1 };
    let mut ways: Vec<AddedUp<'a>> = Vec::with_capacity(bases.len());
    for bases in bases.chunks(at_once.max(1)) {
        let Some(base) = bases.first() else { continue };
        let (from, mut results) = (ways.len(), Results::new(track, facts, base));
        let totals = bases.iter().map(|base| total(track, &results, base));
        ways.extend(
            totals.map(|first| AddedUp { first, components: Vec::with_capacity(track.rules.components.len()) }),
        );
        for component in &track.rules.components {
            let places = component.places.get(from..from + bases.len()).unwrap_or_default();
            let tried = Trial { track, facts, component, places }.run(base, &mut results);
            ways.iter_mut().skip(from).zip(tried).for_each(|(way, tried)| way.components.push(tried));
        }
    }
    ways
}

struct Trial<'a, 'f> {
    track: TrackRef<'a>,
    facts: &'f Facts,
    component: &'a Component,
    /// For each way of adding up that is tried.
    places: &'a [Vec<Place>],
}

impl<'a> Trial<'a, '_> {
    /// Only what turns on the readings of the component is settled anew.
    fn run(&self, base: &Choices, results: &mut Results) -> Vec<Tried<'a>> {
        let Component { readings, agenda, .. } = self.component;
        let combinations = self.component.combinations().unwrap_or_default();
        let begun = |places: &'a Vec<Place>| Tried {
            component: self.component,
            places,
            truths: Vec::with_capacity(combinations),
            amounts: Vec::with_capacity(combinations * places.len()),
            statuses: Vec::with_capacity(combinations * statuses_of(self.component)),
            points: Vec::new(),
        };
        let mut tried: Vec<Tried<'a>> = self.places.iter().map(begun).collect();
        self.note(results, &mut tried);
        let mut choices = base.clone();
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

    fn note(&self, results: &Results, tried: &mut [Tried<'_>]) {
        let Component { conditions, indicators, scored, has_points, .. } = self.component;
        let truth = Truth::all(conditions.iter().map(|node| results.truth(*node)));
        let points = has_points.then(|| results.points(&self.track.rules.score, None));
        for way in tried {
            way.truths.push(truth);
            way.amounts.extend(way.places.iter().map(|place| together(self.track.rules, results, &place.groups)));
            way.statuses.extend(indicators.iter().map(|rule| status(*rule, results, self.facts)));
            way.statuses.extend(scored.iter().map(|node| Status::from(results.truth(*node))));
            way.points.extend(points);
        }
    }
}

/// How many statuses a component has under one combination.
fn statuses_of(component: &Component) -> usize {
    component.indicators.len() + component.scored.len()
}

impl Part<'_> {
    /// What its groups come to together.
    pub fn sum(&self) -> Amount {
        self.amounts.iter().copied().fold(Amount::ZERO, Amount::plus)
    }
}

impl Tried<'_> {
    /// The places its measures are added up in, in order.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.places.iter().map(|place| place.number)
    }

    /// Whether it has measures in one of these places.
    pub fn is_in(&self, places: &[usize]) -> bool {
        self.places().any(|place| places.contains(&place))
    }

    /// What it comes to under each combination.
    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        (0..self.truths.len()).filter_map(|number| self.part(number))
    }

    fn part(&self, number: usize) -> Option<Part<'_>> {
        let statuses = statuses_of(self.component);
        Some(Part {
            truth: *self.truths.get(number)?,
            amounts: self.amounts.get(number * self.places.len()..(number + 1) * self.places.len())?,
            statuses: self.statuses.get(number * statuses..(number + 1) * statuses)?,
            points: self.points.get(number).copied().unwrap_or_default(),
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
        // Most often nothing of it turns on any reading for this applicant.
        if self.part(0).is_none_or(|first| self.parts().all(|part| part == first)) {
            return pairs;
        }
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
