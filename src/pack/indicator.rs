//! Self-evaluation: what is looked at beside eligibility. No total score exists.

use serde::{Deserialize, Serialize};

use super::Condition;
use super::condition::{Comparison, Relation};
use crate::model::{Deadline, Text};

/// One item of self-evaluation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub id: String,
    pub title: Text,
    pub measured: Measured,
    /// By when the document wants it reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Deadline>,
    /// Ids of the departments that answer for it, the lead first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    pub cite: String,
}

/// How an indicator is read from facts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Measured {
    /// A number against the figure the document gives.
    Target(Comparison),
    /// A number against another of the applicant's own.
    Comparison(Relation),
    /// How many of several points hold.
    Checklist(Vec<Condition>),
    /// The applicant's own rating on the options of a `choice` fact.
    Maturity {
        fact: String,
        /// The options at which the goal of the document counts as reached; empty where it sets none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reached: Vec<String>,
    },
}

impl Measured {
    /// The facts it looks at, in order, with repetitions.
    pub fn facts(&self) -> Vec<&str> {
        match self {
            Self::Target(comparison) => vec![&comparison.fact],
            Self::Comparison(relation) => relation.facts().into(),
            Self::Checklist(points) => points.iter().flat_map(Condition::facts).collect(),
            Self::Maturity { fact, .. } => vec![fact],
        }
    }

    /// The fact whose value the indicator shows; a checklist counts and has none.
    pub fn fact(&self) -> Option<&str> {
        match self {
            Self::Target(Comparison { fact, .. })
            | Self::Comparison(Relation { fact, .. })
            | Self::Maturity { fact, .. } => Some(fact),
            Self::Checklist(_) => None,
        }
    }
}
