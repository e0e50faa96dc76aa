//! The field of a fact that is typed: a number, a text or a day. What is typed stays, also while it is not yet right.

use leptos::prelude::*;

use super::control::control_id;
use super::day::Calendar;
use super::stepper::{Direction, Stepper, step};
use super::text::{CleanedNote, Counter, ErrorLine};
use crate::model::kind::TEXT_LIMIT;
use crate::model::text::excess;
use crate::model::typed::TypedError;
use crate::model::{Date, Kind, Lang, Quantity, Value};
use crate::pack::Fact;
use crate::ui::filing::editable;
use crate::ui::i18n::{entry, questions, words};
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// The field with what stands around it: the unit, 暂不清楚, how the entry reads, what is wrong with it.
#[component]
pub fn FactField(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let fact = StoredValue::new(fact);
    let (kind, name) = fact.with_value(|fact| (fact.kind, control_id(&fact.id)));
    let error = store.track_memo(move |session, track| {
        fact.with_value(|fact| {
            let error = session.filing.error(track.pack, &fact.id).filter(|_| session.filing.left.contains(&fact.id));
            // The counter says it of a text that is too long, while it is typed.
            let error = error.filter(|error| !matches!(error, TypedError::TooLong { .. }));
            error.map(|error| entry::typed_error(&error, fact, lang))
        })
    });
    // Long rows of noughts are hard to read in one unit or the other: the sum stands below in yuan.
    let sum = store.memo(move |session| match session.filing.answers.get(&fact.with_value(|fact| fact.id.clone())) {
        Some(Value::Number(yuan)) if kind == Kind::Money => Some(questions::in_yuan(*yuan, lang)),
        _ => None,
    });
    let range = fact.with_value(|fact| questions::range(fact, lang));
    let (error_id, note_id, room_id) = (format!("{name}-error"), format!("{name}-note"), format!("{name}-room"));
    let has_note = kind == Kind::Money || range.is_some();
    let notes = [has_note.then_some(&note_id), (kind == Kind::Text).then_some(&room_id), Some(&error_id)];
    let described_by = notes.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    let is_text = kind == Kind::Text;
    let text = store.memo(move |session| {
        session.filing.text(&fact.with_value(|fact| fact.id.clone())).unwrap_or_default().to_owned()
    });
    let is_long = move || is_text && text.with(|text| excess(text, TEXT_LIMIT).is_some());
    let wrong = Signal::derive(move || error.with(Option::is_some) || is_long());
    let field = view! { <Control fact=fact.get_value() described_by wrong/> };
    let field = match kind {
        Kind::Count => view! { <Stepper fact=fact.get_value()>{field}</Stepper> }.into_any(),
        Kind::Date => view! { {field}<DayOf fact=fact.get_value()/> }.into_any(),
        _ => field.into_any(),
    };
    view! {
        <div class="field-row">{field}<Unsure fact=fact.with_value(|fact| fact.id.clone())/></div>
        {has_note.then(|| view! { <p class="help" id=note_id>{move || sum.get().or_else(|| range.clone())}</p> })}
        {is_text.then(|| view! { <Counter id=room_id text limit=TEXT_LIMIT/> })}
        <CleanedNote control=name/>
        <ErrorLine id=error_id error=error/>
    }
}

