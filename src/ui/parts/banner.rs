//! The standing of the document, above every result of an ended programme.

use leptos::prelude::*;

use crate::ui::store::Store;

#[component]
pub fn Banner() -> impl IntoView {
    let sentence = Store::get().assessed(|entry| entry.head.standing.sentence.clone());
    view! { <p class="banner">{sentence}</p> }
}
