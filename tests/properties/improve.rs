//! A way to more support brings what it says it does.

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::json;
use zhice::engine::reach::improve::{Improvement, improvements};
use zhice::engine::reach::{Change, cost};
use zhice::engine::{Assessment, Case};
use zhice::model::{Lang, Quantity};

use super::hold::hold;
use super::scene::{BUILT_IN, Scene, built_in_scenes, scenes};

#[test]
fn a_way_gains_what_it_says_on_random_packs() {
    hold(150, scenes(), |scene| gains(&scene));
}

#[test]
fn a_way_gains_what_it_says_on_the_packs_that_come_with_the_program() {
    hold(40, built_in_scenes(), |scene| gains(&scene));
}

#[test]
fn an_agency_is_told_that_a_licence_opens_what_its_won_case_brings() {
    let pack = BUILT_IN.iter().find(|pack| pack.file.id == "zibo-2020-zone").unwrap();
    let scene = Scene {
        track: "agency".to_owned(),
        answers: pack.take_answers(&json!({ "agency.in_zone": true, "agency.cases_won": 1 })).unwrap(),
        later: Vec::new(),
        as_of: "2020-10-01".parse().unwrap(),
        choices: zhice::pack::Choices::default(),
        pack: pack.clone(),
    };
    let found = improve(&scene);
    let said = |one: &Improvement| {
        let facts: Vec<&str> = one.reach.changes.iter().map(|change| change.fact.as_str()).collect();
        (facts.join(" "), one.gains.first().map(|gain| Lang::En.money(*gain)).unwrap())
    };
    let said: Vec<(String, String)> = found.iter().map(said).collect();
    let first = said.first().map(|(facts, gain)| (facts.as_str(), gain.as_str()));
    assert_eq!(first, Some(("agency.patent_licensed", "CNY 50,000")), "{said:?}");
}

fn improve(scene: &Scene) -> Vec<Improvement> {
    improvements(&Case::on(scene.as_of, scene.track(), &scene.answers, &scene.choices), scene.as_of)
}

fn after(scene: &Scene, way: &[Change]) -> Assessment {
    let mut scene = scene.clone();
    for change in way {
        scene.answers.set(&change.fact, change.to.clone());
    }
    scene.assess()
}

fn certain(assessment: &Assessment) -> Quantity {
    assessment.support.as_ref().map_or(Quantity::ZERO, |support| support.total.low)
}

fn gains(scene: &Scene) -> TestCaseResult {
    let before = scene.assess();
    let found = improve(scene);
    for Improvement { measures, reach, gains } in &found {
        let ways: Vec<&Vec<Change>> = std::iter::once(&reach.changes).chain(&reach.alternatives).collect();
        prop_assert_eq!(ways.len(), gains.len(), "a gain for each way");
        prop_assert!(gains.is_sorted_by(|one, next| one >= next), "what brings most comes first: {:?}", gains);
        for (way, gain) in ways.into_iter().zip(gains) {
            prop_assert!(gain.is_positive() && !way.is_empty(), "{:?} brings nothing", way);
            prop_assert_eq!(certain(&after(scene, way)).minus(certain(&before)), *gain, "{:?}", way);
        }
        let after = after(scene, &reach.changes);
        let low = |assessment: &Assessment, at: usize| assessment.support.as_ref().unwrap().measures[at].amount.low;
        for at in measures {
            prop_assert!(low(&after, *at) > low(&before, *at), "measure {} is not among those that bring it", at);
        }
    }
    let costs: Vec<_> = found.iter().map(|one| cost(&one.reach.changes)).collect();
    prop_assert!(costs.is_sorted(), "what alters and changes the fewest answers comes first: {:?}", costs);
    Ok(())
}
