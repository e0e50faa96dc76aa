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
    /// Id of the first open fact.
    pub first: String,
    /// The labels of all of them, as a list.
    pub labels: String,
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
            let open: Vec<&Fact> = open.filter_map(|id| pack.fact(id)).collect();
            let labels: Vec<&str> = open.iter().map(|fact| fact.label.get(lang)).collect();
            let first = open.first()?.id.clone();
            Some(MissingTopic { title: topic.title.get(lang).to_owned(), first, labels: lang.list(&labels) })
        };
        Self {
            facts: assessment.missing.iter().filter_map(|id| pack.fact(id)).map(fact).collect(),
            topics: case.track.track.topics.iter().filter_map(topic).collect(),
            next: assessment.next.as_ref().and_then(|id| pack.fact(id)).map(fact),
        }
    }
}
