//! What one applicant fills in for one programme or for several at once. A fact that several of them ask is asked once.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::i18n::phrases;
use super::route::{Page, Way};
use crate::draft::dossier::Declaration;
use crate::draft::{Dossier, DraftInputs, Field, MaterialState};
use crate::engine::{Case, agenda};
use crate::model::kind::ValueError;
use crate::model::{Answers, AsOf, Kind, Lang, Quantity, Value};
use crate::pack::load::TrackRef;
use crate::pack::{Choices, Fact, Pack};

/// A draft on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    /// Tells it from the others on this device.
    pub key: u32,
    /// The name the applicant gave it; empty where it goes by what it is for.
    pub name: String,
    /// What is applied for, in the order in which it is asked.
    pub entries: Vec<Entry>,
    /// The entry that is looked at.
    pub at: usize,
    /// The day to assess for.
    pub as_of: AsOf,
    /// Case id by reading id; a reading that is absent has its default.
    pub readings: BTreeMap<String, String>,
    pub answers: Answers,
    /// Answers that no pack here can read, as they were saved.
    pub unplaced: BTreeMap<String, serde_json::Value>,
    /// Texts as they were typed, for facts where typing is not finished or not valid.
    pub typed: BTreeMap<String, String>,
    /// Facts and fields that were left at least once: only then may their errors show.
    pub left: BTreeSet<String>,
    /// Facts answered with 暂不清楚.
    pub unsure: BTreeSet<String>,
    pub applicant: BTreeMap<Field, String>,
    /// Names of the papers that prove a fact, by fact id.
    pub evidence: BTreeMap<String, String>,
}

/// A track of a programme.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrackId {
    pub programme: String,
    pub track: String,
}

/// One track that is applied for, with what goes into its application alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub id: TrackId,
    pub narratives: BTreeMap<String, String>,
    pub materials: BTreeMap<String, MaterialState>,
    pub declarations: BTreeSet<Declaration>,
}

/// A page of questions: a topic of one entry, without what an earlier entry has asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicPage {
    pub entry: usize,
    pub topic: usize,
    pub facts: Vec<String>,
}

impl TrackId {
    pub fn new(programme: impl Into<String>, track: impl Into<String>) -> Self {
        Self { programme: programme.into(), track: track.into() }
    }

    /// The track in its pack, if that is here.
    pub fn find<'p>(&self, packs: &'p [Pack]) -> Option<TrackRef<'p>> {
        packs.iter().find(|pack| pack.file.id == self.programme)?.track(&self.track)
    }
}

impl Entry {
    pub fn new(id: TrackId) -> Self {
        Self { id, narratives: BTreeMap::new(), materials: BTreeMap::new(), declarations: BTreeSet::new() }
    }
}

impl Filing {
    pub fn new(key: u32, as_of: AsOf) -> Self {
        Self {
            key,
            name: String::new(),
            entries: Vec::new(),
            at: 0,
            as_of,
            readings: BTreeMap::new(),
            answers: Answers::default(),
            unplaced: BTreeMap::new(),
            typed: BTreeMap::new(),
            left: BTreeSet::new(),
            unsure: BTreeSet::new(),
            applicant: BTreeMap::new(),
            evidence: BTreeMap::new(),
        }
    }

    /// Gives up one of several entries; the last one stays.
    pub fn remove_entry(&mut self, at: usize) {
        if at < self.entries.len() && self.entries.len() > 1 {
            self.entries.remove(at);
            self.at = 0;
        }
    }

    /// A filing that goes on from a draft file.
    pub fn from_draft(programme: &str, inputs: DraftInputs, pack: &Pack) -> Self {
        let DraftInputs { track, as_of, choices, answers, dossier, .. } = inputs;
        let readings = pack.file.readings.iter().enumerate().filter_map(|(position, reading)| {
            let case = reading.cases.get(choices.case(position))?;
            Some((reading.id.clone(), case.id.clone()))
        });
        let Dossier { applicant, narratives, materials, evidence, declarations } = dossier;
        Self {
            entries: vec![Entry { id: TrackId::new(programme, track), narratives, materials, declarations }],
            readings: readings.collect(),
            answers,
            applicant,
            evidence,
            ..Self::new(0, as_of)
        }
    }

    pub fn entry(&self) -> Option<&Entry> {
        self.entries.get(self.at)
    }

    pub fn entry_mut(&mut self) -> Option<&mut Entry> {
        self.entries.get_mut(self.at)
    }

