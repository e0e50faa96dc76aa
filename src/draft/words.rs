//! Words that the draft, the command line and the widget share.

use super::dossier::{Declaration, MaterialState};
use crate::engine::assess::{MeasureFinding, Verdict};
use crate::engine::{Assessment, Standing};
use crate::model::{Lang, Truth};
use crate::pack::measure::{Form, Limit};
use crate::pack::programme::Dates;

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

pub const fn truth(truth: Truth, lang: Lang) -> &'static str {
    match truth {
        Truth::Met => lang.pick("初步符合", "preliminarily meets"),
        Truth::NotMet => lang.pick("尚不符合", "does not meet yet"),
        Truth::Unknown => lang.pick("需补充信息", "needs more information"),
        Truth::NotApplicable => lang.pick("不适用", "does not apply"),
    }
}

/// A measure that brings nothing although no condition stands in its way is no failure.
pub fn measure(finding: &MeasureFinding, lang: Lang) -> &'static str {
    if finding.is_idle() { lang.pick("本项暂无", "nothing here") } else { truth(finding.truth, lang) }
}

pub const fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Eligible => lang.pick("初步符合条件", "Preliminarily meets the conditions"),
        Verdict::Ineligible => lang.pick("尚不符合条件", "Does not meet the conditions yet"),
        Verdict::Undetermined => lang.pick("需补充信息", "Needs more information"),
    }
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

/// The result as one sentence.
pub fn headline(assessment: &Assessment, lang: Lang) -> String {
    let eligibility = assessment.eligibility.verdict.map(|one| verdict(one, lang)).unwrap_or_default();
    let Some(support) = &assessment.support else { return eligibility.to_owned() };
    let total = support.total;
    let sums = match (total.high, lang) {
        // Nothing can come of it.
        (Some(high), _) if !high.is_positive() => return eligibility.to_owned(),
        (Some(high), Lang::Zh) if high == total.low => format!("最高可达 {}", lang.money(high)),
        (Some(high), Lang::En) if high == total.low => format!("at most {}", lang.money(high)),
        (Some(high), Lang::Zh) if total.low.is_positive() => {
            format!("已可达 {}，最高 {}", lang.money(total.low), lang.money(high))
        }
        (Some(high), Lang::En) if total.low.is_positive() => {
            format!("{} already within reach, at most {}", lang.money(total.low), lang.money(high))
        }
        (Some(high), Lang::Zh) => format!("最高 {}", lang.money(high)),
        (Some(high), Lang::En) => format!("at most {}", lang.money(high)),
        (None, Lang::Zh) if total.low.is_positive() => {
            format!("已可达 {}，上限取决于尚未填写的数量", lang.money(total.low))
        }
        (None, Lang::En) if total.low.is_positive() => {
            format!("{} already within reach; the ceiling depends on numbers not entered yet", lang.money(total.low))
        }
        (None, Lang::Zh) => "支持额度取决于尚未填写的数量".to_owned(),
        (None, Lang::En) => "the support depends on numbers not entered yet".to_owned(),
    };
    format!("{eligibility}{}{sums}", lang.pick("，", ": "))
}
