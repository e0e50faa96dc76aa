//! A table on its way into a list: what was pasted or opened, how it is matched, and what became of it. It is not kept on
//! the device, but it is part of its draft, so that neither another page nor another language takes it away.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::unfetched::Unfetched;
use crate::model::table::{Table, TableError};
use crate::pack::Column;
use crate::pack::import::{Import, Matching};

/// What is done where a list takes in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// What stands in the text area.
    pub pasted: String,
    /// A workbook, until what reads it is there.
    pub waiting: Option<Waiting>,
    /// Why the last table was not read.
    pub failed: Option<Unopened>,
    /// The table that is being matched.
    pub handed: Option<Handed>,
    /// What became of the last table.
    pub done: Option<Arc<Import>>,
    /// How the columns of the last table were matched, for the next one with the same heads.
    matched: Option<Matched>,
}

/// What is on its way into the lists of a draft, by the fact. Each change makes another: two are the same only where they
/// are one, so that nobody compares thousands of rows.
#[derive(Clone, Debug, Default)]
pub struct Tables(BTreeMap<String, Arc<Incoming>>);

/// A workbook, and whether what reads it did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub bytes: Arc<[u8]>,
    pub has_failed: bool,
}

/// Why there is no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unopened {
    Table(TableError),
    File(Unfetched),
}

/// A table and what its columns stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    pub table: Arc<Table>,
    pub matching: Matching,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Matched {
    heads: Vec<String>,
    matching: Matching,
}

impl Incoming {
    /// A table was read, or could not be: then one that is being matched stays.
    pub fn hand_in(&mut self, read: Result<Table, TableError>, columns: &[Column]) {
        self.waiting = None;
        match read {
            Ok(table) => {
                let matching = self.matching_for(&table, columns);
                let handed = Some(Handed { table: Arc::new(table), matching });
                *self = Self { handed, failed: None, done: None, ..std::mem::take(self) };
            }
            Err(error) => self.failed = Some(Unopened::Table(error)),
        }
    }

    /// Columns are matched once: a table with the heads of the last one stands for the same.
    fn matching_for(&self, table: &Table, columns: &[Column]) -> Matching {
        let is_same = |last: &&Matched| {
            let heads = last.matching.head.and_then(|head| table.rows.get(head));
            heads == Some(&last.heads)
        };
        let last = self.matched.as_ref().filter(is_same);
        last.map_or_else(|| Matching::proposed(table, columns), |last| last.matching.clone())
    }

    /// The table was taken in. What was pasted stays where some of it is still to be mended.
    pub fn take(&mut self, import: Arc<Import>) {
        if import.refused.is_empty() {
            self.pasted.clear();
        }
        self.matched = self.handed.take().and_then(Handed::matched);
        self.done = Some(import);
    }

    /// Whether something was handed in that is nowhere else.
    pub(super) fn is_open(&self) -> bool {
        self.handed.is_some() || self.waiting.is_some() || !self.pasted.trim().is_empty()
    }

    /// Whether a table goes where this becomes that; where it is put away, everything does.
    pub(super) fn loses(&self, next: Option<&Self>) -> bool {
        let table = |incoming: &Self| incoming.handed.as_ref().map(|handed| Arc::as_ptr(&handed.table));
        match next {
            None => self.is_open(),
            Some(next) => self.handed.is_some() && table(self) != table(next),
        }
    }
}

impl Tables {
    pub fn of(&self, list: &str) -> Option<&Arc<Incoming>> {
        self.0.get(list)
    }

    pub fn all(&self) -> impl Iterator<Item = &Incoming> {
        self.0.values().map(|incoming| &**incoming)
    }

    pub(super) fn set(&mut self, list: String, incoming: Option<Arc<Incoming>>) {
        match incoming {
            Some(incoming) => _ = self.0.insert(list, incoming),
            None => _ = self.0.remove(&list),
        }
    }
}

impl PartialEq for Tables {
    fn eq(&self, other: &Self) -> bool {
        let is_one = |(list, incoming): (&String, _)| other.of(list).is_some_and(|other| Arc::ptr_eq(incoming, other));
        self.0.len() == other.0.len() && self.0.iter().all(is_one)
    }
}

impl Eq for Tables {}

impl Handed {
    fn matched(self) -> Option<Matched> {
        let heads = self.table.rows.get(self.matching.head?)?.clone();
        Some(Matched { heads, matching: self.matching })
    }
}