    /// The track that is looked at, if its pack is here.
    pub fn track<'p>(&self, packs: &'p [Pack]) -> Option<TrackRef<'p>> {
        self.entry()?.id.find(packs)
    }

    /// Applies for one more track; the one that is there already is looked at again.
    pub fn apply_for(&mut self, id: TrackId) {
        self.at = self.entries.iter().position(|entry| entry.id == id).unwrap_or_else(|| {
            self.entries.push(Entry::new(id));
            self.entries.len() - 1
        });
    }

    /// The pages of questions, in order.
    pub fn topic_pages(&self, packs: &[Pack]) -> Vec<TopicPage> {
        let mut asked = BTreeSet::new();
        let mut pages = Vec::new();
        for (entry, track) in
            self.entries.iter().enumerate().filter_map(|(at, entry)| Some((at, entry.id.find(packs)?)))
        {
            for (topic, declared) in track.track.topics.iter().enumerate() {
                let facts: Vec<String> =
                    declared.facts.iter().filter(|fact| asked.insert((*fact).clone())).cloned().collect();
                if !facts.is_empty() {
                    pages.push(TopicPage { entry, topic, facts });
                }
            }
        }
        pages
    }

    /// The chosen cases; those a pack no longer has fall back to the default.
    pub fn choices(&self, pack: &Pack) -> Choices {
        let chosen = self.readings.iter().filter_map(|(id, case)| {
            let position = pack.file.readings.iter().position(|reading| reading.id == *id)?;
            Some((position, pack.file.readings.get(position)?.case_index(case)?))
        });
        chosen.fold(Choices::default(), |choices, (position, case)| choices.with(position, case))
    }

    /// What it goes by: the name it was given, the applicant, or what it is for.
    pub fn title(&self, packs: &[Pack], lang: Lang) -> String {
        let applicant = self.applicant.get(&Field::Name).map(|name| name.trim());
        let given = [Some(self.name.trim()), applicant].into_iter().flatten().find(|name| !name.is_empty());
        let titles = self.entry_titles(packs, lang);
        given.map_or_else(|| phrases::first_of(&titles, lang), ToOwned::to_owned)
    }

    /// Programme and track of each entry, in words.
    pub fn entry_titles(&self, packs: &[Pack], lang: Lang) -> Vec<String> {
        let title = |entry: &Entry| entry.id.find(packs).map(|track| track_title(track, lang));
        self.entries.iter().filter_map(title).collect()
    }

    /// Where to go on: the first page with a question that is open, or else the result.
    pub fn resume(&self, packs: &[Pack]) -> Page {
        let open = |page: &TopicPage| {
            let track = self.entries.get(page.entry)?.id.find(packs)?;
            let asked = agenda::asked(&Case::new(track, &self.answers, &self.choices(track.pack)));
            Some(page.facts.iter().any(|fact| asked.contains(fact) && !self.is_settled(fact)))
        };
        let pages = self.topic_pages(packs);
        let first = pages.iter().position(|page| open(page) == Some(true));
        let way = Way { topics: pages.len(), compares: self.entries.len() > 1 };
        if pages.is_empty() { Page::Start } else { first.map_or_else(|| way.result(), Page::Questions) }
    }

    /// What goes into the application of the entry that is looked at.
    pub fn dossier(&self) -> Dossier {
        let entry = self.entry();
        Dossier {
            applicant: self.applicant.clone(),
            narratives: entry.map(|entry| entry.narratives.clone()).unwrap_or_default(),
            materials: entry.map(|entry| entry.materials.clone()).unwrap_or_default(),
            evidence: self.evidence.clone(),
            declarations: entry.map(|entry| entry.declarations.clone()).unwrap_or_default(),
        }
    }

    /// The facts for which anything was entered; one may come several times.
    pub fn given(&self) -> impl Iterator<Item = &str> {
        let answered = self.answers.iter().map(|(fact, _)| fact);
        answered.chain(self.typed.keys().map(String::as_str)).chain(self.unsure.iter().map(String::as_str))
    }

    /// The text typed for a fact, where it is no answer.
    pub fn unread(&self, fact: &str) -> Option<&str> {
        let text = self.typed.get(fact).map(String::as_str);
        text.filter(|text| self.answers.get(fact).is_none() && !text.trim().is_empty())
    }

    /// The page of questions that asks a fact.
    pub fn page_of(&self, fact: &str, packs: &[Pack]) -> Option<usize> {
        self.topic_pages(packs).iter().position(|page| page.facts.iter().any(|asked| asked == fact))
    }

    /// Why the text typed for a fact is no answer.
    pub fn error(&self, pack: &Pack, fact: &str) -> Option<ValueError> {
        let text = self.typed.get(fact)?;
        if text.trim().is_empty() {
            return None;
        }
        read_typed(pack.fact(fact)?, text).err()
    }

    /// The facts among these whose text cannot stand, in order. What is not asked any more holds nobody up.
    pub fn errors(&self, pack: &Pack, facts: &[String]) -> Vec<(String, ValueError)> {
        let own = self.entries.iter().filter(|entry| entry.id.programme == pack.file.id);
        let choices = self.choices(pack);
        let asked: BTreeSet<String> = own
            .filter_map(|entry| pack.track(&entry.id.track))
            .flat_map(|track| agenda::asked(&Case::new(track, &self.answers, &choices)))
            .collect();
        let error = |fact: &String| Some((fact.clone(), self.error(pack, fact)?));
        facts.iter().filter(|fact| asked.contains(*fact)).filter_map(error).collect()
    }

    /// Whether a fact has been dealt with: answered, or said to be unclear.
    pub fn is_settled(&self, fact: &str) -> bool {
        self.answers.get(fact).is_some() || self.unsure.contains(fact)
    }

    /// Nothing has been chosen or entered yet.
    pub fn is_blank(&self) -> bool {
        *self == Self { name: self.name.clone(), ..Self::new(self.key, self.as_of) }
    }

    /// The facts whose answers no pack here can read, and that were not answered anew.
    pub fn unread_answers(&self) -> Vec<String> {
        self.unplaced.keys().filter(|fact| !self.is_settled(fact)).cloned().collect()
    }

    /// What was chosen and entered, whichever draft it stands in and wherever the person looks.
    #[must_use]
    pub fn content(&self) -> Self {
        let mut content = Self { key: 0, at: 0, left: BTreeSet::new(), ..self.clone() };
        content.typed.retain(|fact, _| self.unread(fact).is_some());
        content
    }

    pub(super) fn answer(&mut self, fact: String, value: Value) {
        self.unsure.remove(&fact);
        self.typed.remove(&fact);
        self.answers.set(fact, value);
    }

    /// The text is kept as it is; it becomes the answer as soon as it can be read as one.
    pub(super) fn type_answer(&mut self, fact: String, text: String, packs: &[Pack]) {
        let asked = self.track(packs).and_then(|track| track.pack.fact(&fact));
        match asked.map(|fact| read_typed(fact, &text)) {
            Some(Ok(Some(value))) => {
                self.unsure.remove(&fact);
                self.answers.set(fact.clone(), value);
            }
            _ => self.answers.forget(&fact),
        }
        self.typed.insert(fact, text);
    }

    /// A valid text is shown the way the answer reads; one that is not stays as it was typed.
    pub(super) fn leave(&mut self, name: String) {
        if self.answers.get(&name).is_some() || self.typed.get(&name).is_some_and(|text| text.trim().is_empty()) {
            self.typed.remove(&name);
        }
        self.left.insert(name);
    }

    pub(super) fn take_back(&mut self, fact: &str) {
        self.answers.forget(fact);
        self.typed.remove(fact);
        self.unsure.remove(fact);
    }
}

