//! A draft from a file, replayed with the engine that is here.

use super::filing::Filing;
use crate::draft::verify::{Difference, inputs, verify};
use crate::draft::{Report, VerifyError};
use crate::pack::Pack;

/// What came of a file that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The name of the file.
    pub file: String,
    pub outcome: Result<Replay, VerifyError>,
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
    let repeats = ["/application/", "/reasons/", "/steps/", "/span", "/next", "/missing/"];
    match difference {
        Difference::Changed { .. } => false,
        Difference::Recomputed { pointer, .. } => repeats.iter().any(|part| pointer.contains(part)),
        Difference::Digest { .. } => true,
    }
}

impl Review {
    pub fn of(file: String, text: &str, packs: &[Pack]) -> Self {
        Self { file, outcome: replay(text, packs) }
    }
}

fn replay(text: &str, packs: &[Pack]) -> Result<Replay, VerifyError> {
    let find = |id: &str| packs.iter().find(|pack| pack.file.id == id);
    let report = verify(text, find)?;
    let pack = find(&report.programme).ok_or_else(|| VerifyError::UnknownProgramme(report.programme.clone()))?;
    let filing = Filing::from_draft(&report.programme, inputs(text, pack)?, pack);
    Ok(Replay { report, filing })
}
