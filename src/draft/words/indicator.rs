//! An indicator in words: where it stands, its figures, who answers for it and by when.

use super::{judged, truth};
use crate::engine::explain;
use crate::engine::indicators::IndicatorFinding;
use crate::engine::outcome::Status;
use crate::engine::say::{difference_text, number_text, say, value_text};
use crate::model::{Deadline, Lang, Quantity, Truth, Value};
use crate::pack::Pack;
use crate::pack::condition::Op;
use crate::pack::indicator::{Indicator, Measured};

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
        Status::Judged => judged(lang),
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
        Measured::Target(goal) => [entered, target.map(|target| goal_text(goal.op, &target, lang))],
        // Two figures of one's own: the sentence names both.
        Measured::Comparison(_) => [finding.reasons.first().map(|step| say(step, pack, lang)), None],
        Measured::Maturity { .. } => [entered, None],
    };
    stated.into_iter().chain([gap]).flatten().collect()
}

/// A goal in a few words; at least is what a goal means by itself.
pub fn goal_text(op: Op, target: &str, lang: Lang) -> String {
    let wanted = match op {
        Op::AtLeast | Op::Equals => lang.pick("目标", "target"),
        Op::MoreThan => lang.pick("目标超过", "target more than"),
        Op::AtMost => lang.pick("目标不超过", "target at most"),
        Op::LessThan => lang.pick("目标低于", "target less than"),
    };
    format!("{wanted} {target}")
}

/// How many indicators stand where, each with its word; what does not occur is left out.
pub fn tally(indicators: &[IndicatorFinding], lang: Lang) -> Vec<(usize, &'static str)> {
    let count = |status: Status| indicators.iter().filter(|one| one.status == status && is_counted(one)).count();
    let order = [Status::Reached, Status::Short, Status::NotApplicable, Status::Judged, Status::Unknown];
    let counts = order.map(|status| (count(status), counted_as(status, lang)));
    counts.into_iter().filter(|(count, _)| *count > 0).collect()
}

/// The word under which indicators are counted.
pub const fn counted_as(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Reached => lang.pick("已达到", "reached"),
        Status::Short => lang.pick("未达到", "short"),
        Status::NotApplicable => lang.pick("已自评", "rated"),
        Status::Judged => judged(lang),
        Status::Unknown => lang.pick("待补充", "to answer"),
    }
}

/// What does not apply to the applicant is no indicator of theirs.
fn is_counted(finding: &IndicatorFinding) -> bool {
    finding.status != Status::NotApplicable || finding.value.is_some()
}

/// The bodies that answer for an indicator, as a phrase; `None` where the document names none.
pub fn departments(pack: &Pack, indicator: &Indicator, lang: Lang) -> Option<String> {
    let bodies = responsible(pack, indicator, lang)?;
    Some(format!("{}{bodies}", lang.pick("责任单位：", "responsible: ")))
}

/// The bodies alone, the lead first and marked.
pub fn responsible(pack: &Pack, indicator: &Indicator, lang: Lang) -> Option<String> {
    let title = |id: &String| pack.file.departments.iter().find(|one| one.id == *id).map(|one| one.title.get(lang));
    let lead = if indicator.departments.len() > 1 { lang.pick("（牵头）", " (lead)") } else { "" };
    let marks = std::iter::once(lead).chain(std::iter::repeat(""));
    let titles = indicator.departments.iter().filter_map(title).zip(marks);
    let titles: Vec<String> = titles.map(|(title, mark)| format!("{title}{mark}")).collect();
    (!titles.is_empty()).then(|| lang.list(&titles))
}

/// By when an indicator is to be reached.
pub fn deadline(by: Deadline, lang: Lang) -> String {
    format!("{}{}", lang.pick("期限：", "by "), by.in_prose(lang))
}
