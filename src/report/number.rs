//! Numbers that are worked out, in words.

use super::formula::Formula;
use super::sum::Sums;
use super::value::{number_text, op_words, start_text, start_words, value_text};
use crate::engine::explain::{NextTier, Reckoning};
use crate::model::{Amount, Lang, Quantity};
use crate::pack::condition::Op;
use crate::pack::measure::Start;
use crate::pack::{Fact, Number, Pack};

/// `A + B − C = sum`; the sum is left out while something in it is open.
fn reckoned(number: &Reckoning, pack: &Pack, lang: Lang) -> String {
    if let Some(formula) = &number.formula {
        let formula = Formula { number: formula, pack, lang };
        let says = formula.says();
        let is_known = number.low == number.high && !matches!(formula.number, Number::Fact(_) | Number::Constant(_));
        return if is_known { format!("{says} = {}", formula.counted(number.low)) } else { says };
    }
    let text = terms(number, pack, lang);
    match measure(number, pack) {
        Some(fact) if number.low == number.high && number.terms.len() > 1 => {
            format!("{text} = {}", number_text(fact, number.low, lang))
        }
        _ => text,
    }
}

/// `A + B − C`, each with its answer.
fn terms(number: &Reckoning, pack: &Pack, lang: Lang) -> String {
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
    text
}

/// What a number of yuan comes to.
pub fn worked_out(number: &Reckoning, (sums, amount): (Sums, Amount), pack: &Pack, lang: Lang) -> String {
    let says = formula_of(number, pack, lang);
    match sums.range(amount, lang) {
        range if amount.is_settled() => format!("{says} = {range}"),
        range => format!("{says}{}{range}", lang.pick("，计 ", ": ")),
    }
}

/// A ceiling that is worked out, with what would come without it and what comes of it.
pub fn ceiling(number: &Reckoning, [at, before, amount]: [String; 3], pack: &Pack, lang: Lang) -> String {
    let says = formula_of(number, pack, lang);
    match lang {
        Lang::Zh => format!("{before}，上限为{says}，即 {at}，按 {amount}计"),
        Lang::En => format!("{before}; the ceiling is {says}, which is {at}, so {amount} counts"),
    }
}

/// How a number is worked out, without what it comes to.
fn formula_of(number: &Reckoning, pack: &Pack, lang: Lang) -> String {
    match &number.formula {
        Some(formula) => Formula { number: formula, pack, lang }.says(),
        None => terms(number, pack, lang),
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
    (sums, amount): (Sums, Amount),
    pack: &Pack,
    lang: Lang,
) -> String {
    let text = reckoned(number, pack, lang);
    let starts = |start: Start| match (&number.formula, measure(number, pack)) {
        (Some(formula), _) => {
            let bound = Formula { number: formula, pack, lang }.counted(start.bound());
            start_words(start, &bound, lang)
        }
        (None, Some(fact)) => start_text(fact, start, lang),
        (None, None) => start_words(start, &start.bound().grouped(), lang),
    };
    if number.low != number.high {
        return format!("{text}{}{}", lang.pick("，按档计 ", "; by tier "), sums.range(amount, lang));
    }
    let here = match (reached.map(starts), lang) {
        (Some(start), Lang::Zh) => format!("{text}，已{start}，对应 {}", sums.range(amount, lang)),
        (Some(start), Lang::En) => format!("{text}, which is {start}: {}", sums.range(amount, lang)),
        (None, Lang::Zh) => format!("{text}，未到最低一档"),
        (None, Lang::En) => format!("{text}, below the lowest tier"),
    };
    let Some(next) = next else { return here };
    let (then, start) = (sums.one(next.amount, lang), starts(next.starts));
    match lang {
        Lang::Zh => format!("{here}；{start}时对应 {then}"),
        Lang::En => format!("{here}; {start}: {then}"),
    }
}
