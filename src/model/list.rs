//! Rows of a list: what stands behind a count or a sum.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::Value;

/// More rows than this are not taken: every change works through all of them.
pub const MAX_ROWS: usize = 10_000;

/// One row: its cells in the order of their column ids. A cell that is absent is not known. Shared, since a list of
/// thousands is copied at each change of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row(Arc<Vec<(String, Value)>>);

impl Row {
    pub fn get(&self, column: &str) -> Option<&Value> {
        self.0.iter().find(|(id, _)| id == column).map(|(_, value)| value)
    }

    pub fn set(&mut self, column: impl Into<String>, value: Value) {
        let (column, cells) = (column.into(), Arc::make_mut(&mut self.0));
        let at = cells.partition_point(|(id, _)| *id < column);
        match cells.get_mut(at) {
            Some((id, known)) if *id == column => *known = value,
            _ => {
                cells.reserve_exact(1);
                cells.insert(at, (column, value));
            }
        }
    }

    pub fn forget(&mut self, column: &str) {
        Arc::make_mut(&mut self.0).retain(|(id, _)| id != column);
    }

    pub fn cells(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(column, value)| (column.as_str(), value))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.cells())
    }
}

impl FromIterator<(String, Value)> for Row {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(cells: I) -> Self {
        let mut row = Self::default();
        cells.into_iter().for_each(|(column, value)| row.set(column, value));
        row
    }
}
