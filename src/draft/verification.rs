//! What verification found, as JSON: `zhice verify --format json` writes it, and the module gives it to a page.

use serde::Serialize;
use serde_json::Value;

use super::difference::{Difference, DifferenceKind};
use super::verify::{self, Verification, VerifyError};
use super::words::verify_error;
use crate::model::Lang;
use crate::pack::Pack;

const FORMAT: &str = "zhice.verification/1";

/// Whether a draft holds, and what does not. A draft that cannot be read says why, and has no other findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerificationReport {
    format: &'static str,
    holds: bool,
    programme: Option<String>,
    track: Option<String>,
    /// As the draft states it.
    digest: Option<String>,
    /// Of the pack it was drawn up with, where that is another.
    pack: Option<Versions>,
    /// Of the engine that drew it up, where that is another.
    engine: Option<Versions>,
    differences: Vec<MismatchedLine>,
    error: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Versions {
    draft: String,
    here: String,
}

/// One line that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct MismatchedLine {
    /// JSON pointer into the draft.
    path: String,
    kind: &'static str,
    stated: Option<Value>,
    recomputed: Option<Value>,
}

impl VerificationReport {
    /// What came of a replay, in the words of one language where it failed.
    pub fn said(result: Result<Verification, VerifyError>, lang: Lang) -> Self {
        let blank = Self {
            format: FORMAT,
            holds: false,
            programme: None,
            track: None,
            digest: None,
            pack: None,
            engine: None,
            differences: Vec::new(),
            error: None,
        };
        match result {
            Ok(found) => Self {
                holds: found.holds(),
                programme: Some(found.programme),
                track: Some(found.track),
                digest: Some(found.digest),
                pack: found.other_pack.map(Versions::from),
                engine: found.other_engine.map(Versions::from),
                differences: found.differences.into_iter().map(MismatchedLine::from).collect(),
                ..blank
            },
            Err(error) => {
                let said = match lang {
                    Lang::Zh => verify_error(&error, lang),
                    Lang::En => error.to_string(),
                };
                Self { error: Some(said), ..blank }
            }
        }
    }

    /// Replays a draft with the pack of its programme.
    pub fn of(text: &str, packs: &[Pack]) -> Self {
        Self::said(verify::verify(text, |id| packs.iter().find(|pack| pack.file.id == id)), Lang::En)
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub const fn holds(&self) -> bool {
        self.holds
    }
}

impl From<(String, String)> for Versions {
    fn from((draft, here): (String, String)) -> Self {
        Self { draft, here }
    }
}

impl From<Difference> for MismatchedLine {
    fn from(Difference { path, kind, stated, recomputed }: Difference) -> Self {
        let kind = match kind {
            DifferenceKind::Entered => "entered",
            DifferenceKind::Result => "result",
            DifferenceKind::Repeated => "repeated",
            DifferenceKind::Pack => "pack",
            DifferenceKind::Digest => "digest",
        };
        Self { path: path.to_string(), kind, stated, recomputed }
    }
}
