//! The rows of a list that count: what is asked of the cells of each.

use serde::{Deserialize, Serialize};

use super::condition::Op;
use crate::model::{Date, Period, Quantity};

/// Rows of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename = "RowsOf{F}"))]
#[serde(deny_unknown_fields, bound(deserialize = "F: Deserialize<'de>"))]
pub struct Rows<F = String> {
    /// A `list` fact.
    pub list: F,
    /// Which rows count: all of them, if left out.
    #[serde(rename = "where", default, skip_serializing_if = "Option::is_none")]
    pub needs: Option<RowCondition>,
    /// What rows that have the same in a column come to at most together: 每家企业不超过.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Each>,
}

/// A ceiling for each value of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Each {
    /// A `text` or `choice` column.
    pub column: String,
    pub most: Quantity,
}

/// A requirement on the cells of one row. A cell that is not filled in is unknown, never a no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RowCondition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    /// A `bool` column is true.
    Is(String),
    /// A number against a threshold.
    Compare {
        column: String,
        op: Op,
        value: Quantity,
    },
    /// A `choice` column is one of these options.
    OneOf {
        column: String,
        options: Vec<String>,
    },
    /// A day from the first to the last, both of which count; one of the two may be left out.
    Between {
        column: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Date>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Date>,
    },
    /// A day in a year: in that of the day of the assessment, if left out.
    InYear {
        column: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<u16>,
    },
    /// A day within the time that ends with the day of the assessment: 近三年.
    InLast {
        column: String,
        period: Period,
    },
}

impl<F> Rows<F> {
    /// The same rows of another list.
    pub(super) fn map<G>(&self, to: &dyn Fn(&F) -> G) -> Rows<G> {
        Rows { list: to(&self.list), needs: self.needs.clone(), each: self.each.clone() }
    }

    /// Whether these are the rows that others are, of one and the same list.
    pub fn are_those_of<G>(&self, other: &Rows<G>) -> bool {
        self.needs == other.needs && self.each == other.each
    }
}

impl RowCondition {
    /// The parts of this requirement, each with its step in a JSON pointer.
    pub fn parts(&self) -> Vec<(String, &Self)> {
        let numbered = |at: &'static str, parts: &'_ [Self]| -> Vec<String> {
            (0..parts.len()).map(|index| format!("{at}/{index}")).collect()
        };
        match self {
            Self::All(parts) => numbered("all", parts).into_iter().zip(parts).collect(),
            Self::Any(parts) => numbered("any", parts).into_iter().zip(parts).collect(),
            Self::Not(part) => vec![("not".to_owned(), part)],
            Self::Is(_)
            | Self::Compare { .. }
            | Self::OneOf { .. }
            | Self::Between { .. }
            | Self::InYear { .. }
            | Self::InLast { .. } => Vec::new(),
        }
    }
}
