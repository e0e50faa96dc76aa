//! The engine and the second evaluator agree.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use zhice::engine::{Assessment, Verdict};
use zhice::model::Truth;

use super::hold::hold;
use super::naive::{Brings, Range, Says, standing};
use super::scene::{Scene, built_in_scenes, scenes};

#[test]
fn both_agree_on_random_packs() {
    hold(1_000, scenes(), |scene| agree(&scene));
}

#[test]
fn both_agree_on_the_packs_that_come_with_the_program() {
    hold(300, built_in_scenes(), |scene| agree(&scene));
}

fn agree(scene: &Scene) -> TestCaseResult {
    let (assessment, world) = (scene.assess(), scene.world());
    let says = |findings: &[zhice::engine::assess::Finding]| -> Vec<Says> {
        findings.iter().map(|finding| finding.truth.into()).collect()
    };
    prop_assert_eq!(says(&assessment.eligibility.conditions), world.conditions(), "conditions");
    prop_assert_eq!(says(&assessment.priorities), world.priorities(), "priorities");
    prop_assert_eq!(assessment.eligibility.verdict, world.verdict(), "verdict");
    prop_assert_eq!(assessment.standing, standing(&scene.pack.file.standing, scene.as_of), "standing");
    prop_assert_eq!(assessment.support.is_some(), world.track.support.is_some(), "support");
    if let Some(support) = &assessment.support {
        let brings = |measure: &zhice::engine::assess::MeasureFinding| Brings {
            truth: measure.truth.into(),
            amount: measure.amount.into(),
        };
        prop_assert_eq!(support.measures.iter().map(brings).collect::<Vec<_>>(), world.measures(), "measures");
        prop_assert_eq!(Range::from(support.total), world.total(), "total");
        prop_assert_eq!(&support.chosen, &world.chosen(), "chosen");
        let by_form = support.by_form.iter().map(|(form, amount)| (*form, Range::from(*amount)));
        prop_assert_eq!(by_form.collect::<BTreeMap<_, _>>(), world.by_form(), "by form");
    }
    missing_is_consistent(scene, &assessment)
}

/// What is missing is open, applies, and is listed in the order in which it is asked; and something is missing
/// wherever something is open.
fn missing_is_consistent(scene: &Scene, assessment: &Assessment) -> TestCaseResult {
    let world = scene.world();
    let open = |id: &str| {
        let applies = matches!(world.applies(id), Says::Yes | Says::Void);
        scene.answers.get(id).is_none() && applies
    };
    let missing: Vec<&str> = assessment.missing.iter().map(String::as_str).collect();
    let in_order: Vec<&str> = world.asked().into_iter().filter(|id| missing.contains(id)).collect();
    prop_assert_eq!(&missing, &in_order, "asked once each, in order, on this track");
    for id in &missing {
        prop_assert!(open(id), "{} is missing, but answered or not to be asked", id);
    }
    for finding in assessment.eligibility.conditions.iter().chain(&assessment.priorities) {
        let unknown = finding.truth == Truth::Unknown;
        prop_assert_eq!(unknown, !finding.missing.is_empty(), "{} misses {:?}", &finding.id, &finding.missing);
        for id in &finding.missing {
            prop_assert!(missing.contains(&id.as_str()), "{} misses {}, the track does not", &finding.id, id);
        }
    }
    let deciding =
        |id: &&&str| assessment.eligibility.conditions.iter().any(|one| one.missing.iter().any(|m| m == **id));
    let next = missing.iter().find(deciding).or(missing.first()).copied();
    prop_assert_eq!(assessment.next.as_deref(), next, "what the verdict waits for is asked first");
    if assessment.eligibility.verdict == Some(Verdict::Undetermined) {
        prop_assert!(next.is_some(), "undetermined, but nothing to ask");
    }
    Ok(())
}
