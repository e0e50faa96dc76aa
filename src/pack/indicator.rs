//! Self-evaluation: what is looked at beside eligibility. No total score exists.

use serde::{Deserialize, Serialize};

use crate::model::Text;

/// One item of self-evaluation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub id: String,
    pub title: Text,
    pub measured: Measured,
    pub cite: String,
}

/// How an indicator is read from facts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Measured {
    /// The applicant's own rating on the options of a `choice` fact. The document sets no target.
    Maturity { fact: String },
}

impl Measured {
    pub fn fact(&self) -> &str {
        match self {
            Self::Maturity { fact } => fact,
        }
    }
}
