//! The way to a goal: what has to change, and what else would do.

use super::value::value_text;
use crate::engine::reach::{Change, Reach};
use crate::model::{Kind, Lang, Quantity, Value};
use crate::pack::{Fact, Pack};

static NOTHING: Value = Value::Number(Quantity::ZERO);

/// The least change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// What follows: the changes, that none is needed, or that none will do.
    pub headline: &'static str,
    pub reachable: bool,
    pub first: Way,
    /// Each told by what it does not share with the first.
    pub others: Vec<Way>,
    /// The facts whose merit the authority judges, in a sentence.
    pub discretion: Option<String>,
    /// Said where smaller ways were not all ruled out.
    pub unproven: Option<&'static str>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// `或者，把……换成：`; empty for the first.
    pub lead: String,
    pub changes: Vec<ChangeRow>,
    /// All answers it changes, for whoever tries it out.
    pub answers: Vec<(String, Value)>,
}

/// One change as something to do, or as a question to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    pub fact: String,
    pub label: String,
    /// `把“区内服务机构”从 12 家提高到`, with the space that follows it.
    pub what: String,
    /// What it comes to, at the end of the line; nothing where `what` says it all.
    pub to: Option<String>,
}

impl ChangeRow {
    /// The whole line.
    pub fn line(&self) -> String {
        let Self { what, to, .. } = self;
        format!("{what}{}", to.as_deref().unwrap_or_default())
    }
}

impl Way {
    /// Words that only the applicant can write cannot be tried out.
    pub fn can_be_tried(&self) -> bool {
        !self.answers.iter().any(|(_, value)| matches!(value, Value::Text(_)))
    }
}

impl Ways {
    pub fn of(pack: &Pack, reach: &Reach, lang: Lang) -> Self {
        let headline = match (reach.reachable, reach.changes.is_empty()) {
            (false, _) => {
                lang.pick("改变可以改变的情况，也达不到这一目标", "Nothing the applicant can change reaches this goal")
            }
            (true, true) => lang.pick("这一目标已经达到", "This goal is reached already"),
            (true, false) => lang.pick("达到这一目标，最少要做到：", "The least it takes to reach this goal:"),
        };
        let discretion = labels(pack, &reach.discretion, lang);
        let discretion = (!reach.discretion.is_empty()).then(|| match lang {
            Lang::Zh => format!("{discretion}：按现在的情况，是否符合由主管部门判断。"),
            Lang::En => format!("{discretion}: as things stand, the authority decides whether this will do."),
        });
        let unproven = lang.pick(
            "可能的组合太多，没有全部试过；以上各项缺一不可。",
            "There are too many combinations to try them all; of these changes none can be left out.",
        );
        Self {
            headline,
            reachable: reach.reachable,
            first: way(pack, String::new(), &reach.changes, &reach.changes, lang),
            others: reach.alternatives.iter().map(|other| alternative(pack, reach, other, lang)).collect(),
            discretion,
            unproven: (!reach.proven).then_some(unproven),
        }
    }
}

fn alternative(pack: &Pack, reach: &Reach, other: &[Change], lang: Lang) -> Way {
    let given_up = reach.changes.iter().filter(|change| !other.contains(change));
    let given_up = labels(pack, given_up.map(|change| &change.fact), lang);
    let lead = match lang {
        Lang::Zh => format!("或者，把{given_up}换成："),
        Lang::En => format!("Or, in place of {given_up}:"),
    };
    let apart: Vec<Change> = other.iter().filter(|change| !reach.changes.contains(change)).cloned().collect();
    way(pack, lead, &apart, other, lang)
}

fn way(pack: &Pack, lead: String, shown: &[Change], all: &[Change], lang: Lang) -> Way {
    Way {
        lead,
        changes: shown.iter().filter_map(|one| change(pack, one, lang)).collect(),
        answers: all.iter().map(|change| (change.fact.clone(), change.to.clone())).collect(),
    }
}

fn change(pack: &Pack, change: &Change, lang: Lang) -> Option<ChangeRow> {
    let fact = pack.fact(&change.fact)?;
    let label = fact.label.get(lang).to_owned();
    let (what, to) = match &change.from {
        None => answer(fact, &label, &change.to, lang),
        Some(from) => alter(fact, &label, from, &change.to, lang),
    };
    // Chinese sets a number apart from the words before it, and nothing else.
    let gap = if lang == Lang::En || matches!(change.to, Value::Number(_)) { " " } else { "" };
    let what = if to.is_some() { what + gap } else { what };
    Some(ChangeRow { fact: change.fact.clone(), label, what, to })
}

