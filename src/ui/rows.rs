//! The rows of a list: the one that is being typed, and what becomes of the list when it is saved, removed or when a
//! table is taken in.

use std::sync::Arc;

use super::filing::Filing;
use super::incoming::Incoming;
use crate::model::{Kind, Row, Value};
use crate::pack::import::{CellError, MoneyUnit, key_of, read_cell};
use crate::pack::{Column, Fact};

/// A row as it is typed. It stays when the page is left, like every text that is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowForm {
    /// Its position in the list; none for one that is new.
    pub at: Option<usize>,
    /// In the order of the columns.
    pub texts: Vec<String>,
    /// It was to be saved at least once: only then may its errors show.
    pub is_tried: bool,
}

/// Why a row cannot be saved as it is, at one of its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowError {
    Cell(CellError),
    /// Another row has the same, counted from one.
    Twice(usize),
}

/// The name under which a cell of the row that is typed is kept; with no column, that of the row itself.
pub fn cell_name(list: &str, column: &str) -> String {
    format!("{list}/{column}")
}

/// What stands for a row that is new in place of its position.
const NEW: &str = "+";

impl RowForm {
    /// The row these texts make, or what is wrong with them by the position of the column.
    pub fn read(&self, list: &Fact, rows: &[Row]) -> Result<Row, Vec<(usize, RowError)>> {
        let (mut row, mut errors) = (Row::default(), Vec::new());
        for ((position, column), text) in list.columns.iter().enumerate().zip(&self.texts) {
            // A sum is typed in ten thousand, here as everywhere.
            match read_cell(text, column, Some(MoneyUnit::Wan)) {
                Ok(Some(value)) => row.set(&column.id, value),
                Ok(None) => {}
                Err(error) => errors.push((position, RowError::Cell(error))),
            }
        }
        if errors.is_empty() && row.is_empty() {
            errors.push((0, RowError::Cell(CellError::Missing)));
        }
        errors.extend(self.twice(list, &row, rows));
        if errors.is_empty() { Ok(row) } else { Err(errors) }
    }

    fn twice(&self, list: &Fact, row: &Row, rows: &[Row]) -> Option<(usize, RowError)> {
        let position = list.columns.iter().position(|column| column.key)?;
        let column = list.columns.get(position)?;
        let key = key_of(column, row)?;
        let mut others = rows.iter().enumerate().filter(|(at, _)| Some(*at) != self.at);
        let (at, _) = others.find(|(_, other)| key_of(column, other).as_ref() == Some(&key))?;
        Some((position, RowError::Twice(at + 1)))
    }
}

/// A cell the way it is typed: a sum in ten thousand, an option by its id.
pub fn typed_cell(column: &Column, value: &Value) -> String {
    match value {
        Value::Number(yuan) if column.kind == Kind::Money => yuan.to_wan(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) | Value::Choice(text) => text.clone(),
        Value::Date(day) => day.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Set(_) | Value::List(_) => String::new(),
    }
}

impl Filing {
    /// The rows of a list; none where it is not given.
    pub fn rows(&self, list: &str) -> &[Row] {
        self.answers.get(list).and_then(Value::as_rows).unwrap_or_default()
    }

    /// The row of a list that is being typed.
    pub fn row_form(&self, list: &Fact) -> Option<RowForm> {
        let name = cell_name(&list.id, "");
        let at = self.typed.get(&name)?;
        let text = |column: &Column| self.typed.get(&cell_name(&list.id, &column.id)).cloned().unwrap_or_default();
        Some(RowForm {
            at: at.parse().ok().filter(|at| *at < self.rows(&list.id).len()),
            texts: list.columns.iter().map(text).collect(),
            is_tried: self.left.contains(&name),
        })
    }

    /// The row of a list that is being typed, where it is no longer what stands in the list.
    pub fn changed_row(&self, list: &Fact) -> Option<RowForm> {
        let form = self.row_form(list)?;
        let row = form.at.and_then(|at| self.rows(&list.id).get(at));
        let stands = |column: &Column| row.and_then(|row| row.get(&column.id)).map(|value| typed_cell(column, value));
        let is_changed = |(column, text): (&Column, &String)| *text != stands(column).unwrap_or_default();
        list.columns.iter().zip(&form.texts).any(is_changed).then_some(form)
    }

    /// Opens a row for typing, or a new one. One that was being typed is ended.
    pub(super) fn open_row(&mut self, list: &Fact, at: Option<usize>) {
        self.end_row(list);
        let row = at.and_then(|at| self.rows(&list.id).get(at)).cloned().unwrap_or_default();
        let cells = row.cells().filter_map(|(id, value)| Some((id, typed_cell(list.column(id)?, value))));
        self.typed.extend(cells.map(|(id, text)| (cell_name(&list.id, id), text)));
        let place = at.map_or_else(|| NEW.to_owned(), |at| at.to_string());
        self.typed.insert(cell_name(&list.id, ""), place);
    }

    fn close_row(&mut self, list: &Fact) {
        let start = cell_name(&list.id, "");
        self.typed.retain(|name, _| !name.starts_with(&start));
        self.left.remove(&start);
    }

    /// Ends the typing of a row: what was changed is put into the list, if it can stand.
    pub(super) fn end_row(&mut self, list: &Fact) {
        if let Some(form) = self.changed_row(list) {
            self.put_row(list, &form);
        }
        self.close_row(list);
    }

    /// Puts the row that is typed into the list, if it can stand. After a new one another can be typed.
    pub(super) fn save_row(&mut self, list: &Fact) {
        let Some(form) = self.row_form(list) else { return };
        if !self.put_row(list, &form) {
            self.left.insert(cell_name(&list.id, ""));
            return;
        }
        self.close_row(list);
        if form.at.is_none() {
            self.open_row(list, None);
        }
    }

    /// Whether the row can stand in the list, and then does.
    fn put_row(&mut self, list: &Fact, form: &RowForm) -> bool {
        let Ok(row) = form.read(list, self.rows(&list.id)) else { return false };
        let mut rows = self.rows(&list.id).to_vec();
        match form.at.and_then(|at| rows.get_mut(at)) {
            Some(place) => *place = row,
            None => rows.push(row),
        }
        self.set_rows(list, rows);
        true
    }

    /// A row that is being typed meanwhile is no longer where it was, and becomes a new one if it was this.
    pub(super) fn remove_row(&mut self, list: &Fact, at: usize) {
        let mut rows = self.rows(&list.id).to_vec();
        if at >= rows.len() {
            return;
        }
        rows.remove(at);
        let place = self.typed.get_mut(&cell_name(&list.id, ""));
        if let Some((place, typed)) = place.and_then(|place| Some((place.parse::<usize>().ok()?, place))) {
            match place.cmp(&at) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => NEW.clone_into(typed),
                std::cmp::Ordering::Greater => *typed = (place - 1).to_string(),
            }
        }
        self.set_rows(list, rows);
    }

    /// The rows of a table are added.
    pub(super) fn take_rows(&mut self, list: &Fact, incoming: Arc<Incoming>) {
        if let Some(import) = &incoming.done {
            self.set_rows(list, [self.rows(&list.id), &import.taken].concat());
        }
        self.incoming.set(list.id.clone(), Some(incoming));
    }

    /// A list without rows is not given: that nothing is there is said by the count.
    fn set_rows(&mut self, list: &Fact, rows: Vec<Row>) {
        self.unsure.remove(&list.id);
        if rows.is_empty() {
            self.answers.forget(&list.id);
        } else {
            self.answers.set(&*list.id, Value::List(Arc::new(rows)));
        }
    }
}

#[cfg(test)]
mod tests;
