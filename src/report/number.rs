//! Numbers that are worked out, in words.

use super::value::{number_text, op_words, start_text, value_text};
use crate::engine::explain::{NextTier, Reckoning};
use crate::model::{Amount, Lang, Quantity};
use crate::pack::condition::Op;
use crate::pack::measure::Start;
use crate::pack::{Fact, Pack};

/// `A + B − C = sum`; the sum is left out while something in it is open.
fn reckoned(number: &Reckoning, pack: &Pack, lang: Lang) -> String {
    let mut text = String::new();
    for term in &number.terms {
        let Some(fact) = pack.fact(&term.fact) else { continue };
        let sign = if term.less { " − " } else { " + " };
        text.push_str(if text.is_empty() && !term.less { "" } else { sign });
        let value = term.value.as_ref().map(|value| value_text(fact, value, lang));
        let value = value.unwrap_or_else(|| lang.pick("尚未填写", "not answered yet").to_owned());
        text.push_str(fact.label.get(lang));
        text.push_str(lang.pick("（", " ("));
        text.push_str(&value);
        text.push_str(lang.pick("）", ")"));
    }
    match measure(number, pack) {
        Some(fact) if number.low == number.high && number.terms.len() > 1 => {
            format!("{text} = {}", number_text(fact, number.low, lang))
        }
        _ => text,
    }
}

/// The fact whose unit the number is counted in.
fn measure<'a>(number: &Reckoning, pack: &'a Pack) -> Option<&'a Fact> {
    number.terms.first().and_then(|term| pack.fact(&term.fact))
}

/// A number against a multiple of another.
pub fn against(number: &Reckoning, op: Op, times: Quantity, of: &Reckoning, pack: &Pack, lang: Lang) -> String {
    let (left, right) = (reckoned(number, pack, lang), reckoned(of, pack, lang));
    let times = if times == Quantity::whole(1) { String::new() } else { format!(" × {}", times.grouped()) };
    let op = op_words(op, lang);
    match lang {
        Lang::Zh => format!("{left}，要求{op}{right}{times}"),
        Lang::En => format!("{left}; needed: {op} {right}{times}"),
    }
}

/// The tier that a number has reached, and the next one.
pub fn tier(
    number: &Reckoning,
    reached: Option<Start>,
    next: Option<&NextTier>,
    amount: Amount,
    pack: &Pack,
    lang: Lang,
) -> String {
    let text = reckoned(number, pack, lang);
    let Some(fact) = measure(number, pack).filter(|_| number.low == number.high) else {
        return format!("{text}{}{}", lang.pick("，按档计 ", "; by tier "), lang.range(amount));
    };
    let here = match (reached.map(|start| start_text(fact, start, lang)), lang) {
        (Some(start), Lang::Zh) => format!("{text}，已{start}，对应 {}", lang.range(amount)),
        (Some(start), Lang::En) => format!("{text}, which is {start}: {}", lang.range(amount)),
        (None, Lang::Zh) => format!("{text}，未到最低一档"),
        (None, Lang::En) => format!("{text}, below the lowest tier"),
    };
    let Some(next) = next else { return here };
    let (then, start) = (lang.money(next.amount), start_text(fact, next.starts, lang));
    match lang {
        Lang::Zh => format!("{here}；{start}时对应 {then}"),
        Lang::En => format!("{here}; {start}: {then}"),
    }
}