/// A question that is still open, and what the answer has to be. What describes the applicant, and what there may be none
/// of, is only to be answered: nobody is advised to be another.
fn answer(fact: &Fact, label: &str, to: &Value, lang: Lang) -> (String, Option<String>) {
    let needed = match to {
        Value::Text(_) | Value::Date(_) | Value::List(_) => {
            let what = match lang {
                Lang::Zh => format!("填写“{label}”"),
                Lang::En => format!("Fill in “{label}”"),
            };
            return (what, None);
        }
        to if is_least(fact, to) => lang.pick("需大于", " more than"),
        to if fact.fixed || *to == NOTHING => {
            let what = match lang {
                Lang::Zh => format!("如实填写“{label}”，这里推算用的是"),
                Lang::En => format!("Answer “{label}” as it is; reckoned here with"),
            };
            return (what, Some(quoted(fact, to, lang)));
        }
        Value::Number(_) => lang.pick("需达到", " at least"),
        Value::Bool(_) | Value::Choice(_) => lang.pick("需为", ""),
        Value::Set(_) => lang.pick("需包括", ""),
    };
    let what = match lang {
        Lang::Zh => format!("填写“{label}”，{needed}"),
        Lang::En => format!("Answer “{label}”; needed:{needed}"),
    };
    (what, Some(quoted(fact, beyond(fact, to), lang)))
}

/// Whether a number that is no count is the smallest there is: any will do that is more than nothing.
fn is_least(fact: &Fact, to: &Value) -> bool {
    fact.kind != Kind::Count && *to == Value::Number(fact.kind.step())
}

/// What a number is at least, or nothing for one that only has to be more.
fn beyond<'a>(fact: &Fact, to: &'a Value) -> &'a Value {
    if is_least(fact, to) { &NOTHING } else { to }
}

/// An answer that is to become another: what one does for that, as the pack words it, or else by the kind of the fact.
fn alter(fact: &Fact, label: &str, from: &Value, to: &Value, lang: Lang) -> (String, Option<String>) {
    let was = value_text(fact, from, lang);
    let doing = fact.doing.as_ref().map(|doing| doing.get(lang));
    let by_kind = match (to, lang) {
        (Value::Bool(_), Lang::Zh) => format!("做到“{label}”"),
        (Value::Bool(_), Lang::En) => format!("Bring about “{label}”"),
        (Value::Set(_), Lang::Zh) => format!("在“{label}”中增加"),
        (Value::Set(_), Lang::En) => format!("Add to “{label}”:"),
        (Value::Choice(_), Lang::Zh) if fact.scale.is_some() => format!("把“{label}”从“{was}”推进到"),
        (Value::Choice(_), Lang::En) if fact.scale.is_some() => format!("Bring “{label}” on from “{was}” to"),
        (Value::Choice(_), Lang::Zh) => format!("把“{label}”由“{was}”改为"),
        (Value::Choice(_), Lang::En) => format!("Change “{label}” from “{was}” to"),
        (to, Lang::Zh) if is_least(fact, to) => format!("把“{label}”从 {was}提高到大于"),
        (to, Lang::En) if is_least(fact, to) => format!("Raise “{label}” from {was} to more than"),
        (_, Lang::Zh) => format!("把“{label}”从 {was}提高到"),
        (_, Lang::En) => format!("Raise “{label}” from {was} to"),
    };
    match (doing, from, to) {
        (doing, _, Value::Bool(_)) => (doing.map_or(by_kind, ToOwned::to_owned), None),
        (doing, Value::Set(held), Value::Set(all)) => {
            let new = Value::Set(all.difference(held).cloned().collect());
            let what = doing.map_or(by_kind, |doing| format!("{doing}{}", lang.pick("：", ":")));
            (what, Some(value_text(fact, &new, lang)))
        }
        (Some(doing), ..) => (format!("{doing}{}{was} →", lang.pick("：", ": ")), Some(quoted(fact, to, lang))),
        (None, ..) => (by_kind, Some(quoted(fact, beyond(fact, to), lang))),
    }
}

/// An option stands in quotes, as its question does.
fn quoted(fact: &Fact, value: &Value, lang: Lang) -> String {
    let text = value_text(fact, value, lang);
    if matches!(value, Value::Bool(_) | Value::Choice(_)) { format!("“{text}”") } else { text }
}

fn labels<'a>(pack: &Pack, facts: impl IntoIterator<Item = &'a String>, lang: Lang) -> String {
    let labels = facts.into_iter().filter_map(|id| pack.fact(id)).map(|fact| fact.label.get(lang));
    lang.list(&labels.collect::<Vec<_>>())
}
