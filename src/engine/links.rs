//! Where a track leads, for one applicant.

use serde::Serialize;

use super::case::Case;
use crate::model::Truth;
use crate::pack::Link;
use crate::pack::rules::NodeId;

/// A way on to a track of another programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct LinkFinding {
    pub id: String,
    pub programme: String,
    pub track: String,
    /// Whether what has to be so before it is so.
    pub truth: Truth,
    pub cite: String,
}

/// Every way on, in the order of the pack.
pub fn findings(case: &Case<'_>) -> Vec<LinkFinding> {
    let finding = |(link, root): (&Link, &Option<NodeId>)| LinkFinding {
        id: link.id.clone(),
        programme: link.programme.clone(),
        track: link.track.clone(),
        truth: root.map_or(Truth::Met, |root| case.results.truth(root)),
        cite: link.cite.clone(),
    };
    case.track.track.leads_to.iter().zip(&case.track.rules.links).map(finding).collect()
}
