//! What was found, in a word or a sentence: a condition, a measure, the verdict, the whole.

use super::{tally, truth};
use crate::engine::Assessment;
use crate::engine::assess::{Eligibility, Finding, MeasureFinding};
use crate::engine::indicators::IndicatorFinding;
use crate::engine::outcome::Verdict;
use crate::model::{Amount, Lang};

/// A condition in a word.
pub const fn finding(finding: &Finding, lang: Lang) -> &'static str {
    truth(finding.truth, lang)
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
        Verdict::Judged => lang.pick("部分条件由主管部门判断", "Some conditions are for the authority to judge"),
    }
}

/// The verdict on all conditions in a few words; `None` on a track without conditions.
pub fn eligibility(eligibility: &Eligibility, lang: Lang) -> Option<&'static str> {
    eligibility.verdict.map(|one| verdict(one, lang))
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
    use crate::engine::Status;
    use crate::model::Value;

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
