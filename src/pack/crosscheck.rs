//! What ought to hold between answers whatever the document asks: a part is not more than the whole.

use serde::{Deserialize, Serialize};

use super::Condition;
use crate::model::Text;

/// A condition that answers ought to meet. One that does not hold is asked about; it decides nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Check {
    pub id: String,
    pub holds: Condition,
    /// What to look at, said beside the figures.
    pub text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<String>,
}
