//! A session as text, for the storage of the browser.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::route::Page;
use super::session::Session;
use crate::draft::Dossier;
use crate::model::json::{self, Limits};
use crate::model::{Answers, AsOf, Lang};
use crate::pack::Pack;

const FORMAT: &str = "zhice.session/1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    format: String,
    lang: Lang,
    large: bool,
    page: Page,
    choice: Option<(String, String)>,
    as_of: AsOf,
    readings: BTreeMap<String, String>,
    answers: Value,
    typed: BTreeMap<String, String>,
    left: BTreeSet<String>,
    unsure: BTreeSet<String>,
    dossier: Dossier,
}

/// The text to keep.
pub fn to_text(session: &Session) -> String {
    let saved = Saved {
        format: FORMAT.to_owned(),
        lang: session.lang,
        large: session.large,
        page: session.page,
        choice: session.choice.clone(),
        as_of: session.as_of,
        readings: session.readings.clone(),
        answers: serde_json::to_value(&session.answers).unwrap_or_default(),
        typed: session.typed.clone(),
        left: session.left.clone(),
        unsure: session.unsure.clone(),
        dossier: session.dossier.clone(),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// The session in a saved text. The error says what keeps it from being read, so that the text can be set aside.
pub fn from_text(text: &str, packs: &[Pack]) -> Result<Session, String> {
    let json = json::read(text, Limits::DRAFT).map_err(|error| error.to_string())?;
    let saved: Saved = json::shape(&json).map_err(|error| error.to_string())?;
    if saved.format != FORMAT {
        return Err(format!("format `{}` is not known", saved.format));
    }
    let answers = answers(&saved.answers, packs)?;
    // Without its pack the choice cannot be gone on with, so it is made again.
    let choice = saved.choice.filter(|(id, _)| packs.iter().any(|pack| pack.file.id == *id));
    let page = if choice.is_some() { saved.page } else { Page::Start };
    Ok(Session {
        lang: saved.lang,
        large: saved.large,
        page,
        choice,
        as_of: saved.as_of,
        readings: saved.readings,
        answers,
        typed: saved.typed,
        left: saved.left,
        unsure: saved.unsure,
        dossier: saved.dossier,
    })
}

/// A fact means the same in every programme, so any pack that has it can read its answer.
fn answers(saved: &Value, packs: &[Pack]) -> Result<Answers, String> {
    let mut answers = Answers::default();
    for (id, value) in saved.as_object().into_iter().flatten() {
        let fact = packs.iter().find_map(|pack| pack.fact(id)).ok_or_else(|| format!("no fact `{id}`"))?;
        if let Some(value) = fact.domain().read(value).map_err(|error| format!("`{id}`: {error}"))? {
            answers.set(id, value);
        }
    }
    Ok(answers)
}
