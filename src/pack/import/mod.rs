//! Taking a table into a list: which of its columns stands for which, then every row, and what became of each.

mod cell;
mod matching;
mod strange;

use std::collections::BTreeMap;

pub use cell::{CellError, read as read_cell};
pub use matching::{Matching, Source};
pub use strange::Strange;
use strange::Strangers;

use super::Column;
use super::column::Format;
use crate::model::Row;
use crate::model::list::MAX_ROWS;
use crate::model::table::Table;
pub use crate::model::typed::MoneyUnit;

/// What became of the rows of a table. Rows are numbered as in their source, from one; blank ones are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// To be added to the list.
    pub taken: Vec<Row>,
    pub twice: Vec<Twice>,
    pub refused: Vec<Refused>,
    /// Texts that are none of the answers of their columns, whether or not a person said what they stand for.
    pub strange: Vec<Strange>,
}

/// A row that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    pub row: usize,
    /// What tells it from others, if the list has such a column.
    pub key: Option<String>,
    /// The row of the table that came first; none where the list had it before.
    pub first: Option<usize>,
}

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub row: usize,
    pub why: Vec<Refusal>,
}

/// Why a row was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A cell that is not what its column asks for, by the position of the column.
    Cell { column: usize, text: String, error: CellError },
    /// The line of a total under the rows: 合计.
    Total,
    /// The list is full.
    NoRoom,
}

impl Import {
    /// Reads the rows below the heads, beside what the list has already.
    pub fn of(table: &Table, matching: &Matching, columns: &[Column], had: &[Row]) -> Self {
        let mut import = Self::default();
        let (mut known, mut strangers) = (Known::of(columns, had), Strangers::default());
        for (index, cells) in table.rows.iter().enumerate().skip(matching.first_row()) {
            let number = index + 1;
            if matching.is_blank(cells) {
                continue;
            }
            match read(cells, matching, columns, &mut strangers) {
                Err(why) => import.refused.push(Refused { row: number, why }),
                Ok(row) => match known.meet(&row, number) {
                    Some(twice) => import.twice.push(twice),
                    None if had.len() + import.taken.len() < MAX_ROWS => import.taken.push(row),
                    None => import.refused.push(Refused { row: number, why: vec![Refusal::NoRoom] }),
                },
            }
        }
        Self { strange: strangers.listed(), ..import }
    }
}

fn read(
    cells: &[String],
    matching: &Matching,
    columns: &[Column],
    strangers: &mut Strangers,
) -> Result<Row, Vec<Refusal>> {
    if cells.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).is_some_and(is_total) {
        return Err(vec![Refusal::Total]);
    }
    let (mut row, mut why) = (Row::default(), Vec::new());
    for (position, column) in columns.iter().enumerate() {
        let source = matching.columns.get(position).copied().flatten();
        let text = matching.text(position, cells);
        let answer = |text: &str| cell::read(text, column, source.and_then(|source| source.money));
        let read = match answer(text) {
            Err(error @ (CellError::NoSuchOption | CellError::NotYesOrNo)) => {
                strangers.meet(position, text);
                matching.meant(position, text).map_or(Err(error), answer)
            }
            read => read,
        };
        match read {
            Ok(Some(value)) => row.set(&column.id, value),
            Ok(None) => {}
            Err(error) => why.push(Refusal::Cell { column: position, text: text.to_owned(), error }),
        }
    }
    if why.is_empty() { Ok(row) } else { Err(why) }
}

/// The word at the head of a line that adds the others up.
fn is_total(cell: &str) -> bool {
    let word: String = cell.chars().filter(|c| !c.is_whitespace() && !matches!(c, ':' | '：')).collect();
    ["合计", "总计", "小计", "共计", "total", "sum", "subtotal"].contains(&word.to_ascii_lowercase().as_str())
}

/// The rows that are there so far.
struct Known<'c> {
    key: Option<&'c Column>,
    /// The row of the table in which a key stood first; none where the list had it.
    keys: BTreeMap<String, Option<usize>>,
    /// Those without a key. Such a row may well be there twice: only as many as the list had are taken for the same.
    had: Vec<&'c Row>,
}

impl<'c> Known<'c> {
    fn of(columns: &'c [Column], had: &'c [Row]) -> Self {
        let key = columns.iter().find(|column| column.key);
        let keys = had.iter().filter_map(|row| Some((key_of(key?, row)?, None))).collect();
        let has_no_key = |row: &&Row| key.is_none_or(|key| key_of(key, row).is_none());
        Self { key, keys, had: had.iter().filter(has_no_key).collect() }
    }

    /// Whether a row is there already; if not, it is from now on.
    fn meet(&mut self, row: &Row, number: usize) -> Option<Twice> {
        let Some((column, key)) = self.key.and_then(|column| Some((column, key_of(column, row)?))) else {
            let at = self.had.iter().position(|had| *had == row)?;
            self.had.swap_remove(at);
            return Some(Twice { row: number, key: None, first: None });
        };
        if let Some(first) = self.keys.get(&key) {
            return Some(Twice { row: number, key: column.text(row), first: *first });
        }
        self.keys.insert(key, Some(number));
        None
    }
}

/// What a row is known by. A patent and the application it was granted on are the same.
pub fn key_of(column: &Column, row: &Row) -> Option<String> {
    let text = column.text(row)?;
    Some(match column.format {
        Some(Format::PatentNumber) => text.trim_start_matches("ZL").to_owned(),
        None => text,
    })
}

#[cfg(test)]
mod tests;
