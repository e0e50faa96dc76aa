//! Passages that can be read in more than one way.

use super::Clause;
use crate::engine::assess::ReadingFinding;
use crate::engine::{Assessment, Case};
use crate::model::Lang;
use crate::pack::Reading;
use crate::pack::reading::ReadingCase;

/// A reading with its cases, the default first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingRow {
    pub id: String,
    pub clause: Clause,
    pub question: String,
    /// Why the default is the default.
    pub reason: String,
    pub cases: Vec<ReadingOption>,
    /// Position of the case that was followed.
    pub chosen: usize,
    /// Whether another case can change the result.
    pub matters: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingOption {
    pub id: String,
    pub label: String,
}

impl ReadingRow {
    /// The case that was followed.
    pub fn followed(&self) -> Option<&ReadingOption> {
        self.cases.get(self.chosen)
    }
}

/// A row for each reading the track depends on.
pub fn rows(case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Vec<ReadingRow> {
    let pack = case.pack();
    let row = |found: &ReadingFinding| {
        let reading: &Reading = pack.file.readings.iter().find(|reading| reading.id == found.id)?;
        let label = |one: &ReadingCase| ReadingOption { id: one.id.clone(), label: one.label.get(lang).to_owned() };
        Some(ReadingRow {
            id: found.id.clone(),
            clause: Clause::of(pack, &reading.cite, lang),
            question: reading.question.get(lang).to_owned(),
            reason: reading.reason.get(lang).to_owned(),
            cases: reading.cases.iter().map(label).collect(),
            chosen: reading.case_index(&found.case)?,
            matters: found.matters,
        })
    };
    assessment.readings.iter().filter_map(row).collect()
}
