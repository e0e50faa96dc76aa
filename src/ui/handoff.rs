//! Hand-off: the draft in the hands of the portal, given only when the person presses for it, and what the portal answered.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::json::{self, JsonError, Limits};

/// No answer of a portal is longer than this, in characters, in any of its texts.
const LONGEST: usize = 500;
/// No portal refuses more fields at once.
const MOST: usize = 100;

/// A draft that was given to a system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// The system, as the portal calls it.
    pub to: String,
    /// When, by the clock of the browser.
    pub at: String,
    /// Of the draft that was given; a draft that was changed since has another.
    pub digest: String,
    #[serde(default)]
    pub answer: Option<Answer>,
}

/// What the portal says of a draft it was given.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Of the draft that is meant.
    pub(super) digest: String,
    pub(super) answer: Answer,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// Under this number.
    Received(String),
    Refused(Vec<Objection>),
}

/// Why a field was not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// The id of a fact or field, or the portal's own word for it.
    pub field: String,
    pub reason: String,
}

/// Why a receipt is of no use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptError {
    Unreadable(JsonError),
    TooLong,
    /// No number, no reasons, or a blank where one of them belongs.
    Blank,
}

impl fmt::Display for ReceiptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "{error}"),
            Self::TooLong => write!(f, "a text of more than {LONGEST} characters, or more than {MOST} reasons"),
            Self::Blank => f.write_str("a receipt has a number, or reasons each with its field, and none is blank"),
        }
    }
}

impl Receipt {
    pub fn read(text: &str) -> Result<Self, ReceiptError> {
        let json = json::read_visible(text, Limits::ANSWERS).map_err(ReceiptError::Unreadable)?;
        let receipt: Self = json::shape(&json).map_err(ReceiptError::Unreadable)?;
        let fits = |text: &str| text.chars().count() <= LONGEST;
        let is_fit = match &receipt.answer {
            Answer::Received(number) => fits(number),
            Answer::Refused(all) => all.len() <= MOST && all.iter().all(|one| fits(&one.field) && fits(&one.reason)),
        };
        let says = |text: &str| !text.trim().is_empty();
        let says_all = match &receipt.answer {
            Answer::Received(number) => says(number),
            Answer::Refused(all) => !all.is_empty() && all.iter().all(|one| says(&one.field) && says(&one.reason)),
        };
        match (is_fit, says_all) {
            (false, _) => Err(ReceiptError::TooLong),
            (true, false) => Err(ReceiptError::Blank),
            (true, true) => Ok(receipt),
        }
    }
}
