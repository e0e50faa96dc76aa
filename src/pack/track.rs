//! One way to apply: who applies, what is asked, what is required, what it brings.

use serde::{Deserialize, Serialize};

use super::cumulation::Cumulation;
use super::indicator::Indicator;
use super::score::Score;
use super::{Check, Condition, Due, Link, Measure};
use crate::model::{Date, Text};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Track {
    pub id: String,
    pub title: Text,
    /// The kind of body that applies on this track.
    pub applicant: Applicant,
    /// What the track is for; left out, it is told by what the track has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<TrackKind>,
    /// Who applies on this track, in words.
    pub who: Text,
    /// What the self-assessment ends with.
    pub outcome: Text,
    /// The `choice` fact whose options are the stages of the life that the procedure goes through, in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// The order in which facts are asked.
    pub topics: Vec<Topic>,
    /// When it is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round>,
    /// Facts that go into the application without deciding anything.
    pub record: Vec<String>,
    /// Facts that an earlier version of the pack asked on this track: an answer to one is named, and does not count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<String>,
    pub conditions: Vec<Requirement>,
    /// What is preferred without being required.
    pub priorities: Vec<Requirement>,
    pub indicators: Vec<Indicator>,
    /// What to know before reading the indicators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicators_note: Option<Text>,
    /// Left out where the document gives no points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    /// What ought to hold between answers. It decides nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
    /// What recognition brings, and what each grade means.
    pub consequences: Vec<Consequence>,
    /// Sections of the application to be written by the applicant.
    pub narratives: Vec<Narrative>,
    pub materials: Vec<Material>,
    pub procedure: Vec<ProcedureStep>,
    /// The tracks of other programmes this one leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads_to: Vec<Link>,
}

impl Track {
    /// What the track is for. Where it does not say so, something is applied for if conditions are to be met and
    /// recognition or support follows; on any other track those who carry out the document look at how far they are.
    pub fn kind(&self) -> TrackKind {
        let applies = !self.conditions.is_empty() && (self.support.is_some() || !self.consequences.is_empty());
        self.kind.unwrap_or(if applies { TrackKind::Application } else { TrackKind::SelfEvaluation })
    }

    /// Whether somebody recommends the applicant on the way to the authority.
    pub fn is_recommended(&self) -> bool {
        self.procedure.iter().any(|step| step.recommends)
    }
}

/// A round in which applications are taken.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Round {
    pub id: String,
    pub title: Text,
    /// The first day, where the document gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Date>,
    /// The last day.
    pub closes: Date,
    /// How many can come through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota: Option<u32>,
    pub cite: String,
}

/// What a track is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrackKind {
    /// A recognition or support that the authority grants.
    Application,
    /// A sum that is due once its conditions are shown (兑现).
    Claim,
    /// How far one is, for oneself or in a report.
    SelfEvaluation,
    /// Whether a plan or a figure keeps to the rules.
    Check,
}

impl TrackKind {
    pub const ALL: [Self; 4] = [Self::Application, Self::Claim, Self::SelfEvaluation, Self::Check];
}

/// The kinds of bodies that apply or report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Applicant {
    /// An agency that offers intellectual property services.
    Agency,
    /// A body that builds or carries a cluster zone.
    Zone,
    /// A government or one of its departments.
    Government,
    /// An enterprise of any trade.
    Firm,
    /// A natural person.
    Person,
    /// A bank, an insurer or another lender.
    Bank,
    /// A university or a research institute.
    University,
    /// An industry association or another social organisation.
    Association,
}

impl Applicant {
    pub const ALL: [Self; 8] = [
        Self::Agency,
        Self::Zone,
        Self::Government,
        Self::Firm,
        Self::Person,
        Self::Bank,
        Self::University,
        Self::Association,
    ];
}

/// A page of questions.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: String,
    pub title: Text,
    pub lead: Text,
    pub facts: Vec<String>,
}

/// A cited condition.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub id: String,
    pub title: Text,
    pub needs: Condition,
    pub cite: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Conditions of support alone: a measure names those it `requires`, and the others stand without them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<Requirement>,
    pub measures: Vec<Measure>,
    pub cumulation: Cumulation,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Consequence {
    pub id: String,
    pub title: Text,
    pub brings: Text,
    pub cite: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Narrative {
    pub id: String,
    pub title: Text,
    pub help: Text,
    pub cite: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    pub id: String,
    pub title: Text,
    pub note: Text,
    pub cite: String,
}

/// A step of the procedure.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProcedureStep {
    pub id: String,
    pub title: Text,
    /// Who acts.
    pub actor: Text,
    /// The stages in which it is done; none where it belongs to no stage in particular.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<String>,
    /// The day it is due, where the document gives one or the rule for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The time limit as the document words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Text>,
    /// How its days are reckoned where the document leaves that open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reckoning: Option<Text>,
    /// Whoever acts recommends the applicant, so the application has a place for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub recommends: bool,
    pub cite: String,
}
