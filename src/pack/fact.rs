//! Something that can be known about the applicant, and how it is asked.

use serde::{Deserialize, Serialize};

use super::{Column, Condition, Number, Proposal};
use crate::model::{Domain, Kind, Quantity, Text, Unit};

/// One fact. The same id means the same fact in every programme.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: Kind,
    /// A short noun phrase for tables and reasons.
    pub label: Text,
    /// The question a person is asked.
    pub question: Text,
    /// One or two sentences that help to answer; may be empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Text>,
    /// What to have at hand as proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text>,
    /// What a number counts: 件, 家, 项.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Quantity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Quantity>,
    /// For `choice` and `set`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<FactOption>,
    /// Id of a scale of the pack, instead of options of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// For `list`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// What a list comes to that may be given instead: the rows that count, or a column of them added up. Who has no list
    /// answers the fact itself; where both are given, that answer holds, and a difference is asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Number>,
    /// The fact only applies, and is only asked, where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_when: Option<Condition>,
    /// What the answers to other facts suggest. The person confirms it; no rule takes it for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<Proposal>,
    /// The applicant cannot change it: where it is, what happened.
    #[serde(default)]
    pub fixed: bool,
    /// What one does to change it, where the label alone does not say so: "move into the zone".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doing: Option<Text>,
    /// The document sets no standard that could be measured: the authority judges.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub discretion: bool,
    /// Ids of words to explain under the question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    pub cite: String,
}

/// One option of a `choice` or a `set`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactOption {
    pub id: String,
    pub label: Text,
    /// When to choose it, in words that two people would apply alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<Text>,
    /// The official code, where there is one (GB/T 2260 for divisions).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl AsRef<str> for FactOption {
    fn as_ref(&self) -> &str {
        &self.id
    }
}

impl Fact {
    pub fn domain(&self) -> Domain<'_, FactOption> {
        Domain { kind: self.kind, min: self.min, max: self.max, options: &self.options }
    }

    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id)
    }

    /// The column in which no two rows have the same.
    pub fn key(&self) -> Option<&Column> {
        self.columns.iter().find(|column| column.key)
    }

    pub fn option(&self, id: &str) -> Option<&FactOption> {
        self.options.iter().find(|option| option.id == id)
    }
}
