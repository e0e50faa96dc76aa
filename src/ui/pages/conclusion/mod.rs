//! 结论: the result in a sentence, then why, what would change it, how much, and what to do next.

mod contents;
mod dates;
mod further;
mod head;
mod leads;
mod next;
mod plan;
mod readings;
mod requirements;
mod score;
mod section;
mod support;

use leptos::prelude::*;

use super::indicators::Indicators;
use crate::report::PlanReport;
use crate::ui::charts::ConditionPath;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use contents::Contents;
use further::Further;
use head::Head;
use next::Next;
use plan::PlanSection;
use readings::Readings;
use requirements::Requirements;
use score::ScoreSection;
use support::SupportSection;

#[component]
pub fn Conclusion() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    // What the track has, whatever is answered.
    let has = store.report(|report| {
        let lists = [report.conditions.is_empty(), report.priorities.is_empty(), report.indicators.is_empty()];
        Some((lists, report.support.is_some(), report.score.is_some()))
    });
    let ([no_conditions, no_priorities, no_indicators], is_supported, is_scored) = has.get_untracked()?;
    store.browser().open_on_paper();
    let blank = store.report(|report| report.is_blank);
    let plan = store.case_memo(move |case, _| PlanReport::best(case, lang));
    let has_choice = Memo::new(move |_| plan.with(|plan| plan.as_ref().is_some_and(PlanReport::is_a_choice)));
    let conditions = (!no_conditions).then(|| view! { <Requirements title=w.conditions() preferred=false/> });
    let priorities = (!no_priorities).then(|| view! { <Requirements title=w.priorities() preferred=true/> });
    let evaluation = (!no_indicators).then(|| view! { <Indicators/> });
    let scores = is_scored.then(|| view! { <ScoreSection/> });
    let support = is_supported.then(|| view! { <SupportSection plan blank/> });
    // While nothing is answered there is nothing to choose between and nothing to build on.
    let beyond = move || (is_supported && !blank.get()).then(|| view! { <Further/> });
    let choice = move || (!blank.get() && has_choice.get()).then(|| view! { <PlanSection plan/> });
    let readings = move || (!blank.get()).then(|| view! { <Readings/> });
    Some(view! {
        <Head blank/>
        {move || (!blank.get()).then(|| view! { <ConditionPath/> })}
        <Contents has_choice/>
        {conditions}
        {priorities}
        {evaluation}
        {scores}
        {support}
        {beyond}
        {choice}
        {readings}
        <Next/>
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::Continued)>{w.to_dossier()}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back()}</button>
        </p>
    })
}
