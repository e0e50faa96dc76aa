//! What is still to be answered.

use super::Clause;
use crate::engine::{Assessment, Case};
use crate::model::Lang;
use crate::pack::Fact;
use crate::pack::track::Topic;

/// The facts that can still change the result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// In the order in which they are asked.
    pub facts: Vec<MissingFact>,
    /// The same by the topics under which they are asked.
    pub topics: Vec<MissingTopic>,
    /// The one whose answer narrows the result most.
    pub next: Option<MissingFact>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingFact {
    pub id: String,
    pub label: String,
    pub question: String,
    pub clause: Clause,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingTopic {
    pub title: String,
    /// Its open facts, at least one.
    pub facts: Vec<MissingFact>,
}

impl Missing {
    pub fn of(case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Self {
        let pack = case.pack();
        let fact = |fact: &Fact| MissingFact {
            id: fact.id.clone(),
            label: fact.label.get(lang).to_owned(),
            question: fact.question.get(lang).to_owned(),
            clause: Clause::of(pack, &fact.cite, lang),
        };
        let topic = |topic: &Topic| {
            let open = topic.facts.iter().filter(|id| assessment.missing.contains(id));
            let facts: Vec<MissingFact> = open.filter_map(|id| pack.fact(id)).map(fact).collect();
            (!facts.is_empty()).then(|| MissingTopic { title: topic.title.get(lang).to_owned(), facts })
        };
        Self {
            facts: assessment.missing.iter().filter_map(|id| pack.fact(id)).map(fact).collect(),
            topics: case.track.track.topics.iter().filter_map(topic).collect(),
            next: assessment.next.as_ref().and_then(|id| pack.fact(id)).map(fact),
        }
    }
}
