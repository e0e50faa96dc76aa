//! One more, one fewer: buttons around the field of a count. The arrow keys in the field do the same.

use leptos::prelude::*;

use crate::model::{Quantity, Value};
use crate::pack::Fact;
use crate::ui::i18n::questions;
use crate::ui::session::{Msg, Session};
use crate::ui::store::Store;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

/// Where a step leads from what stands in the field; nowhere from a text that is no number, or beyond the bounds.
fn target(fact: &Fact, session: &Session, way: Direction) -> Option<Quantity> {
    let now = session.filing.answers.get(&fact.id).and_then(Value::as_number);
    let is_blank = session.filing.typed.get(&fact.id).is_none_or(|text| text.trim().is_empty());
    if now.is_none() && !is_blank { None } else { fact.domain().neighbour(now, way == Direction::Up) }
}

pub fn step(store: Store, fact: &Fact, way: Direction) {
    if let Some(number) = store.session().with_untracked(|session| target(fact, session, way)) {
        store.send(Msg::Answered { fact: fact.id.clone(), value: Value::Number(number) });
    }
}

#[component]
pub fn Stepper(fact: Fact, children: Children) -> impl IntoView {
    let label = StoredValue::new(fact.label.clone());
    let fact = StoredValue::new(fact);
    let store = Store::get();
    let lang = store.lang();
    let button = move |way: Direction, sign: &'static str| {
        let at_end = store.memo(move |session| fact.with_value(|fact| target(fact, session, way)).is_none());
        // Out of the order of tabs, since the arrow keys serve there; and a press leaves the focus where it is.
        view! {
            <button type="button" class="stepper-button" tabindex="-1" disabled=at_end
                aria-label=questions::step(way == Direction::Up, label.with_value(|label| label.get(lang).to_owned()).as_str(), lang)
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| fact.with_value(|fact| step(store, fact, way))>
                {sign}
            </button>
        }
    };
    view! { <span class="stepper">{button(Direction::Down, "−")}{children()}{button(Direction::Up, "＋")}</span> }
}
