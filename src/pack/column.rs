//! A column of a list.

use serde::{Deserialize, Serialize};

use super::fact::FactOption;
use crate::model::patent_number::{self, PatentNumberError};
use crate::model::{Domain, Kind, Quantity, Text, Unit};

/// What each row of a list says of one thing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub id: String,
    /// Any type of a fact but `set` and `list`.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// What stands at its head, and what the head of a table that is taken in may say.
    pub title: Text,
    /// What a number counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Quantity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Quantity>,
    /// For `choice`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<FactOption>,
    /// No two rows have the same here: it tells them apart. At most one column of a list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub key: bool,
    /// A row without it is not complete.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// How a text is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
}

/// How a text is written that follows a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// The number of a Chinese patent or of an application for one.
    PatentNumber,
}

impl Column {
    pub fn domain(&self) -> Domain<'_, FactOption> {
        Domain { kind: self.kind, min: self.min, max: self.max, options: &self.options }
    }

    /// A text as the standard of the column writes it; any text where it follows none.
    pub fn in_format(&self, text: String) -> Result<String, PatentNumberError> {
        match self.format {
            Some(Format::PatentNumber) => patent_number::read(&text).map(|number| number.normal),
            None => Ok(text),
        }
    }

    pub fn option(&self, id: &str) -> Option<&FactOption> {
        self.options.iter().find(|option| option.id == id)
    }
}
