//! What would have to change to reach a goal, to be tried out.

use leptos::prelude::*;

use super::Fold;
use crate::draft::words::reach as said;
use crate::engine::reach::{Change, Goal, Reach, reach};
use crate::engine::say::value_text;
use crate::model::{Lang, Value};
use crate::pack::{Fact, Pack};
use crate::ui::i18n::conclusion as phrases;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// The least change to a goal, worked out anew with every answer.
#[component]
pub fn LeastChange(
    goal: Goal,
    /// What gets the focus when something is tried out: the button may be gone then.
    place: String,
) -> impl IntoView {
    let found = Store::get().case_memo(move |case, as_of| reach(case, &goal, as_of).ok());
    move || found.get().map(|reach| view! { <Ways reach place=place.clone()/> })
}

/// The ways that were found, the first one open.
#[component]
pub fn Ways(
    reach: Reach,
    /// What each other way brings, where that is not the same.
    #[prop(optional)]
    gains: Vec<String>,
    place: String,
) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let (first, others, discretion) = store.look(|_, track| {
        let pack = track.pack;
        let lines = |said: Vec<said::Changed<'_>>, way: &[Change]| -> Vec<Line> {
            said.iter().map(|one| line(one, way, pack, lang)).collect()
        };
        let others = said::alternatives(pack, &reach, lang).into_iter().zip(&reach.alternatives);
        let others = others.map(|(other, way)| (other.lead, lines(other.changes, way), way.clone()));
        let first = lines(said::changes(pack, &reach, lang), &reach.changes);
        (first, others.collect::<Vec<_>>(), said::discretion(pack, &reach, lang))
    })?;
    let count = others.len();
    let gains = gains.into_iter().map(Some).chain(std::iter::repeat(None));
    let others = StoredValue::new(others.into_iter().zip(gains).collect::<Vec<_>>());
    let unproven = said::unproven(&reach, lang).map(|said| view! { <p class="help">{said}</p> });
    let out_of_reach = (!reach.reachable).then(|| view! { <p class="help">{w.out_of_reach}</p> });
    let of_first = place.clone();
    let ways = (!reach.changes.is_empty()).then(|| view! { <Way lines=first changes=reach.changes place=of_first/> });
    let another = move |((lead, lines, changes), gain): ((String, Vec<Line>, Vec<Change>), Option<String>)| {
        let gain = gain.map(|gain| view! { <b>{gain}</b> });
        view! { <p class="way-lead"><span>{lead}</span>{gain}</p><Way lines changes place=place.clone()/> }
    };
    let alternatives = (count > 0).then(|| {
        view! {
            <Fold class="fold" label=phrases::others(count, lang)>
                {others.get_value().into_iter().map(another.clone()).collect_view()}
            </Fold>
        }
    });
    Some(view! {
        <div class="ways">
            {out_of_reach}{ways}{alternatives}
            {discretion.map(|said| view! { <p class="help">{said}</p> })}
            {unproven}
        </div>
    })
}

/// What becomes of a fact: its label, what it is where that is worth saying, and what it would be.
type Line = (String, Option<String>, String);

fn line(said: &said::Changed<'_>, way: &[Change], pack: &Pack, lang: Lang) -> Line {
    let change = way.iter().find(|change| change.fact == said.fact);
    let added = change.and_then(|change| added(change, pack.fact(&change.fact)?, lang));
    let label = said.label.to_owned();
    match added {
        Some(added) => (label, None, added),
        None => (label, Some(said.from.clone()), said.to.clone()),
    }
}

/// Of a set that only grows, what is new says more than both lists.
fn added(change: &Change, fact: &Fact, lang: Lang) -> Option<String> {
    let (Some(Value::Set(from)), Value::Set(to)) = (&change.from, &change.to) else { return None };
    let new = Value::Set(to.difference(from).cloned().collect());
    from.is_subset(to).then(|| phrases::added(&value_text(fact, &new, lang), lang))
}

/// One way, with a button to try it out; words that only the applicant can write cannot be tried out.
#[component]
fn Way(lines: Vec<Line>, changes: Vec<Change>, place: String) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let labels: Vec<&str> = lines.iter().map(|(label, ..)| label.as_str()).collect();
    let name = phrases::named(w.try_out, &lang.list(&labels), lang);
    let line = |(label, from, to): Line| {
        let from = from.map(|from| view! { <span class="from">{from}</span>" → " });
        view! { <li>{label}{lang.pick("：", ": ")}{from}<b>{to}</b></li> }
    };
    let can_be_tried = !changes.iter().any(|change| matches!(change.to, Value::Text(_)));
    let changes = StoredValue::new(changes);
    let try_out = move |_| {
        store.send(Msg::Tried(changes.get_value().into_iter().map(|change| (change.fact, change.to)).collect()));
        store.browser().focus_when_shown(&*place);
    };
    let button = can_be_tried.then(|| {
        view! { <button type="button" class="try" aria-label=name on:click=try_out>{w.try_out}</button> }
    });
    view! {
        <div class="way"><ul class="changes">{lines.into_iter().map(line).collect_view()}</ul>{button}</div>
    }
}
