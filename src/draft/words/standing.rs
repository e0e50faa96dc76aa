//! The standing of a document on a day.

use crate::engine::{Assessment, Standing};
use crate::model::Lang;
use crate::pack::programme::Dates;

/// The standing of a document in one sentence; for an ended one, the banner that goes with every result.
pub fn standing(assessment: &Assessment, dates: &Dates, lang: Lang) -> String {
    standing_of(assessment.standing, dates, lang)
}

/// The same, where nothing was assessed.
pub fn standing_of(standing: Standing, dates: &Dates, lang: Lang) -> String {
    let start = dates.in_force.in_prose(lang);
    let last = dates.trial_until.or(dates.period_until).map(|day| day.in_prose(lang)).unwrap_or_default();
    let tail = lang.pick(
        "以下按原文件测算，现行有效性以主管部门答复为准。",
        "The result follows the document as it was; ask the authority whether it still holds.",
    );
    match (standing, lang) {
        (Standing::InForce, Lang::Zh) => format!("文件自{start}起实施，测算日在实施期内。"),
        (Standing::InForce, Lang::En) => format!("In force since {start}; the day of assessment lies within its term."),
        (Standing::NotYet, Lang::Zh) => format!("文件自{start}起实施，测算日尚未开始实施。"),
        (Standing::NotYet, Lang::En) => {
            format!("In force from {start}; on the day of assessment it was not yet in force.")
        }
        (Standing::TrialEnded, Lang::Zh) => format!("文件自{start}起试行，试用期至{last}，已满。{tail}"),
        (Standing::TrialEnded, Lang::En) => format!("On trial from {start} to {last}; the trial has ended. {tail}"),
        (Standing::PeriodEnded, Lang::Zh) => format!("文件自{start}起实施，实施期至{last}，已满。{tail}"),
        (Standing::PeriodEnded, Lang::En) => format!("In force from {start} to {last}; the period has ended. {tail}"),
        (Standing::Superseded, Lang::Zh) => format!("文件已被新文件替代。{tail}"),
        (Standing::Superseded, Lang::En) => format!("Another document has taken its place. {tail}"),
    }
}
