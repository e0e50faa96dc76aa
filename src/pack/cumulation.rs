//! How measures add up within a year.

use serde::{Deserialize, Serialize};

use super::condition::CaseOf;
use super::{Measure, Number};

/// The rule on receiving several measures together.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cumulation {
    pub rule: CumulationRule,
    /// What several measures come to at most together: in a year, from a programme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ceilings: Vec<Ceiling>,
    pub cite: String,
}

/// A ceiling over several measures. What was received before is taken off in `at`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ceiling {
    /// Ids of the measures; all of the track where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    pub at: Number,
    pub cite: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CumulationRule {
    Always(Stacking),
    ByReading { reading: String, cases: Vec<CaseOf<Stacking>> },
}

/// What may be received together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stacking {
    /// All measures add up, and every unit of a per-unit amount counts.
    Add,
    /// All measures add up, and a per-unit amount counts one unit.
    AddOneUnitEach,
    /// One measure in all: the largest.
    LargestOne,
    /// Of the measures named together only the largest; those not named add up.
    LargestOfEach(Vec<Vec<String>>),
}

impl Ceiling {
    /// Positions of the measures it covers.
    pub fn covers(&self, measures: &[Measure]) -> Vec<usize> {
        let is_covered = |measure: &Measure| self.measures.is_empty() || self.measures.contains(&measure.id);
        measures.iter().enumerate().filter(|(_, measure)| is_covered(measure)).map(|(at, _)| at).collect()
    }
}
