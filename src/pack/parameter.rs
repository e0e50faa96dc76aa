//! Figures that change by day, each with the document that sets it: a reference rate, a standard.

use serde::{Deserialize, Serialize};

use super::Constant;
use crate::model::{Date, Text};

/// A figure that other documents set and renew.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    pub id: String,
    /// What it is, as a short noun phrase.
    pub label: Text,
    /// The earliest first. Before the first day the figure is not known.
    pub values: Vec<FromDay>,
    pub cite: String,
}

/// A figure from a day on, until the next.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FromDay {
    pub from: Date,
    pub value: Constant,
    /// The document that sets it, as it is named and dated.
    pub source: Text,
}

impl Parameter {
    /// The figure that holds on a day.
    pub fn on(&self, day: Date) -> Option<&FromDay> {
        self.values.iter().rfind(|value| value.from <= day)
    }
}
