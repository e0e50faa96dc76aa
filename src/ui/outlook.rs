//! What the engine says of a draft. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::filing::{self, Filing, TrackId};
use crate::engine::{Assessment, Case, agenda, assess_case};
use crate::model::{Answers, AsOf, Lang};
use crate::pack::Pack;
use crate::pack::load::TrackRef;
use crate::report::{Head, Report};

/// What the engine says of one entry of the draft as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub assessment: Assessment,
    /// The result in short, in the language of the session.
    pub head: Head,
    /// Facts that are known to apply.
    pub asked: BTreeSet<String>,
}

/// What assessments are made from: a change of anything else makes none anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    tracks: Vec<TrackId>,
    answers: Answers,
    /// Case id by reading id.
    readings: BTreeMap<String, String>,
    as_of: AsOf,
    lang: Lang,
}

impl Subject {
    pub fn of(filing: &Filing, lang: Lang) -> Self {
        Self {
            tracks: filing.entries.iter().map(|entry| entry.id.clone()).collect(),
            answers: filing.answers.clone(),
            readings: filing.readings.clone(),
            as_of: filing.as_of,
            lang,
        }
    }

    /// One entry without the others.
    pub fn alone(filing: &Filing, at: usize, lang: Lang) -> Self {
        let subject = Self::of(filing, lang);
        Self { tracks: subject.tracks.into_iter().skip(at).take(1).collect(), ..subject }
    }

    pub fn outlooks(&self, packs: &[Pack]) -> Vec<Arc<Outlook>> {
        self.tracks.iter().filter_map(|id| id.find(packs)).map(|track| Arc::new(self.outlook(track))).collect()
    }

    fn outlook(&self, track: TrackRef<'_>) -> Outlook {
        let choices = filing::choices(&self.readings, track.pack);
        let case = Case::new(track, &self.answers, &choices);
        let assessment = assess_case(&case, self.as_of);
        Outlook { head: Head::of(&case, &assessment, self.lang), assessment, asked: agenda::asked(&case) }
    }

    /// The whole report on one entry.
    pub fn report(&self, track: TrackRef<'_>, assessment: &Assessment) -> Report {
        let choices = filing::choices(&self.readings, track.pack);
        Report::of(&Case::new(track, &self.answers, &choices), assessment, self.lang)
    }
}

/// The one of an entry.
pub fn of_entry(outlooks: &[Arc<Outlook>], id: Option<&TrackId>) -> Option<Arc<Outlook>> {
    let is_it = |outlook: &&Arc<Outlook>| {
        id.is_some_and(|id| outlook.assessment.programme == id.programme && outlook.assessment.track == id.track)
    };
    outlooks.iter().find(is_it).cloned()
}
