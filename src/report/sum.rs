//! Sums as one says them: a ceiling is called one, a range is a range, and what has no upper end yet says so.

use crate::model::{Amount, Lang, Quantity};
use crate::pack::measure::Limit;

/// What amounts are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sums {
    Yuan,
    Points,
}

impl Sums {
    pub fn one(self, amount: Quantity, lang: Lang) -> String {
        match self {
            Self::Yuan => lang.money(amount),
            Self::Points => points(&amount.grouped(), lang),
        }
    }

    /// From the least to the most; one figure where it is settled.
    pub fn range(self, amount: Amount, lang: Lang) -> String {
        match (self, amount.high) {
            (Self::Yuan, _) => lang.range(amount),
            (Self::Points, Some(high)) if high == amount.low => self.one(high, lang),
            (Self::Points, Some(high)) => points(&format!("{}–{}", amount.low.grouped(), high.grouped()), lang),
            (Self::Points, None) => match lang {
                Lang::Zh => format!("{} 分以上，上限未定", amount.low.grouped()),
                Lang::En => format!("{} points or more, no upper limit yet", amount.low.grouped()),
            },
        }
    }
}

fn points(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{number} 分"),
        Lang::En if number == "1" => format!("{number} point"),
        Lang::En => format!("{number} points"),
    }
}

/// The words before a settled sum.
pub const fn limit(limit: Limit, lang: Lang) -> &'static str {
    match limit {
        Limit::AtMost => lang.pick("最高可达", "at most"),
        Limit::Exact => lang.pick("计", "amounts to"),
    }
}

/// What a measure comes to: `最高可达 3 万元`, `0–20 万元`, `上限未定`; nothing where it brings nothing.
pub fn said(kind: Limit, amount: Amount, lang: Lang) -> Option<String> {
    let range = lang.range(amount);
    match amount {
        Amount::ZERO => None,
        settled if settled.is_settled() => Some(format!("{} {range}", limit(kind, lang))),
        _ => Some(range),
    }
}

/// What all measures come to, as the end of the headline; nothing where nothing can come of it.
pub fn headline(total: Amount, lang: Lang) -> Option<String> {
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

/// What of a sum is certain, what could still come, and what it comes to at most, in one sentence.
pub fn prospect(total: Amount, lang: Lang) -> String {
    let certain = lang.money(total.low);
    let open = total.high.map(|high| (lang.money(high), lang.money(high.minus(total.low)), high == total.low));
    match (open, total.low.is_positive(), lang) {
        (Some((most, _, true)), _, Lang::Zh) => format!("各项均已确定，合计最高可达 {most}。"),
        (Some((most, _, true)), _, Lang::En) => format!("Nothing is open: at most {most} in all."),
        (Some((most, more, _)), true, Lang::Zh) => {
            format!("已确定 {certain}，还可能增加至多 {more}，合计最高可达 {most}。")
        }
        (Some((most, more, _)), true, Lang::En) => {
            format!("{certain} is certain and up to {more} more could come: at most {most} in all.")
        }
        (Some((most, ..)), false, Lang::Zh) => format!("尚无已确定的金额，合计最高可达 {most}。"),
        (Some((most, ..)), false, Lang::En) => format!("Nothing is certain yet: at most {most} in all."),
        (None, true, Lang::Zh) => format!("已确定 {certain}，还可能增加多少取决于尚未填写的数量。"),
        (None, true, Lang::En) => {
            format!("{certain} is certain; how much more could come depends on numbers not entered yet.")
        }
        (None, false, Lang::Zh) => "尚无已确定的金额，最高可达多少取决于尚未填写的数量。".to_owned(),
        (None, false, Lang::En) => "Nothing is certain yet; the most depends on numbers not entered yet.".to_owned(),
    }
}

/// `30–35 万元`; from where it starts, when there is no upper end yet and something is certain.
pub fn in_short(total: Amount, lang: Lang) -> String {
    match (total.high, lang) {
        (None, Lang::Zh) if total.low.is_positive() => format!("{}起", lang.money(total.low)),
        (None, Lang::En) if total.low.is_positive() => format!("{} or more", lang.money(total.low)),
        _ => lang.range(total),
    }
}

/// The same, where a ceiling is said to be one.
pub fn at_most(total: Amount, lang: Lang) -> String {
    let is_ceiling = total.high.is_some_and(Quantity::is_positive);
    let range = in_short(total, lang);
    if is_ceiling { format!("{} {range}", limit(Limit::AtMost, lang)) } else { range }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn yuan(low: i64, high: i64) -> Amount {
        Amount { low: Quantity::whole(low), high: Some(Quantity::whole(high)) }
    }

    #[test]
    fn a_ceiling_is_called_one_only_where_it_is_settled() {
        assert_eq!(said(Limit::AtMost, yuan(30_000, 30_000), Lang::Zh).as_deref(), Some("最高可达 3 万元"));
        assert_eq!(said(Limit::Exact, yuan(10_000, 10_000), Lang::En).as_deref(), Some("amounts to CNY 10,000"));
        assert_eq!(said(Limit::AtMost, yuan(0, 200_000), Lang::Zh).as_deref(), Some("0–20 万元"));
        let unbounded = Amount::at_least(Quantity::ZERO);
        assert_eq!(said(Limit::AtMost, unbounded, Lang::Zh).as_deref(), Some("上限未定"));
        assert_eq!(said(Limit::AtMost, Amount::ZERO, Lang::Zh), None);
    }

    #[test]
    fn the_sentence_on_support_says_what_is_certain_and_what_is_not() {
        assert_eq!(
            prospect(yuan(200_000, 350_000), Lang::Zh),
            "已确定 20 万元，还可能增加至多 15 万元，合计最高可达 35 万元。"
        );
        assert_eq!(prospect(yuan(200_000, 200_000), Lang::En), "Nothing is open: at most CNY 200,000 in all.");
    }
}
