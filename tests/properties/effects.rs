//! What a case of a reading is said to make of the result is what comes of choosing it.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use zhice::engine::effects::effects;
use zhice::engine::indicators::IndicatorFinding;
use zhice::engine::{Case, Status};
use zhice::model::Amount;

use super::hold::hold;
use super::scene::{Scene, built_in_scenes, scenes};

#[test]
fn a_case_makes_what_choosing_it_makes_on_random_packs() {
    hold(300, scenes(), |scene| same(&scene));
}

#[test]
fn a_case_makes_what_choosing_it_makes_on_the_packs_that_come_with_the_program() {
    hold(100, built_in_scenes(), |scene| same(&scene));
}

fn same(scene: &Scene) -> TestCaseResult {
    let case = Case::on(scene.as_of, scene.track(), &scene.answers, &scene.choices);
    for (position, reading) in scene.pack.file.readings.iter().enumerate() {
        let found = effects(&case, &reading.id);
        prop_assert_eq!(found.len(), reading.cases.len());
        for (chosen, effect) in found.into_iter().enumerate() {
            let scene = Scene { choices: scene.choices.clone().with(position, chosen), ..scene.clone() };
            let assessment = scene.assess();
            let total = assessment.support.as_ref().map_or(Amount::ZERO, |support| support.total);
            prop_assert_eq!((effect.verdict, effect.total), (assessment.eligibility.verdict, total));
            let count = |stands: fn(&IndicatorFinding) -> bool| {
                assessment.indicators.iter().filter(|indicator| stands(indicator)).count()
            };
            prop_assert_eq!(effect.reached, count(|one| one.status == Status::Reached), "reached");
            prop_assert_eq!(effect.short, count(|one| one.status == Status::Short), "short");
            prop_assert_eq!(effect.judged, count(|one| one.status == Status::Judged), "judged");
            prop_assert_eq!(effect.unknown, count(|one| one.status == Status::Unknown), "unknown");
            let rated = |one: &IndicatorFinding| {
                one.status == Status::NotApplicable && one.value.is_some() && one.target.is_none()
            };
            prop_assert_eq!(effect.rated, count(rated), "rated");
        }
    }
    prop_assert_eq!(effects(&case, "no.such.reading"), []);
    Ok(())
}
