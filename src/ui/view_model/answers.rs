//! The answers to be checked before the draft is taken away, topic by topic, each with the page to change it on.

use std::collections::BTreeSet;

use crate::model::Lang;
use crate::pack::track::Topic;
use crate::pack::{Fact, Pack};
use crate::report::value_text;
use crate::ui::filing::Filing;
use crate::ui::i18n::words;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredTopic {
    pub title: String,
    /// Position of the page of questions that asks it.
    pub page: usize,
    pub rows: Vec<AnswerRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    pub label: String,
    /// `None` where nothing was entered.
    pub value: Option<String>,
}

impl AnsweredTopic {
    /// The topics of the entry that is looked at, with those of their facts that are `asked`.
    pub fn all(filing: &Filing, asked: &BTreeSet<String>, packs: &[Pack], lang: Lang) -> Vec<Self> {
        let Some(track) = filing.track(packs) else { return Vec::new() };
        let pages = filing.topic_pages(packs);
        let row = |fact: &Fact| {
            let value = filing.answers.get(&fact.id).map(|value| value_text(fact, value, lang));
            let unsure = filing.unsure.contains(&fact.id).then(|| words(lang).unsure.to_owned());
            AnswerRow { label: fact.label.get(lang).to_owned(), value: value.or(unsure) }
        };
        let topic = |(at, topic): (usize, &Topic)| {
            // An earlier entry may have asked all of it.
            let own = pages.iter().position(|page| (page.entry, page.topic) == (filing.at, at));
            let facts = topic.facts.iter().filter(|id| asked.contains(*id)).filter_map(|id| track.pack.fact(id));
            Some(Self {
                title: topic.title.get(lang).to_owned(),
                page: own.or_else(|| filing.page_of(topic.facts.first()?, packs))?,
                rows: facts.map(row).collect(),
            })
        };
        track.track.topics.iter().enumerate().filter_map(topic).collect()
    }
}
