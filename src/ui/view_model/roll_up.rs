//! The page that rolls several drafts up into one: where they differ, and what only one of them says.

use crate::draft::merge::{Line, Merge, Place, Said};
use crate::draft::words::merge as words;
use crate::model::Lang;
use crate::pack::Pack;
use crate::pack::load::TrackRef;
use crate::ui::roll_up::RollUp;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollUpPage {
    /// Programme and track.
    pub title: String,
    pub conflicts: Vec<Conflict>,
    /// What only one of the drafts says.
    pub alone: Vec<FromOne>,
}

/// A place at which the drafts differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub place: Place,
    pub title: String,
    /// What was said, and by which files.
    pub said: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromOne {
    pub title: String,
    pub value: String,
    pub file: String,
}

impl RollUpPage {
    /// Nothing where fewer than two of the files are of use.
    pub fn of(found: &RollUp, packs: &[Pack], lang: Lang) -> Option<Self> {
        let (id, merge) = found.merged.as_ref()?;
        let track = id.find(packs)?;
        Some(Self {
            title: track.title(lang),
            conflicts: merge.conflicts().map(|line| Conflict::of(line, merge, track, lang)).collect(),
            alone: merge.from_one().filter_map(|(line, name)| FromOne::of(line, name, track, lang)).collect(),
        })
    }
}

impl Conflict {
    fn of(line: &Line, merge: &Merge, track: TrackRef<'_>, lang: Lang) -> Self {
        let said = |said: &Said| {
            let files: Vec<&str> = said.by.iter().map(|at| merge.name(*at)).collect();
            (words::entered(&said.entered, &line.place, track, lang), lang.list(&files))
        };
        Self {
            place: line.place.clone(),
            title: words::place(&line.place, track, lang),
            said: line.said.iter().map(said).collect(),
        }
    }
}

impl FromOne {
    fn of(line: &Line, file: &str, track: TrackRef<'_>, lang: Lang) -> Option<Self> {
        let said = line.said.first()?;
        Some(Self {
            title: words::place(&line.place, track, lang),
            value: words::entered(&said.entered, &line.place, track, lang),
            file: file.to_owned(),
        })
    }
}
