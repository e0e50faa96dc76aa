//! Rows of a list: what stands behind a count or a sum.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Grow, Value};

/// More rows than this are not taken: every change works through all of them.
pub const MAX_ROWS: usize = 10_000;

/// One row: its cells by column id. A cell that is absent is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Row(BTreeMap<String, Value>);

impl Row {
    pub fn get(&self, column: &str) -> Option<&Value> {
        self.0.get(column)
    }

    pub fn set(&mut self, column: impl Into<String>, value: Value) {
        self.0.insert(column.into(), value);
    }

    pub fn forget(&mut self, column: &str) {
        self.0.remove(column);
    }

    pub fn cells(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(column, value)| (column.as_str(), value))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, Value)> for Row {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(cells: I) -> Self {
        Self(cells.into_iter().grown())
    }
}