/// Programme and track in words.
pub fn track_title(track: TrackRef<'_>, lang: Lang) -> String {
    format!("{} · {}", track.pack.file.title.get(lang), track.track.title.get(lang))
}

/// An answer the way it is typed: no separators, no unit.
pub fn editable(fact: &Fact, value: &Value) -> String {
    match value {
        Value::Number(yuan) if fact.kind == Kind::Money => yuan.to_wan(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::Bool(_) | Value::Choice(_) | Value::Set(_) => String::new(),
    }
}

/// Reads what was typed. Numbers and days may be typed the way people write them: full width, with thousands separators,
/// with the unit that stands beside the field, with 年 and 月. A sum of money is typed in 万元, unless it says 元.
fn read_typed(fact: &Fact, text: &str) -> Result<Option<Value>, ValueError> {
    if fact.kind == Kind::Text {
        return fact.domain().read_text(text);
    }
    let plain = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        '．' => Some('.'),
        '－' | '−' | '–' => Some('-'),
        ',' | '，' => None,
        '%' | '％' if fact.kind == Kind::Percent => None,
        c if c.is_whitespace() => None,
        c => Some(c),
    };
    let plain: String = text.chars().filter_map(plain).collect();
    match fact.kind {
        Kind::Money => read_sum(fact, &plain),
        Kind::Date => fact.domain().read_text(&calendar_day(&plain)),
        _ => fact.domain().read_text(&plain),
    }
}

fn read_sum(fact: &Fact, text: &str) -> Result<Option<Value>, ValueError> {
    let (number, says_yuan) = text.strip_suffix('元').map_or((text, false), |number| (number, true));
    let (number, says_wan) = number.strip_suffix('万').map_or((number, false), |number| (number, true));
    if says_yuan && !says_wan {
        return fact.domain().read_text(number);
    }
    let yuan = Quantity::from_wan(number).map_err(ValueError::Quantity)?;
    fact.domain().read_text(&yuan.to_string())
}

/// `2026年1月5日`, `2026/1/5` and `2026.1.5` as `2026-01-05`.
fn calendar_day(text: &str) -> String {
    let parts = text.trim_end_matches('日').split(['-', '/', '.', '年', '月']);
    parts.map(|part| format!("{part:0>2}")).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_the_way_people_write_it() {
        for text in ["2026-01-05", "2026-1-5", "2026年1月5日", "2026/1/5", "2026.01.05"] {
            assert_eq!(calendar_day(text), "2026-01-05", "{text}");
        }
        for text in ["2026", "20260105", "2026年13月1日", "5.1.2026", "2026-02-30", "明天", ""] {
            assert!(calendar_day(text).parse::<crate::model::Date>().is_err(), "{text}");
        }
    }
}
