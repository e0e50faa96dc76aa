//! A page of questions: its heading, its facts grouped into questions, what is wrong with them, what is not used.

use std::collections::BTreeSet;

use crate::model::Kind;
use crate::model::Lang;
use crate::model::typed::TypedError;
use crate::pack::load::TrackRef;
use crate::pack::{Fact, Pack};
use crate::report::value_text;
use crate::ui::filing::{Filing, track_title};
use crate::ui::i18n::{entry, phrases, questions, words};
use crate::ui::topic::{QuestionState, Relevance};

const SIDES: [&str; 4] = ["_east", "_south", "_west", "_north"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionsPage {
    /// Programme and track, where a draft has several.
    pub over_title: Option<String>,
    pub title: String,
    pub lead: String,
    /// The facts of each question, by id.
    pub questions: Vec<Vec<String>>,
    /// The facts of the topic that an earlier entry has asked.
    pub asked_before: Vec<String>,
}

/// An answer that is kept although another one makes it count no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnusedAnswer {
    pub label: String,
    pub value: String,
    pub why: String,
}

impl QuestionsPage {
    /// The page at a position; the last one, where the draft has become shorter than the history remembers it.
    pub fn of(position: usize, filing: &Filing, packs: &[Pack], lang: Lang) -> Option<Self> {
        let pages = filing.topic_pages(packs);
        let page = pages.get(position).or(pages.last())?;
        let track = filing.entries.get(page.entry)?.id.find(packs)?;
        let topic = track.track.topics.get(page.topic)?;
        Some(Self {
            over_title: (filing.entries.len() > 1).then(|| track_title(track, lang)),
            title: topic.title.get(lang).to_owned(),
            lead: topic.lead.get(lang).to_owned(),
            questions: as_questions(&page.facts, track.pack),
            asked_before: topic.facts.iter().filter(|fact| !page.facts.contains(fact)).cloned().collect(),
        })
    }
}

/// The questions that facts make, in order: each its own, but the four sides of one area together.
pub fn as_questions(facts: &[String], pack: &Pack) -> Vec<Vec<String>> {
    let facts: Vec<&Fact> = facts.iter().filter_map(|id| pack.fact(id)).collect();
    let mut rest = facts.as_slice();
    let mut questions = Vec::new();
    while let Some((first, others)) = rest.split_first() {
        let sides = rest.split_at_checked(SIDES.len()).filter(|(four, _)| are_sides(four));
        let (own, after) = sides.unwrap_or((std::slice::from_ref(first), others));
        questions.push(own.iter().map(|fact| fact.id.clone()).collect());
        rest = after;
    }
    questions
}

fn are_sides(facts: &[&Fact]) -> bool {
    let stem = facts.first().and_then(|first| first.id.strip_suffix("_east"));
    let is_side = |(fact, side): (&&Fact, &str)| {
        fact.kind == Kind::Text && fact.asked_when.is_none() && fact.id.strip_suffix(side) == stem
    };
    stem.is_some() && facts.iter().zip(SIDES).all(is_side)
}

/// What is wrong with the texts of these facts: the id of the control, and the line of the error summary.
pub fn errors(facts: &[String], filing: &Filing, track: TrackRef<'_>, lang: Lang) -> Vec<(String, String)> {
    let line = |(id, error): (String, TypedError)| {
        let fact = track.pack.fact(&id)?;
        let message = entry::typed_error(&error, fact, lang);
        Some((format!("fact-{id}"), phrases::named(fact.label.get(lang), &message, lang)))
    };
    filing.errors(track.pack, facts).into_iter().filter_map(line).collect()
}

/// The answers among these facts that are not used, each with the answers that keep it from being asked.
pub fn unused(
    facts: &[String],
    filing: &Filing,
    relevance: &Relevance,
    track: TrackRef<'_>,
    lang: Lang,
) -> Vec<UnusedAnswer> {
    let value = |fact: &Fact| filing.answers.get(&fact.id).map(|value| value_text(fact, value, lang));
    let answer = |id: &String| {
        let fact = track.pack.fact(id)?;
        let gates: BTreeSet<&str> = fact.asked_when.iter().flat_map(|gate| gate.facts()).collect();
        let gates = gates.into_iter().filter_map(|gate| track.pack.fact(gate));
        let why = gates.map(|gate| questions::because(gate.label.get(lang), value(gate).as_deref(), lang));
        Some(UnusedAnswer {
            label: fact.label.get(lang).to_owned(),
            value: value(fact).or_else(|| filing.typed.get(id).cloned())?,
            why: why.collect::<Vec<_>>().join(words(lang).semicolon),
        })
    };
    let is_unused = |id: &&String| QuestionState::of(id, filing, relevance) == QuestionState::Unused;
    facts.iter().filter(is_unused).filter_map(answer).collect()
}
