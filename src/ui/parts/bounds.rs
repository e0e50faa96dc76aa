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

const SIDES: [&str; 4] = ["_east", "_south", "_west", "_north"];

/// The questions that facts make, in order: each its own, but the four sides of one area together, and the signs of a
/// conclusion with it.
pub fn as_questions(facts: &[Fact]) -> Vec<Vec<Fact>> {
    let mut rest = facts;
    let mut questions = Vec::new();
    while let Some((first, others)) = rest.split_first() {
        let sides = rest.get(..SIDES.len()).filter(|four| are_sides(four));
        let together = sides.or_else(|| with_signs(rest));
        questions.push(together.map_or_else(|| vec![first.clone()], <[Fact]>::to_vec));
        rest = together.and_then(|facts| rest.get(facts.len()..)).unwrap_or(others);
    }
    questions
}

/// A conclusion with the signs that stand right before it.
fn with_signs(facts: &[Fact]) -> Option<&[Fact]> {
    let first = facts.first()?;
    let rests_on = |fact: &Fact, id: &str| fact.proposed.iter().any(|proposed| proposed.facts().contains(&id));
    let at = facts.iter().position(|fact| rests_on(fact, &first.id))?;
    let (conclusion, group) = (facts.get(at)?, facts.get(..=at)?);
    let are_signs = group.iter().all(|fact| fact.id == conclusion.id || rests_on(conclusion, &fact.id));
    are_signs.then_some(group)
}

fn are_sides(facts: &[Fact]) -> bool {
    let stem = facts.first().and_then(|first| first.id.strip_suffix("_east"));
    let is_side = |(fact, side): (&Fact, &str)| {
        fact.kind == Kind::Text && fact.asked_when.is_none() && fact.id.strip_suffix(side) == stem
    };
    stem.is_some() && facts.iter().zip(SIDES).all(is_side)
}

/// One question of `as_questions`.
#[component]
pub fn AnyQuestion(facts: Vec<Fact>) -> impl IntoView {
    if are_sides(&facts) {
        return view! { <Bounds sides=facts/> }.into_any();
    }
    let mut signs = facts;
    signs.pop().map(|fact| view! { <Question fact signs/> }).into_any()
}

#[component]
fn Bounds(sides: Vec<Fact>) -> impl IntoView {
    let store = Store::get();
    let (lang, title) = (store.lang(), store.words().bounds);
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
