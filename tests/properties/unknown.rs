//! Kleene's logic: unknown is never no, and never yes.

use proptest::prelude::*;
use zhice::engine::outcome::Status;
use zhice::engine::{Assessment, Verdict};
use zhice::model::{Answers, Truth};

use super::hold::hold;
use super::scene::{scenes, truths};

#[test]
fn an_open_condition_keeps_the_verdict_from_being_good() {
    hold(300, scenes(), |scene| {
        let eligibility = scene.assess().eligibility;
        let any = |truth: Truth| eligibility.conditions.iter().any(|condition| condition.truth == truth);
        let expected = match () {
            () if eligibility.conditions.is_empty() => None,
            () if any(Truth::NotMet) => Some(Verdict::Ineligible),
            () if any(Truth::Unknown) => Some(Verdict::Undetermined),
            () if any(Truth::Judged) => Some(Verdict::Judged),
            () => Some(Verdict::Eligible),
        };
        prop_assert_eq!(eligibility.verdict, expected);
        Ok(())
    });
}

/// Every condition rests on facts, so without any answer each of them is open, but for what no answer can change.
#[test]
fn without_answers_only_what_no_answer_changes_is_settled() {
    hold(200, scenes(), |mut scene| {
        scene.answers = Answers::default();
        let open = scene.assess();
        for (fact, value) in std::mem::take(&mut scene.later) {
            scene.answers.set(&fact, value);
        }
        let answered = scene.assess();
        let conditions = |of: &Assessment| [&of.eligibility.conditions[..], &of.priorities[..]].concat();
        for (before, after) in conditions(&open).iter().zip(&conditions(&answered)) {
            prop_assert!(before.truth == Truth::Unknown || before.truth == after.truth, "{}", &before.id);
        }
        for (before, after) in open.indicators.iter().zip(&answered.indicators) {
            prop_assert!(before.status == Status::Unknown || before.status == after.status, "{}", &before.id);
        }
        Ok(())
    });
}

/// What is open after every answer, the document leaves to the authority.
#[test]
fn with_every_answer_only_the_judgement_of_the_authority_is_open() {
    hold(300, scenes(), |mut scene| {
        for (fact, value) in std::mem::take(&mut scene.later) {
            scene.answers.set(&fact, value);
        }
        scene.fill_cells();
        let assessment = scene.assess();
        prop_assert_eq!(&assessment.missing, &[] as &[String], "everything was answered");
        for finding in assessment.eligibility.conditions.iter().chain(&assessment.priorities) {
            prop_assert_ne!(finding.truth, Truth::Unknown, "{} is open", &finding.id);
        }
        for finding in &assessment.indicators {
            prop_assert_ne!(finding.status, Status::Unknown, "{} is open", &finding.id);
        }
        Ok(())
    });
}

/// A measure is granted only by what was entered: whatever it requires is met.
#[test]
fn a_measure_is_met_only_where_all_it_requires_is_settled() {
    hold(200, scenes(), |scene| {
        let assessment = scene.assess();
        let track = scene.track().track;
        let stated = truths(&assessment);
        for measure in track.support.iter().flat_map(|support| &support.measures) {
            let truth = |kind: &str, id: &str| {
                let name = format!("{kind} {id}");
                stated.iter().find(|(known, _)| *known == name).unwrap().1
            };
            if truth("measure", &measure.id) == Truth::Met {
                for required in &measure.requires {
                    let gates = assessment.support.iter().flat_map(|support| &support.gates);
                    let gate = gates.filter(|gate| gate.id == *required).map(|gate| gate.truth).next();
                    let required = gate.unwrap_or_else(|| truth("condition", required));
                    prop_assert!(matches!(required, Truth::Met | Truth::NotApplicable), "{}", &measure.id);
                }
            }
        }
        Ok(())
    });
}
