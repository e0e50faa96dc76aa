//! Sensitivity of the result to one reading: each of its cases is screened in turn, the other choices staying as they
//! are, so that a person who chooses between them sees what each brings.

use super::case::Case;
use super::screen::{Screen, Screener};

/// What each case of a reading makes of the result, in the order of the pack; nothing where there is no such reading.
pub fn effects(case: &Case<'_>, reading: &str) -> Vec<Screen> {
    let readings = &case.pack().file.readings;
    let Some(at) = readings.iter().position(|one| one.id == reading) else { return Vec::new() };
    let cases = readings.get(at).map_or(0, |reading| reading.cases.len());
    let choices = |chosen| case.choices.clone().with(at, chosen);
    (0..cases).map(|chosen| Screener::new(case.track, &choices(chosen)).screen(&case.facts)).collect()
}
