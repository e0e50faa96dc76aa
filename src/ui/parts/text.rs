//! Fields a person types in. What is typed stays, also while it is not yet right.

use leptos::prelude::*;

use super::question::control_id;
use crate::model::{Kind, Lang, Quantity, Value};
use crate::pack::Fact;
use crate::ui::i18n::phrases;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// The field of a fact that is a number, a text or a date, with 暂不清楚 beside it.
#[component]
pub fn FactField(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let id = StoredValue::new(fact.id.clone());
    let shown = store.memo(move |session| {
        let id = id.get_value();
        session.typed.get(&id).cloned().or_else(|| session.answers.get(&id).map(editable)).unwrap_or_default()
    });
    let unsure = store.memo(move |session| session.unsure.contains(&id.get_value()));
    let described = StoredValue::new(fact.clone());
    let error = store.track_memo(move |session, track| {
        let fact = described.get_value();
        let error = session.error(track.pack, &fact.id).filter(|_| session.left.contains(&fact.id));
        error.map(|error| phrases::value_error(&error, &fact, lang))
    });
    let unit = unit(&fact, lang);
    let is_money = fact.kind == Kind::Money;
    // Long rows of noughts are hard to read: the sum stands below once more, the way it is written elsewhere.
    let read_as = store.memo(move |session| match session.answers.get(&id.get_value()) {
        Some(Value::Number(yuan)) if is_money => Some(lang.money(*yuan)),
        _ => None,
    });
    let typed = move |text: String| store.send(Msg::Typed { fact: id.get_value(), text });
    // A field that is removed while it has the focus loses it once more, when there is no one left to tell.
    let left = move || {
        if let Some(name) = id.try_get_value() {
            store.send(Msg::FieldLeft { name });
        }
    };
    let name = control_id(&fact.id);
    let (error_id, reading_id) = (format!("{name}-error"), format!("{name}-reading"));
    let keys = Keys::of(&fact);
    let described_by = if is_money { format!("{reading_id} {error_id}") } else { error_id.clone() };
    let field = field(keys, name, described_by, shown, error, typed, left);
    view! {
        <div class="field-row">
            <span class="field" class:field-number=fact.kind.is_numeric() class:field-money=is_money class:field-wrong=move || error.with(Option::is_some)>
                {field}
                {unit.map(|unit| view! { <span class="unit">{unit}</span> })}
            </span>
            <button type="button" class="link" aria-pressed=move || unsure.get().to_string()
                on:click=move |_| store.send(if unsure.get_untracked() {
                    Msg::TookBack { fact: id.get_value() }
                } else {
                    Msg::SaidUnsure { fact: id.get_value() }
                })>
                {w.unsure}
            </button>
        </div>
        {is_money.then(|| view! { <p class="help" id=reading_id>{move || read_as.get().map(|sum| format!("{}{sum}", w.reads_as))}</p> })}
        <Show when=move || unsure.get()><p class="help">{w.unsure_state}</p></Show>
        <ErrorLine id=error_id error=error/>
    }
}

/// What stands behind the number: the unit of the fact, or that of its kind.
fn unit(fact: &Fact, lang: Lang) -> Option<String> {
    let of_kind = match fact.kind {
        Kind::Money => Some(lang.pick("元", "yuan")),
        Kind::Percent => Some("%"),
        _ => None,
    };
    fact.unit.as_ref().map(|unit| unit.many(lang)).or(of_kind).map(ToOwned::to_owned)
}

/// The control a kind of answer is typed into, and the keys a phone offers for it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Lines,
    Calendar,
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
            Kind::Date => Self::Calendar,
            Kind::Count => Self::Digits,
            _ if not_negative => Self::Decimal,
            _ => Self::Signed,
        }
    }
}

fn field(
    keys: Keys,
    id: String,
    described_by: String,
    shown: Memo<String>,
    error: Memo<Option<String>>,
    typed: impl Fn(String) + Copy + 'static,
    left: impl Fn() + Copy + 'static,
) -> AnyView {
    let wrong = move || error.with(Option::is_some).to_string();
    if keys == Keys::Lines {
        return view! {
            <textarea id=id rows="2" maxlength="2000" prop:value=shown aria-invalid=wrong aria-describedby=described_by
                on:input=move |event| typed(event_target_value(&event)) on:blur=move |_| left()></textarea>
        }
        .into_any();
    }
    let (control, mode) = match keys {
        Keys::Calendar => ("date", "none"),
        Keys::Digits => ("text", "numeric"),
        Keys::Decimal => ("text", "decimal"),
        Keys::Signed | Keys::Lines => ("text", "text"),
    };
    view! {
        <input id=id type=control inputmode=mode autocomplete="off" maxlength="40" prop:value=shown aria-invalid=wrong
            aria-describedby=described_by on:input=move |event| typed(event_target_value(&event)) on:blur=move |_| left()/>
    }
    .into_any()
}

/// An answer the way it is typed: no separators, no unit.
fn editable(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::Bool(_) | Value::Choice(_) | Value::Set(_) => String::new(),
    }
}

/// What is wrong with a field, under it.
#[component]
fn ErrorLine(id: String, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    view! { <p class="error" id=id>{error}</p> }
}

/// A labelled line of text that decides nothing.
#[component]
pub fn LineField(
    id: String,
    label: String,
    /// Tells a browser what to offer, such as `email`.
    autocomplete: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] error: Signal<Option<String>>,
    #[prop(into)] typed: Callback<String>,
    #[prop(into)] left: Callback<()>,
) -> impl IntoView {
    let error_id = format!("{id}-error");
    view! {
        <div class="line">
            <label for=id.clone()>{label}</label>
            <span class="field" class:field-wrong=move || error.with(Option::is_some)>
                <input id=id type="text" maxlength="200" autocomplete=autocomplete prop:value=value
                    aria-invalid=move || error.with(Option::is_some).to_string() aria-describedby=error_id.clone()
                    on:input=move |event| typed.run(event_target_value(&event)) on:blur=move |_| _ = left.try_run(())/>
            </span>
            <ErrorLine id=error_id.clone() error=error/>
        </div>
    }
}

/// A labelled paragraph that decides nothing.
#[component]
pub fn ParagraphField(
    id: String,
    label: String,
    help: String,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] typed: Callback<String>,
) -> impl IntoView {
    let help_id = format!("{id}-help");
    view! {
        <div class="line">
            <label for=id.clone()>{label}</label>
            <p class="help" id=help_id.clone()>{help}</p>
            <span class="field">
                <textarea id=id rows="5" maxlength="2000" prop:value=value aria-describedby=help_id
                    on:input=move |event| typed.run(event_target_value(&event))></textarea>
            </span>
        </div>
    }
}
