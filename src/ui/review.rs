//! A file that was handed in: a draft, replayed with the engine that is here, or all drafts of a session.

use super::filing::Filing;
use super::saved::{self, Unread};
use crate::draft::verify::{self, Difference};
use crate::draft::{Report, VerifyError};
use crate::model::json;
use crate::pack::Pack;

/// What came of a file that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The name of the file.
    pub file: String,
    pub outcome: Result<Brought, Refusal>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    Draft(Box<Replay>),
    /// What a page kept, or handed out when it could keep nothing.
    Session(Vec<Filing>),
}

/// Why a file is of no use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Draft(VerifyError),
    Session(Unread),
}

/// A draft that could be replayed, whether or not it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    pub report: Report,
    /// What was entered, to go on with.
    pub filing: Filing,
}

/// Whether a difference only repeats another one: a line of the printed application, a step that led to a result.
pub fn follows_from_another(difference: &Difference) -> bool {
    let repeats = [
        "/application/",
        "/reasons/",
        "/steps/",
        "/span",
        "/next",
        "/missing/",
        "/assessment/readings/",
        "/support/readings/",
    ];
    match difference {
        Difference::Changed { .. } => false,
        Difference::Recomputed { pointer, .. } => repeats.iter().any(|part| pointer.contains(part)),
        Difference::Digest { .. } => true,
    }
}

/// Whether a difference says no more than that the draft was drawn up with another pack.
pub fn names_the_pack(difference: &Difference) -> bool {
    let says_so = |pointer: &str| pointer.starts_with("/pack/") || pointer.starts_with("/assessment/pack/");
    matches!(difference, Difference::Recomputed { pointer, .. } if says_so(pointer))
}

impl Review {
    pub fn of(file: String, content: &[u8], packs: &[Pack]) -> Self {
        let text = json::text(content).map_err(|error| Refusal::Draft(VerifyError::Unreadable(error)));
        Self { file, outcome: text.and_then(|text| brought(text, packs)) }
    }
}

fn brought(text: &str, packs: &[Pack]) -> Result<Brought, Refusal> {
    if saved::is_session(text) {
        let read = saved::read(text, packs).map_err(Refusal::Session);
        read.map(|read| Brought::Session(read.session.drafts().collect()))
    } else {
        replay(text, packs).map(|replay| Brought::Draft(Box::new(replay))).map_err(Refusal::Draft)
    }
}

fn replay(text: &str, packs: &[Pack]) -> Result<Replay, VerifyError> {
    let find = |id: &str| packs.iter().find(|pack| pack.file.id == id);
    let (report, inputs) = verify::replay(text, find)?;
    let pack = find(&report.programme).ok_or_else(|| VerifyError::UnknownProgramme(report.programme.clone()))?;
    let filing = Filing::from_draft(&report.programme, inputs, pack);
    Ok(Replay { report, filing })
}
