//! What to bring, what to do, and what follows.

use super::dates::{Dated, dated};
use super::{Clause, StepRow};
use crate::engine::{Case, procedure};
use crate::model::{AsOf, Lang, Text};
use crate::pack::load::TrackRef;
use crate::pack::track::{Consequence, Material};

/// What the document wants done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextSteps {
    pub materials: Vec<MaterialRow>,
    pub procedure: Vec<StepRow>,
    pub consequences: Vec<ConsequenceRow>,
    /// Every day that is known, the earliest first.
    pub dates: Vec<Dated>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaterialRow {
    pub id: String,
    pub title: String,
    /// What kind of paper it is.
    pub note: String,
    pub clause: Clause,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsequenceRow {
    pub title: String,
    pub brings: String,
    pub clause: Clause,
}

impl NextSteps {
    pub fn of(case: &Case<'_>, as_of: AsOf, lang: Lang) -> Self {
        let track = case.track.track;
        let clause = |cite: &str| Clause::of(case.pack(), cite, lang);
        let said = |text: &Text| text.get(lang).to_owned();
        let consequence = |one: &Consequence| ConsequenceRow {
            title: said(&one.title),
            brings: said(&one.brings),
            clause: clause(&one.cite),
        };
        let found = procedure::findings(case, as_of);
        let steps = track.procedure.iter().zip(&found);
        let procedure: Vec<StepRow> =
            steps.map(|(step, finding)| StepRow::of(case, step, finding, as_of, lang)).collect();
        Self {
            materials: materials(case.track, lang),
            consequences: track.consequences.iter().map(consequence).collect(),
            dates: dated(case, &procedure, as_of, lang),
            procedure,
        }
    }
}

/// The papers to have ready.
pub fn materials(track: TrackRef<'_>, lang: Lang) -> Vec<MaterialRow> {
    let row = |one: &Material| MaterialRow {
        id: one.id.clone(),
        title: one.title.get(lang).to_owned(),
        note: one.note.get(lang).to_owned(),
        clause: Clause::of(track.pack, &one.cite, lang),
    };
    track.track.materials.iter().map(row).collect()
}
