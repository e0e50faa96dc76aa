//! What a new version of a pack does to drafts: each is worked out again under both versions.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::complaint::Complaint;
use crate::cli::file::Source;
use crate::draft::verify;
use crate::engine::{Verdict, assess};
use crate::model::json::Limits;
use crate::model::{Amount, Lang};
use crate::pack::Pack;
use crate::report::verdict_word;

/// What became of one file.
#[derive(Debug, Serialize)]
pub struct Redrawn {
    pub file: String,
    #[serde(flatten)]
    pub outcome: Outcome,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Outcome {
    Compared {
        track: String,
        before: Result,
        after: Result,
        changed: bool,
    },
    /// It could not be worked out under both.
    Unread {
        error: String,
    },
}

/// What a draft comes to under one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Result {
    /// Nothing on a track that asks for no verdict.
    verdict: Option<Verdict>,
    /// Nothing on a track without support.
    total: Option<Amount>,
}

/// Every draft of a folder, by name.
pub fn redraw(folder: &Path, packs: [&Pack; 2]) -> std::result::Result<Vec<Redrawn>, Complaint> {
    let place = || folder.display().to_string();
    let unreadable =
        |_| Complaint::new("no folder that can be read").at(place()).help("name the folder with the drafts");
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        files.push(entry.map_err(unreadable)?.path());
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    if files.is_empty() {
        return Err(Complaint::new("no drafts").at(place()).help("a draft is a file that ends in .json"));
    }
    let redrawn = files.into_iter().map(|file| {
        let outcome = outcome(&Source::File(file.clone()), packs).unwrap_or_else(|error| Outcome::Unread { error });
        Redrawn { file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(), outcome }
    });
    Ok(redrawn.collect())
}

fn outcome(source: &Source, [old, new]: [&Pack; 2]) -> std::result::Result<Outcome, String> {
    let text = source.read(Limits::DRAFT).map_err(|complaint| complaint.to_string())?;
    let refused = |error: verify::VerifyError| {
        // The file is named in front of the line.
        let complaints = Complaint::draft("", &error);
        complaints.first().map(ToString::to_string).unwrap_or_default()
    };
    let programme = verify::programme(&text).map_err(refused)?;
    if programme != new.file.id {
        return Err(format!("a draft of `{programme}`, not of `{}`", new.file.id));
    }
    let (track, before) = result(&text, old).map_err(refused)?;
    let (_, after) = result(&text, new).map_err(refused)?;
    let changed = before != after;
    Ok(Outcome::Compared { track, before, after, changed })
}

/// The track of a draft, and what it comes to with a pack. What the pack does not ask counts for nothing.
fn result(text: &str, pack: &Pack) -> std::result::Result<(String, Result), verify::VerifyError> {
    let (verification, inputs) = verify::replay(text, |_| Some(pack))?;
    let unknown =
        || verify::VerifyError::UnknownTrack { programme: pack.file.id.clone(), track: verification.track.clone() };
    let track = pack.track(&verification.track).ok_or_else(unknown)?;
    let assessment = assess(track, &inputs.answers, inputs.as_of, &inputs.choices);
    let total = assessment.support.as_ref().map(|support| support.total);
    Ok((verification.track, Result { verdict: assessment.eligibility.verdict, total }))
}

impl Result {
    /// Verdict and support, as far as the track has them.
    pub fn says(&self, lang: Lang) -> [String; 2] {
        let verdict = self.verdict.map(|verdict| verdict_word(verdict, lang).to_owned());
        [verdict, self.total.map(|total| lang.range(total))].map(Option::unwrap_or_default)
    }
}
