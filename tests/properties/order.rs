//! Commutativity: the order in which answers come in leaves no trace.

use proptest::prelude::*;
use zhice::model::Answers;

use super::hold::hold;
use super::scene::scenes;

#[test]
fn the_order_of_answers_is_irrelevant() {
    hold(100, scenes(), |mut scene| {
        let given: Vec<_> = scene.answers.iter().map(|(fact, value)| (fact.to_owned(), value.clone())).collect();
        let pairs: Vec<_> = given.into_iter().chain(std::mem::take(&mut scene.later)).collect();
        scene.answers = pairs.iter().cloned().collect();
        let forwards = serde_json::to_string(&scene.assess()).unwrap();

        // Backwards, each fact first forgotten and set again, as people do when they go back a page.
        scene.answers = Answers::default();
        for (fact, value) in pairs.iter().rev() {
            scene.answers.set(fact, value.clone());
            scene.answers.forget(fact);
            scene.answers.set(fact, value.clone());
        }
        prop_assert_eq!(forwards, serde_json::to_string(&scene.assess()).unwrap());
        Ok(())
    });
}
