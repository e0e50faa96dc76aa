//! 起步: going on from a draft, beginning one for the programmes one chooses, or taking one from a file.

mod bring;
mod card;
mod drafts;
mod many;
mod programmes;

use leptos::prelude::*;

use bring::Bring;
use drafts::Drafts;
use programmes::Programmes;

use crate::ui::store::Store;

#[component]
pub fn Start() -> impl IntoView {
    let w = Store::get().start_words();
    view! {
        <h1>{w.title()}</h1>
        <p class="lead">{w.lead()}</p>
        <Drafts/>
        <Programmes/>
        <Bring/>
    }
}
