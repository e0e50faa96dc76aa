//! The result in short, worked out from a case without its reasons and without other readings.

use super::case::Case;
use super::outcome::{Verdict, verdict};
use super::support::{MeasureResult, total};
use crate::model::{Amount, Truth};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// `None` on a track without conditions.
    pub verdict: Option<Verdict>,
    /// Not all conditions are met, and a measure that does not require them is.
    pub support_remains: bool,
    /// `None` on a track without measures.
    pub total: Option<Amount>,
    /// How many conditions are met.
    pub met: usize,
}

impl Summary {
    pub fn of(case: &Case<'_>) -> Self {
        let (track, results) = (case.track, &case.results);
        let verdict = verdict(track, results);
        let is_met = |rule| MeasureResult::of(rule, results).truth == Truth::Met;
        Self {
            verdict,
            support_remains: verdict == Some(Verdict::Ineligible) && track.rules.measures.iter().copied().any(is_met),
            total: track.track.support.as_ref().map(|_| total(track, results, case.choices)),
            met: track.rules.conditions.iter().filter(|node| results.truth(**node) == Truth::Met).count(),
        }
    }
}
