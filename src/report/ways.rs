//! The way to a goal: what has to change, and what else would do.

use super::value::value_text;
use crate::engine::reach::{Change, Reach};
use crate::model::{Lang, Value};
use crate::pack::{Fact, Pack};

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

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    pub fact: String,
    pub label: String,
    pub from: String,
    pub to: String,
    /// Of a set that only grows, what is new: it says more than both lists.
    pub added: Option<String>,
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
            (true, false) => lang.pick("达到这一目标，最少要改变：", "The least that has to change:"),
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
    let from = change.from.as_ref().map(|value| value_text(fact, value, lang));
    let to = match &change.to {
        Value::Text(_) => lang.pick("填写", "to be written").to_owned(),
        value => value_text(fact, value, lang),
    };
    Some(ChangeRow {
        fact: change.fact.clone(),
        label: fact.label.get(lang).to_owned(),
        from: from.unwrap_or_else(|| lang.pick("尚未填写", "not answered yet").to_owned()),
        to,
        added: added(change, fact, lang),
    })
}

fn added(change: &Change, fact: &Fact, lang: Lang) -> Option<String> {
    let (Some(Value::Set(from)), Value::Set(to)) = (&change.from, &change.to) else { return None };
    let new = Value::Set(to.difference(from).cloned().collect());
    from.is_subset(to).then(|| format!("{}{}", lang.pick("加上", "add "), value_text(fact, &new, lang)))
}

fn labels<'a>(pack: &Pack, facts: impl IntoIterator<Item = &'a String>, lang: Lang) -> String {
    let labels = facts.into_iter().filter_map(|id| pack.fact(id)).map(|fact| fact.label.get(lang));
    lang.list(&labels.collect::<Vec<_>>())
}
