//! A page of questions: its heading, its facts grouped into questions, what is wrong with them, what is not used.

use std::collections::BTreeSet;

use crate::model::Lang;
use crate::model::typed::TypedError;
use crate::model::{Grow, Kind};
use crate::pack::load::TrackRef;
use crate::pack::track::Topic;
use crate::pack::{Fact, Pack};
use crate::report::value_text;
use crate::ui::filing::Filing;
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

/// A topic by its title, with the fact it asks first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicHead {
    pub title: String,
    pub first: Option<String>,
}

impl QuestionsPage {
    /// The page at a position; the last one, where the draft has become shorter than the history remembers it.
    pub fn of(position: usize, filing: &Filing, packs: &[Pack], lang: Lang) -> Option<Self> {
        let pages = filing.topic_pages(packs);
        let page = pages.get(position).or(pages.last())?;
        let track = filing.entries.get(page.entry)?.id.find(packs)?;
        let topic = track.track.topics.get(page.topic)?;
        Some(Self {
            over_title: (filing.entries.len() > 1).then(|| track.title(lang)),
            title: topic.title.get(lang).to_owned(),
            lead: topic.lead.get(lang).to_owned(),
            questions: as_questions(&page.facts, track.pack),
            asked_before: topic.facts.iter().filter(|fact| !page.facts.contains(fact)).cloned().collect(),
        })
    }
}

/// The topics of a track, in order.
pub fn topics(track: TrackRef<'_>, lang: Lang) -> Vec<TopicHead> {
    let head =
        |topic: &Topic| TopicHead { title: topic.title.get(lang).to_owned(), first: topic.facts.first().cloned() };
    track.track.topics.iter().map(head).collect()
}

/// The questions that facts make, in order: each its own, but the four sides of one area together, the signs of a
/// conclusion with it, and a list with the number that follows from it.
pub fn as_questions(facts: &[String], pack: &Pack) -> Vec<Vec<String>> {
    let facts: Vec<&Fact> = facts.iter().filter_map(|id| pack.fact(id)).collect();
    let mut rest = facts.as_slice();
    let mut questions = Vec::new();
    while let Some((first, others)) = rest.split_first() {
        let sides = rest.split_at_checked(SIDES.len()).filter(|(four, _)| are_sides(four));
        let (own, after) = sides.or_else(|| with_signs(rest)).unwrap_or((std::slice::from_ref(first), others));
        let lists = after.iter().take_while(|list| own.iter().any(|fact| is_counted(fact, list))).count();
        let (lists, after) = after.split_at(lists);
        questions.push(own.iter().chain(lists).map(|fact| fact.id.clone()).collect());
        rest = after;
    }
    questions
}

/// A conclusion with the signs that stand right before it, and what comes after.
fn with_signs<'r, 'f>(facts: &'r [&'f Fact]) -> Option<(&'r [&'f Fact], &'r [&'f Fact])> {
    let first = facts.first()?;
    let rests_on = |fact: &Fact, id: &str| fact.proposed.iter().any(|proposed| proposed.facts().contains(&id));
    let at = facts.iter().position(|fact| rests_on(fact, &first.id))?;
    let (conclusion, (group, after)) = (facts.get(at)?, facts.split_at_checked(at + 1)?);
    let are_signs = group.iter().all(|fact| fact.id == conclusion.id || rests_on(conclusion, &fact.id));
    are_signs.then_some((group, after))
}

/// Whether a number follows from a list.
fn is_counted(fact: &Fact, list: &Fact) -> bool {
    let lists = fact.counted.iter().flat_map(|number| number.facts());
    list.kind == Kind::List && lists.into_iter().any(|id| *id == *list.id)
}

