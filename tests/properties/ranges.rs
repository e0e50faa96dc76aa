//! Interval arithmetic: a range is a promise, the low end lies below the high one, and answers only narrow it.

use proptest::prelude::*;
use zhice::model::Amount;

use super::hold::hold;
use super::scene::{amounts, scenes};

#[test]
fn low_lies_below_high() {
    hold(200, scenes(), |scene| {
        let assessment = scene.assess();
        for (name, amount) in amounts(&assessment) {
            prop_assert!(amount.high.is_none_or(|high| amount.low <= high), "{name}: {amount:?}");
        }
        if let Some(support) = &assessment.support {
            prop_assert!(support.span.holds(support.total), "{:?} in {:?}", support.total, support.span);
        }
        Ok(())
    });
}

#[test]
fn the_forms_make_up_the_total() {
    hold(200, scenes(), |scene| {
        let Some(support) = scene.assess().support else { return Ok(()) };
        let together = support.by_form.iter().map(|(_, amount)| *amount).fold(Amount::ZERO, Amount::plus);
        prop_assert!(together.holds(support.total), "{:?} in {together:?}", support.total);
        if support.ceilings.is_empty() && support.measures.iter().all(|measure| measure.amount.is_settled()) {
            prop_assert_eq!(together, support.total);
        }
        Ok(())
    });
}

#[test]
fn each_answer_narrows_every_range() {
    hold(700, scenes(), |mut scene| {
        let mut before = scene.assess();
        for (fact, value) in std::mem::take(&mut scene.later) {
            scene.answers.set(&fact, value);
            let after = scene.assess();
            for ((name, was), (_, is)) in amounts(&before).into_iter().zip(amounts(&after)) {
                prop_assert!(was.holds(is), "{fact} moved {name} from {was:?} to {is:?}");
            }
            for (was, is) in before.support.iter().zip(&after.support) {
                prop_assert!(was.span.holds(is.span), "{fact} moved the span from {:?} to {:?}", was.span, is.span);
            }
            before = after;
        }
        Ok(())
    });
}
