//! How measures add up within a year.

use serde::{Deserialize, Serialize};

use super::condition::CaseOf;

/// The rule on receiving several measures together.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cumulation {
    pub rule: CumulationRule,
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
