//! Said under an answer that the document neither takes nor refuses.

use leptos::prelude::*;

use crate::engine::explain::{self, Step};
use crate::model::Truth;
use crate::ui::store::Store;

#[component]
pub fn Judged(fact: String) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let judged = store.case_memo(move |case, _| {
        let open = |step: &Step| matches!(step, Step::Fact { fact: of, value: Some(_), truth: Truth::Judged, .. } if *of == fact);
        let mut conditions = case.track.rules.conditions.iter();
        // Most questions are open, or decide nothing.
        case.answers.get(&fact).is_some() && conditions.any(|root| explain::deciding(case, *root).iter().any(open))
    });
    move || judged.get().then_some(w.judged())
}
