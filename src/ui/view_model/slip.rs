//! What stands beside the questions: the result in short, how much of the sum is certain, and what is missing.

use serde::Serialize;

use crate::model::{Amount, Lang, Quantity};
use crate::pack::load::TrackRef;
use crate::report::{Head, Tally, tally_in_short};
use crate::ui::i18n::{phrases, words};
use crate::ui::layout::{percent, thousandths};
use crate::ui::topic_page::TopicPage;

/// How many missing facts are named before the rest is only counted.
const NAMED: usize = 5;

/// How much of the ceiling is already certain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// How much of the bar is filled, as CSS writes it.
    pub filled: String,
    pub certain: String,
    pub ceiling: String,
}

impl Range {
    /// `None` for a sum without a ceiling, and where there is nothing to be had: a full bar would look like everything.
    pub fn of(total: Amount, lang: Lang) -> Option<Self> {
        let high = total.high.filter(|high| high.is_positive())?;
        let w = words(lang);
        Some(Self {
            filled: percent(thousandths(total.low, high)),
            certain: format!("{} {}", w.slip_certain(), lang.money(total.low)),
            ceiling: format!("{} {}", w.slip_ceiling(), lang.money(high)),
        })
    }
}

/// What stands before a sum that is a ceiling.
pub fn at_most(total: Amount, lang: Lang) -> Option<&'static str> {
    total.high.is_some_and(Quantity::is_positive).then(|| words(lang).slip_at_most())
}

/// The counts of the indicators, where they are all there is.
pub fn tally(head: &Head) -> Vec<Tally> {
    if head.is_self_evaluation() { head.tally.clone() } else { Vec::new() }
}

/// The indicators in a line, where they are not all there is.
pub fn note(head: &Head, lang: Lang) -> Option<String> {
    let shown = !head.is_self_evaluation() && !head.tally.is_empty();
    shown.then(|| phrases::named(words(lang).self_evaluation(), &tally_in_short(&head.tally, lang), lang))
}

/// A fact that is missing, with the page that asks it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Missing {
    pub fact: String,
    pub page: usize,
    pub label: String,
}

/// The first of the facts of a track that are missing, on these pages.
pub fn named(missing: &[String], pages: &[TopicPage], track: TrackRef<'_>, lang: Lang) -> Vec<Missing> {
    let row = |fact: &String| {
        let label = track.pack.fact(fact)?.label.get(lang).to_owned();
        Some(Missing { page: TopicPage::asking(fact, pages)?, label, fact: fact.clone() })
    };
    missing.iter().take(NAMED).filter_map(row).collect()
}

/// How many facts are missing, or that none is.
pub fn count(missing: usize, lang: Lang) -> String {
    if missing == 0 { words(lang).slip_nothing_missing().to_owned() } else { phrases::missing_count(missing, lang) }
}
