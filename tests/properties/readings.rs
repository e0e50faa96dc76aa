//! A reading is said to matter exactly where some combination of readings shows it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use zhice::engine::Verdict;

use super::hold::hold;
use super::naive::{Range, World};
use super::scene::{Scene, built_in_scenes, scenes};

type Combination<'a> = BTreeMap<&'a str, &'a str>;
type Outcome = (Option<Verdict>, Range);

#[test]
fn the_span_is_what_all_combinations_allow_on_random_packs() {
    hold(400, scenes(), |scene| spans(&scene));
}

#[test]
fn the_span_is_what_all_combinations_allow_on_the_packs_that_come_with_the_program() {
    hold(60, built_in_scenes(), |scene| spans(&scene));
}

fn spans(scene: &Scene) -> TestCaseResult {
    let assessment = scene.assess();
    let Some(support) = assessment.support else { return Ok(()) };
    let outcomes = outcomes(scene);
    let least = outcomes.iter().map(|(_, (_, total))| total.least).min();
    let most = outcomes.iter().map(|(_, (_, total))| total.most).max();
    let span = Range::from(support.span);
    prop_assert_eq!((Some(span.least), Some(span.most)), (least, most), "span");
    for reading in &scene.pack.file.readings {
        let stated = support.readings.iter().find(|finding| finding.id == reading.id);
        let matters = stated.is_some_and(|finding| finding.matters);
        prop_assert_eq!(matters, moves(&outcomes, &reading.id), "reading {}", &reading.id);
    }
    Ok(())
}

/// The outcome under every combination of all readings of the pack.
fn outcomes<'a>(scene: &'a Scene) -> Vec<(Combination<'a>, Outcome)> {
    let mut combinations = vec![Combination::new()];
    for reading in &scene.pack.file.readings {
        let with = |case| {
            let add = move |mut combination: Combination<'a>| {
                combination.insert(&reading.id, case);
                combination
            };
            combinations.iter().cloned().map(add)
        };
        combinations = reading.cases.iter().flat_map(|case| with(case.id.as_str())).collect();
    }
    let outcome = |cases: Combination<'a>| {
        let world = World { cases, ..scene.world() };
        (world.verdict(), world.total())
    };
    combinations.into_iter().map(|cases| (cases.clone(), outcome(cases))).collect()
}

/// Whether two combinations that differ in this reading alone come out differently.
fn moves(outcomes: &[(Combination<'_>, Outcome)], reading: &str) -> bool {
    let mut seen: BTreeMap<Combination<'_>, Outcome> = BTreeMap::new();
    outcomes.iter().any(|(cases, outcome)| {
        let mut others = cases.clone();
        others.remove(reading);
        *seen.entry(others).or_insert(*outcome) != *outcome
    })
}
