//! What the applicant adds to the answers: who they are, what they have ready, what they declare.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::field::{FIELD_LIMIT, Field, FieldError};
use crate::model::kind::TEXT_LIMIT;
use crate::model::text::excess;
use crate::model::{Answers, Lang, Text};
use crate::pack::rules::facts_of;
use crate::pack::{Pack, Track};

/// Everything in an application that decides nothing. Texts are kept as typed, even where they are not yet right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Dossier {
    pub applicant: BTreeMap<Field, String>,
    /// By id of the narrative section.
    pub narratives: BTreeMap<String, String>,
    /// By id of the material.
    pub materials: BTreeMap<String, MaterialState>,
    /// Names of the papers that prove a fact, by fact id.
    pub evidence: BTreeMap<String, String>,
    /// Ids of the actions of a task that are done, by the fact that rates the task. Left out where there are none, so that
    /// what knows no such thing reads it too.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub actions: BTreeMap<String, BTreeSet<String>>,
    /// Declarations that were ticked; none by default.
    pub declarations: BTreeSet<Declaration>,
}

/// How far a paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MaterialState {
    Have,
    Preparing,
    NotApplicable,
}

/// A statement the applicant may make about the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Declaration {
    /// What was entered is true.
    Truthful,
    /// The result is for reference; the authority decides.
    ForReference,
}

/// A text that decides nothing and has a length it should keep to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreeText {
    /// By id of the section.
    Narrative(String),
    /// By id of the fact it is about.
    Evidence(String),
}

impl FreeText {
    /// In characters.
    pub const fn limit(&self) -> usize {
        match self {
            Self::Narrative(_) => TEXT_LIMIT,
            Self::Evidence(_) => FIELD_LIMIT,
        }
    }

    /// What it is called on a track.
    pub fn label<'p>(&self, pack: &'p Pack, track: &'p Track) -> Option<&'p Text> {
        match self {
            Self::Narrative(id) => {
                track.narratives.iter().find(|narrative| narrative.id == *id).map(|narrative| &narrative.title)
            }
            Self::Evidence(fact) => pack.fact(fact).map(|fact| &fact.label),
        }
    }
}

impl MaterialState {
    pub const ALL: [Self; 3] = [Self::Have, Self::Preparing, Self::NotApplicable];
}

impl Declaration {
    pub const ALL: [Self; 2] = [Self::Truthful, Self::ForReference];
}

impl Dossier {
    /// The text of a field; empty where nothing was typed.
    pub fn field(&self, field: Field) -> &str {
        self.applicant.get(&field).map(String::as_str).unwrap_or_default()
    }

    /// The fields of a track whose text cannot stand, in order.
    pub fn errors(&self, track: &Track) -> Vec<(Field, FieldError)> {
        let wrong = |field: Field| field.read(self.field(field)).err().map(|error| (field, error));
        Field::asked(track).filter_map(wrong).collect()
    }

    /// A field as the draft states it, with what should be known about it.
    pub fn stated(&self, field: Field, lang: Lang) -> String {
        let text = self.field(field);
        let note = field.read(text).ok().and_then(|entered| entered.note);
        format!("{text}{}", note.map(|note| note.in_draft(lang)).unwrap_or_default())
    }

    /// With each field that can stand in its normal form.
    #[must_use]
    pub fn in_normal_form(mut self) -> Self {
        for (field, text) in &mut self.applicant {
            if let Ok(entered) = field.read(text) {
                *text = entered.normal;
            }
        }
        self
    }

    /// Without what belongs to other tracks alone, which no paper of this one shows.
    #[must_use]
    pub fn of_track(mut self, track: &Track) -> Self {
        let facts = facts_of(track);
        self.applicant.retain(|field, _| Field::asked(track).any(|asked| asked == *field));
        self.evidence.retain(|fact, _| facts.contains(&fact.as_str()));
        self.actions.retain(|fact, _| facts.contains(&fact.as_str()));
        self
    }

    /// The statements and the names of papers that are too long, and by how much.
    pub fn overlong(&self, answers: &Answers) -> Vec<(FreeText, usize)> {
        let over = |text: FreeText, written: &str| excess(written, text.limit()).map(|by| (text, by));
        let narratives = self.narratives.iter().filter_map(|(id, text)| over(FreeText::Narrative(id.clone()), text));
        let evidence = self.evidence.iter().filter(|(fact, _)| answers.get(fact).is_some());
        narratives.chain(evidence.filter_map(|(id, text)| over(FreeText::Evidence(id.clone()), text))).collect()
    }

    /// The fields a track asks for that are still blank, in order.
    pub fn blank(&self, track: &Track) -> impl Iterator<Item = Field> {
        Field::asked(track).filter(|field| self.field(*field).trim().is_empty())
    }
}
