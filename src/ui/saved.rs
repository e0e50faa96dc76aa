//! A session as text, for the storage of the browser.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::filing::{Entry, Filing};
use super::route::Page;
use super::session::Session;
use crate::draft::Field;
use crate::model::json::{self, Limits};
use crate::model::{Answers, AsOf, Lang};
use crate::pack::Pack;

const FORMAT: &str = "zhice.session/2";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    format: String,
    lang: Lang,
    large: bool,
    page: Page,
    open: SavedFiling,
    shelf: Vec<SavedFiling>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedFiling {
    key: u32,
    name: String,
    entries: Vec<Entry>,
    at: usize,
    as_of: AsOf,
    readings: BTreeMap<String, String>,
    answers: Value,
    typed: BTreeMap<String, String>,
    left: BTreeSet<String>,
    unsure: BTreeSet<String>,
    applicant: BTreeMap<Field, String>,
    evidence: BTreeMap<String, String>,
}

/// The text to keep.
pub fn to_text(session: &Session) -> String {
    let saved = Saved {
        format: FORMAT.to_owned(),
        lang: session.lang,
        large: session.large,
        page: session.page,
        open: SavedFiling::of(&session.kept()),
        shelf: session.shelf.iter().map(SavedFiling::of).collect(),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// The session in a saved text. The error says what keeps it from being read, so that the text can be set aside.
pub fn from_text(text: &str, packs: &[Pack]) -> Result<Session, String> {
    let json = json::read(text, Limits::SAVED).map_err(|error| error.to_string())?;
    let saved: Saved = json::shape(&json).map_err(|error| error.to_string())?;
    if saved.format != FORMAT {
        return Err(format!("format `{}` is not known", saved.format));
    }
    let filing = saved.open.filing(packs)?;
    let shelf = saved.shelf.into_iter().map(|filing| filing.filing(packs)).collect::<Result<_, _>>()?;
    // Without its pack nothing can be gone on with, so the choice is made again.
    let page = if filing.track(packs).is_some() { saved.page } else { Page::Start };
    let start = Session::new(filing.as_of, saved.lang);
    Ok(Session { large: saved.large, page, filing, shelf, ..start })
}

impl SavedFiling {
    fn of(filing: &Filing) -> Self {
        let Filing { key, name, entries, at, as_of, readings, answers, typed, left, unsure, applicant, evidence } =
            filing.clone();
        let answers = serde_json::to_value(&answers).unwrap_or_default();
        Self { key, name, entries, at, as_of, readings, answers, typed, left, unsure, applicant, evidence }
    }

    fn filing(self, packs: &[Pack]) -> Result<Filing, String> {
        let answers = read_answers(&self.answers, packs)?;
        let Self { key, name, entries, at, as_of, readings, typed, left, unsure, applicant, evidence, .. } = self;
        Ok(Filing { key, name, entries, at, as_of, readings, answers, typed, left, unsure, applicant, evidence })
    }
}

/// A fact means the same in every programme, so any pack that has it can read its answer.
fn read_answers(saved: &Value, packs: &[Pack]) -> Result<Answers, String> {
    let mut answers = Answers::default();
    for (id, value) in saved.as_object().into_iter().flatten() {
        let fact = packs.iter().find_map(|pack| pack.fact(id)).ok_or_else(|| format!("no fact `{id}`"))?;
        if let Some(value) = fact.domain().read(value).map_err(|error| format!("`{id}`: {error}"))? {
            answers.set(id, value);
        }
    }
    Ok(answers)
}
