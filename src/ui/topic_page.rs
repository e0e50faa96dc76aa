//! The pages of questions of a draft. A fact that several of its entries ask is asked on the first page that does.

use std::collections::BTreeSet;

use super::entry::Entry;
use crate::pack::Pack;

/// A page of questions: a topic of one entry, without what an earlier page has asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicPage {
    pub entry: usize,
    pub topic: usize,
    pub facts: Vec<String>,
}

impl TopicPage {
    /// The pages of these entries, in order. A topic that has nothing left to ask is no page.
    pub fn of(entries: &[Entry], packs: &[Pack]) -> Vec<Self> {
        let mut asked = BTreeSet::new();
        let mut pages = Vec::new();
        for (entry, track) in entries.iter().enumerate().filter_map(|(at, entry)| Some((at, entry.id.find(packs)?))) {
            for (topic, declared) in track.track.topics.iter().enumerate() {
                let facts: Vec<String> =
                    declared.facts.iter().filter(|fact| asked.insert((*fact).clone())).cloned().collect();
                if !facts.is_empty() {
                    pages.push(Self { entry, topic, facts });
                }
            }
        }
        pages
    }

    /// The place among the pages of the one that asks a fact.
    pub fn asking(fact: &str, pages: &[Self]) -> Option<usize> {
        pages.iter().position(|page| page.facts.iter().any(|asked| asked == fact))
    }
}
