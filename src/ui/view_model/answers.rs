//! The answers to be checked before the draft is taken away, topic by topic, each with the page to change it on.

use std::collections::BTreeSet;

use crate::draft::words::unread;
use crate::model::{Kind, Lang};
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
    /// The answer, or what was entered in its place; `None` where nothing was.
    pub value: Option<String>,
}

impl AnsweredTopic {
    /// The topics of the entry that is looked at, with those of their facts that are `asked`.
    pub fn all(filing: &Filing, asked: &BTreeSet<String>, packs: &[Pack], lang: Lang) -> Vec<Self> {
        let Some(track) = filing.track(packs) else { return Vec::new() };
        let pages = filing.topic_pages(packs);
        let row = |fact: &Fact| {
            let value = filing.answers.get(&fact.id).map(|value| value_text(fact, value, lang));
            let unsure = filing.unsure.contains(&fact.id).then(|| words(lang).unsure().to_owned());
            let unread = filing.unread(&fact.id).map(|text| unread(text, lang));
            AnswerRow { label: fact.label.get(lang).to_owned(), value: value.or(unread).or(unsure) }
        };
        let topic = |(at, topic): (usize, &Topic)| {
            // An earlier entry may have asked all of it.
            let own = pages.iter().position(|page| (page.entry, page.topic) == (filing.at, at));
            let facts = topic.facts.iter().filter(|id| asked.contains(*id)).filter_map(|id| track.pack.fact(id));
            let facts = facts.filter(|fact| fact.kind != Kind::List || filing.answers.get(&fact.id).is_some());
            Some(Self {
                title: topic.title.get(lang).to_owned(),
                page: own.or_else(|| filing.page_of(topic.facts.first()?, packs))?,
                rows: facts.map(row).collect(),
            })
        };
        track.track.topics.iter().enumerate().filter_map(topic).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Value;
    use crate::pack::builtin;
    use crate::ui::filing::{Entry, TrackId};

    fn filing(entries: &[(&str, &str)]) -> Filing {
        let entries = entries.iter().map(|(programme, track)| Entry::new(TrackId::new(*programme, *track)));
        Filing { entries: entries.collect(), ..Filing::new(0, "2026-11-21".parse().unwrap()) }
    }

    #[test]
    fn an_answer_reads_as_it_was_given_and_a_blank_stays_blank() {
        let packs = builtin::all();
        let mut filing = filing(&[("zibo-2020-zone", "zone")]);
        filing.answers.set("zone.mechanism", Value::Bool(true));
        filing.unsure.insert("zone.plan".to_owned());
        let asked = ["zone.mechanism", "zone.plan", "zone.policies"].map(ToOwned::to_owned).into();
        let values = |lang| {
            let topic = AnsweredTopic::all(&filing, &asked, &packs, lang).remove(0);
            topic.rows.into_iter().map(|row| row.value).collect::<Vec<_>>()
        };
        assert_eq!(values(Lang::Zh), [Some("是".to_owned()), Some("暂不清楚".to_owned()), None]);
        assert_eq!(values(Lang::En), [Some("yes".to_owned()), Some("Not sure yet".to_owned()), None]);
    }

    #[test]
    fn what_was_typed_and_cannot_be_read_is_no_blank() {
        let packs = builtin::all();
        let mut filing = filing(&[("zibo-2020-zone", "agency")]);
        filing.typed.insert("agency.invention_grants".to_owned(), " 12 13".to_owned());
        let asked = ["agency.invention_grants".to_owned()].into();
        let topics = AnsweredTopic::all(&filing, &asked, &packs, Lang::Zh);
        let values: Vec<_> = topics.into_iter().flat_map(|topic| topic.rows).map(|row| row.value).collect();
        assert_eq!(values, [Some("已填“12 13”，未能识别".to_owned())]);
    }

    #[test]
    fn each_topic_leads_to_the_page_that_asks_it() {
        let packs = builtin::all();
        let mut filing = filing(&[("zibo-2020-zone", "zone"), ("cnipa-2023-zone", "pilot")]);
        let pages = filing.topic_pages(&packs);
        for at in 0..2 {
            filing.at = at;
            let track = filing.track(&packs).unwrap();
            for (found, topic) in
                AnsweredTopic::all(&filing, &BTreeSet::new(), &packs, Lang::Zh).iter().zip(&track.track.topics)
            {
                let asks = &pages[found.page].facts;
                assert!(topic.facts.iter().any(|fact| asks.contains(fact)), "{} leads to {asks:?}", found.title);
            }
        }
    }
}
