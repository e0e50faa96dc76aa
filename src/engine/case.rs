//! One applicant on one track under one choice of readings: what every part of an assessment looks at.

use std::borrow::Cow;

use super::facts::Facts;
use super::pass::Results;
use crate::model::{Answers, AsOf, Truth};
use crate::pack::load::TrackRef;
use crate::pack::rules::{FactRef, Slot};
use crate::pack::{Choices, Pack};

/// The inputs of an assessment with the results at every node.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    pub track: TrackRef<'a>,
    /// With what is counted from lists.
    pub answers: Cow<'a, Answers>,
    pub choices: &'a Choices,
    pub facts: Facts,
    pub results: Results,
}

impl<'a> Case<'a> {
    /// On no day in particular: numbers that look at the day are open.
    pub fn new(track: TrackRef<'a>, answers: &'a Answers, choices: &'a Choices) -> Self {
        Self::of(track, answers, choices, None)
    }

    pub fn on(day: AsOf, track: TrackRef<'a>, answers: &'a Answers, choices: &'a Choices) -> Self {
        Self::of(track, answers, choices, Some(day))
    }

    fn of(track: TrackRef<'a>, answers: &'a Answers, choices: &'a Choices, day: Option<AsOf>) -> Self {
        let facts = Facts::new(track.pack, answers, day);
        let answers = facts.with_counts(track.pack, answers);
        let results = Results::new(track, &facts, choices);
        Self { track, answers, choices, facts, results }
    }

    /// Whether a fact applies to this applicant at all.
    pub fn applies(&self, id: &str) -> Truth {
        let fact = |slot: Slot| {
            let applies = self.track.rules.applies.get(slot.0).copied().flatten();
            self.results.applies(FactRef { slot, applies })
        };
        self.pack().slot(id).map_or(Truth::Met, fact)
    }

    pub const fn pack(&self) -> &'a Pack {
        self.track.pack
    }
}
