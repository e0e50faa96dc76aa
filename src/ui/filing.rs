//! What one applicant fills in for one programme or for several at once. A fact that several of them ask is asked once.

use std::collections::{BTreeMap, BTreeSet};

pub use super::entry::{Entry, TrackId};
use super::handoff::Handover;
use super::i18n::phrases;
use super::incoming::Tables;
use super::provided::Provided;
use super::route::{Page, Route};
use super::topic_page::TopicPage;
use crate::draft::build::{Draft, build_naming};
use crate::draft::{Dossier, Field, Inputs};
use crate::engine::{Case, missing};
use crate::model::typed::{self, TypedError};
use crate::model::{Answers, AsOf, Grow, Kind, Lang, Value};
use crate::pack::load::TrackRef;
use crate::pack::{Choices, Fact, Listing, Pack};

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
    /// Ids of the actions of a task that are done, by the fact that rates it.
    pub actions: BTreeMap<String, BTreeSet<String>>,
    /// What the portal filled in.
    pub provided: Provided,
    /// Tables on their way into its lists. Not kept.
    pub incoming: Tables,
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
            actions: BTreeMap::new(),
            provided: Provided::default(),
            incoming: Tables::default(),
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
    pub fn from_draft(id: TrackId, inputs: Inputs, pack: &Pack) -> Self {
        let Inputs { as_of, choices, answers, dossier, .. } = inputs;
        let readings = pack.file.readings.iter().enumerate().filter_map(|(position, reading)| {
            let case = reading.cases.get(choices.case(position))?;
            Some((reading.id.clone(), case.id.clone()))
        });
        let Dossier { applicant, narratives, materials, evidence, actions, declarations } = dossier;
        Self {
            entries: vec![Entry { narratives, materials, declarations, ..Entry::new(id) }],
            readings: readings.grown(),
            answers,
            applicant,
            evidence,
            actions,
            ..Self::new(0, as_of)
        }
    }

    /// What is applied for, in order.
    pub fn tracks(&self) -> Vec<TrackId> {
        self.entries.iter().map(|entry| entry.id.clone()).collect()
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
        TopicPage::of(&self.entries, packs)
    }

    /// The chosen cases.
    pub fn choices(&self, pack: &Pack) -> Choices {
        choices(&self.readings, pack)
    }

    /// What the draft of the entry that is looked at is made from.
    pub fn inputs(&self, track: TrackRef<'_>, lang: Lang) -> Inputs {
        Inputs {
            answers: self.answers.clone(),
            dossier: self.dossier().of_track(track.track),
            as_of: self.as_of,
            choices: self.choices(track.pack),
            lang,
        }
    }

    /// The draft of the entry that is looked at.
    pub fn draft(&self, track: TrackRef<'_>, lang: Lang) -> Draft {
        build_naming(track, &self.inputs(track, lang), &self.unread_texts(track))
    }

    /// What the file of the draft is called.
    pub fn file_name(&self, track: TrackRef<'_>, extension: &str) -> String {
        format!("zhice-draft-{}-{}-{}.{extension}", track.pack.file.id, track.track.id, self.as_of)
    }

    /// What it goes by: the name it was given, the applicant, or what it is for.
    pub fn title(&self, programmes: &[Listing], lang: Lang) -> String {
        let applicant = self.applicant.get(&Field::Name).map(|name| name.trim());
        let given = [Some(self.name.trim()), applicant].into_iter().flatten().find(|name| !name.is_empty());
        let titles = self.entry_titles(programmes, lang);
        given.map_or_else(|| phrases::first_of(&titles, lang), ToOwned::to_owned)
    }

    /// Programme and track of each entry, in words.
    pub fn entry_titles(&self, programmes: &[Listing], lang: Lang) -> Vec<String> {
        self.entries.iter().filter_map(|entry| entry.id.title(programmes, lang)).collect()
    }

    /// Where to go on: the first page with a question that is open, or else the result.
    pub fn resume(&self, packs: &[Pack]) -> Page {
        let open = |page: &TopicPage| {
            let track = self.entries.get(page.entry)?.id.find(packs)?;
            let asked = missing::asked(&Case::on(self.as_of, track, &self.answers, &self.choices(track.pack)));
            let is_list = |fact: &str| track.pack.fact(fact).is_some_and(|fact| fact.kind == Kind::List);
            Some(page.facts.iter().any(|fact| asked.contains(fact) && !is_list(fact) && !self.is_settled(fact)))
        };
        let pages = self.topic_pages(packs);
        let first = pages.iter().position(|page| open(page) == Some(true));
        let route = Route { topics: pages.len(), compares: self.entries.len() > 1 };
        if pages.is_empty() { Page::Start } else { first.map_or_else(|| route.result(), Page::Questions) }
    }

    /// What goes into the application of the entry that is looked at.
    pub fn dossier(&self) -> Dossier {
        let entry = self.entry();
        Dossier {
            applicant: self.applicant.clone(),
            narratives: entry.map(|entry| entry.narratives.clone()).unwrap_or_default(),
            materials: entry.map(|entry| entry.materials.clone()).unwrap_or_default(),
            evidence: self.evidence.clone(),
            actions: self.actions.clone(),
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

    /// The texts that are no answers, of the facts that a track asks.
    fn unread_texts(&self, track: TrackRef<'_>) -> BTreeMap<String, String> {
        let asked = missing::asked(&Case::on(self.as_of, track, &self.answers, &self.choices(track.pack)));
        asked.into_iter().filter_map(|fact| Some((fact.clone(), self.unread(&fact)?.to_owned()))).collect()
    }

    /// The page of questions that asks a fact.
    pub fn page_of(&self, fact: &str, packs: &[Pack]) -> Option<usize> {
        TopicPage::asking(fact, &self.topic_pages(packs))
    }

    /// What is wrong with the text of a fact. One that is too long is an answer all the same.
    pub fn error(&self, pack: &Pack, id: &str) -> Option<TypedError> {
        let fact = pack.fact(id)?;
        let text = self.text(id).filter(|text| !text.trim().is_empty())?;
        let too_long = || typed::too_long(text).filter(|_| fact.kind == Kind::Text);
        read_typed(fact, text).err().or_else(too_long)
    }

    /// The text of a fact: as it is typed, or the answer where that is a text.
    pub fn text(&self, fact: &str) -> Option<&str> {
        let answer = self.answers.get(fact).and_then(|answer| match answer {
            Value::Text(text) => Some(text),
            _ => None,
        });
        self.typed.get(fact).or(answer).map(String::as_str)
    }

    /// The facts among these whose text cannot stand, in order. What is not asked any more holds nobody up.
    pub fn errors(&self, pack: &Pack, facts: &[String]) -> Vec<(String, TypedError)> {
        let error = |fact: &String| Some((fact.clone(), self.error(pack, fact)?));
        let mut errors: Vec<_> = facts.iter().filter_map(error).collect();
        if errors.is_empty() {
            return errors;
        }
        let own = self.entries.iter().filter(|entry| entry.id.programme == pack.file.id);
        let choices = self.choices(pack);
        let asked: BTreeSet<String> = own
            .filter_map(|entry| pack.track(&entry.id.track))
            .flat_map(|track| missing::asked(&Case::on(self.as_of, track, &self.answers, &choices)))
            .grown();
        errors.retain(|(fact, _)| asked.contains(fact));
        errors
    }

    /// Whether a fact has been dealt with: answered, or said to be unclear.
    pub fn is_settled(&self, fact: &str) -> bool {
        self.answers.get(fact).is_some() || self.unsure.contains(fact)
    }

    /// Nothing has been chosen or entered yet.
    pub fn is_blank(&self) -> bool {
        *self == Self { name: self.name.clone(), ..Self::new(self.key, self.as_of) }
    }

    /// What was chosen and entered, whichever draft it stands in and wherever the person looks.
    #[must_use]
    pub fn content(&self) -> Self {
        let mut content = Self { key: 0, at: 0, left: BTreeSet::new(), incoming: Tables::default(), ..self.clone() };
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
        if let Some(field) = Field::ALL.into_iter().find(|field| field.id() == name) {
            self.write_normally(field);
        }
        if self.answers.get(&name).is_some() || self.typed.get(&name).is_some_and(|text| text.trim().is_empty()) {
            self.typed.remove(&name);
        }
        self.left.insert(name);
    }

    /// Every field about the applicant counts as left.
    pub(super) fn leave_applicant(&mut self) {
        for field in Field::ALL {
            self.write_normally(field);
        }
    }

    fn write_normally(&mut self, field: Field) {
        if let Some(text) = self.applicant.get_mut(&field)
            && let Ok(entered) = field.read(text)
        {
            *text = entered.normal;
        }
    }

    pub(super) fn tick(&mut self, fact: &str, action: &str, done: bool) {
        let ticked = self.actions.entry(fact.to_owned()).or_default();
        if done {
            ticked.insert(action.to_owned());
        } else {
            ticked.remove(action);
        }
        self.actions.retain(|_, ticked| !ticked.is_empty());
    }

    pub(super) fn take_back(&mut self, fact: &str) {
        self.answers.forget(fact);
        self.typed.remove(fact);
        self.unsure.remove(fact);
    }

    pub(super) fn say_unsure(&mut self, fact: String) {
        self.take_back(&fact);
        self.unsure.insert(fact);
    }

    /// What was handed over of all its entries.
    pub fn handovers(&self) -> impl Iterator<Item = &Handover> {
        self.entries.iter().flat_map(|entry| &entry.handovers)
    }

    pub(super) fn handovers_mut(&mut self) -> impl Iterator<Item = &mut Handover> {
        self.entries.iter_mut().flat_map(|entry| &mut entry.handovers)
    }
}

/// The cases chosen, by the ids of their readings; those a pack no longer has fall back to the default.
pub fn choices(readings: &BTreeMap<String, String>, pack: &Pack) -> Choices {
    let chosen = readings.iter().filter_map(|(id, case)| {
        let position = pack.file.readings.iter().position(|reading| reading.id == *id)?;
        Some((position, pack.file.readings.get(position)?.case_index(case)?))
    });
    chosen.fold(Choices::default(), |choices, (position, case)| choices.with(position, case))
}

/// An answer the way it is typed: no separators, no unit.
pub fn editable(fact: &Fact, value: &Value) -> String {
    match value {
        Value::Number(yuan) if fact.kind == Kind::Money => yuan.to_wan(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::Bool(_) | Value::Choice(_) | Value::Set(_) | Value::List(_) => String::new(),
    }
}

/// Reads what was typed for a fact.
fn read_typed(fact: &Fact, text: &str) -> Result<Option<Value>, TypedError> {
    typed::read(text, &fact.domain(), fact.unit.as_ref())
}
