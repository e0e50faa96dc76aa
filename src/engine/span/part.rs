//! A component of a track by itself: what it comes to under each combination of its own readings.

use std::collections::{BTreeMap, BTreeSet};

use super::super::facts::Facts;
use super::super::outcome::{Status, status};
use super::super::pass::Results;
use super::super::support::{together, total};
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::component::Component;
use crate::pack::load::TrackRef;
use crate::pack::rules::{CeilingRule, Rules};

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
    /// The places its measures are added up in, in order: groups, and ceilings around groups.
    pub groups: Vec<usize>,
    truths: Vec<Truth>,
    /// So many as there are groups for each combination, one after the other.
    amounts: Vec<Amount>,
    /// So many as there are indicators, and conditions on the score.
    statuses: Vec<Status>,
    points: Vec<Amount>,
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
    let groups = places(track.rules, &track.rules.stack(base).groups);
    let trial = |component| Trial { track, facts, groups: &groups, component };
    let components = track.rules.components.iter().map(|one| trial(one).run(base, &mut results)).collect();
    AddedUp { first, components }
}

/// Each group with the place where it is added up: one of its own, or that of the outermost ceiling around it.
fn places<'a>(rules: &Rules, groups: &'a [Vec<usize>]) -> Vec<(usize, &'a [usize])> {
    let place = |(own, group): (usize, &'a Vec<usize>)| {
        let covers = |ceiling: &CeilingRule| group.iter().all(|measure| ceiling.measures.contains(measure));
        let outermost = rules.ceilings.iter().rposition(covers);
        (outermost.map_or(own, |ceiling| groups.len() + ceiling), group.as_slice())
    };
    groups.iter().enumerate().map(place).collect()
}

struct Trial<'a, 'f> {
    track: TrackRef<'a>,
    facts: &'f Facts,
    /// All groups, each with its place.
    groups: &'f [(usize, &'f [usize])],
    component: &'a Component,
}

impl<'a> Trial<'a, '_> {
    /// Only what turns on the readings of the component is settled anew.
    fn run(&self, base: &Choices, results: &mut Results) -> Tried<'a> {
        let Component { readings, agenda, measures, .. } = self.component;
        let mut places: BTreeMap<usize, Vec<Vec<usize>>> = BTreeMap::new();
        for (place, group) in self.groups {
            let own: Vec<usize> = group.iter().filter(|measure| measures.contains(measure)).copied().collect();
            if !own.is_empty() {
                places.entry(*place).or_default().push(own);
            }
        }
        let (groups, members): (Vec<usize>, Vec<Vec<Vec<usize>>>) = places.into_iter().unzip();
        let mut choices = base.clone();
        let combinations = self.component.combinations().unwrap_or_default();
        let mut tried = Tried {
            component: self.component,
            truths: Vec::with_capacity(combinations),
            amounts: Vec::with_capacity(combinations * groups.len()),
            statuses: Vec::with_capacity(combinations * statuses_of(self.component)),
            points: Vec::with_capacity(combinations),
            groups,
        };
        self.note(results, &members, &mut tried);
        for number in 1..combinations {
            let mut rest = number;
            for (reading, cases) in readings {
                choices.set(*reading, rest % cases);
                rest /= cases;
            }
            results.settle(agenda, self.track, self.facts, &choices);
            self.note(results, &members, &mut tried);
        }
        tried
    }

    /// `members` are the groups of each place, as far as they are the component's own.
    fn note(&self, results: &Results, members: &[Vec<Vec<usize>>], tried: &mut Tried<'_>) {
        let Component { conditions, indicators, scored, has_points, .. } = self.component;
        tried.truths.push(Truth::all(conditions.iter().map(|node| results.truth(*node))));
        tried.amounts.extend(members.iter().map(|groups| together(self.track.rules, results, groups)));
        tried.statuses.extend(indicators.iter().map(|rule| status(*rule, results, self.facts)));
        tried.statuses.extend(scored.iter().map(|node| Status::from(results.truth(*node))));
        let points = || results.points(&self.track.rules.score, None);
        tried.points.push(if *has_points { points() } else { Amount::ZERO });
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
    /// Whether it has measures in one of these groups.
    pub fn is_in(&self, groups: &[usize]) -> bool {
        groups.iter().any(|group| self.groups.binary_search(group).is_ok())
    }

    /// What it comes to under each combination.
    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        (0..self.truths.len()).filter_map(|number| self.part(number))
    }

    fn part(&self, number: usize) -> Option<Part<'_>> {
        let statuses = statuses_of(self.component);
        Some(Part {
            truth: *self.truths.get(number)?,
            amounts: self.amounts.get(number * self.groups.len()..(number + 1) * self.groups.len())?,
            statuses: self.statuses.get(number * statuses..(number + 1) * statuses)?,
            points: *self.points.get(number)?,
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
