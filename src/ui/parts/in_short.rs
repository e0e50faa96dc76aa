//! The result in short: the verdict and the sum, or on a track that knows neither, the counts of its indicators.

use leptos::prelude::*;

use crate::report::{Tally, Total};
use crate::ui::store::Store;
use crate::ui::view_model::slip;

#[component]
pub fn InShort() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let verdict = store.assessed(|entry| entry.head.verdict.map(|verdict| verdict.word));
    let total = store.assessed(|entry| entry.head.total.clone());
    let tally = store.assessed(|entry| slip::tally(&entry.head));
    let count = |Tally { count, word, .. }: Tally| view! { <li><b>{count}</b>" "{word}</li> };
    // A list without items would be announced as such.
    let tally_list = move || {
        let all = tally.get();
        (!all.is_empty()).then(|| view! { <ul class="in-short-tally">{all.into_iter().map(count).collect_view()}</ul> })
    };
    view! {
        <div class="in-short">
            <p class="in-short-verdict">{verdict}</p>
            {tally_list}
            <p class="in-short-total">{move || total.get().map(|Total { amount, in_short, .. }| {
                view! { <small>{slip::at_most(amount, lang)}</small>" "<b>{in_short}</b> }
            })}</p>
        </div>
    }
}
