//! Something the widget needs did not come: said once, and mended by a press.

use leptos::prelude::*;

use crate::ui::store::Store;

#[component]
pub fn TryAgain(what: &'static str, #[prop(into)] again: Callback<()>) -> impl IntoView {
    let w = Store::get().words();
    view! {
        <div class="message" role="alert">
            <p>{what}</p>
            <p class="actions"><button type="button" on:click=move |_| again.run(())>{w.try_again()}</button></p>
        </div>
    }
}
