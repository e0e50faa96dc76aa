//! A citation that opens the clause in plain words.

use leptos::prelude::*;

use crate::ui::store::Store;

#[component]
pub fn Clause(cite: String) -> impl IntoView {
    let store = Store::get();
    let clause = store.look(|session, track| {
        let clause = track.pack.clause(&cite)?;
        Some((clause.label(session.lang).to_owned(), clause.says.get(session.lang).to_owned()))
    });
    let (label, says) = clause.flatten().unwrap_or((cite, String::new()));
    view! {
        <details class="clause">
            <summary>{label}</summary>
            <p>{says}</p>
        </details>
    }
}
