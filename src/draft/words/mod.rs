//! Words that the draft, the command line and the widget share.

mod difference;
mod indicator;
pub mod plan;
mod purpose;
pub mod reach;
mod refusal;
mod result;
mod standing;

use super::dossier::{Declaration, MaterialState};
use crate::model::Lang;
use crate::pack::measure::{Form, Limit};
use crate::pack::programme::Document;
use crate::pack::track::Step;

pub use crate::engine::say::truth_in_words as truth;
pub use difference::{Differing, difference};
pub use indicator::{
    counted_as, deadline, departments, figures, goal_text, indicator, indicator_status, responsible, tally,
};
pub use purpose::{applicant, applicant_title, details_title, draft_title};
pub use refusal::verify_error;
pub use result::{eligibility, finding, headline, measure, verdict};
pub use standing::{standing, standing_of};

/// What every page and every draft says about itself.
pub const fn disclaimer(lang: Lang) -> &'static str {
    lang.pick(
        "仅供参考，不作为认定或兑付依据，以主管部门审核为准。",
        "For reference only. It recognises and pays nothing; the authority decides.",
    )
}

pub const fn draft_notice(lang: Lang) -> &'static str {
    lang.pick("草稿，未提交", "Draft, not submitted")
}

const fn judged(lang: Lang) -> &'static str {
    lang.pick("由主管部门判断", "for the authority to judge")
}

pub const fn form(form: Form, lang: Lang) -> &'static str {
    match form {
        Form::Money => lang.pick("资金", "money"),
        Form::Voucher => lang.pick("知识产权服务券", "IP service vouchers"),
    }
}

/// The words before a sum: a ceiling is said to be one.
pub const fn limit(limit: Limit, lang: Lang) -> &'static str {
    match limit {
        Limit::AtMost => lang.pick("最高可达", "at most"),
        Limit::Exact => lang.pick("计", "amounts to"),
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

/// By when a step of the procedure is due: a day, a time limit, or both.
pub fn time_limit(step: &Step, lang: Lang) -> Option<String> {
    let day = step.due.map(|day| day.in_prose(lang));
    let when = step.when.as_ref().map(|when| when.get(lang).to_owned());
    let parts: Vec<String> = when.into_iter().chain(day).collect();
    (!parts.is_empty()).then(|| parts.join(lang.pick("，", ", ")))
}

pub const fn material_state(state: MaterialState, lang: Lang) -> &'static str {
    match state {
        MaterialState::Have => lang.pick("已备", "ready"),
        MaterialState::Preparing => lang.pick("准备中", "being prepared"),
        MaterialState::NotApplicable => lang.pick("不适用", "does not apply"),
    }
}

pub const fn declaration(declaration: Declaration, lang: Lang) -> &'static str {
    match declaration {
        Declaration::Truthful => lang.pick(
            "所填内容与所附材料真实、准确。",
            "What is entered here and the papers attached are true and accurate.",
        ),
        Declaration::ForReference => lang.pick(
            "已知悉自测结果仅供参考，以主管部门审核为准。",
            "I understand that the self-assessment is for reference and that the authority decides.",
        ),
    }
}
