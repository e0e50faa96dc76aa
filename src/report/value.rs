//! Values, numbers and bounds of a fact, and truths, as a person reads them.

use crate::model::{Domain, Kind, Lang, Quantity, Truth, Unit, Value};
use crate::pack::Fact;
use crate::pack::condition::Op;
use crate::pack::fact::FactOption;
use crate::pack::measure::Start;

/// A number of a fact as a person reads it: money in yuan, a percentage with its sign, anything else with its unit.
pub fn number_text(fact: &Fact, number: Quantity, lang: Lang) -> String {
    measured(fact.kind, fact.unit.as_ref(), number, lang)
}

/// The same of a number of this kind and unit.
pub fn measured(kind: Kind, unit: Option<&Unit>, number: Quantity, lang: Lang) -> String {
    match kind {
        Kind::Money => lang.money(number),
        Kind::Percent => format!("{}%", number.grouped()),
        // A list that names nothing else counts rows.
        Kind::List if unit.is_none() => {
            let rows = Unit { zh: "行".to_owned(), en: "rows".to_owned(), en_one: Some("row".to_owned()) };
            lang.measured(number, Some(&rows))
        }
        _ => lang.measured(number, unit),
    }
}

/// The difference of two numbers of a fact: of two percentages, percentage points.
pub fn difference_text(fact: &Fact, number: Quantity, lang: Lang) -> String {
    match (fact.kind, lang) {
        (Kind::Percent, Lang::Zh) => format!("{} 个百分点", number.grouped()),
        (Kind::Percent, Lang::En) if number == Quantity::whole(1) => "1 percentage point".to_owned(),
        (Kind::Percent, Lang::En) => format!("{} percentage points", number.grouped()),
        _ => number_text(fact, number, lang),
    }
}

/// A value as a person reads it.
pub fn value_text(fact: &Fact, value: &Value, lang: Lang) -> String {
    value_in(&fact.domain(), fact.unit.as_ref(), value, lang)
}

/// The same of a value from this domain, in this unit.
pub(super) fn value_in(domain: &Domain<'_, FactOption>, unit: Option<&Unit>, value: &Value, lang: Lang) -> String {
    let options = domain.options;
    let label = |id: &String| {
        let option = options.iter().find(|option| option.id == *id);
        option.map_or_else(|| id.clone(), |option| option.label.get(lang).to_owned())
    };
    let number = |number: Quantity| measured(domain.kind, unit, number, lang);
    match value {
        Value::Bool(true) => lang.pick("是", "yes").to_owned(),
        Value::Bool(false) => lang.pick("否", "no").to_owned(),
        Value::Number(one) => number(*one),
        Value::Choice(id) => label(id),
        // In the order of the pack, not of the alphabet.
        Value::Set(ids) => {
            let held = options.iter().filter(|option| ids.contains(&option.id));
            let held: Vec<&str> = held.map(|option| option.label.get(lang)).collect();
            if held.is_empty() { lang.pick("无", "none").to_owned() } else { lang.list(&held) }
        }
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.in_prose(lang),
        Value::List(rows) => number(Quantity::whole(i64::try_from(rows.len()).unwrap_or(i64::MAX))),
    }
}

/// Where a tier starts.
pub fn start_text(fact: &Fact, start: Start, lang: Lang) -> String {
    start_words(start, &lang.measured(start.bound(), fact.unit.as_ref()), lang)
}

pub(super) fn start_words(start: Start, bound: &str, lang: Lang) -> String {
    match (start, lang) {
        (Start::Over(_), Lang::Zh) => format!("超过 {bound}"),
        (Start::From(_), Lang::Zh) => format!("达到 {bound}"),
        (Start::Over(_), Lang::En) => format!("more than {bound}"),
        (Start::From(_), Lang::En) => format!("at least {bound}"),
    }
}

pub const fn op_words(op: Op, lang: Lang) -> &'static str {
    match op {
        Op::AtLeast => lang.pick("不少于", "at least"),
        Op::MoreThan => lang.pick("超过", "more than"),
        Op::AtMost => lang.pick("不多于", "at most"),
        Op::LessThan => lang.pick("少于", "less than"),
        Op::Equals => lang.pick("等于", "exactly"),
    }
}

/// A truth in a word.
pub const fn truth_word(truth: Truth, lang: Lang) -> &'static str {
    match truth {
        Truth::Met => lang.pick("初步符合", "preliminarily meets"),
        Truth::NotMet => lang.pick("尚不符合", "does not meet yet"),
        Truth::Unknown => lang.pick("需补充信息", "needs more information"),
        Truth::Judged => lang.pick("由主管部门判断", "for the authority to judge"),
        Truth::NotApplicable => lang.pick("不适用", "does not apply"),
    }
}
