//! Numbers that a rule works out from facts.

use serde::{Deserialize, Serialize};

use super::condition::{Op, once};
use super::measure::Tier;
use crate::model::Quantity;

/// A number as a sum or difference of facts. A fact that does not apply adds nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Number {
    Fact(String),
    Sum(Vec<Self>),
    /// What is left of `from` without the others.
    Minus {
        from: Box<Self>,
        less: Vec<Self>,
    },
    /// Never below this number.
    FloorAt {
        at: Quantity,
        of: Box<Self>,
    },
}

/// A number that is worked out against a multiple of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NumberRelation {
    pub number: Number,
    pub op: Op,
    #[serde(default = "once")]
    pub times: Quantity,
    pub of: Number,
}

/// Tiers by a number that is worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NumberTiers {
    pub number: Number,
    pub tiers: Vec<Tier>,
}

impl Number {
    /// The parts of this number, each with its step in a JSON pointer.
    pub fn parts(&self) -> Vec<(String, &Self)> {
        let numbered = |at: &str, parts: &'_ [Self]| -> Vec<String> {
            (0..parts.len()).map(|index| format!("{at}/{index}")).collect()
        };
        match self {
            Self::Fact(_) => Vec::new(),
            Self::Sum(parts) => numbered("sum", parts).into_iter().zip(parts).collect(),
            Self::Minus { from, less } => {
                let first = ("minus/from".to_owned(), &**from);
                std::iter::once(first).chain(numbered("minus/less", less).into_iter().zip(less)).collect()
            }
            Self::FloorAt { of, .. } => vec![("floor_at/of".to_owned(), of)],
        }
    }

    /// Every fact it is worked out from, in order, with repetitions.
    pub fn facts(&self) -> Vec<&str> {
        match self {
            Self::Fact(fact) => vec![fact],
            _ => self.parts().into_iter().flat_map(|(_, part)| part.facts()).collect(),
        }
    }
}

impl NumberRelation {
    pub fn facts(&self) -> Vec<&str> {
        [self.number.facts(), self.of.facts()].concat()
    }
}
