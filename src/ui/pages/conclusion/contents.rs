//! What the page holds, in a line under its first sentence.

use leptos::prelude::*;

use crate::ui::store::Store;

pub const CONDITIONS: &str = "conclusion-conditions";
pub const PRIORITIES: &str = "conclusion-priorities";
pub const INDICATORS: &str = "conclusion-indicators";
pub const SCORE: &str = "conclusion-score";
pub const SUPPORT: &str = "conclusion-support";
pub const FURTHER: &str = "conclusion-further";
pub const PLAN: &str = "conclusion-plan";
pub const READINGS: &str = "conclusion-readings";
pub const NEXT: &str = "conclusion-next";

/// A line for so few sections would be longer than the way to them.
const FEW: usize = 3;

#[component]
pub fn Contents(has_choice: Memo<bool>) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let sections = store.report(move |report| {
        let (is_answered, is_supported) = (!report.is_blank, report.support.is_some());
        let all = [
            (CONDITIONS, w.contents_conditions(), !report.conditions.is_empty()),
            (PRIORITIES, w.contents_priorities(), !report.priorities.is_empty()),
            (INDICATORS, w.self_evaluation(), !report.indicators.is_empty()),
            (SCORE, w.score(), report.score.is_some()),
            (SUPPORT, w.contents_support(), is_supported),
            (FURTHER, w.contents_further(), is_supported && is_answered),
            (PLAN, w.plan(), is_answered && has_choice.get()),
            (READINGS, w.contents_readings(), is_answered && !report.readings.is_empty()),
            (NEXT, w.next(), true),
        ];
        let there: Vec<_> = all.into_iter().filter(|(_, _, is_there)| *is_there).collect();
        if there.len() > FEW { there } else { Vec::new() }
    });
    let entry = move |(id, name, _): (&'static str, &'static str, bool)| {
        view! { <li><button type="button" class="link" on:click=move |_| store.browser().focus_id(id)>{name}</button></li> }
    };
    move || {
        let sections = sections.get();
        (!sections.is_empty()).then(|| {
            view! {
                <nav class="contents" aria-label=w.contents()>
                    <ul>{sections.into_iter().map(entry).collect_view()}</ul>
                </nav>
            }
        })
    }
}
