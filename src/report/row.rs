//! One finding: what it is about, what was found, and what led to it.

use super::Clause;
use super::Mark;
use super::say::say_in;
use super::sum::Sums;
use crate::engine::explain::{Need, Step};
use crate::engine::reasoning::About;
use crate::model::Lang;
use crate::pack::Pack;

/// What conditions, indicators and measures have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub about: About,
    pub title: String,
    pub clause: Clause,
    pub mark: Mark,
    /// What was found, in a word.
    pub word: String,
    /// What led to it, a sentence each, without a full stop.
    pub reasons: Vec<String>,
    /// Ids of the facts these rest on.
    pub facts: Vec<String>,
    /// Ids of the facts that are still to be answered.
    pub missing: Vec<String>,
}

impl Row {
    /// The id of the condition, indicator or measure.
    pub fn id(&self) -> &str {
        match &self.about {
            About::Condition(id)
            | About::Priority(id)
            | About::Veto(id)
            | About::Direct(id)
            | About::Indicator(id)
            | About::Measure(id) => id,
            About::Total | About::Verdict => "",
        }
    }
}

/// Steps as sentences. One that holds for several parts is said once, and so is what a list holds where both some of it and
/// all of it are asked for: of what is given, how much of it all; of what is open, the least.
pub fn sentences(steps: &[Step], pack: &Pack, lang: Lang) -> Vec<String> {
    said_in(Sums::Yuan, steps, pack, lang)
}

/// The same, where amounts may be points.
pub fn said_in(sums: Sums, steps: &[Step], pack: &Pack, lang: Lang) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::with_capacity(steps.len());
    let is_said = |step: &Step| steps.iter().any(|other| says_more(other, step));
    for sentence in steps.iter().filter(|step| !is_said(step)).map(|step| say_in(sums, step, pack, lang)) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

fn says_more(step: &Step, than: &Step) -> bool {
    match (step, than) {
        (Step::Fact { fact, value, needs, .. }, Step::Fact { fact: same, needs: other, .. }) if fact == same => {
            let (Need::Includes { options, at_least }, Need::Includes { options: of_other, at_least: least }) =
                (needs, other)
            else {
                return false;
            };
            options == of_other && at_least.is_none() == value.is_some() && least.is_none() == value.is_none()
        }
        _ => false,
    }
}

/// Ids of the facts that are held against a need.
pub fn facts(steps: &[Step]) -> Vec<String> {
    let fact = |step: &Step| if let Step::Fact { fact, .. } = step { Some(fact.clone()) } else { None };
    steps.iter().filter_map(fact).collect()
}
