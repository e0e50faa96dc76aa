//! What a new version of a pack does to drafts: each is worked out again under both versions.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::complaint::Complaint;
use crate::cli::file::Source;
use crate::draft::verify;
use crate::engine::{Verdict, assess};
use crate::model::json::Limits;
use crate::model::text::text;
use crate::model::{Amount, Lang, Text};
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
pub fn redraw(folder: &Path, packs: [&Pack; 2], lang: Lang) -> std::result::Result<Vec<Redrawn>, Complaint> {
    let place = || folder.display().to_string();
    let unreadable = |_| {
        let message = text!("没有能读取的文件夹", "no folder that can be read");
        Complaint::new(message).at(place()).help(text!("写出放草稿的文件夹", "name the folder with the drafts"))
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        files.push(entry.map_err(unreadable)?.path());
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    if files.is_empty() {
        let help = text!("草稿是以 `.json` 结尾的文件", "a draft is a file that ends in .json");
        return Err(Complaint::new(text!("没有草稿", "no drafts")).at(place()).help(help));
    }
    let redrawn = files.into_iter().map(|file| {
        let unread = |complaint: Complaint| Outcome::Unread { error: complaint.said(lang) };
        let outcome = outcome(&Source::File(file.clone()), packs).unwrap_or_else(unread);
        Redrawn { file: file.file_name().unwrap_or_default().to_string_lossy().into_owned(), outcome }
    });
    Ok(redrawn.collect())
}

fn outcome(source: &Source, [old, new]: [&Pack; 2]) -> std::result::Result<Outcome, Complaint> {
    let text = source.read(Limits::DRAFT)?;
    // The file is named in front of the line.
    let refused =
        |error: verify::VerifyError| Complaint::draft(&Text::default(), &error).into_iter().next().unwrap_or_default();
    let programme = verify::programme(&text).map_err(refused)?;
    if programme != new.file.id {
        let id = &new.file.id;
        return Err(Complaint::new(text!(
            "这是 `{programme}` 的草稿，不是 `{id}` 的",
            "a draft of `{programme}`, not of `{id}`"
        )));
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
