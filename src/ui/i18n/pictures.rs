//! The sentences beside the pictures.

use crate::engine::say::{difference_text, number_text};
use crate::model::{Amount, Lang, Quantity};
use crate::pack::Fact;
use crate::pack::condition::{Op, Relation};

/// How many conditions there are, before the counts of where they stand.
pub fn conditions(all: usize, lang: Lang) -> String {
    match (all, lang) {
        (all, Lang::Zh) => format!("{all} 项条件："),
        (1, Lang::En) => "1 condition. ".to_owned(),
        (all, Lang::En) => format!("{all} conditions. "),
    }
}

/// `初步符合 5`: the conditions of one standing.
pub fn standing(word: &str, count: usize, lang: Lang) -> String {
    format!("{word}{}{count}", lang.pick(" ", ": "))
}

/// What of the support is certain, what could still come, and what it comes to at most.
pub fn stack(total: Amount, lang: Lang) -> String {
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

/// The ceiling of a measure, and whether it has been reached.
pub fn ceiling(at: Quantity, reached: bool, lang: Lang) -> String {
    let at = lang.money(at);
    match (reached, lang) {
        (true, Lang::Zh) => format!("已到上限 {at}"),
        (true, Lang::En) => format!("at its ceiling of {at}"),
        (false, Lang::Zh) => format!("上限 {at}"),
        (false, Lang::En) => format!("ceiling {at}"),
    }
}

/// A relation between two numbers as it stands, in exact figures: `地方 1,199 元 < 1.2 × 中央 1,000 元，还差 1 元`.
pub fn ratio(
    own: (&Fact, Quantity),
    relation: &Relation,
    other: (&Fact, Quantity),
    gap: Option<Quantity>,
    lang: Lang,
) -> String {
    let stated =
        |(fact, number): (&Fact, Quantity)| format!("{} {}", fact.label.get(lang), number_text(fact, number, lang));
    let sign = sign(relation.op, relation.holds(own.1, other.1));
    let times = match relation.times {
        times if times == Quantity::whole(1) => String::new(),
        times if times < Quantity::whole(1) => format!("{}% × ", times.times(Quantity::whole(100)).grouped()),
        times => format!("{} × ", times.grouped()),
    };
    let gap = gap
        .filter(|gap| gap.is_positive())
        .map(|gap| format!("{}{}", lang.pick("；还差 ", "; lacking "), difference_text(own.0, gap, lang)));
    format!("{} {sign} {times}{}{}", stated(own), stated(other), gap.unwrap_or_default())
}

/// The sign of a relation, or of what it is while it does not hold.
const fn sign(op: Op, holds: bool) -> &'static str {
    match (op, holds) {
        (Op::AtLeast, true) | (Op::LessThan, false) => "≥",
        (Op::MoreThan, true) | (Op::AtMost, false) => ">",
        (Op::AtMost, true) | (Op::MoreThan, false) => "≤",
        (Op::LessThan, true) | (Op::AtLeast, false) => "<",
        (Op::Equals, true) => "=",
        (Op::Equals, false) => "≠",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_is_written_as_it_stands_to_the_last_yuan() {
        let pack = crate::pack::builtin::load("yantai-2020-operation").unwrap().unwrap().pack;
        let (local, central) = (pack.fact("fund.local").unwrap(), pack.fact("fund.central").unwrap());
        let factor = "1.2".parse().unwrap();
        let relation = Relation { fact: local.id.clone(), op: Op::AtLeast, times: factor, of: central.id.clone() };
        let yuan = Quantity::whole;
        let said = |own: i64, gap, lang| ratio((local, yuan(own)), &relation, (central, yuan(10_000_000)), gap, lang);
        assert_eq!(
            said(11_999_999, Some(yuan(1)), Lang::Zh),
            "地方配套资金 11,999,999 元 < 1.2 × 中央资金 1,000 万元；还差 1 元"
        );
        assert_eq!(said(12_000_000, None, Lang::Zh), "地方配套资金 1,200 万元 ≥ 1.2 × 中央资金 1,000 万元");
        assert_eq!(
            said(12_000_000, None, Lang::En),
            "Local matching funds CNY 12,000,000 ≥ 1.2 × Central funds CNY 10,000,000"
        );
    }

    #[test]
    fn the_sentence_on_support_says_what_is_certain_and_what_is_not() {
        let yuan = Quantity::whole;
        assert_eq!(
            stack(Amount::between(yuan(200_000), yuan(350_000)), Lang::Zh),
            "已确定 20 万元，还可能增加至多 15 万元，合计最高可达 35 万元。"
        );
        assert_eq!(stack(Amount::exactly(yuan(200_000)), Lang::En), "Nothing is open: at most CNY 200,000 in all.");
    }
}
