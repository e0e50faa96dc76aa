//! What answers to other facts suggest for a fact: offered to the person to confirm, never taken for an answer by a rule.

use serde::{Deserialize, Serialize};

use super::{Condition, Number};

/// What is proposed, while enough of the others is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Proposal {
    /// For a `bool`: yes where this is met, no where it is not.
    Condition(Condition),
    /// For a `choice`: the option of the first entry that is met, once those before it are not.
    Option(Vec<OptionWhen>),
    /// For a number: what is worked out from others of its type.
    Number(Number),
    /// For a `percent`: by how much a number grew, cut off after four decimals; a year on average, compounded, where the
    /// years from the one to the other are given. Nothing while it grew from zero.
    Growth {
        from: Number,
        to: Number,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        years: Option<Number>,
    },
}

/// An option, and when it is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionWhen {
    pub option: String,
    pub when: Condition,
}

impl Proposal {
    /// The conditions it looks at, each with its step in a JSON pointer.
    pub fn conditions(&self) -> Vec<(String, &Condition)> {
        match self {
            Self::Condition(condition) => vec![("condition".to_owned(), condition)],
            Self::Option(entries) => {
                entries.iter().enumerate().map(|(index, one)| (format!("option/{index}/when"), &one.when)).collect()
            }
            Self::Number(_) | Self::Growth { .. } => Vec::new(),
        }
    }

    /// Every fact it rests on, in order, with repetitions.
    pub fn facts(&self) -> Vec<&str> {
        match self {
            Self::Condition(_) | Self::Option(_) => {
                self.conditions().into_iter().flat_map(|(_, condition)| condition.facts()).collect()
            }
            Self::Number(number) => number.facts(),
            Self::Growth { from, to, years } => {
                [from, to].into_iter().chain(years).flat_map(Number::<String>::facts).collect()
            }
        }
    }
}
