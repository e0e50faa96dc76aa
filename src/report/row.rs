//! One finding: what it is about, what was found, and what led to it.

use super::Clause;
use super::Mark;
use super::say::say;
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
            About::Condition(id) | About::Priority(id) | About::Indicator(id) | About::Measure(id) => id,
            About::Total | About::Verdict => "",
        }
    }
}

/// Steps as sentences. One that holds for several parts is said once, and so is what a list holds: that all of it is asked
/// for says more than that some of it is.
pub fn sentences(steps: &[Step], pack: &Pack, lang: Lang) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::with_capacity(steps.len());
    let is_said = |step: &Step| steps.iter().any(|other| covers(other, step));
    for sentence in steps.iter().filter(|step| !is_said(step)).map(|step| say(step, pack, lang)) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// Whether a step asks for all of a list of which another asks for a part.
fn covers(all: &Step, part: &Step) -> bool {
    let list = |step: &Step| match step {
        Step::Fact { fact, needs: Need::Includes { options, at_least }, .. } => {
            Some((fact.clone(), options.clone(), at_least.is_some()))
        }
        _ => None,
    };
    matches!((list(all), list(part)), (Some((a, of_a, false)), Some((b, of_b, true))) if a == b && of_a == of_b)
}

/// Ids of the facts that are held against a need.
pub fn facts(steps: &[Step]) -> Vec<String> {
    let fact = |step: &Step| if let Step::Fact { fact, .. } = step { Some(fact.clone()) } else { None };
    steps.iter().filter_map(fact).collect()
}
