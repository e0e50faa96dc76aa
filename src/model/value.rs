//! What a fact can be.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::{Date, Quantity, Row};

/// The answer to one fact. A fact that is not answered has no value at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Bool(bool),
    Number(Quantity),
    Choice(String),
    /// Complete: an option it does not hold is a no.
    Set(BTreeSet<String>),
    /// Never blank: a blank text is not an answer.
    Text(String),
    Date(Date),
    /// Complete: what it does not hold is not there. Shared, since answers are copied more often than a list changes.
    List(Arc<Vec<Row>>),
}

impl Value {
    pub const fn as_number(&self) -> Option<Quantity> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_rows(&self) -> Option<&[Row]> {
        match self {
            Self::List(rows) => Some(rows),
            _ => None,
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => value.serialize(serializer),
            Self::Number(value) => value.serialize(serializer),
            Self::Choice(value) | Self::Text(value) => value.serialize(serializer),
            Self::Set(value) => value.serialize(serializer),
            Self::Date(value) => value.serialize(serializer),
            Self::List(rows) => rows.as_slice().serialize(serializer),
        }
    }
}
