//! Labelled fields that decide nothing, and what is said under a field.

use leptos::prelude::*;

use crate::model::text::excess;
use crate::ui::i18n::entry;
use crate::ui::store::Store;

/// What is wrong with a field, under it.
#[component]
pub fn ErrorLine(id: String, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    view! { <p class="error" id=id>{error}</p> }
}

/// How much room a text has left, from the last tenth on; beyond its limit, by how much it is too long.
#[component]
pub fn Counter(id: String, #[prop(into)] text: Signal<String>, limit: usize) -> impl IntoView {
    let lang = Store::get().lang();
    let length = Memo::new(move |_| text.with(|text| text.trim().chars().count()));
    view! {
        <p class="help" id=id class:error=move || length.get().gt(&limit)>{move || entry::room(length.get(), limit, lang)}</p>
    }
}

/// Said once, at the field in which it happened.
#[component]
pub fn CleanedNote(control: String) -> impl IntoView {
    let store = Store::get();
    let note = move || store.is_cleaned(&control).then(|| entry::cleaned(store.lang()));
    view! { <p class="help" role="status">{note}</p> }
}

/// A labelled line of text that decides nothing.
#[component]
pub fn LineField(
    id: String,
    label: String,
    /// Tells a browser what to offer, such as `email`.
    autocomplete: &'static str,
    /// How long the text should be at most, in characters.
    limit: usize,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] error: Signal<Option<String>>,
    /// What should be looked at again, though it can stand.
    #[prop(into)]
    note: Signal<Option<&'static str>>,
    #[prop(into)] typed: Callback<String>,
    #[prop(into)] left: Callback<()>,
) -> impl IntoView {
    let (error_id, note_id, room_id) = (format!("{id}-error"), format!("{id}-note"), format!("{id}-room"));
    let described_by = format!("{error_id} {note_id} {room_id}");
    let wrong = move || error.with(Option::is_some) || is_too_long(value, limit);
    view! {
        <div class="line">
            <label for=id.clone()>{label}</label>
            <span class="field" class:field-wrong=wrong>
                <input id=id.clone() type="text" autocomplete=autocomplete prop:value=value
                    aria-invalid=move || wrong().to_string() aria-describedby=described_by
                    on:input=move |event| typed.run(event_target_value(&event)) on:blur=move |_| _ = left.try_run(())/>
            </span>
            <p class="help" id=note_id>{note}</p>
            <Counter id=room_id text=value limit/>
            <CleanedNote control=id/>
            <ErrorLine id=error_id error=error/>
        </div>
    }
}

/// A labelled paragraph that decides nothing.
#[component]
pub fn ParagraphField(
    id: String,
    label: String,
    help: String,
    /// How long the text should be at most, in characters.
    limit: usize,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] typed: Callback<String>,
) -> impl IntoView {
    let (help_id, room_id) = (format!("{id}-help"), format!("{id}-room"));
    let wrong = move || is_too_long(value, limit);
    view! {
        <div class="line">
            <label for=id.clone()>{label}</label>
            <p class="help" id=help_id.clone()>{help}</p>
            <span class="field" class:field-wrong=wrong>
                <textarea id=id.clone() rows="5" prop:value=value aria-invalid=move || wrong().to_string()
                    aria-describedby=format!("{help_id} {room_id}")
                    on:input=move |event| typed.run(event_target_value(&event))></textarea>
            </span>
            <Counter id=room_id text=value limit/>
            <CleanedNote control=id/>
        </div>
    }
}

fn is_too_long(text: Signal<String>, limit: usize) -> bool {
    text.with(|text| excess(text, limit).is_some())
}
