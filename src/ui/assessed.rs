//! Assessed entries: what the engine says of each programme of a draft. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::filing::{self, Filing, TrackId};
use crate::engine::{Assessment, Case, assess_case, explain, missing, proposal};
use crate::model::{Answers, AsOf, Lang, Value};
use crate::pack::load::TrackRef;
use crate::pack::{Choices, Pack};
use crate::report::{DoubtRow, ExclusionRow, Head, Report};

/// What the engine says of one entry of the draft as it stands, without the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessedEntry {
    pub id: TrackId,
    /// The result in short, in the language of the session.
    pub head: Head,
    /// Facts that can still change something, in the order in which they are asked.
    pub missing: Vec<String>,
    /// Facts that are known to apply.
    pub asked: BTreeSet<String>,
    /// Open facts that a proposal for something missing rests on.
    pub signs: BTreeSet<String>,
    /// What other answers suggest, by fact.
    pub proposed: Vec<(String, Value)>,
    /// Answers that do not go together.
    pub doubts: Vec<DoubtRow>,
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
            tracks: filing.tracks(),
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

    pub fn assessed_all(&self, packs: &[Pack]) -> Vec<Arc<AssessedEntry>> {
        self.tracks.iter().filter_map(|id| Some(Arc::new(self.assessed(id, id.find(packs)?)))).collect()
    }

    fn assessed(&self, id: &TrackId, track: TrackRef<'_>) -> AssessedEntry {
        let choices = filing::choices(&self.readings, track.pack);
        let case = Case::on(self.as_of, track, &self.answers, &choices);
        let missing = missing::missing_facts(&case);
        AssessedEntry {
            id: id.clone(),
            head: Head::of(&case, self.as_of, self.lang),
            asked: missing::asked(&case),
            signs: proposal::open_signs(&case, &missing),
            proposed: proposal::proposals(&case),
            doubts: DoubtRow::all(&case, self.lang),
            missing,
        }
    }

    /// The whole assessment of one entry.
    pub fn assessment(&self, track: TrackRef<'_>) -> Assessment {
        let choices = filing::choices(&self.readings, track.pack);
        assess_case(&Case::on(self.as_of, track, &self.answers, &choices), self.as_of)
    }

    /// The facts of one entry whose answers are for the authority to judge.
    pub fn judged(&self, track: TrackRef<'_>) -> BTreeSet<String> {
        let choices = filing::choices(&self.readings, track.pack);
        explain::judged(&Case::on(self.as_of, track, &self.answers, &choices))
    }

    /// What of the programmes of the draft is not received beside each other.
    pub fn exclusions(&self, packs: &[Pack]) -> Vec<ExclusionRow> {
        let tracks: Vec<TrackRef<'_>> = self.tracks.iter().filter_map(|id| id.find(packs)).collect();
        let choices: Vec<Choices> = tracks.iter().map(|track| filing::choices(&self.readings, track.pack)).collect();
        let cases = tracks.iter().zip(&choices);
        let cases: Vec<Case<'_>> =
            cases.map(|(track, choices)| Case::on(self.as_of, *track, &self.answers, choices)).collect();
        ExclusionRow::all(&cases, self.lang)
    }

    /// The whole report on one entry.
    pub fn report(&self, track: TrackRef<'_>, assessment: &Assessment) -> Report {
        let choices = filing::choices(&self.readings, track.pack);
        Report::of(&Case::on(self.as_of, track, &self.answers, &choices), assessment, self.lang)
    }
}

/// The one of an entry.
pub fn of_entry(entries: &[Arc<AssessedEntry>], id: Option<&TrackId>) -> Option<Arc<AssessedEntry>> {
    entries.iter().find(|entry| id == Some(&entry.id)).cloned()
}
