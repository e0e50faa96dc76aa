//! Monotonicity: what is settled stays settled, however much more is answered.

use proptest::prelude::*;
use zhice::engine::Verdict;
use zhice::engine::indicators::IndicatorFinding;
use zhice::engine::outcome::Status;
use zhice::model::{Truth, Value};
use zhice::pack::indicator::Measured;

use super::hold::hold;
use super::scene::{scenes, truths};

#[test]
fn an_answer_never_turns_what_was_settled() {
    hold(400, scenes(), |mut scene| {
        let mut before = scene.assess();
        for (fact, value) in std::mem::take(&mut scene.later) {
            scene.answers.set(&fact, value);
            let after = scene.assess();
            for ((name, was), (_, is)) in truths(&before).into_iter().zip(truths(&after)) {
                prop_assert!(was == Truth::Unknown || was == is, "{fact} turned {name} from {was:?} to {is:?}");
            }
            let (was, is) = (before.eligibility.verdict, after.eligibility.verdict);
            let open = was == Some(Verdict::Undetermined) && is.is_some();
            prop_assert!(open || was == is, "{fact} turned the verdict from {was:?} to {is:?}");
            let declared = scene.track().track.indicators.iter();
            for ((was, is), declared) in before.indicators.iter().zip(&after.indicators).zip(declared) {
                prop_assert!(was.status == Status::Unknown || was.status == is.status, "{fact} turned {}", was.id);
                prop_assert!(goes_on(&declared.measured, was, is), "{fact} moved {was:?} to {is:?}");
            }
            before = after;
        }
        Ok(())
    });
}

/// What an indicator says stays as long as it applies; a checklist may only find more points that hold, and fewer
/// that apply.
fn goes_on(measured: &Measured, was: &IndicatorFinding, is: &IndicatorFinding) -> bool {
    if matches!(measured, Measured::Checklist(_)) {
        let held = |finding: &IndicatorFinding| finding.value.as_ref().and_then(Value::as_number);
        return held(was) <= held(is) && was.target >= is.target;
    }
    let value = was.value.is_none() || was.value == is.value;
    let target = was.target.is_none() || was.target == is.target;
    (value && target) || is.status == Status::NotApplicable
}
