//! What is settled stays settled, however much more is answered.

use proptest::prelude::*;
use zhice::engine::Verdict;
use zhice::engine::assess::Status;
use zhice::model::Truth;

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
            for (was, is) in before.indicators.iter().zip(&after.indicators) {
                prop_assert!(was.status == Status::Unknown || was.status == is.status, "{fact} turned {}", was.id);
            }
            before = after;
        }
        Ok(())
    });
}
