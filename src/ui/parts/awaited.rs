//! What comes after the first page, in its place; until it is there, a line that says so.

use leptos::prelude::*;

use crate::ui::late::{Arrival, Late};
use crate::ui::store::Store;

pub fn awaited(part: impl Fn(Late) -> AnyView + Send + 'static) -> AnyView {
    let store = Store::get();
    let w = store.words();
    let shown = move || match store.late().get() {
        Arrival::Here(late) => part(late),
        Arrival::UnderWay | Arrival::Awaited => {
            view! { <p class="help" role="status">{w.late_loading()}</p> }.into_any()
        }
        // Said above the page, beside the button that mends it.
        Arrival::Failed => ().into_any(),
    };
    shown.into_any()
}
