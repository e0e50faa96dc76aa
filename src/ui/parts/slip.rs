//! The conclusion so far, beside the questions.

use leptos::prelude::*;

use super::aside::Aside;
use super::in_short::InShort;
use super::live_region::LiveRegion;
use crate::report::disclaimer;
use crate::ui::assessed::AssessedEntry;
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::slip::{self, Range as RangeText};

#[component]
pub fn Slip() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let truth = store.assessed(|entry| entry.head.class());
    let headline = store.assessed(|entry| entry.head.headline());
    let tally = store.assessed(move |entry| slip::note(&entry.head, lang));
    let head = view! { <InShort/> }.into_any();
    view! {
        <Aside class="slip" title=w.slip_title() truth head toggle=[w.slip_open(), w.slip_close()]>
            <LiveRegion sentence=headline/>
            <Range/>
            {move || tally.get().map(|line| view! { <p class="slip-note">{line}</p> })}
            <Others/>
            <Missing/>
            <p class="slip-note">{disclaimer(lang)}</p>
        </Aside>
    }
}

/// How much of the ceiling is already certain.
#[component]
fn Range() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let range =
        store.assessed(move |entry| entry.head.total.as_ref().and_then(|total| RangeText::of(total.amount, lang)));
    let part = move |of: fn(RangeText) -> String| move || range.get().map(of).unwrap_or_default();
    view! {
        <Show when=move || range.with(Option::is_some)>
            <div class="range" aria-hidden="true"><i style:width=part(|range| range.filled)></i></div>
            <p class="range-scale"><span>{part(|range| range.certain)}</span><span>{part(|range| range.ceiling)}</span></p>
        </Show>
    }
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
    let rows = move || {
        let named = |missing: &Vec<String>| {
            let pages = store.topic_pages().get_untracked();
            store.look(|_, track| slip::named(missing, &pages, track, lang)).unwrap_or_default()
        };
        missing.with(named)
    };
    let line = move |slip::Missing { page, label, .. }: slip::Missing| {
        let go = move |_| store.send(Msg::PageOpened(Page::Questions(page)));
        view! { <li><button type="button" class="link" on:click=go>{label}</button></li> }
    };
    view! {
        <Show when=move || missing.with(|missing| !missing.is_empty())>
            <h3>{w.slip_missing()}</h3>
            <ul class="slip-missing"><For each=rows key=Clone::clone children=line/></ul>
        </Show>
        <p class="slip-note">{move || slip::count(missing.with(Vec::len), lang)}</p>
    }
}
