//! A reading is said to matter exactly where some combination of readings shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value as Json, json};
use zhice::engine::Verdict;
use zhice::engine::outcome::Status;
use zhice::model::Date;
use zhice::pack::score::Score;
use zhice::pack::{Choices, Pack};

use super::hold::hold;
use super::naive::{Range, Says, World};
use super::scene::{Scene, built_in_scenes, scenes};

type Combination<'a> = BTreeMap<&'a str, &'a str>;
/// What a reading can move: the verdict, the total, where each indicator stands, and the points with what comes of them.
type Outcome = (Option<Verdict>, Range, Vec<Status>, Option<(Range, Vec<Says>)>);

#[test]
fn the_span_is_what_all_combinations_allow_on_random_packs() {
    hold(400, scenes(), |scene| spans(&scene));
}

#[test]
fn the_span_is_what_all_combinations_allow_on_the_packs_that_come_with_the_program() {
    hold(200, built_in_scenes(), |scene| spans(&scene));
}

/// What matters is where each indicator stands, not how many stand there.
#[test]
fn a_reading_that_exchanges_two_indicators_matters() {
    let (yes, no) = (json!({ "is": "body.plan" }), json!({ "not": { "is": "body.plan" } }));
    let indicator = |id: &str, over: &Json, from: &Json| {
        let cases = json!([{ "case": "over", "then": over }, { "case": "from", "then": from }]);
        json!({
            "id": id,
            "title": { "zh": "文", "en": "text" },
            "measured": { "checklist": [{ "by_reading": { "reading": "sample.over", "cases": cases } }] },
            "cite": "第一条"
        })
    };
    let mut file: Json = serde_json::from_str(include_str!("../packs/good/sample.json")).unwrap();
    file["tracks"][0]["indicators"] = json!([indicator("one", &yes, &no), indicator("other", &no, &yes)]);
    let pack = Pack::load(&file.to_string()).unwrap().pack;
    let scene = Scene {
        track: "apply".to_owned(),
        answers: pack.take_answers(&json!({ "body.plan": true })).unwrap(),
        later: Vec::new(),
        as_of: Date::new(2020, 10, 1).unwrap(),
        choices: Choices::default(),
        pack: Arc::new(pack),
    };
    spans(&scene).unwrap();
}

fn spans(scene: &Scene) -> TestCaseResult {
    let assessment = scene.assess();
    let outcomes = outcomes(scene);
    let verdicts: BTreeSet<Verdict> = outcomes.iter().filter_map(|(_, (verdict, ..))| *verdict).collect();
    prop_assert_eq!(&assessment.eligibility.span, &verdicts.into_iter().collect::<Vec<_>>(), "verdicts");
    for reading in &scene.pack.file.readings {
        let stated = assessment.readings.iter().find(|finding| finding.id == reading.id);
        let matters = stated.is_some_and(|finding| finding.matters);
        prop_assert_eq!(matters, moves(&outcomes, &reading.id), "reading {}", &reading.id);
        let chosen = scene.world().cases.get(reading.id.as_str()).copied();
        prop_assert!(stated.is_none_or(|finding| Some(finding.case.as_str()) == chosen), "case of {}", &reading.id);
    }
    if let Some(support) = assessment.support {
        let least = outcomes.iter().map(|(_, (_, total, ..))| total.least).min();
        let most = outcomes.iter().map(|(_, (_, total, ..))| total.most).max();
        let span = Range::from(support.span);
        prop_assert_eq!((Some(span.least), Some(span.most)), (least, most), "span");
        prop_assert_eq!(support.readings, assessment.readings, "the readings beside the support");
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
        let statuses = world.indicators().into_iter().map(|stands| stands.status).collect();
        let graded = |score: &'a Score| {
            let grades = score.grades.iter().map(|grade| world.graded(score, grade.from));
            (world.points(score), [world.passes(score)].into_iter().chain(grades).collect())
        };
        (world.verdict(), world.total(), statuses, world.track.score.as_ref().map(graded))
    };
    combinations.into_iter().map(|cases| (cases.clone(), outcome(cases))).collect()
}

/// Whether two combinations that differ in this reading alone come out differently.
fn moves(outcomes: &[(Combination<'_>, Outcome)], reading: &str) -> bool {
    let mut seen: BTreeMap<Combination<'_>, Outcome> = BTreeMap::new();
    outcomes.iter().any(|(cases, outcome)| {
        let mut others = cases.clone();
        others.remove(reading);
        *seen.entry(others).or_insert_with(|| outcome.clone()) != *outcome
    })
}
