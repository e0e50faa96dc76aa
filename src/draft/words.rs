//! Words that the draft, the command line and the widget share.

use super::dossier::{Declaration, MaterialState};
use crate::engine::assess::{Eligibility, Finding, IndicatorFinding, MeasureFinding, Status, Verdict};
use crate::engine::explain;
use crate::engine::say::{difference_text, number_text, say, value_text};
use crate::engine::{Assessment, Standing};
use crate::model::{Amount, Deadline, Lang, Quantity, Truth, Value};
use crate::pack::Pack;
use crate::pack::condition::Op;
use crate::pack::indicator::{Indicator, Measured};
use crate::pack::measure::{Form, Limit};
use crate::pack::programme::Dates;
use crate::pack::track::Step;

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

pub use crate::engine::say::truth_in_words as truth;

/// A condition in a word. What is open although everything was answered is the authority's to judge.
pub fn finding(finding: &Finding, lang: Lang) -> &'static str {
    if finding.truth == Truth::Unknown && finding.missing.is_empty() {
        judged(lang)
    } else {
        truth(finding.truth, lang)
    }
}

const fn judged(lang: Lang) -> &'static str {
    lang.pick("由主管部门判断", "for the authority to judge")
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

/// The verdict on all conditions in a few words; `None` on a track without conditions.
pub fn eligibility(eligibility: &Eligibility, lang: Lang) -> Option<&'static str> {
    let mut open = eligibility.conditions.iter().filter(|finding| finding.truth == Truth::Unknown);
    eligibility.verdict.map(|one| match one {
        Verdict::Undetermined if open.all(|finding| finding.missing.is_empty()) => {
            lang.pick("部分条件由主管部门判断", "Some conditions are for the authority to judge")
        }
        one => verdict(one, lang),
    })
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

/// Where an indicator stands, in a few words with its figures.
pub fn indicator(pack: &Pack, indicator: &Indicator, finding: &IndicatorFinding, lang: Lang) -> String {
    let status = Some(indicator_status(finding, lang).to_owned()).filter(|status| !status.is_empty());
    let parts: Vec<String> = status.into_iter().chain(figures(pack, indicator, finding, lang)).collect();
    parts.join(lang.pick("，", ", "))
}

/// The status of an indicator in a word; empty for a rating without a goal, which speaks for itself.
pub fn indicator_status(finding: &IndicatorFinding, lang: Lang) -> &'static str {
    let answered = |step: &explain::Step| matches!(step, explain::Step::Fact { value: Some(_), .. });
    match finding.status {
        Status::Reached => lang.pick("已达到", "reached"),
        Status::Short => lang.pick("未达到", "short"),
        Status::Unknown if finding.missing.is_empty() => judged(lang),
        Status::Unknown if finding.reasons.iter().any(answered) => truth(Truth::Unknown, lang),
        Status::Unknown => lang.pick("尚未填写", "not answered yet"),
        Status::NotApplicable if finding.value.is_none() => truth(Truth::NotApplicable, lang),
        Status::NotApplicable => "",
    }
}

/// The figures of an indicator, each a phrase: what was entered, what is wanted, how far it is from there.
pub fn figures(pack: &Pack, indicator: &Indicator, finding: &IndicatorFinding, lang: Lang) -> Vec<String> {
    let fact = indicator.measured.fact().and_then(|id| pack.fact(id));
    let number = |number: Quantity| match fact {
        Some(fact) => number_text(fact, number, lang),
        None => number.grouped() + lang.pick(" 项", ""),
    };
    let entered = match (&finding.value, fact) {
        (Some(value), Some(fact)) => Some(value_text(fact, value, lang)),
        (Some(Value::Number(held)), None) => Some(number(*held)),
        _ => None,
    };
    let target = finding.target.map(number);
    let gap = finding.gap.filter(|gap| gap.is_positive()).map(|gap| {
        let gap = fact.map_or_else(|| number(gap), |fact| difference_text(fact, gap, lang));
        format!("{}{gap}", lang.pick("还差 ", "lacking "))
    });
    let stated: [Option<String>; 2] = match &indicator.measured {
        // A point by itself is reached or not; there is nothing to count.
        Measured::Checklist(points) if points.len() == 1 => return Vec::new(),
        Measured::Checklist(_) => [entered, target.map(|all| lang.pick("共 ", "of ").to_owned() + &all)],
        Measured::Target(goal) => [entered, target.map(|target| format!("{} {target}", wanted(goal.op, lang)))],
        // Two figures of one's own: the sentence names both.
        Measured::Comparison(_) => [finding.reasons.first().map(|step| say(step, pack, lang)), None],
        Measured::Maturity { .. } => [entered, None],
    };
    stated.into_iter().chain([gap]).flatten().collect()
}

