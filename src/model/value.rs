//! What a fact can be.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::{Date, Quantity};

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
}

impl Value {
    pub const fn as_number(&self) -> Option<Quantity> {
        match self {
            Self::Number(number) => Some(*number),
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
        }
    }
}
