//! One question: its label, its clause, help, the control that fits its type, and what is wrong with the answer.

use leptos::prelude::*;

use super::Clause;
use super::awaited::awaited;
use super::choice::{OneOf, SeveralOf};
use super::control::control_id;
use super::doubts::Doubts;
use super::field::FactField;
use super::fold::Drawer;
use super::notes::Notes;
use super::progress::asked;
use super::signs::{Proposed, Signs};
use crate::model::Kind;
use crate::pack::Fact;
use crate::ui::late::Arrival;
use crate::ui::rows::cell_name;
use crate::ui::store::Store;

/// A fact with the signs that are asked within its question.
#[component]
pub fn Question(fact: Fact, #[prop(optional)] signs: Vec<Fact>) -> impl IntoView {
    let asked = asked(Store::get(), fact.id.clone());
    let (fact, signs) = (StoredValue::new(fact), StoredValue::new(signs));
    view! { <Show when=move || asked.get()><Body fact=fact.get_value() signs=signs.get_value()/></Show> }
}

#[component]
fn Body(fact: Fact, signs: Vec<Fact>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let notes = view! { <Notes fact=fact.clone()/> };
    let w = store.words();
    let clause = view! {
        <div class="question-head">
            <Clause cite=fact.cite.clone()/>
            {fact.discretion.then(|| view! { <p class="discretion">{w.discretion()}</p> })}
        </div>
    };
    let question = fact.question.get(lang).to_owned();
    let id = control_id(&fact.id);
    let name = format!("question-{}", fact.id);
    let signs = view! { <Signs of=fact.label.get(lang).to_owned() facts=signs/> };
    let proposed = view! { <Proposed fact=fact.clone()/> };
    match fact.kind {
        Kind::Bool | Kind::Choice | Kind::Set => {
            let control = if fact.kind == Kind::Set {
                view! { <SeveralOf fact/> }.into_any()
            } else {
                let id = fact.id.clone();
                // A live region: it is there before it is filled.
                let judged = move || store.judged().with(|judged| judged.contains(&id)).then_some(w.judged());
                view! { <OneOf fact/><p class="help" role="status">{judged}</p> }.into_any()
            };
            view! {
                <div class="question" id=name>
                    {clause}
                    {signs}
                    <fieldset id=id tabindex="-1">
                        <legend>{question}</legend>
                        {notes}
                        {proposed}
                        {control}
                    </fieldset>
                </div>
            }
            .into_any()
        }
        Kind::List => view! {
            <div class="question question-list" id=name>
                {clause}
                <Drawer class="list-drawer" label=view! { <span class="question-label">{question}</span> }.into_any()
                    open=RwSignal::new(is_begun(store, &fact.id))>
                    {notes}
                    {awaited(move |late| (late.list)(fact.clone()))}
                </Drawer>
            </div>
        }
        .into_any(),
        _ => view! {
            <div class="question" id=name>
                {clause}
                {signs}
                <label class="question-label" for=id>{question}</label>
                {notes}
                {proposed}
                <FactField fact=fact.clone()/>
                <Doubts fact=fact.id.clone()/>
                {move || store.late().with(Arrival::here).map(|late| (late.ruler)(fact.id.clone()))}
            </div>
        }
        .into_any(),
    }
}

/// Whether a list has rows, a row is being typed, or a table is on its way.
fn is_begun(store: Store, list: &str) -> bool {
    store.session().with_untracked(|session| {
        let filing = &session.filing;
        let is_typed = || filing.typed.contains_key(&cell_name(list, ""));
        !filing.rows(list).is_empty() || is_typed() || filing.incoming.of(list).is_some()
    })
}
