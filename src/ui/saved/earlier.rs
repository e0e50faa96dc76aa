//! What the first version kept: one draft, for one programme.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use super::{FORMAT, Saved, SavedAnswer, SavedFiling};
use crate::draft::Dossier;
use crate::model::json::{self, JsonError};
use crate::model::{AsOf, Lang};
use crate::ui::filing::{Entry, TrackId};
use crate::ui::provided::Provided;
use crate::ui::route::Page;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct First {
    #[serde(rename = "format")]
    _format: String,
    lang: Lang,
    large: bool,
    page: Page,
    choice: Option<(String, String)>,
    as_of: AsOf,
    readings: BTreeMap<String, String>,
    answers: BTreeMap<String, SavedAnswer>,
    typed: BTreeMap<String, String>,
    left: BTreeSet<String>,
    unsure: BTreeSet<String>,
    dossier: Dossier,
}

pub fn read(json: &Value) -> Result<Saved, JsonError> {
    let First { lang, large, page, choice, as_of, readings, answers, typed, left, unsure, dossier, .. } =
        json::shape(json)?;
    let Dossier { applicant, narratives, materials, evidence, actions, declarations } = dossier;
    let entry = choice.map(|(programme, track)| Entry {
        narratives,
        materials,
        declarations,
        ..Entry::new(TrackId::new(programme, track))
    });
    let open = SavedFiling {
        key: 0,
        name: String::new(),
        entries: entry.into_iter().collect(),
        at: 0,
        as_of,
        readings,
        answers,
        typed,
        left,
        unsure,
        applicant,
        evidence,
        actions,
        provided: Provided::default(),
    };
    Ok(Saved { format: FORMAT.to_owned(), lang, large, page, open, shelf: Vec::new() })
}
