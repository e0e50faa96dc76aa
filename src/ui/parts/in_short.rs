//! The result in short: the verdict and the sum, or on a track that knows neither, the counts of its indicators.

use leptos::prelude::*;

use crate::draft::words;
use crate::model::Quantity;
use crate::ui::i18n::phrases;
use crate::ui::store::Store;

#[component]
pub fn InShort() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let verdict = store.outlook(move |outlook| words::eligibility(&outlook.assessment.eligibility, lang));
    let total = store.outlook(|outlook| outlook.assessment.support.as_ref().map(|support| support.total));
    let tally = store.outlook(move |outlook| {
        let assessment = &outlook.assessment;
        let is_all = assessment.eligibility.verdict.is_none() && assessment.support.is_none();
        if is_all { words::tally(&assessment.indicators, lang) } else { Vec::new() }
    });
    let count = |(count, word): (usize, &'static str)| view! { <li><b>{count}</b>" "{word}</li> };
    view! {
        <div class="in-short">
            <p class="in-short-verdict">{verdict}</p>
            <ul class="in-short-tally">{move || tally.get().into_iter().map(count).collect_view()}</ul>
            <p class="in-short-total">{move || total.get().map(|total| {
                let is_ceiling = total.high.is_some_and(Quantity::is_positive);
                let label = is_ceiling.then_some(w.slip_at_most);
                view! { <small>{label}</small>" "<b>{phrases::range_in_short(total, lang)}</b> }
            })}</p>
        </div>
    }
}
