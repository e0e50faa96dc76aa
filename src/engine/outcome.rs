//! What comes of an assessment in a word: the verdict on all conditions, the status of an indicator.

use serde::{Serialize, Serializer};

use super::facts::Facts;
use super::pass::Results;
use crate::model::Truth;
use crate::pack::load::TrackRef;
use crate::pack::rules::IndicatorRule;

/// The answer on eligibility. `eligible` means that every applicable condition is met by what was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Eligible,
    Ineligible,
    /// An answer that was not given can still decide.
    Undetermined,
    /// Only the authority can decide what is left; no answer is missing.
    #[serde(rename = "undetermined")]
    #[cfg_attr(feature = "cli", schemars(skip))]
    Judged,
}

impl From<Truth> for Verdict {
    fn from(conditions: Truth) -> Self {
        match conditions {
            // What does not apply cannot stand in the way.
            Truth::Met | Truth::NotApplicable => Self::Eligible,
            Truth::NotMet => Self::Ineligible,
            Truth::Unknown => Self::Undetermined,
            Truth::Judged => Self::Judged,
        }
    }
}

/// Where an indicator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Reached,
    Short,
    /// An answer is missing.
    Unknown,
    /// Left to the authority.
    #[serde(rename = "unknown")]
    #[cfg_attr(feature = "cli", schemars(skip))]
    Judged,
    /// The fact does not apply, or the document sets no target to compare it with.
    NotApplicable,
}

impl Status {
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::Judged)
    }
}

impl From<Truth> for Status {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::Met => Self::Reached,
            Truth::NotMet => Self::Short,
            Truth::Unknown => Self::Unknown,
            Truth::Judged => Self::Judged,
            Truth::NotApplicable => Self::NotApplicable,
        }
    }
}

/// The verdict on all conditions together; `None` where there are none.
pub fn verdict(track: TrackRef<'_>, results: &Results) -> Option<Verdict> {
    let conditions = &track.rules.conditions;
    let together = || Truth::all(conditions.iter().map(|condition| results.truth(*condition)));
    (!conditions.is_empty()).then(|| together().into())
}

/// Where an indicator stands.
pub fn status(rule: IndicatorRule, results: &Results, facts: &Facts) -> Status {
    match rule {
        IndicatorRule::Goal(node) => results.truth(node).into(),
        IndicatorRule::Checklist(points) => Truth::all(results.truths(points)).into(),
        // Once it is rated there is nothing to compare the rating with.
        IndicatorRule::Rating(fact) => match results.applies(fact) {
            Truth::Met | Truth::NotApplicable if facts.get(fact.slot).is_open() => Status::Unknown,
            open @ (Truth::Unknown | Truth::Judged) => open.into(),
            _ => Status::NotApplicable,
        },
    }
}

/// Verdicts as the contract writes them: both that are open are one word, said once.
pub(super) fn serialize_span<S: Serializer>(span: &[Verdict], serializer: S) -> Result<S::Ok, S::Error> {
    let is_said = |verdict: &&Verdict| **verdict != Verdict::Judged || !span.contains(&Verdict::Undetermined);
    serializer.collect_seq(span.iter().filter(is_said))
}
