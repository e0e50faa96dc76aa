//! 四至: the boundaries on the four sides, asked as one question.

use leptos::prelude::*;

use super::Clause;
use super::control::control_id;
use super::field::FactField;
use super::notes::Notes;
use super::progress::asked;
use super::question::Question;
use crate::model::Kind;
use crate::pack::Fact;
use crate::ui::store::Store;
use crate::ui::view_model::questions::are_sides;

/// The question that these facts make.
#[component]
pub fn AnyQuestion(facts: Vec<String>) -> impl IntoView {
    let known: Option<Vec<Fact>> =
        Store::get().look(|_, track| facts.iter().filter_map(|id| track.pack.fact(id)).cloned().collect());
    let mut facts = known.unwrap_or_default();
    if are_sides(&facts.iter().collect::<Vec<_>>()) {
        return view! { <Bounds sides=facts/> }.into_any();
    }
    // The list that a count follows from stands below it.
    let lists = facts.iter().position(|fact| fact.kind == Kind::List).filter(|at| *at > 0);
    let lists = lists.map_or_else(Vec::new, |at| facts.split_off(at));
    let lists = lists.into_iter().map(|fact| view! { <Question fact/> }).collect_view();
    let question = facts.pop().map(|fact| view! { <Question fact signs=facts/> });
    view! { {question}{lists} }.into_any()
}

#[component]
fn Bounds(sides: Vec<Fact>) -> impl IntoView {
    let store = Store::get();
    let (lang, title) = (store.lang(), store.words().bounds());
    let first = sides.first().cloned()?;
    let asked = asked(store, first.id.clone());
    let (first, sides) = (StoredValue::new(first), StoredValue::new(sides));
    let side = move |fact: Fact| {
        let (id, control) = (format!("question-{}", fact.id), control_id(&fact.id));
        view! {
            <div class="side" id=id>
                <label for=control>{fact.label.get(lang).to_owned()}</label>
                <FactField fact/>
            </div>
        }
    };
    Some(view! {
        <Show when=move || asked.get()>
            <div class="question">
                <div class="question-head"><Clause cite=first.with_value(|fact| fact.cite.clone())/></div>
                <fieldset>
                    <legend>{title}</legend>
                    <Notes fact=first.get_value()/>
                    <div class="sides">{sides.get_value().into_iter().map(side).collect_view()}</div>
                </fieldset>
            </div>
        </Show>
    })
}
