//! What is known of a fact, as the pass reads it.

use crate::model::{Date, Interval, Quantity, Value};
use crate::pack::Fact;

/// What is known of one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Unknown,
    Bool(bool),
    Number(Quantity),
    /// A list is given that it is counted from, and not every cell of it: at least so much, and at most.
    Between(Quantity, Option<Quantity>),
    /// Position of the chosen option.
    Option(usize),
    /// One bit for each option the set holds.
    Options(u64),
    /// A text or a list was given; no rule looks further.
    Given,
    Day(Date),
}

impl Known {
    /// Whether an answer can still say more.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::Between(..))
    }

    /// What is known of a number, answered or counted from a list.
    pub fn interval(self) -> Option<Interval> {
        match self {
            Self::Number(number) => Some(Interval::exactly(number)),
            Self::Between(low, high) => Some(Interval::between(Some(low), high)),
            _ => None,
        }
    }
}

/// What an answer makes known; a value of another type is unknown.
pub fn known(fact: &Fact, value: &Value) -> Known {
    let position = |id: &str| fact.options.iter().position(|option| option.id == id);
    match value {
        Value::Bool(value) => Known::Bool(*value),
        Value::Number(value) => Known::Number(*value),
        Value::Choice(id) => position(id).map_or(Known::Unknown, Known::Option),
        Value::Set(ids) => {
            Known::Options(ids.iter().filter_map(|id| position(id)).fold(0, |mask, index| mask | (1_u64 << index)))
        }
        Value::Text(_) | Value::List(_) => Known::Given,
        Value::Date(day) => Known::Day(*day),
    }
}
