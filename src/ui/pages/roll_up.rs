//! 汇总多份: several drafts of one track made into one. Where they differ, each says what it says, and the person decides.

use leptos::prelude::*;

use crate::ui::filing::Filing;
use crate::ui::i18n::roll_up;
use crate::ui::roll_up::{Chosen, RollUp, Unfit};
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::roll_up::{Conflict, FromOne, RollUpPage};

pub fn rolled_up(store: Store, found: &RollUp) -> AnyView {
    let (lang, w) = (store.lang(), store.words());
    let file = |(name, unfit): &(String, Option<Unfit>)| {
        let class = if unfit.is_some() { "not" } else { "met" };
        let said = roll_up::fit(unfit.as_ref(), lang);
        view! { <li><b>{name.clone()}</b>{w.colon()}<span class="roll-up-fit" data-truth=class>{said}</span></li> }
    };
    let files = view! { <ul class="plain-list">{found.files.iter().map(file).collect_view()}</ul> };
    let Some(page) = store.packs().with_untracked(|packs| RollUpPage::of(found, packs, lang)) else {
        return view! { {files}<p class="error-summary" role="alert">{w.roll_up_too_few()}</p> }.into_any();
    };
    let RollUpPage { title, conflicts, alone } = page;
    let count = conflicts.len();
    let chosen = RwSignal::new(Chosen::new());
    let questions = conflicts.into_iter().enumerate().map(|(at, one)| question(store, at, one, chosen)).collect_view();
    view! {
        <p class="review-track"><b>{title.clone()}</b></p>
        {files}
        <h2 class="roll-up-title">{roll_up::conflicts(count, lang)}</h2>
        {questions}
        {from_one(alone, store)}
        <Finish found=found.clone() title chosen/>
    }
    .into_any()
}

/// What the drafts say, beside each other; nothing is chosen until the person does.
fn question(store: Store, at: usize, conflict: Conflict, chosen: RwSignal<Chosen>) -> impl IntoView {
    let w = store.words();
    let Conflict { place, title, said } = conflict;
    let place = StoredValue::new(place);
    let name = question_id(at);
    let option = |taken: Option<usize>, label: AnyView, class: &'static str| {
        let checked = move || chosen.with(|chosen| place.with_value(|place| chosen.get(place) == Some(&taken)));
        let choose = move |_| chosen.update(|chosen| _ = chosen.insert(place.get_value(), taken));
        view! {
            <label class=class>
                <input type="radio" name=name.clone() prop:checked=checked on:change=choose/>
                <span>{label}</span>
            </label>
        }
    };
    let options = said.into_iter().enumerate().map(|(at, (text, by))| {
        let label = view! { <span class="roll-up-text">{text}</span>" "<small>{by}</small> };
        option(Some(at), label.into_any(), "option")
    });
    let options = options.collect_view();
    let open = option(None, w.roll_up_open().into_any(), "option option-soft");
    view! {
        <fieldset class="roll-up" id=name.clone() tabindex="-1">
            <legend>{title}</legend>
            <div class="options">{options}{open}</div>
        </fieldset>
    }
}

fn question_id(at: usize) -> String {
    format!("roll-up-{at}")
}

/// What only one of the drafts says, with its name, folded away.
fn from_one(alone: Vec<FromOne>, store: Store) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let count = alone.len();
    let row = |FromOne { title, value, file }: FromOne| {
        view! { <tr><th scope="row">{title}</th><td>{value}</td><td>{file}</td></tr> }
    };
    let rows = alone.into_iter().map(row).collect_view();
    (count > 0).then(|| {
        view! {
            <details class="fold">
                <summary>{roll_up::from_one(count, lang)}</summary>
                <div class="sheet-scroll" tabindex="0" role="region" aria-label=w.roll_up_alone()>
                    <table class="review-table">
                        <thead><tr><th scope="col">{w.review_place()}</th><th scope="col">{w.roll_up_said()}</th><th scope="col">{w.roll_up_file()}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    })
}

/// Makes the one draft; while something is undecided, leads to the first of it.
#[component]
fn Finish(found: RollUp, title: String, chosen: RwSignal<Chosen>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = StoredValue::new(found);
    let left = Memo::new(move |_| found.with_value(|found| chosen.with(|chosen| found.undecided(chosen).count())));
    // What is left is an error only once somebody wants to go on without it.
    let pressed = RwSignal::new(false);
    let passed_over = move || pressed.get() && left.get() > 0;
    let make = move |_| {
        pressed.set(true);
        let made = store.packs().with_untracked(|packs| {
            found.with_value(|found| chosen.with_untracked(|chosen| found.filing(chosen, packs, lang)))
        });
        if let Some(filing) = made {
            store.send(Msg::RolledUp(Box::new(Filing { name: roll_up::name(&title, lang), ..filing })));
            return;
        }
        let first = found.with_value(|found| {
            let undecided =
                chosen.with_untracked(|chosen| found.undecided(chosen).next().map(|line| line.place.clone()));
            let (_, merge) = found.merged.as_ref()?;
            merge.conflicts().position(|line| Some(&line.place) == undecided.as_ref())
        });
        if let Some(at) = first {
            store.browser().focus_when_shown(question_id(at));
        }
    };
    view! {
        <p role="status" class:error=passed_over>{move || roll_up::left(left.get(), lang)}</p>
        <p class="actions"><button type="button" class="primary" on:click=make>{w.roll_up_make()}</button></p>
        <p class="help">{w.roll_up_note()}</p>
    }
}
