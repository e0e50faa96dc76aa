//! The result over every combination of readings.

use super::assess::{Verdict, verdict};
use super::facts::Facts;
use super::pass::Results;
use super::support::support;
use crate::model::Amount;
use crate::pack::Choices;
use crate::pack::load::TrackRef;

/// What all readings together allow, and which of them move the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// From the lowest to the highest total under any combination.
    pub total: Amount,
    /// For each reading of the track, whether choosing another case can change the verdict or the total.
    pub matters: Vec<(usize, bool)>,
}

type Outcome = (Option<Verdict>, Amount);

/// Assesses under every combination. The checker bounds their number.
pub fn span(track: TrackRef<'_>, facts: &Facts) -> Span {
    let readings = &track.rules.readings;
    let sizes: Vec<usize> = readings
        .iter()
        .map(|reading| track.pack.file.readings.get(*reading).map_or(1, |reading| reading.cases.len()))
        .collect();
    let count: usize = sizes.iter().product();
    let outcomes: Vec<Outcome> =
        (0..count).map(|number| outcome(track, facts, &choices(readings, &sizes, number))).collect();

    // Combinations are numbered like digits: a reading's neighbours lie one stride apart.
    let mut stride = 1;
    let mut matters = Vec::new();
    for (reading, size) in readings.iter().zip(&sizes) {
        let first_case = |number: usize| number - (number / stride % size) * stride;
        let moved =
            outcomes.iter().enumerate().any(|(number, outcome)| outcomes.get(first_case(number)) != Some(outcome));
        matters.push((*reading, moved));
        stride *= size;
    }
    let total = outcomes.iter().map(|(_, total)| *total).reduce(Amount::or).unwrap_or_default();
    Span { total, matters }
}

fn choices(readings: &[usize], sizes: &[usize], number: usize) -> Choices {
    let mut rest = number;
    readings.iter().zip(sizes).fold(Choices::default(), |choices, (reading, size)| {
        let case = rest % size;
        rest /= size;
        choices.with(*reading, case)
    })
}

fn outcome(track: TrackRef<'_>, facts: &Facts, choices: &Choices) -> Outcome {
    let results = Results::new(track, facts, choices);
    (verdict(track, &results), support(track, &results, choices).total)
}

/// The total under each case of one reading, the other choices staying as they are.
pub fn by_case(track: TrackRef<'_>, facts: &Facts, chosen: &Choices, reading: usize) -> Vec<Amount> {
    let cases = track.pack.file.readings.get(reading).map_or(0, |reading| reading.cases.len());
    (0..cases).map(|case| outcome(track, facts, &chosen.clone().with(reading, case)).1).collect()
}
