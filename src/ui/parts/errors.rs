//! What has to be mended on a page, listed at its top, each line leading to its field.

use leptos::prelude::*;

use crate::ui::i18n::entry;
use crate::ui::store::Store;

/// `errors` pairs the id of a control with what is wrong with it.
#[component]
pub fn ErrorSummary(#[prop(into)] errors: Signal<Vec<(String, String)>>) -> impl IntoView {
    let store = Store::get();
    let title = store.words().error_summary();
    // Once everything is mended the list is done: what is typed wrong later waits until it is left or continued from.
    Effect::new(move |_| {
        if errors.with(Vec::is_empty) {
            store.errors_listed().set(false);
        }
    });
    let line = move |(id, message): (String, String)| {
        view! {
            <li><button type="button" class="link" on:click=move |_| store.browser().focus_id(&id)>{message}</button></li>
        }
    };
    view! {
        <Show when=move || store.errors_listed().get() && errors.with(|errors| !errors.is_empty())>
            <div id="error-summary" class="error-summary" role="alert" tabindex="-1">
                <h2>{title}</h2>
                <p>{entry::may_go_on(store.lang())}</p>
                <ul>{move || errors.get().into_iter().map(line).collect_view()}</ul>
            </div>
        </Show>
    }
}
