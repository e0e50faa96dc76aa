//! Where one programme leads: to a track of another, with what is known already.

use serde::{Deserialize, Serialize};

use super::Condition;
use crate::model::Text;

/// A way on from a track to one of another programme.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub id: String,
    /// What has to be so before it leads there; always, where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub programme: String,
    pub track: String,
    /// Why it leads there.
    pub text: Text,
    /// What to know before going there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What follows for the other programme. It is proposed, never put over an answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carries: Vec<Carried>,
    pub cite: String,
}

/// An option of a `choice` fact of the other programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Carried {
    pub fact: String,
    pub option: String,
}
