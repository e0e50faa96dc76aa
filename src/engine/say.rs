//! Steps as sentences, in both languages.

use super::explain::{Need, NextTier, Step};
use crate::model::{Amount, Lang, Quantity, Truth, Value};
use crate::pack::condition::Op;
use crate::pack::measure::Start;
use crate::pack::{Fact, Pack};

/// One step in words, without a full stop.
pub fn say(step: &Step, pack: &Pack, lang: Lang) -> String {
    let about = |id: &str| pack.fact(id);
    match step {
        Step::Fact { fact, value, needs, truth } => {
            about(fact).map(|fact| fact_against_need(fact, value.as_ref(), needs, *truth, lang)).unwrap_or_default()
        }
        Step::PerUnit { fact, value, each, counted, amount } => {
            about(fact).map(|fact| per_unit(fact, value.as_ref(), *each, *counted, *amount, lang)).unwrap_or_default()
        }
        Step::Tier { fact, value, reached, next, amount } => about(fact)
            .map(|fact| tier(fact, value.as_ref(), *reached, next.as_ref(), *amount, lang))
            .unwrap_or_default(),
        Step::Choice { fact, value, amount } => about(fact)
            .map(|fact| {
                let stated = stated(fact, value.as_ref(), lang);
                let range = lang.range(*amount);
                format!("{stated}{}{range}", lang.pick("，对应 ", ", which brings "))
            })
            .unwrap_or_default(),
        Step::Fixed { amount } => lang.pick("计 ", "").to_owned() + &lang.range(*amount),
        Step::Discretion { amount } => {
            let range = lang.range(*amount);
            match lang {
                Lang::Zh => format!("{range}，由主管部门认定"),
                Lang::En => format!("{range}, as the authority decides"),
            }
        }
        Step::Sum { amount } => lang.pick("合计 ", "together ").to_owned() + &lang.range(*amount),
        Step::LargerOf { amount } => lang.pick("取其中较大者，", "the larger one: ").to_owned() + &lang.range(*amount),
        Step::Capped { at, before, amount } => {
            let (at, exceeds, amount) = (lang.money(*at), before.low > *at, lang.range(*amount));
            let before = lang.range(*before);
            match (exceeds, lang) {
                (true, Lang::Zh) => format!("{before}，超过上限 {at}，按 {amount}计"),
                (true, Lang::En) => format!("{before} is above the ceiling of {at}, so {amount} counts"),
                (false, Lang::Zh) => format!("上限 {at}，按 {amount}计"),
                (false, Lang::En) => format!("the ceiling is {at}, so {amount} counts"),
            }
        }
    }
}

/// A value as a person reads it.
pub fn value_text(fact: &Fact, value: &Value, lang: Lang) -> String {
    let label = |id: &String| fact.option(id).map_or_else(|| id.clone(), |option| option.label.get(lang).to_owned());
    match value {
        Value::Bool(true) => lang.pick("是", "yes").to_owned(),
        Value::Bool(false) => lang.pick("否", "no").to_owned(),
        Value::Number(number) if fact.kind == crate::model::Kind::Money => lang.money(*number),
        Value::Number(number) => lang.measured(*number, fact.unit.as_ref()),
        Value::Choice(id) => label(id),
        // In the order of the pack, not of the alphabet.
        Value::Set(ids) => {
            let held: Vec<&str> = fact
                .options
                .iter()
                .filter(|option| ids.contains(&option.id))
                .map(|option| option.label.get(lang))
                .collect();
            if held.is_empty() { lang.pick("无", "none").to_owned() } else { lang.list(&held) }
        }
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.in_prose(lang),
    }
}

/// `label：value`, or that it has not been answered.
fn stated(fact: &Fact, value: Option<&Value>, lang: Lang) -> String {
    let label = fact.label.get(lang);
    match (value, lang) {
        (None, Lang::Zh) => format!("{label}尚未填写"),
        (None, Lang::En) => format!("{label}: not answered yet"),
        (Some(Value::Number(_)), Lang::Zh) => {
            format!("{label} {}", value.map(|value| value_text(fact, value, lang)).unwrap_or_default())
        }
        (Some(value), _) => format!("{label}{}{}", lang.pick("：", ": "), value_text(fact, value, lang)),
    }
}

fn fact_against_need(fact: &Fact, value: Option<&Value>, needs: &Need, truth: Truth, lang: Lang) -> String {
    if truth == Truth::NotApplicable {
        return format!("{}{}", fact.label.get(lang), lang.pick("：不适用", ": does not apply"));
    }
    let stated = stated(fact, value, lang);
    let requirement = match needs {
        Need::Yes | Need::Given => return stated,
        Need::Compare { op, threshold } => {
            let threshold = lang.measured(*threshold, fact.unit.as_ref());
            format!("{} {threshold}", op_words(*op, lang))
        }
        Need::OneOf { .. } if truth == Truth::Met => return stated,
        Need::OneOf { options } => {
            let labels = labels(fact, options, lang);
            match lang {
                Lang::Zh => format!("为{labels}之一"),
                Lang::En => format!("one of {labels}"),
            }
        }
        Need::Includes { options } => return coverage(fact, value, options, lang),
    };
    match lang {
        Lang::Zh => format!("{stated}，要求{requirement}"),
        Lang::En => format!("{stated}; needed: {requirement}"),
    }
}

