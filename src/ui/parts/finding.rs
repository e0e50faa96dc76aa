//! A condition with its truth, its reasons and its clause.

use leptos::prelude::*;

use super::Clause;
use crate::draft::words;
use crate::engine::Verdict;
use crate::engine::assess::Finding;
use crate::engine::say::say;
use crate::model::Truth;
use crate::ui::store::Store;

/// The mark and the class of a truth: a shape and a word, never colour alone.
pub const fn mark(truth: Truth) -> (&'static str, &'static str) {
    match truth {
        Truth::Met => ("✓", "met"),
        Truth::NotMet => ("✕", "not"),
        Truth::Unknown => ("?", "unknown"),
        Truth::NotApplicable => ("–", "idle"),
    }
}

/// The class of a verdict, among those of the truths; `plain` where there is nothing to judge.
pub const fn verdict_class(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Eligible) => mark(Truth::Met).1,
        Some(Verdict::Ineligible) => mark(Truth::NotMet).1,
        Some(Verdict::Undetermined) => mark(Truth::Unknown).1,
        None => "plain",
    }
}

#[component]
pub fn FindingRow(title: String, cite: String, #[prop(into)] finding: Signal<Option<Finding>>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let truth =
        Signal::derive(move || finding.with(|finding| finding.as_ref().map_or(Truth::Unknown, |one| one.truth)));
    let word = move || finding.with(|finding| finding.as_ref().map(|one| words::finding(one, lang)));
    let reasons = move || {
        let steps = finding.get().map(|finding| finding.reasons).unwrap_or_default();
        store.look(|_, track| {
            let said = steps.iter().map(|step| say(step, track.pack, lang));
            said.map(|sentence| view! { <li>{sentence}</li> }).collect_view()
        })
    };
    view! {
        <li class="row">
            <span class="mark" data-truth=move || mark(truth.get()).1 aria-hidden="true">{move || mark(truth.get()).0}</span>
            <div>
                <p class="row-title"><b>{title}</b></p>
                <ul class="reasons">{reasons}</ul>
                <Clause cite/>
            </div>
            <p class="row-end" data-truth=move || mark(truth.get()).1>{word}</p>
        </li>
    }
}
