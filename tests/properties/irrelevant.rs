//! A fact that is not asked for changes nothing.

use proptest::prelude::*;
use zhice::engine::{Assessment, Verdict};
use zhice::model::{Amount, Truth};
use zhice::pack::Condition;

use super::hold::hold;
use super::naive::{Says, Stands};
use super::scene::{Scene, amounts, scenes, truths};
use super::thresholds::conditions;

/// A fact that waits for another, or for the authority, to say whether it applies is not asked for yet, though it may
/// matter later; the law is about all others.
#[test]
fn a_fact_that_is_not_missing_changes_no_result() {
    hold(1_000, scenes(), |scene| {
        let before = scene.assess();
        for (fact, value) in &scene.later {
            if waits(&scene, fact) || before.missing.contains(fact) {
                continue;
            }
            let after = scene.knowing(fact, value).assess();
            prop_assert_eq!(results(&before), results(&after), "{} is not missing, but moves the result", fact);
        }
        Ok(())
    });
}

/// Even a fact that still waits never settles a condition; all it can do is narrow an amount.
#[test]
fn a_fact_that_waits_for_another_settles_no_condition() {
    hold(200, scenes(), |scene| {
        let of_conditions = |scene: &Scene| -> Vec<Truth> {
            let eligibility = scene.assess().eligibility;
            eligibility.conditions.into_iter().map(|condition| condition.truth).collect()
        };
        let before = of_conditions(&scene);
        for (fact, value) in scene.later.iter().filter(|(fact, _)| waits(&scene, fact) && !is_reckoned(&scene, fact)) {
            prop_assert_eq!(&before, &of_conditions(&scene.knowing(fact, value)), "{} settles a condition", fact);
        }
        Ok(())
    });
}

#[test]
fn a_fact_of_another_track_changes_nothing_at_all() {
    hold(160, scenes(), |mut scene| {
        let before = serde_json::to_string(&scene.assess()).unwrap();
        let asked: Vec<String> = scene.world().asked().into_iter().map(str::to_owned).collect();
        for (fact, value) in std::mem::take(&mut scene.later) {
            if !asked.contains(&fact) {
                scene.answers.set(&fact, value);
                prop_assert_eq!(&before, &serde_json::to_string(&scene.assess()).unwrap(), "{}", fact);
            }
        }
        Ok(())
    });
}

type Results = (Option<Verdict>, Vec<(String, Truth)>, Vec<(String, Amount)>, Vec<Stands>);

/// Everything that counts as a result, without the words about how it came about.
fn results(assessment: &Assessment) -> Results {
    let indicators = assessment.indicators.iter().map(Stands::from).collect();
    (assessment.eligibility.verdict, truths(assessment), amounts(assessment), indicators)
}

/// Whether it is still open if a fact of the track applies at all.
fn waits(scene: &Scene, fact: &str) -> bool {
    let world = scene.world();
    world.asked().contains(&fact) && matches!(world.applies(fact), Says::Open | Says::Left)
}

/// Whether a fact is worked into a number, where nothing is the same whether it applies or not.
fn is_reckoned(scene: &Scene, fact: &str) -> bool {
    let reckons = |condition: &&Condition| matches!(condition, Condition::CompareNumbers(_));
    conditions(&scene.pack.file).into_iter().filter(reckons).any(|one| one.facts().contains(&fact))
}
