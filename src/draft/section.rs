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

/// What a row keeps free for writing by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Nothing,
    /// For a signature or a seal, and the day.
    Signature,
    /// For an opinion, signed and sealed.
    Opinion,
}

impl Section {
    /// The cover stands below the title and needs no heading of its own.
    pub fn is_cover(&self) -> bool {
        self.id == "cover"
    }

    pub fn room(&self, row: &[String]) -> Room {
        match (self.id.as_str(), row.last().is_some_and(String::is_empty)) {
            ("review", true) => Room::Opinion,
            ("declarations", true) => Room::Signature,
            _ => Room::Nothing,
        }
    }

    /// A row stays on one page unless it is long.
    pub fn is_long(row: &[String]) -> bool {
        const LONG: usize = 400;
        row.iter().any(|cell| cell.chars().count() >= LONG)
    }
}
