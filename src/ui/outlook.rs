//! What the engine says of a draft. Pure.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::filing::{Filing, TrackId};
use crate::engine::{Assessment, Case, agenda, assess_case};
use crate::pack::Pack;
use crate::pack::load::TrackRef;

/// What the engine says of one entry of the draft as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub assessment: Assessment,
    /// Facts that are known to apply.
    pub asked: BTreeSet<String>,
}

/// What assessments are made from: a change of anything else makes none anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    tracks: Vec<TrackId>,
    filing: Filing,
}

impl Subject {
    pub fn of(filing: &Filing) -> Self {
        let Filing { as_of, readings, answers, .. } = filing.clone();
        let tracks = filing.entries.iter().map(|entry| entry.id.clone()).collect();
        Self { tracks, filing: Filing { readings, answers, ..Filing::new(0, as_of) } }
    }

    /// One entry without the others.
    pub fn alone(filing: &Filing, at: usize) -> Self {
        let subject = Self::of(filing);
        Self { tracks: subject.tracks.into_iter().skip(at).take(1).collect(), ..subject }
    }

    pub fn outlooks(&self, packs: &[Pack]) -> Vec<Arc<Outlook>> {
        self.tracks.iter().filter_map(|id| id.find(packs)).map(|track| Arc::new(outlook(&self.filing, track))).collect()
    }
}

/// The one of an entry.
pub fn of_entry(outlooks: &[Arc<Outlook>], id: Option<&TrackId>) -> Option<Arc<Outlook>> {
    let is_it = |outlook: &&Arc<Outlook>| {
        id.is_some_and(|id| outlook.assessment.programme == id.programme && outlook.assessment.track == id.track)
    };
    outlooks.iter().find(is_it).cloned()
}

fn outlook(filing: &Filing, track: TrackRef<'_>) -> Outlook {
    let choices = filing.choices(track.pack);
    let case = Case::new(track, &filing.answers, &choices);
    Outlook { assessment: assess_case(&case, filing.as_of), asked: agenda::asked(&case) }
}
