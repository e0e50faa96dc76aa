//! The engine as a module for the browser, built as the widget is: `engine.mjs` beside it says how long it takes there.
#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "a measurement that cannot go on has failed")]

use wasm_bindgen::prelude::wasm_bindgen;
use zhice::engine::facts::Facts;
use zhice::engine::screen::Screener;
use zhice::model::{Answers, AsOf};
use zhice::pack::{Choices, Pack, builtin};

fn main() {}

/// The applicant of `benches/engine.rs`.
#[wasm_bindgen]
pub struct Applicant {
    pack: Pack,
    answers: Answers,
    as_of: AsOf,
}

#[wasm_bindgen]
impl Applicant {
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "it is made by a script")]
    pub fn new() -> Self {
        let pack = builtin::load("zibo-2020-zone").expect("it is built in").expect("it has no errors").pack;
        let answers = pack.read_answers(include_str!("../agency.json")).expect("answers to the pack");
        Self { pack, answers, as_of: "2020-10-01".parse().expect("a day") }
    }

    /// Assesses so many times; gives how many conditions were found in all.
    pub fn assess(&self, times: u32) -> usize {
        let track = self.pack.track("agency").expect("the pack has this track");
        let choices = Choices::default();
        let once = |_| zhice::engine::assess(track, &self.answers, self.as_of, &choices).eligibility.conditions.len();
        (0..times).map(once).sum()
    }

    /// Screens so many times; gives how often there was a verdict.
    pub fn screen(&self, times: u32) -> usize {
        let track = self.pack.track("agency").expect("the pack has this track");
        let facts = Facts::new(&self.pack, &self.answers, None);
        let choices = Choices::default();
        let mut screener = Screener::new(track, &choices);
        (0..times).filter(|_| screener.screen(&facts).verdict.is_some()).count()
    }
}
