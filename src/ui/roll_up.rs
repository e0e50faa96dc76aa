//! Several draft files rolled up into one: each replayed as a review does, those that can stand merged.

use std::collections::BTreeMap;

use super::filing::{Filing, TrackId};
use super::review::{Brought, Refusal, Review};
use crate::draft::merge::{Decisions, Line, Merge, Part, Place};
use crate::model::{Grow, Lang};
use crate::pack::Pack;

/// What came of several files that were handed in together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollUp {
    /// The names of all files, and why one is of no use here.
    pub files: Vec<(String, Option<Unfit>)>,
    /// The track of the drafts, and what they come to together; nothing where fewer than two are of use.
    pub merged: Option<(TrackId, Merge)>,
}

/// Why a file is not merged with the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    Refused(Refusal),
    /// The drafts of a session, which were never drawn up.
    Session,
    /// Changed since it was drawn up.
    Changed,
    /// Of another track than the first draft.
    OtherTrack,
}

/// What a person decided about a conflict: which of the things said is taken, or that it stays open.
pub type Chosen = BTreeMap<Place, Option<usize>>;

impl RollUp {
    pub fn of(files: Vec<(String, Vec<u8>)>, packs: &[Pack], lang: Lang) -> Self {
        let (mut parts, mut track, mut listed) = (Vec::new(), None::<TrackId>, Vec::new());
        for (name, content) in files {
            let name = distinct(name, &listed);
            let unfit = match fit(&name, &content, packs) {
                Ok((id, _)) if track.as_ref().is_some_and(|track| *track != id) => Some(Unfit::OtherTrack),
                Ok((id, filing)) => {
                    if let Some(found) = id.find(packs) {
                        parts.push(Part { name: name.clone(), inputs: filing.inputs(found, lang) });
                    }
                    track = Some(id);
                    None
                }
                Err(unfit) => Some(unfit),
            };
            listed.push((name, unfit));
        }
        let merged = track.filter(|_| parts.len() > 1).and_then(|id| {
            let merge = Merge::of(&parts, id.find(packs)?)?;
            Some((id, merge))
        });
        Self { files: listed, merged }
    }

    /// The conflicts that are neither decided nor left open on purpose.
    pub fn undecided<'a>(&'a self, chosen: &'a Chosen) -> impl Iterator<Item = &'a Line> {
        let lines = self.merged.iter().flat_map(|(_, merge)| merge.conflicts());
        lines.filter(|line| !chosen.contains_key(&line.place))
    }

    /// The one draft, once every conflict is decided.
    pub fn filing(&self, chosen: &Chosen, packs: &[Pack], lang: Lang) -> Option<Filing> {
        let (id, merge) = self.merged.as_ref().filter(|_| self.undecided(chosen).next().is_none())?;
        let pack = id.find(packs)?.pack;
        let decisions: Decisions = chosen.iter().filter_map(|(place, taken)| Some((place.clone(), (*taken)?))).grown();
        Some(Filing::from_draft(id.clone(), merge.decided(&decisions, pack, lang), pack))
    }
}

/// A draft that was not changed since it was drawn up, with what was entered in it.
fn fit(name: &str, content: &[u8], packs: &[Pack]) -> Result<(TrackId, Filing), Unfit> {
    match Review::of(name.to_owned(), content, packs).outcome {
        Err(refusal) => Err(Unfit::Refused(refusal)),
        Ok(Brought::Draft(replay)) if replay.verification.is_as_drawn_up() => {
            let id = TrackId::new(replay.verification.programme, replay.verification.track);
            Ok((id, replay.filing))
        }
        Ok(Brought::Draft(_)) => Err(Unfit::Changed),
        Ok(Brought::Session(_)) => Err(Unfit::Session),
    }
}

/// Files from two folders may have one name.
fn distinct(name: String, listed: &[(String, Option<Unfit>)]) -> String {
    let same = listed.iter().filter(|(known, _)| known.split_once(" (").map_or(&**known, |(first, _)| first) == name);
    match same.count() {
        0 => name,
        before => format!("{name} ({})", before + 1),
    }
}
