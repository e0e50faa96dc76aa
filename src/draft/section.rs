//! A section of the application: what is written into the draft, read back from it, and set on paper.

use serde::{Deserialize, Serialize};

/// A titled table. Rows have as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Section {
    pub id: String,
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Section {
    /// The cover stands below the title and needs no heading of its own.
    pub fn is_cover(&self) -> bool {
        self.id == "cover"
    }
}
