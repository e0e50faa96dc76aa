//! The result over every combination of readings.

use super::facts::Facts;
use super::outcome::{Status, Verdict, status, verdict};
use super::pass::Results;
use super::support::total;
use crate::model::Amount;
use crate::pack::Choices;
use crate::pack::load::TrackRef;

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

/// Assesses under every combination. The checker bounds their number.
pub fn span(track: TrackRef<'_>, facts: &Facts) -> Span {
    let readings = &track.rules.readings;
    let sizes: Vec<usize> = readings
        .iter()
        .map(|reading| track.pack.file.readings.get(*reading).map_or(1, |reading| reading.cases.len()))
        .collect();
    let count: usize = sizes.iter().product();
    let mut results = Results::default();
    let mut outcome = |number| {
        let choices = choices(readings, &sizes, number);
        results.renew(track, facts, &choices);
        let statuses = track.rules.indicators.iter().map(|rule| status(*rule, &results, facts)).collect();
        (verdict(track, &results), total(track, &results, &choices), statuses)
    };
    let outcomes: Vec<(Option<Verdict>, Amount, Vec<Status>)> = (0..count).map(&mut outcome).collect();

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
    let total = outcomes.iter().map(|(_, total, _)| *total).reduce(Amount::or).unwrap_or_default();
    let mut verdicts: Vec<Verdict> = outcomes.iter().filter_map(|(verdict, ..)| *verdict).collect();
    verdicts.sort_unstable();
    verdicts.dedup();
    Span { total, verdicts, matters }
}

fn choices(readings: &[usize], sizes: &[usize], number: usize) -> Choices {
    let mut rest = number;
    readings.iter().zip(sizes).fold(Choices::default(), |choices, (reading, size)| {
        let case = rest % size;
        rest /= size;
        choices.with(*reading, case)
    })
}
