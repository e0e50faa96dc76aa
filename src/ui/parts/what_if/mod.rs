//! 试算: a fact changed on the conclusion itself, the result before and after, and the choice to keep it.

mod choice;
mod result;

use leptos::prelude::*;

use self::choice::{CHOICE, FactChoice};
use self::result::TrialResult;
use super::aside::Aside;
use super::in_short::InShort;
use super::question::Question;
use super::undo::Undo;
use crate::ui::i18n::phrases;
use crate::ui::i18n::what_if::{self, BeforeAfter};
use crate::ui::session::{Msg, Session};
use crate::ui::store::Store;

/// Whether anything is being tried out.
fn is_on(store: Store) -> Memo<bool> {
    store.position(|position| position.is_trying)
}

/// The answers that are tried out, by fact.
fn tried(store: Store) -> Memo<Vec<(String, BeforeAfter)>> {
    Memo::new(move |_| store.session().with(|session| store.packs().with(|packs| what_if::answers(session, packs))))
}

#[component]
pub fn WhatIf() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let opened = RwSignal::new(Vec::<String>::new());
    let tried = store.memo(Session::tried);
    // What was changed stands here until it is removed, also when it is changed back.
    Effect::new(move |_| {
        let known = opened.get_untracked();
        opened.update(|opened| opened.extend(tried.get().into_iter().filter(|fact| !known.contains(fact))));
    });
    let on = is_on(store);
    let truth = store.assessed(|entry| entry.head.class());
    let toggle = Signal::derive(move || [if on.get() { w.what_if_on() } else { w.what_if_title() }, w.slip_close()]);
    let end = Callback::new(move |keep| {
        store.send(Msg::TrialEnded { keep });
        opened.set(Vec::new());
        store.browser().focus_when_shown("what-if-title");
    });
    let head = view! { <InShort/> }.into_any();
    view! {
        <Aside class="what-if" title=w.what_if_title() truth head toggle>
            <TrialResult on end/>
            <div class="what-if-facts">
                <Show when=move || !on.get()><p class="help">{w.what_if_lead()}</p></Show>
                <Undo in_what_if=true/>
                <For each=move || opened.get() key=String::clone let:fact>
                    <TriedFact fact opened/>
                </For>
                <FactChoice opened/>
            </div>
        </Aside>
    }
}

/// A fact in the panel: its question, what stands in place of what, and the way out.
#[component]
fn TriedFact(fact: String, opened: RwSignal<Vec<String>>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.look(|_, track| track.pack.fact(&fact).cloned()).flatten();
    let label = found.as_ref().map_or_else(|| fact.clone(), |fact| fact.label.get(lang).to_owned());
    let question = found.map(|fact| view! { <Question fact/> });
    let id = StoredValue::new(fact);
    let all = tried(store);
    let change = Memo::new(move |_| {
        let change = all.with(|all| all.iter().find(|(fact, _)| *fact == id.get_value()).cloned());
        change.map(|(_, change)| change.line(lang))
    });
    let asked = store.assessed(move |entry| entry.asked.contains(&id.get_value()));
    let remove = move |_| {
        store.send(Msg::PutBack { fact: id.get_value() });
        opened.update(|opened| opened.retain(|fact| *fact != id.get_value()));
        store.browser().focus_when_shown(CHOICE);
    };
    view! {
        <div class="what-if-fact" hidden=move || !asked.get() && change.get().is_none()>
            {question}
            <p class="what-if-change">{change}</p>
            <button type="button" class="link" aria-label=phrases::named(w.what_if_remove(), &label, lang) on:click=remove>
                {w.what_if_remove()}
            </button>
        </div>
    }
}

/// Above a conclusion that is only tried out, on the screen and on paper.
#[component]
pub fn WhatIfNote() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let on = is_on(store);
    let tried = tried(store);
    let lines = move || tried.with(|tried| tried.iter().map(|(_, change)| change.line(lang)).collect::<Vec<_>>());
    view! {
        <Show when=move || on.get()>
            <div class="banner banner-calm what-if-note">
                <p>{w.what_if_note()}</p>
                <ul>{move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </div>
        </Show>
    }
}
