//! Conditions as they are written in a pack.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::number::NumberRelation;
use super::score::ScoreTest;
use crate::model::Quantity;

/// A requirement on facts: a tree whose leaves look at a fact or two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
    /// One number against another.
    CompareFacts(Relation),
    /// Numbers that are worked out, one against the other.
    CompareNumbers(NumberRelation),
    /// A `choice` fact is one of these options.
    OneOf {
        fact: String,
        options: Vec<String>,
        /// Options the document leaves to the authority (等): neither a yes nor a no.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        discretion: Vec<String>,
    },
    /// A `set` fact holds all of these options, or as many of them as `at_least` says.
    Includes {
        fact: String,
        options: Vec<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_least: Option<usize>,
    },
    /// The score of the track is enough: `{"score": "passes"}`, `{"score": {"grade": "excellent"}}`.
    Score(ScoreTest),
    /// Met where the part is met; where it falls short the authority judges (基本, 一般应, 等), so that it is never
    /// not met. What the part lacks answers for is still asked: an answer can make it met.
    Judged(Box<Self>),
    /// One requirement for each case of a reading.
    ByReading {
        reading: String,
        cases: Vec<CaseOf<Self>>,
    },
}

/// A number against a threshold. 以上 and 不少于 are `at_least`; 超过 is `more_than`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    pub fact: String,
    pub op: Op,
    pub value: Quantity,
}

/// A number against a multiple of another of the same type: 不少于中央资金的 40% is `at_least`, `0.4` times `of`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relation {
    pub fact: String,
    pub op: Op,
    #[serde(default = "once")]
    pub times: Quantity,
    pub of: String,
}

pub(super) const fn once() -> Quantity {
    Quantity::whole(1)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename = "CaseOf{T}"))]
#[serde(deny_unknown_fields)]
pub struct CaseOf<T> {
    pub case: String,
    pub then: T,
}

impl Op {
    pub fn holds(self, left: Quantity, right: Quantity) -> bool {
        self.allows(left.cmp(&right))
    }

    /// The multiple at which a relation to it turns, as a number that can be entered: on the side that is asked for.
    pub fn threshold(self, times: Quantity, of: Quantity) -> Quantity {
        match self {
            Self::AtMost | Self::LessThan => Quantity::ZERO.minus(times.times_up(Quantity::ZERO.minus(of))),
            Self::AtLeast | Self::MoreThan | Self::Equals => times.times_up(of),
        }
    }

    /// Whether the relation holds between two numbers that compare like this.
    pub const fn allows(self, ordering: Ordering) -> bool {
        match self {
            Self::AtLeast => ordering.is_ge(),
            Self::MoreThan => ordering.is_gt(),
            Self::AtMost => ordering.is_le(),
            Self::LessThan => ordering.is_lt(),
            Self::Equals => ordering.is_eq(),
        }
    }
}

impl Relation {
    /// The two facts, the compared one first.
    pub fn facts(&self) -> [&str; 2] {
        [&self.fact, &self.of]
    }

    /// Whether it holds, exactly: the product is never rounded.
    pub fn holds(&self, left: Quantity, right: Quantity) -> bool {
        self.op.allows(left.cmp_product(self.times, right))
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
            Self::Judged(part) => vec![("judged".to_owned(), part)],
            Self::ByReading { cases, .. } => {
                let step = |index| format!("by_reading/cases/{index}/then");
                cases.iter().enumerate().map(|(index, case)| (step(index), &case.then)).collect()
            }
            Self::Is(_)
            | Self::Given(_)
            | Self::Compare(_)
            | Self::CompareFacts(_)
            | Self::CompareNumbers(_)
            | Self::OneOf { .. }
            | Self::Score(_)
            | Self::Includes { .. } => Vec::new(),
        }
    }

    /// Every fact in the tree, in order, with repetitions.
    pub fn facts(&self) -> Vec<&str> {
        match self {
            Self::Is(fact) | Self::Given(fact) | Self::OneOf { fact, .. } | Self::Includes { fact, .. } => vec![fact],
            Self::Compare(comparison) => vec![&comparison.fact],
            Self::CompareFacts(relation) => relation.facts().into(),
            Self::CompareNumbers(relation) => relation.facts(),
            _ => self.parts().into_iter().flat_map(|(_, part)| part.facts()).collect(),
        }
    }
}