/// The box with the unit in it.
#[component]
fn Control(fact: Fact, described_by: String, wrong: Signal<bool>) -> impl IntoView {
    let store = Store::get();
    let unit = unit(&fact, store.lang()).map(|unit| view! { <span class="unit">{unit}</span> });
    let (keys, name, is_money) = (Keys::of(&fact), control_id(&fact.id), fact.kind == Kind::Money);
    let id = StoredValue::new(fact.id.clone());
    let (of_number, fact) = (fact.kind.is_numeric(), StoredValue::new(fact));
    let shown = store.memo(move |session| {
        let typed = session.filing.typed.get(&id.get_value()).cloned();
        let answer = || session.filing.answers.get(&id.get_value());
        typed.or_else(|| answer().map(|value| fact.with_value(|fact| editable(fact, value)))).unwrap_or_default()
    });
    let typed = move |event| store.send(Msg::Typed { fact: id.get_value(), text: event_target_value(&event) });
    // A field that is removed while it has the focus loses it once more, when there is no one left to tell.
    let left = move |_| {
        if let Some(name) = id.try_get_value() {
            store.send(Msg::FieldLeft { name });
        }
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            _ => return,
        };
        if keys == Keys::Digits {
            event.prevent_default();
            fact.with_value(|fact| step(store, fact, way));
        }
    };
    let invalid = move || wrong.get().to_string();
    let control = match keys.mode() {
        None => view! {
            <textarea id=name name=id.get_value() rows="2" prop:value=shown aria-invalid=invalid aria-describedby=described_by
                on:input=typed on:blur=left></textarea>
        }
        .into_any(),
        Some(mode) => view! {
            <input id=name name=id.get_value() type="text" inputmode=mode autocomplete="off" prop:value=shown aria-invalid=invalid
                aria-describedby=described_by on:input=typed on:blur=left on:keydown=pressed/>
        }
        .into_any(),
    };
    view! {
        <span class="field" class:field-number=of_number class:field-money=is_money class:field-date=keys == Keys::Day class:field-wrong=wrong>
            {control}{unit}
        </span>
    }
}

/// A day may be picked as well as typed.
#[component]
fn DayOf(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let (id, label) = (control_id(&fact.id), fact.label.get(store.lang()).to_owned());
    let fact = StoredValue::new(fact.id);
    let day = store.memo(move |session| match session.filing.answers.get(&fact.get_value()) {
        Some(Value::Date(day)) => Some(*day),
        _ => None,
    });
    let chosen = move |day: Date| {
        store.send(Msg::Typed { fact: fact.get_value(), text: day.to_string() });
        store.send(Msg::FieldLeft { name: fact.get_value() });
    };
    view! { <Calendar id label day chosen/> }
}

/// 暂不清楚 beside a field: pressed once it is said, pressed again it is taken back.
#[component]
fn Unsure(fact: String) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let fact = StoredValue::new(fact);
    let unsure = store.memo(move |session| session.filing.unsure.contains(&fact.get_value()));
    let press = move |_| {
        let fact = fact.get_value();
        store.send(if unsure.get_untracked() { Msg::TookBack { fact } } else { Msg::SaidUnsure { fact } });
    };
    view! {
        <button type="button" class="link" aria-pressed=move || unsure.get().to_string() on:click=press>{w.unsure()}</button>
        <Show when=move || unsure.get()><p class="help field-state">{w.unsure_state()}</p></Show>
    }
}

/// What stands behind the number: the unit of the fact, or that of its kind.
fn unit(fact: &Fact, lang: Lang) -> Option<String> {
    match fact.kind {
        Kind::Money => Some(words(lang).sum_unit().to_owned()),
        Kind::Percent => Some("%".to_owned()),
        _ => fact.unit.as_ref().map(|unit| unit.many(lang).to_owned()),
    }
}

/// The keys a phone offers for a kind of answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Lines,
    Day,
    Digits,
    Decimal,
    /// Digit pads have no minus.
    Signed,
}

impl Keys {
    fn of(fact: &Fact) -> Self {
        let not_negative = fact.domain().floor().is_some_and(|floor| floor >= Quantity::ZERO);
        match fact.kind {
            Kind::Text => Self::Lines,
            Kind::Date => Self::Day,
            Kind::Count => Self::Digits,
            _ if not_negative => Self::Decimal,
            _ => Self::Signed,
        }
    }

    /// As HTML names them; a text of several lines has the usual ones.
    const fn mode(self) -> Option<&'static str> {
        match self {
            Self::Lines => None,
            Self::Digits => Some("numeric"),
            Self::Decimal => Some("decimal"),
            Self::Signed | Self::Day => Some("text"),
        }
    }
}
