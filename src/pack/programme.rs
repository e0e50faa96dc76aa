//! The file: one programme, with its document, its facts, its readings and its tracks.

use serde::{Deserialize, Serialize};

use super::due::Anchor;
use super::fact::FactOption;
use super::rules::facts_of;
use super::{Check, Fact, Parameter, Reading, Track};
use crate::model::{Date, Text};

/// What the formats of policy packs are called, before their number.
pub const FORMATS: &str = "zhice.pack";
/// The format packs are written in: with numbers that are worked out, lists and scores.
pub const FORMAT: &str = "zhice.pack/2";
/// The format before it, which is read like it. A program that only knows this one may not know all words of a pack.
pub const EARLIER: &str = "zhice.pack/1";

/// A policy pack as it stands in its file. It becomes a [`Pack`](super::Pack) only when it has no error.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// `zhice.pack/2`, or `zhice.pack/1` before there were numbers that are worked out, lists and scores.
    pub format: String,
    /// Equal to the file name without its ending.
    pub id: String,
    /// Of the pack, not of the document: grows with every change of content.
    pub version: String,
    /// What people call the programme.
    pub title: Text,
    /// Where it is for, from the province down; empty where that is the whole country. Left out where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Vec<Text>>,
    pub document: Document,
    pub standing: Dates,
    /// Every article of the document, in order: what it says in plain words and what the pack makes of it.
    pub clauses: Vec<Clause>,
    /// Words to explain in place.
    pub terms: Vec<Term>,
    /// Option lists that several facts share.
    pub scales: Vec<Scale>,
    pub facts: Vec<Fact>,
    pub readings: Vec<Reading>,
    /// Figures that change by day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Parameter>,
    /// Bodies that answer for tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<Department>,
    /// The document says that the first department named leads.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first_department_leads: bool,
    pub tracks: Vec<Track>,
}

impl PackFile {
    /// Gives each fact that names a scale, and has no options of its own, the options of that scale.
    pub(super) fn spread_scales(&mut self) {
        for fact in self.facts.iter_mut().filter(|fact| fact.options.is_empty()) {
            if let Some(scale) = self.scales.iter().find(|scale| fact.scale.as_ref() == Some(&scale.id)) {
                fact.options.clone_from(&scale.options);
            }
        }
    }

    /// Gives each track the checks that follow from what it asks: that a fact and its list agree, and that a day from
    /// which others are reckoned has come.
    pub(super) fn spread_checks(&mut self) {
        for track in &mut self.tracks {
            let asked = facts_of(track);
            let asked = || self.facts.iter().filter(|fact| asked.contains(&fact.id.as_str()));
            let starts = |fact: &&Fact| {
                let mut rules = track.procedure.iter().filter_map(|step| step.due.as_ref());
                rules.any(|due| due.starts().is_some_and(|start| *start == Anchor::Fact(fact.id.clone())))
            };
            let counts = asked().filter_map(Check::of_count);
            let checks: Vec<Check> = counts.chain(asked().filter(starts).filter_map(Check::of_day)).collect();
            track.checks.extend(checks);
        }
    }
}

/// The policy document a pack encodes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub title: Text,
    /// 文号, where the document has one.
    pub number: Option<String>,
    pub issuer: Text,
    /// The day of issue, where the document states it.
    pub issued: Option<Date>,
}

/// When the document holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// Left out of a draft that is put to public consultation (征求意见稿): it holds for nobody yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// Last day of a trial period.
    pub trial_until: Option<Date>,
    /// Last day of the period the document plans for.
    pub period_until: Option<Date>,
    /// The day another document took its place.
    pub superseded_on: Option<Date>,
    /// What else there is to know about its standing.
    pub note: Text,
    pub cite: String,
}

/// One article or paragraph of the document.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// As Chinese documents cite it: `第九条（五）`. Everything in the pack cites clauses by this.
    pub cite: String,
    /// The same in English: `Art. 9(5)`.
    pub cite_en: String,
    /// What it says, in plain words of our own.
    pub says: Text,
    pub role: Role,
    /// What it lists to be done, each ticked under the rating that cites it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
}

/// One of the things a clause wants done. It has no standing of its own: how far the whole is, the applicant rates.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Action {
    pub id: String,
    pub says: Text,
}

/// What the pack makes of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Something in the pack cites it.
    Encoded,
    /// Left to the judgement of the authority.
    Discretion,
    /// Changes nothing for an applicant.
    NoEffect,
}

/// A word of the field, explained where it is used.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: String,
    pub word: Text,
    pub says: Text,
    /// The document uses the word without defining it: to be confirmed with the authority.
    #[serde(default)]
    pub undefined: bool,
}

/// An option list that several facts share, such as the levels of a self-rating.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scale {
    pub id: String,
    pub options: Vec<FactOption>,
}

/// A body that answers for tasks.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Department {
    pub id: String,
    pub title: Text,
    /// Every task is for it to carry out too, also where it is not named again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub every_task: bool,
    /// Several departments that the document does not list: their tasks may be anybody’s.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unlisted_members: bool,
}

impl Clause {
    /// The citation in the reader's language.
    pub fn label(&self, lang: crate::model::Lang) -> &str {
        lang.pick(&self.cite, &self.cite_en)
    }
}
