//! The conclusion so far, beside the questions.

use leptos::prelude::*;

use super::aside::Aside;
use super::in_short::InShort;
use super::live_region::LiveRegion;
use crate::model::Amount;
use crate::report::{disclaimer, tally_in_short};
use crate::ui::assessed::AssessedEntry;
use crate::ui::i18n::phrases;
use crate::ui::layout::{percent, thousandths};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// How many missing facts are named before the rest is only counted.
const NAMED: usize = 5;

#[component]
pub fn Slip() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let truth = store.assessed(|entry| entry.head.class());
    let headline = store.assessed(|entry| entry.head.headline());
    let total = store.assessed(|entry| entry.head.total.as_ref().map(|total| total.amount));
    // Where they are not all there is, the indicators are told in a line.
    let tally = store.assessed(move |entry| {
        let head = &entry.head;
        let shown = !head.is_self_evaluation() && !head.tally.is_empty();
        shown.then(|| phrases::named(w.self_evaluation(), &tally_in_short(&head.tally, lang), lang))
    });
    let head = view! { <InShort/> }.into_any();
    view! {
        <Aside class="slip" title=w.slip_title() truth head toggle=[w.slip_open(), w.slip_close()]>
            <LiveRegion sentence=headline/>
            {move || total.get().map(|total| view! { <Range total/> })}
            {move || tally.get().map(|line| view! { <p class="slip-note">{line}</p> })}
            <Others/>
            <Missing/>
            <p class="slip-note">{disclaimer(lang)}</p>
        </Aside>
    }
}

/// How much of the ceiling is already certain.
#[component]
fn Range(total: Amount) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let high = total.high?;
    Some(view! {
        <div class="range" aria-hidden="true"><i style:width=percent(thousandths(total.low, high))></i></div>
        <p class="range-scale">
            <span>{w.slip_certain()}" "{lang.money(total.low)}</span>
            <span>{w.slip_ceiling()}" "{lang.money(high)}</span>
        </p>
    })
}

/// How the other entries of the draft stand: an answer counts for each that asks it.
#[component]
fn Others() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let here = store.assessed(|entry| Some(entry.id.clone()));
    let others = store.assessed_all(move |entries| {
        let standing = |entry: &AssessedEntry| {
            let head = &entry.head;
            (format!("{} · {}", head.programme, head.track), head.class(), head.headline())
        };
        let is_here = |entry: &AssessedEntry| here.with(|here| here.as_ref() == Some(&entry.id));
        let others = entries.iter().filter(|entry| !is_here(entry));
        others.map(|entry| standing(entry)).collect::<Vec<_>>()
    });
    let line = |(title, truth, headline): (String, &'static str, String)| {
        view! { <li data-truth=truth><span>{title}</span><b>{headline}</b></li> }
    };
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <h3>{w.slip_others()}</h3>
            <ul class="slip-others">{move || others.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}

#[component]
fn Missing() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let missing = store.assessed(|entry| entry.missing.clone());
    let row = move |fact: String| {
        let packs = store.packs().get_untracked();
        let found = store.look(|session, track| {
            Some((session.filing.page_of(&fact, &packs)?, track.pack.fact(&fact)?.label.get(lang).to_owned()))
        });
        let (page, label) = found.flatten()?;
        Some((fact, page, label))
    };
    let rows = move || missing.get().into_iter().take(NAMED).filter_map(row).collect::<Vec<_>>();
    let line = move |(_, page, label): (String, usize, String)| {
        let go = move |_| store.send(Msg::PageOpened(Page::Questions(page)));
        view! { <li><button type="button" class="link" on:click=go>{label}</button></li> }
    };
    view! {
        <Show when=move || missing.with(|missing| !missing.is_empty()) fallback=move || view! { <p class="slip-note">{w.slip_nothing_missing()}</p> }>
            <h3>{w.slip_missing()}</h3>
            <ul class="slip-missing"><For each=rows key=Clone::clone children=line/></ul>
            <p class="slip-note">{move || phrases::missing_count(missing.with(Vec::len), lang)}</p>
        </Show>
    }
}
