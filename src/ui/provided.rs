//! The prefilled part of a draft: what was filled in by somebody else than the person.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::draft::Field;

/// The values a draft was given by the portal or by a link from another programme, kept with it. What stands there now
/// may be the person's: it is theirs who gave it as long as it is the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Provided {
    pub(super) facts: BTreeMap<String, Json>,
    pub(super) applicant: BTreeMap<Field, String>,
    /// Options that a link brought along, by fact.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) carried: BTreeMap<String, String>,
}

impl Provided {
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.applicant.is_empty() && self.carried.is_empty()
    }
}
