//! The question asked next is one that is missing, and no other missing one narrows the result more.

use proptest::prelude::*;
use zhice::engine::{Assessment, Verdict};
use zhice::model::{Kind, Truth, Value};

use super::hold::hold;
use super::scene::{Scene, scenes};

#[test]
fn there_is_a_next_question_while_something_is_missing() {
    hold(300, scenes(), |scene| {
        let assessment = scene.assess();
        match &assessment.next {
            Some(next) => prop_assert!(assessment.missing.contains(next)),
            None => prop_assert!(assessment.missing.is_empty()),
        }
        Ok(())
    });
}

/// Among facts of yes and no, where nothing but the verdict and the conditions is at stake.
#[test]
fn no_other_question_leaves_less_open() {
    hold(300, scenes(), |scene| {
        let assessment = scene.assess();
        let plain = |id: &String| scene.pack.fact(id).is_some_and(|fact| fact.kind == Kind::Bool);
        if !assessment.missing.iter().all(plain) {
            return Ok(());
        }
        let Some(next) = &assessment.next else { return Ok(()) };
        let chosen = left_open(&scene, next);
        for other in &assessment.missing {
            prop_assert!(left_open(&scene, other) >= chosen, "{} leaves less open than {}", other, next);
        }
        Ok(())
    });
}

/// Over both answers: how often the verdict stays open, and how many conditions do.
fn left_open(scene: &Scene, fact: &str) -> (usize, usize) {
    let after = [true, false].map(|answer| scene.knowing(fact, &Value::Bool(answer)).assess());
    let verdicts = after.iter().filter(|one| one.eligibility.verdict == Some(Verdict::Undetermined)).count();
    (verdicts, after.iter().map(open_conditions).sum())
}

fn open_conditions(assessment: &Assessment) -> usize {
    assessment.eligibility.conditions.iter().filter(|condition| condition.truth == Truth::Unknown).count()
}
