//! The way to a goal in words: what has to change, and what else would do.

use crate::engine::reach::{Change, Reach};
use crate::engine::say::value_text;
use crate::model::{Lang, Value};
use crate::pack::Pack;

/// A change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed<'a> {
    /// The id of the fact.
    pub fact: &'a str,
    pub label: &'a str,
    pub from: String,
    pub to: String,
}

/// Another way to the goal, told by what it does not share with the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative<'a> {
    /// `或者，把……换成：`
    pub lead: String,
    pub changes: Vec<Changed<'a>>,
}

pub const fn headline(reach: &Reach, lang: Lang) -> &'static str {
    match (reach.reachable, reach.changes.is_empty()) {
        (false, _) => {
            lang.pick("改变可以改变的情况，也达不到这一目标", "Nothing the applicant can change reaches this goal")
        }
        (true, true) => lang.pick("这一目标已经达到", "This goal is reached already"),
        (true, false) => lang.pick("达到这一目标，最少要改变：", "The least that has to change:"),
    }
}

/// What has to change.
pub fn changes<'a>(pack: &'a Pack, reach: &'a Reach, lang: Lang) -> Vec<Changed<'a>> {
    reach.changes.iter().filter_map(|one| changed(pack, one, lang)).collect()
}

/// The other ways, each by what is other than in the first.
pub fn alternatives<'a>(pack: &'a Pack, reach: &'a Reach, lang: Lang) -> Vec<Alternative<'a>> {
    let alternative = |way: &'a Vec<Change>| {
        let given_up = reach.changes.iter().filter(|change| !way.contains(change));
        let given_up = labels(pack, given_up.map(|change| &change.fact), lang);
        let lead = match lang {
            Lang::Zh => format!("或者，把{given_up}换成："),
            Lang::En => format!("Or, in place of {given_up}:"),
        };
        let apart = way.iter().filter(|change| !reach.changes.contains(change));
        Alternative { lead, changes: apart.filter_map(|change| changed(pack, change, lang)).collect() }
    };
    reach.alternatives.iter().map(alternative).collect()
}

/// The facts whose merit the authority judges; `None` where there are none.
pub fn discretion(pack: &Pack, reach: &Reach, lang: Lang) -> Option<String> {
    let facts = labels(pack, &reach.discretion, lang);
    let said = match lang {
        Lang::Zh => format!("{facts}：按现在的情况，是否符合由主管部门判断。"),
        Lang::En => format!("{facts}: as things stand, the authority decides whether this will do."),
    };
    (!reach.discretion.is_empty()).then_some(said)
}

/// Said where smaller ways were not all ruled out.
pub fn unproven(reach: &Reach, lang: Lang) -> Option<&'static str> {
    let said = lang.pick(
        "可能的组合太多，没有全部试过；以上各项缺一不可。",
        "There are too many combinations to try them all; of these changes none can be left out.",
    );
    (!reach.proven).then_some(said)
}

fn changed<'a>(pack: &'a Pack, change: &'a Change, lang: Lang) -> Option<Changed<'a>> {
    let fact = pack.fact(&change.fact)?;
    let from = change.from.as_ref().map(|value| value_text(fact, value, lang));
    let to = match &change.to {
        Value::Text(_) => lang.pick("填写", "to be written").to_owned(),
        value => value_text(fact, value, lang),
    };
    Some(Changed {
        fact: &change.fact,
        label: fact.label.get(lang),
        from: from.unwrap_or_else(|| lang.pick("尚未填写", "not answered yet").to_owned()),
        to,
    })
}

fn labels<'a>(pack: &Pack, facts: impl IntoIterator<Item = &'a String>, lang: Lang) -> String {
    let labels = facts.into_iter().filter_map(|id| pack.fact(id)).map(|fact| fact.label.get(lang));
    lang.list(&labels.collect::<Vec<_>>())
}
