//! What to bring, what to do, and what follows.

use super::Clause;
use crate::model::{Date, Lang, Text};
use crate::pack::load::TrackRef;
use crate::pack::track::{Consequence, Material, ProcedureStep};

/// What the document wants done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NextSteps {
    pub materials: Vec<MaterialRow>,
    pub procedure: Vec<StepRow>,
    pub consequences: Vec<ConsequenceRow>,
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
pub struct StepRow {
    pub title: String,
    /// Who acts.
    pub actor: String,
    /// A time limit that is no fixed day.
    pub when: Option<String>,
    pub due: Option<Date>,
    /// Time limit and day as one phrase.
    pub limit: Option<String>,
    pub clause: Clause,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsequenceRow {
    pub title: String,
    pub brings: String,
    pub clause: Clause,
}

impl NextSteps {
    pub fn of(track: TrackRef<'_>, lang: Lang) -> Self {
        let clause = |cite: &str| Clause::of(track.pack, cite, lang);
        let said = |text: &Text| text.get(lang).to_owned();
        let step = |one: &ProcedureStep| {
            let when = one.when.as_ref().map(said);
            let limit: Vec<String> = when.clone().into_iter().chain(one.due.map(|day| day.in_prose(lang))).collect();
            StepRow {
                title: said(&one.title),
                actor: said(&one.actor),
                when,
                due: one.due,
                limit: (!limit.is_empty()).then(|| limit.join(lang.pick("，", ", "))),
                clause: clause(&one.cite),
            }
        };
        let consequence = |one: &Consequence| ConsequenceRow {
            title: said(&one.title),
            brings: said(&one.brings),
            clause: clause(&one.cite),
        };
        Self {
            materials: materials(track, lang),
            procedure: track.track.procedure.iter().map(step).collect(),
            consequences: track.track.consequences.iter().map(consequence).collect(),
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