/// Whether these are the boundaries of one area on its four sides.
pub fn are_sides(facts: &[&Fact]) -> bool {
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
        let gates: BTreeSet<&str> = fact.asked_when.iter().flat_map(|gate| gate.facts()).grown();
        let gates = gates.into_iter().filter_map(|gate| track.pack.fact(gate));
        let why = gates.map(|gate| questions::because(gate.label.get(lang), value(gate).as_deref(), lang));
        Some(UnusedAnswer {
            label: fact.label.get(lang).to_owned(),
            value: value(fact).or_else(|| filing.typed.get(id).cloned())?,
            why: why.collect::<Vec<_>>().join(words(lang).semicolon()),
        })
    };
    let is_unused = |id: &&String| QuestionState::of(id, filing, relevance) == QuestionState::Unused;
    facts.iter().filter(is_unused).filter_map(answer).collect()
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
    fn a_page_has_its_heading_and_says_what_an_earlier_programme_has_asked() {
        let packs = builtin::all();
        let both = filing(&[("zhejiang-2018-zone", "zone"), ("zibo-2020-zone", "zone")]);
        let pages =
            (0..both.topic_pages(&packs).len()).map(|at| QuestionsPage::of(at, &both, &packs, Lang::Zh).unwrap());
        let pages: Vec<QuestionsPage> = pages.collect();
        assert!(pages[0].asked_before.is_empty(), "nothing comes before the first page");
        let repeated: Vec<&QuestionsPage> = pages.iter().filter(|page| !page.asked_before.is_empty()).collect();
        assert!(!repeated.is_empty(), "two programmes share some questions");
        for page in repeated {
            assert!(page.over_title.as_ref().unwrap().ends_with(" · 示范区创建申报"), "{page:?}");
            assert!(!page.questions.concat().iter().any(|fact| page.asked_before.contains(fact)), "{}", page.title);
        }
        let alone = filing(&[("zibo-2020-zone", "zone")]);
        let first = QuestionsPage::of(0, &alone, &packs, Lang::Zh).unwrap();
        assert_eq!((&*first.title, first.over_title), ("区县工作基础", None));
    }

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        let packs = builtin::all();
        let filing = filing(&[("zibo-2020-zone", "zone")]);
        let last = filing.topic_pages(&packs).len() - 1;
        assert_eq!(
            QuestionsPage::of(99, &filing, &packs, Lang::En),
            QuestionsPage::of(last, &filing, &packs, Lang::En)
        );
        assert_eq!(QuestionsPage::of(0, &Filing::new(0, filing.as_of), &packs, Lang::En), None);
    }

    #[test]
    fn the_four_sides_of_an_area_are_one_question_and_three_of_them_are_three() {
        let packs = builtin::all();
        let pack = packs.iter().find(|pack| pack.file.id == "zibo-2020-zone").unwrap();
        let ids = |names: &[&str]| names.iter().map(|name| format!("zone.{name}")).collect::<Vec<_>>();
        let sides = ["boundary_east", "boundary_south", "boundary_west", "boundary_north"];
        let facts = ids(&[&["plan"][..], &sides[..], &["area_km2"][..]].concat());
        assert_eq!(as_questions(&facts, pack), [ids(&["plan"]), ids(&sides), ids(&["area_km2"])]);
        assert_eq!(as_questions(&ids(&sides[..3]), pack).len(), 3);
        assert_eq!(as_questions(&["no.such".to_owned()], pack), Vec::<Vec<String>>::new());
    }

    #[test]
    fn an_answer_that_is_not_used_names_the_answer_that_keeps_it_out() {
        let packs = builtin::all();
        let mut filing = filing(&[("zibo-2020-zone", "agency")]);
        filing.answers.set("agency.doubling", Value::Bool(false));
        filing.typed.insert("agency.doubling_grants".to_owned(), "5".to_owned());
        let track = filing.track(&packs).unwrap();
        let facts = ["agency.doubling", "agency.doubling_grants"].map(ToOwned::to_owned);
        let relevance = Relevance { asked: ["agency.doubling".to_owned()].into(), ..Relevance::default() };
        let said = |lang| {
            let unused = unused(&facts, &filing, &relevance, track, lang);
            unused.into_iter().map(|one| (one.value, one.why)).collect::<Vec<_>>()
        };
        let label = |lang| track.pack.fact("agency.doubling").unwrap().label.get(lang);
        assert_eq!(said(Lang::Zh), [("5".to_owned(), format!("因为“{}”填的是“否”", label(Lang::Zh)))]);
        assert_eq!(said(Lang::En), [("5".to_owned(), format!("because “{}” is “no”", label(Lang::En)))]);
    }

    #[test]
    fn an_error_leads_to_its_control_and_begins_with_its_label() {
        let packs = builtin::all();
        let mut filing = filing(&[("zibo-2020-zone", "agency")]);
        filing.typed.insert("agency.pledge_loans".to_owned(), "three".to_owned());
        let track = filing.track(&packs).unwrap();
        let errors = errors(&["agency.pledge_loans".to_owned()], &filing, track, Lang::En);
        let label = track.pack.fact("agency.pledge_loans").unwrap().label.get(Lang::En);
        let message = "Enter a whole number in digits, such as 12";
        assert_eq!(errors, [("fact-agency.pledge_loans".to_owned(), format!("{label}: {message}"))]);
    }
}
