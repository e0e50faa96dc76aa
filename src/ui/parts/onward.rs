//! The foot of a form: on to the next page, or back.

use leptos::prelude::*;

use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Onward() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    view! {
        <p class="actions">
            // The field keeps the focus until the click counts: an error appearing under it would move the button away.
            <button type="submit" class="primary" on:mousedown=|event| event.prevent_default()>{w.continue_()}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back()}</button>
        </p>
    }
}
