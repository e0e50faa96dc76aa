//! What the page holds, in a line under its first sentence.

use leptos::prelude::*;

use crate::ui::store::Store;

pub const CONDITIONS: &str = "conclusion-conditions";
pub const PRIORITIES: &str = "conclusion-priorities";
pub const INDICATORS: &str = "conclusion-indicators";
pub const SUPPORT: &str = "conclusion-support";
pub const FURTHER: &str = "conclusion-further";
pub const PLAN: &str = "conclusion-plan";
pub const READINGS: &str = "conclusion-readings";
pub const NEXT: &str = "conclusion-next";

/// A line for so few sections would be longer than the way to them.
const FEW: usize = 3;

#[component]
pub fn Contents(blank: Memo<bool>) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let has_readings = store.outlook(|outlook| !outlook.assessment.readings.is_empty());
    let sections = store.track_memo(move |_, track| {
        let (track, beyond) = (track.track, track.track.support.is_some() && !blank.get());
        let all = [
            (CONDITIONS, w.contents_conditions, !track.conditions.is_empty()),
            (PRIORITIES, w.contents_priorities, !track.priorities.is_empty()),
            (INDICATORS, w.self_evaluation, !track.indicators.is_empty()),
            (SUPPORT, w.contents_support, track.support.is_some()),
            (FURTHER, w.contents_further, beyond),
            (PLAN, w.plan, beyond),
            (READINGS, w.contents_readings, has_readings.get() && !blank.get()),
            (NEXT, w.next, true),
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
                <nav class="contents" aria-label=w.contents>
                    <ul>{sections.into_iter().map(entry).collect_view()}</ul>
                </nav>
            }
        })
    }
}
