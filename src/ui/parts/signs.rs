//! Signs: what the document names for a conclusion, asked one by one within its question; and what they come to, as a
//! proposal that the person confirms.

use leptos::prelude::*;

use super::choice::{OneOf, SeveralOf};
use super::control::control_id;
use super::field::FactField;
use super::notes::Notes;
use super::progress::asked;
use crate::model::{Kind, Value};
use crate::pack::Fact;
use crate::report::value_text;
use crate::ui::filing::editable;
use crate::ui::i18n::questions;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// The signs of a conclusion, in order, before its question.
#[component]
pub fn Signs(of: String, facts: Vec<Fact>) -> impl IntoView {
    let lang = Store::get().lang();
    (!facts.is_empty()).then(|| {
        let signs = facts.into_iter().map(|fact| view! { <Sign fact/> }).collect_view();
        view! { <div class="signs"><p class="help">{questions::signs(&of, lang)}</p>{signs}</div> }
    })
}

#[component]
fn Sign(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let asked = asked(store, fact.id.clone());
    let fact = StoredValue::new(fact);
    let body = move || {
        let fact = fact.get_value();
        let (place, id) = (format!("question-{}", fact.id), control_id(&fact.id));
        let question = fact.question.get(lang).to_owned();
        let notes = view! { <Notes fact=fact.clone()/> };
        let control = match fact.kind {
            Kind::Bool | Kind::Choice => view! { <OneOf fact/> }.into_any(),
            Kind::Set => view! { <SeveralOf fact/> }.into_any(),
            _ => {
                return view! { <div class="sign" id=place><label for=id>{question}</label>{notes}<FactField fact/></div> }
                    .into_any();
            }
        };
        view! {
            <div class="sign" id=place>
                <fieldset id=id tabindex="-1">
                    <legend>{question}</legend>
                    {notes}
                    {control}
                </fieldset>
            </div>
        }
        .into_any()
    };
    view! { <Show when=move || asked.get()>{body()}</Show> }
}

/// Live region: what the other answers come to, with a button that gives it as the answer. Pressed again it is taken back.
#[component]
pub fn Proposed(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    fact.proposed.as_ref()?;
    let id = fact.id.clone();
    let proposed = store.assessed_all(move |all| {
        let of = |proposed: &(String, Value)| (proposed.0 == id).then(|| proposed.1.clone());
        all.iter().find_map(|entry| entry.proposed.iter().find_map(of))
    });
    let fact = StoredValue::new(fact);
    let answer = store.memo(move |session| fact.with_value(|fact| session.filing.answers.get(&fact.id).cloned()));
    let is_taken = move || proposed.with(|proposed| proposed.is_some() && *proposed == answer.get());
    let says = move |value: &Value| fact.with_value(|fact| value_text(fact, value, lang));
    let line = move || {
        let value = proposed.get()?;
        let differs = answer.with(|answer| answer.as_ref().is_some_and(|answer| *answer != value));
        Some(questions::proposed(&says(&value), differs, lang))
    };
    let press = move |_| {
        let Some(value) = proposed.get_untracked() else { return };
        let fact = fact.get_value();
        store.send(if is_taken() {
            Msg::TookBack { fact: fact.id }
        } else if fact.kind.is_numeric() {
            Msg::Typed { text: editable(&fact, &value), fact: fact.id }
        } else {
            Msg::Answered { fact: fact.id, value }
        });
    };
    let button =
        move || proposed.with(|proposed| proposed.as_ref().map(|value| questions::take_proposal(&says(value), lang)));
    Some(view! {
        <div class="proposed">
            <p role="status">{line}</p>
            <Show when=move || proposed.with(Option::is_some)>
                <button type="button" aria-pressed=move || is_taken().to_string() on:click=press>{button}</button>
            </Show>
        </div>
    })
}
