//! The standing of a document on a day.

use crate::engine::Standing;
use crate::model::{AsOf, Date, Lang};
use crate::pack::PackFile;
use crate::pack::programme::{Dates, Document};

/// Whether a document holds, in a word and in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingWords {
    pub label: &'static str,
    /// Where the document needs one, the banner that goes with every result.
    pub sentence: String,
    pub needs_banner: bool,
    /// What else is to be known of its standing.
    pub note: String,
}

impl StandingWords {
    pub fn of(standing: Standing, dates: &Dates, lang: Lang) -> Self {
        Self {
            label: standing_label(standing, lang),
            sentence: sentence(standing, dates, lang),
            needs_banner: standing.needs_banner(),
            note: dates.note.get(lang).to_owned(),
        }
    }
}

/// The banner over what was found by a pack on a day, where its document needs one.
pub fn banner(file: &PackFile, as_of: AsOf, lang: Lang) -> Option<String> {
    let standing = Standing::of(&file.standing, as_of);
    standing.needs_banner().then(|| sentence(standing, &file.standing, lang))
}

/// The standing as a label beside a programme.
pub const fn standing_label(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::InForce => lang.pick("实施中", "in force"),
        Standing::Consultation => lang.pick("征求意见稿", "consultation draft"),
        Standing::NotYet => lang.pick("尚未实施", "not yet in force"),
        Standing::TrialEnded => lang.pick("试用期已满", "trial ended"),
        Standing::PeriodEnded => lang.pick("实施期已满", "period ended"),
        Standing::Superseded => lang.pick("已被替代", "superseded"),
    }
}

fn sentence(standing: Standing, dates: &Dates, lang: Lang) -> String {
    let start = dates.in_force.map(|day| day.in_prose(lang)).unwrap_or_default();
    let last = dates.trial_until.or(dates.period_until).map(|day| day.in_prose(lang));
    let tail = lang.pick(
        "以下按原文件测算，现行有效性以主管部门答复为准。",
        "The result follows the document as it was; ask the authority whether it still holds.",
    );
    match (standing, last, lang) {
        // No term is given by anybody where the document states none.
        (Standing::InForce, None, Lang::Zh) => format!("文件自{start}起实施，未写明有效期。"),
        (Standing::InForce, None, Lang::En) => format!("In force since {start}; no term stated."),
        (Standing::InForce, Some(_), Lang::Zh) => format!("文件自{start}起实施，测算日在实施期内。"),
        (Standing::InForce, Some(_), Lang::En) => {
            format!("In force since {start}; the day of assessment lies within its term.")
        }
        (Standing::Consultation, _, Lang::Zh) => {
            "本文件是征求意见稿，尚未印发，条款和金额都可能改变；以下仅按征求意见稿测算。".to_owned()
        }
        (Standing::Consultation, _, Lang::En) => {
            "This is a draft for consultation that has not been issued; its terms and sums may change. The result follows the draft alone.".to_owned()
        }
        (Standing::NotYet, _, Lang::Zh) => format!("文件自{start}起实施，测算日尚未开始实施。"),
        (Standing::NotYet, _, Lang::En) => {
            format!("In force from {start}; on the day of assessment it was not yet in force.")
        }
        (Standing::Superseded, _, Lang::Zh) => format!("文件已被新文件替代。{tail}"),
        (Standing::Superseded, _, Lang::En) => format!("Another document has taken its place. {tail}"),
        (Standing::TrialEnded, last, Lang::Zh) => {
            format!("文件自{start}起试行，试用期至{}，已满。{tail}", last.unwrap_or_default())
        }
        (Standing::TrialEnded, last, Lang::En) => {
            format!("On trial from {start} to {}; the trial has ended. {tail}", last.unwrap_or_default())
        }
        (Standing::PeriodEnded, last, Lang::Zh) => {
            format!("文件自{start}起实施，实施期至{}，已满。{tail}", last.unwrap_or_default())
        }
        (Standing::PeriodEnded, last, Lang::En) => {
            format!("In force from {start} to {}; the period has ended. {tail}", last.unwrap_or_default())
        }
    }
}

/// From when to when a document holds, as far as it says.
pub fn period(dates: &Dates, lang: Lang) -> String {
    let Some(start) = dates.in_force else {
        return lang.pick("征求意见稿，尚未印发", "a consultation draft, not issued").to_owned();
    };
    let start = start.in_prose(lang);
    let day = |day: Date| day.in_prose(lang);
    match (dates.trial_until.map(day), dates.period_until.map(day), lang) {
        (Some(last), _, Lang::Zh) => format!("{start}至{last}试行"),
        (Some(last), _, Lang::En) => format!("on trial from {start} to {last}"),
        (_, Some(last), Lang::Zh) => format!("{start}至{last}"),
        (_, Some(last), Lang::En) => format!("from {start} to {last}"),
        (None, None, Lang::Zh) => format!("{start}起，未写明有效期"),
        (None, None, Lang::En) => format!("since {start}, no term stated"),
    }
}

/// A document with its number.
pub fn document(document: &Document, lang: Lang) -> String {
    let title = document.title.get(lang);
    match (&document.number, lang) {
        (None, _) => title.to_owned(),
        (Some(number), Lang::Zh) => format!("{title}（{number}）"),
        (Some(number), Lang::En) => format!("{title} ({number})"),
    }
}
