//! Conditions as they are written in a pack.

use serde::{Deserialize, Serialize};

use crate::model::Quantity;

/// A requirement on facts: a tree whose leaves look at one fact each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    AtLeast {
        n: usize,
        of: Vec<Self>,
    },
    /// A `bool` fact is true.
    Is(String),
    /// A `text` or `date` fact has been given.
    Given(String),
    Compare(Comparison),
    /// A `choice` fact is one of these options.
    OneOf {
        fact: String,
        options: Vec<String>,
    },
    /// A `set` fact holds all of these options.
    Includes {
        fact: String,
        options: Vec<String>,
    },
    /// One requirement for each case of a reading.
    ByReading {
        reading: String,
        cases: Vec<Case<Self>>,
    },
}

/// A number against a threshold. 以上 and 不少于 are `at_least`; 超过 is `more_than`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    pub fact: String,
    pub op: Op,
    pub value: Quantity,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Equals,
}

/// What a rule is under one case of a reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case<T> {
    pub case: String,
    pub then: T,
}

impl Op {
    pub fn holds(self, left: Quantity, right: Quantity) -> bool {
        match self {
            Self::AtLeast => left >= right,
            Self::MoreThan => left > right,
            Self::AtMost => left <= right,
            Self::LessThan => left < right,
            Self::Equals => left == right,
        }
    }
}

impl Condition {
    /// The parts of this requirement, each with its step in a JSON pointer.
    pub fn parts(&self) -> Vec<(String, &Self)> {
        let numbered = |at: &str, parts: &'_ [Self]| -> Vec<String> {
            (0..parts.len()).map(|index| format!("{at}/{index}")).collect()
        };
        match self {
            Self::All(parts) => numbered("all", parts).into_iter().zip(parts).collect(),
            Self::Any(parts) => numbered("any", parts).into_iter().zip(parts).collect(),
            Self::AtLeast { of, .. } => numbered("at_least/of", of).into_iter().zip(of).collect(),
            Self::Not(part) => vec![("not".to_owned(), part)],
            Self::ByReading { cases, .. } => {
                let step = |index| format!("by_reading/cases/{index}/then");
                cases.iter().enumerate().map(|(index, case)| (step(index), &case.then)).collect()
            }
            Self::Is(_) | Self::Given(_) | Self::Compare(_) | Self::OneOf { .. } | Self::Includes { .. } => Vec::new(),
        }
    }

    /// The fact a leaf looks at.
    pub fn fact(&self) -> Option<&str> {
        match self {
            Self::Is(fact) | Self::Given(fact) | Self::OneOf { fact, .. } | Self::Includes { fact, .. } => Some(fact),
            Self::Compare(comparison) => Some(&comparison.fact),
            _ => None,
        }
    }

    /// Every fact in the tree, in order, with repetitions.
    pub fn facts(&self) -> Vec<&str> {
        let own = self.fact().into_iter();
        own.chain(self.parts().into_iter().flat_map(|(_, part)| part.facts())).collect()
    }
}
