//! What would have to change to reach a goal, to be tried out.

use leptos::prelude::*;

use super::Fold;
use crate::engine::reach::{Goal, reach};
use crate::report::{ChangeRow, Way as Found, Ways as AllFound};
use crate::ui::i18n::{conclusion, phrases};
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// The least change to a goal, worked out anew with every answer.
#[component]
pub fn LeastChange(
    goal: Goal,
    /// What gets the focus when something is tried out: the button may be gone then.
    place: String,
) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let found = store.case_memo(move |case, as_of| {
        reach(case, &goal, as_of).ok().map(|found| AllFound::of(case.pack(), &found, lang))
    });
    move || found.get().map(|found| view! { <Ways found place=place.clone()/> })
}

/// The ways that were found, the first one open.
#[component]
pub fn Ways(
    found: AllFound,
    /// What each other way brings, where that is not the same.
    #[prop(optional)]
    gains: Vec<String>,
    place: String,
) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let AllFound { reachable, first, others, discretion, unproven, .. } = found;
    let out_of_reach = (!reachable).then(|| view! { <p class="help">{w.out_of_reach()}</p> });
    let of_first = place.clone();
    let first = (!first.changes.is_empty()).then(|| view! { <Way way=first place=of_first/> });
    let count = others.len();
    let gains = gains.into_iter().map(Some).chain(std::iter::repeat(None));
    let others = StoredValue::new(others.into_iter().zip(gains).collect::<Vec<_>>());
    let another = move |(way, gain): (Found, Option<String>)| {
        let gain = gain.map(|gain| view! { <b>{gain}</b> });
        view! { <p class="way-lead"><span>{way.lead.clone()}</span>{gain}</p><Way way place=place.clone()/> }
    };
    let others = (count > 0).then(|| {
        view! {
            <Fold class="fold" label=conclusion::others(count, lang)>
                {others.get_value().into_iter().map(another.clone()).collect_view()}
            </Fold>
        }
    });
    view! {
        <div class="ways">
            {out_of_reach}{first}{others}
            {discretion.map(|said| view! { <p class="help">{said}</p> })}
            {unproven.map(|said| view! { <p class="help">{said}</p> })}
        </div>
    }
}

/// One way, with a button to try it out; words that only the applicant can write cannot be tried out.
#[component]
fn Way(way: Found, place: String) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let labels: Vec<&str> = way.changes.iter().map(|change| change.label.as_str()).collect();
    let name = phrases::named(w.try_out(), &lang.list(&labels), lang);
    let line = |ChangeRow { what, to, .. }: ChangeRow| view! { <li>{what}{to.map(|to| view! { <b>{to}</b> })}</li> };
    let can_be_tried = way.can_be_tried();
    let answers = StoredValue::new(way.answers);
    let try_out = move |_| {
        store.send(Msg::Tried(answers.get_value()));
        store.browser().focus_when_shown(&*place);
    };
    let button = can_be_tried.then(|| {
        view! { <button type="button" class="try" aria-label=name on:click=try_out>{w.try_out()}</button> }
    });
    view! {
        <div class="way"><ul class="changes">{way.changes.into_iter().map(line).collect_view()}</ul>{button}</div>
    }
}
