//! Texts that decide nothing, and the length each should keep to.

use super::filing::Filing;
use crate::draft::field::FIELD_LIMIT;
use crate::model::kind::TEXT_LIMIT;
use crate::model::text::excess;

/// A text that decides nothing and has a length it should keep to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreeText {
    /// By id of the section.
    Narrative(String),
    /// By id of the fact it is about.
    Evidence(String),
}

impl FreeText {
    /// The id of its control.
    pub fn control(&self) -> String {
        match self {
            Self::Narrative(section) => format!("narrative-{section}"),
            Self::Evidence(fact) => format!("evidence-{fact}"),
        }
    }
}

impl Filing {
    /// The statements and the names of papers that are too long, and by how much.
    pub fn overlong(&self) -> Vec<(FreeText, usize)> {
        let over = |limit: usize, make: fn(String) -> FreeText| {
            move |(id, text): (&String, &String)| Some((make(id.clone()), excess(text, limit)?))
        };
        let narratives = self.entry().into_iter().flat_map(|entry| &entry.narratives);
        let evidence = self.evidence.iter().filter(|(fact, _)| self.answers.get(fact).is_some());
        let narratives = narratives.filter_map(over(TEXT_LIMIT, FreeText::Narrative));
        narratives.chain(evidence.filter_map(over(FIELD_LIMIT, FreeText::Evidence))).collect()
    }
}
