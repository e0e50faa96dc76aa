//! Labelled fields that decide nothing, and what is said under a field.

use leptos::prelude::*;

/// What is wrong with a field, under it.
#[component]
pub fn ErrorLine(id: String, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
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
