//! A file that was handed in: a draft, replayed with the engine that is here, or all drafts of a session.

use super::filing::{Filing, TrackId};
use super::saved::{self, Unread};
use crate::draft::verify;
use crate::draft::{Verification, VerifyError};
use crate::model::{FileKind, json};
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
    /// No text at all, or none that is read here.
    Kind(FileKind),
}

/// A draft that could be replayed, whether or not it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    pub verification: Verification,
    /// What was entered, to go on with.
    pub filing: Filing,
}

impl Review {
    pub fn of(file: String, content: &[u8], packs: &[Pack]) -> Self {
        if let Some(kind) = FileKind::of(content) {
            return Self { file, outcome: Err(Refusal::Kind(kind)) };
        }
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
    let (verification, inputs) = verify::replay(text, find)?;
    let pack =
        find(&verification.programme).ok_or_else(|| VerifyError::UnknownProgramme(verification.programme.clone()))?;
    let filing = Filing::from_draft(TrackId::new(&*verification.programme, &*verification.track), inputs, pack);
    Ok(Replay { verification, filing })
}
