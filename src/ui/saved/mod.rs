//! A session as text, for the storage of the browser and as a file.

mod earlier;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value as Json;

use super::filing::{Entry, Filing};
use super::incoming::Tables;
use super::provided::Provided;
use super::route::Page;
use super::session::Session;
use crate::draft::Field;
use crate::model::json::{self, JsonError, Limits};
use crate::model::{Answers, AsOf, Grow, Lang, Value};
use crate::pack::Pack;

/// What the name of every format of ours begins with.
const FAMILY: &str = "zhice.session/";
const FORMAT: &str = "zhice.session/2";

/// A session that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub session: Session,
    /// It was kept in the format of an earlier version.
    pub is_earlier: bool,
}

/// Why a text is no session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing this widget ever kept.
    Foreign,
    /// Kept by a version that came after this one.
    Newer,
    /// Cut off, or changed by something else.
    Damaged(JsonError),
}

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
    answers: BTreeMap<String, SavedAnswer>,
    typed: BTreeMap<String, String>,
    left: BTreeSet<String>,
    unsure: BTreeSet<String>,
    applicant: BTreeMap<Field, String>,
    evidence: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    actions: BTreeMap<String, BTreeSet<String>>,
    /// Left out where there is nothing, so that what keeps no such thing reads it too.
    #[serde(default, skip_serializing_if = "Provided::is_empty")]
    provided: Provided,
}

/// An answer on its way into a text, and as it comes out of one: a list of thousands is written as it stands.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum SavedAnswer {
    Given(Value),
    Kept(Json),
}

impl<'de> Deserialize<'de> for SavedAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Json::deserialize(deserializer).map(Self::Kept)
    }
}

/// The text to keep.
pub fn to_text(session: &Session) -> String {
    let saved = Saved {
        format: FORMAT.to_owned(),
        lang: session.lang,
        large: session.large,
        page: session.page,
        open: SavedFiling::of(session.kept()),
        shelf: session.shelf.iter().cloned().map(SavedFiling::of).collect(),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// Whether a text says that it is a session, whatever has become of it: at its head, however that is laid out, or
/// wherever another program has moved the key.
pub fn is_session(text: &str) -> bool {
    let head: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').take(40).collect();
    let format =
        || json::read(text, Limits::SAVED).ok()?.get("format")?.as_str().map(|format| format.starts_with(FAMILY));
    head.starts_with(&format!("{{\"format\":\"{FAMILY}")) || format() == Some(true)
}

/// The session in a saved text.
pub fn read(text: &str, packs: &[Pack]) -> Result<Read, Unread> {
    let unread = |error| if is_session(text) { Unread::Damaged(error) } else { Unread::Foreign };
    let json = json::read(text, Limits::SAVED).map_err(unread)?;
    let format = json.get("format").and_then(Json::as_str).and_then(|format| format.strip_prefix(FAMILY));
    let is_earlier = match format.and_then(|version| version.parse::<u32>().ok()) {
        Some(1) => true,
        Some(2) => false,
        Some(3..) => return Err(Unread::Newer),
        _ => return Err(Unread::Foreign),
    };
    let saved = if is_earlier { earlier::read(&json) } else { json::shape(&json) };
    Ok(Read { session: saved.map_err(Unread::Damaged)?.session(packs), is_earlier })
}

impl Session {
    /// Reads everything that was entered anew: other packs serve now.
    pub fn reread(&mut self, packs: &[Pack]) {
        if let Ok(Read { mut session, .. }) = read(&to_text(self), packs) {
            session.take_incoming(self);
            let (picked, prefill) = (std::mem::take(&mut self.picked), std::mem::take(&mut self.prefill));
            *self = Self { picked, prefill, ..session };
        }
    }
}

impl Saved {
    fn session(self, packs: &[Pack]) -> Session {
        let filing = self.open.filing(packs);
        let others = self.shelf.into_iter().map(|filing| filing.filing(packs)).collect();
        // Without its pack nothing can be gone on with, so the choice is made again.
        let page = if filing.track(packs).is_some() { self.page } else { Page::Start };
        let start = Session::new(filing.as_of, self.lang);
        Session { large: self.large, page, filing, shelf: others, ..start }
    }
}

impl SavedFiling {
    fn of(filing: Filing) -> Self {
        let Filing { key, name, entries, at, as_of, readings, answers, unplaced, typed, left, unsure, .. } = filing;
        let Filing { applicant, evidence, actions, provided, .. } = filing;
        // What was answered anew takes the place of what could not be read.
        let given = answers.iter().map(|(id, value)| (id.to_owned(), SavedAnswer::Given(value.clone())));
        let unplaced = unplaced.into_iter().map(|(id, value)| (id, SavedAnswer::Kept(value)));
        let answers = unplaced.chain(given).grown();
        Self {
            key,
            name,
            entries,
            at,
            as_of,
            readings,
            answers,
            typed,
            left,
            unsure,
            applicant,
            evidence,
            actions,
            provided,
        }
    }

    fn filing(self, packs: &[Pack]) -> Filing {
        let (answers, unplaced) = read_answers(self.answers, packs);
        let Self {
            key,
            name,
            entries,
            at,
            as_of,
            readings,
            typed,
            left,
            unsure,
            applicant,
            evidence,
            actions,
            provided,
            ..
        } = self;
        Filing {
            key,
            name,
            entries,
            at,
            as_of,
            readings,
            answers,
            unplaced,
            typed,
            left,
            unsure,
            applicant,
            evidence,
            actions,
            provided,
            incoming: Tables::default(),
        }
    }
}

/// The answers that a pack here can read, and the others as they are. A fact means the same in every programme, so any
/// pack that has it will do.
pub(super) fn read_answers(
    saved: impl IntoIterator<Item = (String, SavedAnswer)>,
    packs: &[Pack],
) -> (Answers, BTreeMap<String, Json>) {
    let (mut answers, mut unplaced) = (Answers::default(), BTreeMap::new());
    for (id, value) in saved {
        let fact = packs.iter().find_map(|pack| pack.fact(&id));
        match (value, fact) {
            (SavedAnswer::Given(value), _) => answers.set(id, value),
            (SavedAnswer::Kept(json), None) => _ = unplaced.insert(id, json),
            (SavedAnswer::Kept(json), Some(fact)) => match fact.read(&json) {
                Ok(Some(value)) => answers.set(id, value),
                Ok(None) => {}
                Err(_) => _ = unplaced.insert(id, json),
            },
        }
    }
    (answers, unplaced)
}
