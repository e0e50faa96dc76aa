//! The standing of the document, above every result of an ended programme.

use leptos::prelude::*;

use crate::draft::words;
use crate::ui::store::Store;

#[component]
pub fn Banner() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let dates = store.look(|_, track| track.pack.file.standing.clone());
    let sentence = store.outlook(move |outlook| {
        dates.as_ref().map(|dates| words::standing(&outlook.assessment, dates, lang)).unwrap_or_default()
    });
    view! { <p class="banner">{sentence}</p> }
}
