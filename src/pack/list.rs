//! Reading a list of an answers file against the columns of its fact.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use super::answers::{AnswerError, AnswerErrorKind};
use super::fact::FactOption;
use super::{Column, Fact};
use crate::model::kind::ValueError;
use crate::model::list::MAX_ROWS;
use crate::model::{Kind, Row, Value};

impl Fact {
    /// Reads one value of an answers file; all that is wrong with it is listed. `Ok(None)` is "not answered".
    pub fn read(&self, json: &Json) -> Result<Option<Value>, Vec<AnswerError>> {
        match (self.kind, json) {
            (Kind::List, Json::Array(rows)) if rows.len() > MAX_ROWS => {
                Err(vec![self.error(Vec::new(), AnswerErrorKind::TooManyRows(rows.len()))])
            }
            (Kind::List, Json::Array(rows)) => self.rows(rows).map(Some),
            _ => self.domain().read(json).map_err(|error| vec![self.error(Vec::new(), refused(error, &self.options))]),
        }
    }

    fn error(&self, cell: Vec<String>, kind: AnswerErrorKind) -> AnswerError {
        AnswerError { fact: self.id.clone(), cell, kind }
    }

    fn rows(&self, rows: &[Json]) -> Result<Value, Vec<AnswerError>> {
        let mut errors = Vec::new();
        let mut keys = BTreeMap::new();
        let mut list = Vec::with_capacity(rows.len());
        for (index, json) in rows.iter().enumerate() {
            let row = self.row(index, json, &mut errors);
            if let Some((column, key)) = self.key().and_then(|column| Some((column, column.text(&row)?))) {
                let first = *keys.entry(key.clone()).or_insert(index);
                if first != index {
                    let kind = AnswerErrorKind::Repeated { key, row: first + 1 };
                    errors.push(self.error(vec![index.to_string(), column.id.clone()], kind));
                }
            }
            list.push(row);
        }
        if errors.is_empty() { Ok(Value::List(Arc::new(list))) } else { Err(errors) }
    }

    fn row(&self, index: usize, json: &Json, errors: &mut Vec<AnswerError>) -> Row {
        let mut row = Row::default();
        let Json::Object(cells) = json else {
            errors.push(self.error(vec![index.to_string()], AnswerErrorKind::NoRow));
            return row;
        };
        for (id, json) in cells {
            let read = match self.column(id) {
                Some(column) => column.read(json),
                None => Err(AnswerErrorKind::UnknownColumn(self.columns.iter().map(|one| one.id.clone()).collect())),
            };
            match read {
                Ok(Some(value)) => row.set(id, value),
                Ok(None) => {}
                Err(kind) => errors.push(self.error(vec![index.to_string(), id.clone()], kind)),
            }
        }
        row
    }
}

impl Column {
    /// Reads one cell. `Ok(None)` is "not filled in".
    pub fn read(&self, json: &Json) -> Result<Option<Value>, AnswerErrorKind> {
        match self.domain().read(json).map_err(|error| refused(error, &self.options))? {
            Some(Value::Text(text)) => {
                self.in_format(text).map(|text| Some(Value::Text(text))).map_err(AnswerErrorKind::PatentNumber)
            }
            other => Ok(other),
        }
    }

    /// The cell of a row as text: what a key is compared by.
    pub fn text(&self, row: &Row) -> Option<String> {
        match row.get(&self.id)? {
            Value::Text(text) | Value::Choice(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Date(day) => Some(day.to_string()),
            Value::Bool(_) | Value::Set(_) | Value::List(_) => None,
        }
    }
}

fn refused(error: ValueError, options: &[FactOption]) -> AnswerErrorKind {
    match error {
        ValueError::NoSuchOption(option) => {
            AnswerErrorKind::NoSuchOption { option, options: options.iter().map(|option| option.id.clone()).collect() }
        }
        other => AnswerErrorKind::Value(other),
    }
}