/// The words before a goal; at least is what a goal means by itself.
const fn wanted(op: Op, lang: Lang) -> &'static str {
    match op {
        Op::AtLeast | Op::Equals => lang.pick("目标", "target"),
        Op::MoreThan => lang.pick("目标超过", "target more than"),
        Op::AtMost => lang.pick("目标不超过", "target at most"),
        Op::LessThan => lang.pick("目标低于", "target less than"),
    }
}

/// How many indicators stand where, each with its word; what does not occur is left out.
pub fn tally(indicators: &[IndicatorFinding], lang: Lang) -> Vec<(usize, &'static str)> {
    let count = |status: Status| indicators.iter().filter(|one| one.status == status && is_counted(one)).count();
    let counts = [
        (count(Status::Reached), lang.pick("已达到", "reached")),
        (count(Status::Short), lang.pick("未达到", "short")),
        (count(Status::NotApplicable), lang.pick("已自评", "rated")),
        (count(Status::Unknown), lang.pick("待补充", "to answer")),
    ];
    counts.into_iter().filter(|(count, _)| *count > 0).collect()
}

/// What does not apply to the applicant is no indicator of theirs.
fn is_counted(finding: &IndicatorFinding) -> bool {
    finding.status != Status::NotApplicable || finding.value.is_some()
}

/// The bodies that answer for an indicator, the lead first and marked; `None` where the document names none.
pub fn departments(pack: &Pack, indicator: &Indicator, lang: Lang) -> Option<String> {
    let title = |id: &String| pack.file.departments.iter().find(|one| one.id == *id).map(|one| one.title.get(lang));
    let lead = if indicator.departments.len() > 1 { lang.pick("（牵头）", " (lead)") } else { "" };
    let marks = std::iter::once(lead).chain(std::iter::repeat(""));
    let titles = indicator.departments.iter().filter_map(title).zip(marks);
    let titles: Vec<String> = titles.map(|(title, mark)| format!("{title}{mark}")).collect();
    (!titles.is_empty()).then(|| format!("{}{}", lang.pick("责任单位：", "responsible: "), lang.list(&titles)))
}

/// By when an indicator is to be reached.
pub fn deadline(by: Deadline, lang: Lang) -> String {
    format!("{}{}", lang.pick("期限：", "by "), by.in_prose(lang))
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

/// The result as one sentence: the verdict and the sum, or on a track that knows neither, the counts of its indicators.
pub fn headline(assessment: &Assessment, lang: Lang) -> String {
    let eligibility = eligibility(&assessment.eligibility, lang).map(ToOwned::to_owned);
    let sums = assessment.support.as_ref().and_then(|support| sums(support.total, lang));
    let parts: Vec<String> = eligibility.into_iter().chain(sums).collect();
    if parts.is_empty() { counts(&assessment.indicators, lang) } else { parts.join(lang.pick("，", ": ")) }
}

fn counts(indicators: &[IndicatorFinding], lang: Lang) -> String {
    let count = |(count, word): (usize, &str)| match lang {
        Lang::Zh => format!("{word} {count} 项"),
        Lang::En => format!("{count} {word}"),
    };
    let counts: Vec<String> = tally(indicators, lang).into_iter().map(count).collect();
    if counts.is_empty() {
        return lang.pick("没有需要对照的条件", "There is nothing to compare").to_owned();
    }
    counts.join(lang.pick("，", ", "))
}

/// What the support comes to; `None` where nothing can come of it.
fn sums(total: Amount, lang: Lang) -> Option<String> {
    Some(match (total.high, lang) {
        (Some(high), _) if !high.is_positive() => return None,
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
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(status: Status) -> IndicatorFinding {
        IndicatorFinding {
            id: String::new(),
            status,
            value: Some(Value::Bool(true)),
            target: None,
            gap: None,
            by: None,
            cite: String::new(),
            missing: Vec::new(),
            reasons: Vec::new(),
        }
    }

    #[test]
    fn indicators_are_counted_by_where_they_stand_and_what_does_not_occur_is_left_out() {
        let idle = IndicatorFinding { value: None, ..found(Status::NotApplicable) };
        let mut all = vec![found(Status::Unknown), found(Status::Reached), found(Status::Unknown), idle];
        assert_eq!(counts(&all, Lang::Zh), "已达到 1 项，待补充 2 项");
        all.extend([found(Status::Short), found(Status::NotApplicable)]);
        assert_eq!(counts(&all, Lang::En), "1 reached, 1 short, 1 rated, 2 to answer");
    }

    #[test]
    fn a_track_that_asks_for_nothing_has_a_headline_too() {
        assert_eq!(counts(&[], Lang::Zh), "没有需要对照的条件");
    }
}
