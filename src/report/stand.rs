//! Where an indicator is counted: the mark and the word of its status, or of its rating.

use super::Mark;
use super::tally::MarkedWord;
use super::value::{truth_word, value_text};
use crate::engine::{Case, Status, indicators};
use crate::model::{Lang, Truth, Value};
use crate::pack::Fact;
use crate::pack::indicator::{Indicator, Measured};

/// What decides where an indicator is counted.
#[derive(Clone, Copy)]
pub struct Stand<'a> {
    pub indicator: &'a Indicator,
    /// What it is measured by; a checklist has no such fact.
    pub fact: Option<&'a Fact>,
    pub status: Status,
    pub value: Option<&'a Value>,
}

/// Where each indicator that applies is counted.
pub fn stands(case: &Case<'_>, lang: Lang) -> impl Iterator<Item = MarkedWord> {
    indicators::stands(case).filter_map(move |(indicator, status, value)| {
        let fact = indicator.measured.fact().and_then(|id| case.pack().fact(id));
        Stand { indicator, fact, status, value: value.as_ref() }.counted(lang)
    })
}

/// The word under which indicators of a status are counted.
pub const fn counted_as(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Reached => lang.pick("已达到", "reached"),
        Status::Short => lang.pick("未达到", "short"),
        Status::Judged => truth_word(Truth::Judged, lang),
        Status::Unknown => lang.pick("待补充", "to answer"),
        Status::NotApplicable => lang.pick("已自评", "rated"),
    }
}

impl Stand<'_> {
    pub const fn is_rating(self) -> bool {
        matches!(self.indicator.measured, Measured::Maturity { .. })
    }

    /// What the applicant chose, of an indicator that is rated.
    pub fn rating(self, lang: Lang) -> Option<String> {
        self.fact.zip(self.value).filter(|_| self.is_rating()).map(|(fact, value)| value_text(fact, value, lang))
    }

    /// A rating has the mark of its place on the scale, which runs from the first option up.
    pub fn mark(self) -> Mark {
        let (Some(fact), Some(Value::Choice(chosen)), true) = (self.fact, self.value, self.is_rating()) else {
            return self.status.into();
        };
        match fact.options.iter().position(|option| option.id == *chosen) {
            Some(0) => Mark::NotBegun,
            Some(at) if at + 1 == fact.options.len() => Mark::Done,
            _ => Mark::UnderWay,
        }
    }

    /// Nothing where it does not apply to this applicant.
    pub fn counted(self, lang: Lang) -> Option<MarkedWord> {
        let applies = self.status != Status::NotApplicable || self.value.is_some();
        let word = || match self.status {
            Status::Unknown => counted_as(Status::Unknown, lang).to_owned(),
            status => self.rating(lang).unwrap_or_else(|| status_word(status, lang).to_owned()),
        };
        applies.then(|| (self.mark(), word()))
    }
}

/// The word of a status by itself.
pub const fn status_word(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::NotApplicable => truth_word(Truth::NotApplicable, lang),
        status => counted_as(status, lang),
    }
}
