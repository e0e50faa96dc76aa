//! Questions about figures that do not go together. They are a note, not an error: nothing is refused for them.

use leptos::prelude::*;

use crate::report::DoubtRow;
use crate::ui::store::Store;

/// Beside a field: what its figure does not go together with.
#[component]
pub fn Doubts(fact: String) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let doubts = store.assessed_all(move |all| {
        let about = |doubt: &&DoubtRow| doubt.facts.contains(&fact);
        let said = all.iter().flat_map(|entry| &entry.doubts).filter(about).map(|doubt| doubt.sentence(lang));
        said.fold(Vec::new(), |mut all, one| {
            if !all.contains(&one) {
                all.push(one);
            }
            all
        })
    });
    // A live region: it is there before it is filled, so that a note is read out when it comes.
    view! {
        <div class="doubts" role="status">
            {move || doubts.get().into_iter().map(|said| view! { <p class="help doubt">{said}</p> }).collect_view()}
        </div>
    }
}

/// All of them, on the last page.
#[component]
pub fn AllDoubts() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let doubts = store.assessed(|entry| entry.doubts.clone());
    move || {
        let doubts = doubts.get();
        (!doubts.is_empty()).then(|| {
            let row =
                |doubt: DoubtRow| view! { <li class="row row-one"><p class="doubt">{doubt.sentence(lang)}</p></li> };
            view! {
                <section class="section">
                    <h2>{w.doubts()}</h2>
                    <p class="help">{w.doubts_lead()}</p>
                    <ul class="rows">{doubts.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    }
}