fn coverage(fact: &Fact, value: Option<&Value>, options: &[String], lang: Lang) -> String {
    let label = fact.label.get(lang);
    let needed = options.len();
    let Some(Value::Set(held)) = value else {
        return match lang {
            Lang::Zh => format!("{label}尚未填写，要求 {needed} 项齐备"),
            Lang::En => format!("{label}: not answered yet; all {needed} are needed"),
        };
    };
    let lacking: Vec<String> = options.iter().filter(|option| !held.contains(*option)).cloned().collect();
    let have = needed - lacking.len();
    match (lacking.is_empty(), lang) {
        (true, Lang::Zh) => format!("{label}：{needed} 项齐备"),
        (true, Lang::En) => format!("{label}: all {needed}"),
        (false, Lang::Zh) => format!("{label}：已有 {have} 项，共需 {needed} 项，尚缺{}", labels(fact, &lacking, lang)),
        (false, Lang::En) => format!("{label}: {have} of {needed}; still lacking {}", labels(fact, &lacking, lang)),
    }
}

fn labels(fact: &Fact, options: &[String], lang: Lang) -> String {
    let labels: Vec<&str> =
        options.iter().filter_map(|id| fact.option(id)).map(|option| option.label.get(lang)).collect();
    lang.list(&labels)
}

const fn op_words(op: Op, lang: Lang) -> &'static str {
    match op {
        Op::AtLeast => lang.pick("不少于", "at least"),
        Op::MoreThan => lang.pick("超过", "more than"),
        Op::AtMost => lang.pick("不多于", "at most"),
        Op::LessThan => lang.pick("少于", "less than"),
        Op::Equals => lang.pick("等于", "exactly"),
    }
}

fn per_unit(
    fact: &Fact,
    value: Option<&Value>,
    each: Quantity,
    counted: Option<Quantity>,
    amount: Amount,
    lang: Lang,
) -> String {
    let (stated, each) = (stated(fact, value, lang), lang.money(each));
    if value.is_none() {
        let unit = fact.unit.as_ref().map(|unit| unit.many(lang)).unwrap_or_default();
        return match lang {
            Lang::Zh => format!("{stated}，每{unit} {each}"),
            Lang::En => format!("{stated}; {each} each"),
        };
    }
    let result = lang.range(amount);
    match (counted.map(|units| lang.measured(units, fact.unit.as_ref())), lang) {
        (None, _) => format!("{stated} × {each} = {result}"),
        (Some(counted), Lang::Zh) => format!("{stated}，只计 {counted} × {each} = {result}"),
        (Some(counted), Lang::En) => format!("{stated}, of which {counted} counts × {each} = {result}"),
    }
}

fn tier(
    fact: &Fact,
    value: Option<&Value>,
    reached: Option<Start>,
    next: Option<&NextTier>,
    amount: Amount,
    lang: Lang,
) -> String {
    let stated = stated(fact, value, lang);
    if value.is_none() {
        let range = lang.range(amount);
        return format!("{stated}{}{range}", lang.pick("，按档计 ", "; by tier "));
    }
    let start = |start: Start| {
        let bound = lang.measured(start.bound(), fact.unit.as_ref());
        match (start, lang) {
            (Start::Over(_), Lang::Zh) => format!("超过 {bound}"),
            (Start::From(_), Lang::Zh) => format!("达到 {bound}"),
            (Start::Over(_), Lang::En) => format!("more than {bound}"),
            (Start::From(_), Lang::En) => format!("at least {bound}"),
        }
    };
    let here = match (reached.map(start), lang) {
        (Some(start), Lang::Zh) => format!("{stated}，已{start}，对应 {}", lang.range(amount)),
        (Some(start), Lang::En) => format!("{stated}, which is {start}: {}", lang.range(amount)),
        (None, Lang::Zh) => format!("{stated}，未到最低一档"),
        (None, Lang::En) => format!("{stated}, below the lowest tier"),
    };
    let Some(next) = next else { return here };
    let (then, start) = (lang.money(next.amount), start(next.starts));
    match (next.more.map(|more| lang.measured(more, fact.unit.as_ref())), lang) {
        (Some(more), Lang::Zh) => format!("{here}；再有 {more}即{start}，对应 {then}"),
        (Some(more), Lang::En) => format!("{here}; another {more} would make it {start}: {then}"),
        (None, Lang::Zh) => format!("{here}；{start}时对应 {then}"),
        (None, Lang::En) => format!("{here}; {start}: {then}"),
    }
}
