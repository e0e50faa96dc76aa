//! The result in short: the verdict and the sum, or on a track that knows neither, the counts of its indicators.

use leptos::prelude::*;

use crate::model::Quantity;
use crate::report::{Head, Tally, Total};
use crate::ui::store::Store;

#[component]
pub fn InShort() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let verdict = store.assessed(|entry| entry.head.verdict.map(|verdict| verdict.word));
    let total = store.assessed(|entry| entry.head.total.clone());
    let of = |head: &Head| if head.is_self_evaluation() { head.tally.clone() } else { Vec::new() };
    let tally = store.assessed(move |entry| of(&entry.head));
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
                let is_ceiling = amount.high.is_some_and(Quantity::is_positive);
                let label = is_ceiling.then_some(w.slip_at_most());
                view! { <small>{label}</small>" "<b>{in_short}</b> }
            })}</p>
        </div>
    }
}
