//! How a condition stands, and by what it was judged.

use serde::Serialize;

use super::case::Case;
use super::explain::{self, Step};
use super::missing::missing_for;
use crate::model::Truth;
use crate::pack::rules::NodeId;
use crate::pack::track::Requirement;

/// A condition, its truth, and what it was judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Finding {
    pub id: String,
    pub truth: Truth,
    pub cite: String,
    pub missing: Vec<String>,
    /// The facts that decided it.
    pub reasons: Vec<Step>,
}

/// How each of some requirements stands.
pub fn findings(case: &Case<'_>, requirements: &[Requirement], roots: &[NodeId]) -> Vec<Finding> {
    let finding = |(requirement, root): (&Requirement, &NodeId)| Finding {
        id: requirement.id.clone(),
        truth: case.results.truth(*root),
        cite: requirement.cite.clone(),
        missing: missing_for(case, *root),
        reasons: explain::deciding(case, *root),
    };
    requirements.iter().zip(roots).map(finding).collect()
}
