//! Values that match no option: each text once, so that a person can say what it stands for.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::cell;

/// A text that is none of the answers of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strange {
    /// By its position.
    pub column: usize,
    /// As it stands in the first of its rows.
    pub text: String,
    /// How many rows have it.
    pub rows: usize,
}

/// Those met so far, by column and plain text.
#[derive(Default)]
pub struct Strangers(BTreeMap<(usize, String), Strange>);

impl Strangers {
    pub fn meet(&mut self, column: usize, text: &str) {
        let first = || Strange { column, text: text.to_owned(), rows: 0 };
        self.0.entry((column, cell::plain(text))).or_insert_with(first).rows += 1;
    }

    /// Those of the most rows first in each column.
    pub fn listed(self) -> Vec<Strange> {
        let mut listed: Vec<Strange> = self.0.into_values().collect();
        listed.sort_by_key(|strange| (strange.column, Reverse(strange.rows)));
        listed
    }
}
