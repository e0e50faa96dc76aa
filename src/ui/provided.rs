//! The prefilled part of a draft: what the portal filled in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::draft::Field;

/// The values a draft was given by the portal, kept with it. What stands there now may be the person's: it is the
/// portal's as long as it is the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Provided {
    pub(super) facts: BTreeMap<String, Json>,
    pub(super) applicant: BTreeMap<Field, String>,
}

impl Provided {
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.applicant.is_empty()
    }
}
