//! Ambiguities of a document: stated, never silently decided.

use serde::{Deserialize, Serialize};

use crate::model::Text;

/// A passage that can be read in more than one way.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reading {
    pub id: String,
    /// The ambiguity as a question in plain words.
    pub question: Text,
    /// The first is the default.
    pub cases: Vec<ReadingCase>,
    /// Why the first case is the default.
    pub reason: Text,
    pub cite: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadingCase {
    pub id: String,
    pub label: Text,
}

impl Reading {
    pub fn case_index(&self, id: &str) -> Option<usize> {
        self.cases.iter().position(|case| case.id == id)
    }
}

/// The case chosen for each reading of a pack, by position; the default is the first case of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<usize>);

impl Choices {
    /// The index of the case chosen for the reading at this position.
    pub fn case(&self, reading: usize) -> usize {
        self.0.get(reading).copied().unwrap_or(0)
    }

    #[must_use]
    pub fn with(mut self, reading: usize, case: usize) -> Self {
        self.set(reading, case);
        self
    }

    /// Chooses a case in place.
    pub fn set(&mut self, reading: usize, case: usize) {
        if self.0.len() <= reading {
            self.0.resize(reading + 1, 0);
        }
        if let Some(chosen) = self.0.get_mut(reading) {
            *chosen = case;
        }
    }
}
