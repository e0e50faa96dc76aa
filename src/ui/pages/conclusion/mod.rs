//! 结论: the result in a sentence, then why, what would change it, how much, and what to do next.

mod contents;
mod dates;
mod further;
mod head;
mod next;
mod plan;
mod readings;
mod requirements;
mod support;

use leptos::prelude::*;

use super::indicators::Indicators;
use crate::pack::rules::facts_of;
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
use support::SupportSection;

#[component]
pub fn Conclusion() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let track = store.look(|_, track| track.track.clone())?;
    let blank = is_blank(store);
    let conditions = (!track.conditions.is_empty())
        .then(|| view! { <Requirements title=w.conditions of=track.conditions.clone() preferred=false/> });
    let priorities = (!track.priorities.is_empty())
        .then(|| view! { <Requirements title=w.priorities of=track.priorities.clone() preferred=true/> });
    let evaluation = (!track.indicators.is_empty()).then(|| view! { <Indicators/> });
    let is_supported = track.support.is_some();
    let support = track.support.clone().map(|support| view! { <SupportSection support/> });
    // While nothing is answered there is nothing to choose between and nothing to build on.
    let beyond = move || (is_supported && !blank.get()).then(|| view! { <Further/><PlanSection/> });
    let readings = move || (!blank.get()).then(|| view! { <Readings/> });
    Some(view! {
        <Head blank/>
        {move || (!blank.get()).then(|| view! { <ConditionPath/> })}
        <Contents blank/>
        {conditions}
        {priorities}
        {evaluation}
        {support}
        {beyond}
        {readings}
        <Next/>
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::Continued)>{w.to_dossier}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back}</button>
        </p>
    })
}

/// Whether none of what the track asks for has been answered.
fn is_blank(store: Store) -> Memo<bool> {
    store.track_memo(|session, track| {
        facts_of(track.track).iter().all(|fact| session.filing.answers.get(fact).is_none())
    })
}

/// A section of the page, which the line of contents leads to.
#[component]
fn Section(id: &'static str, title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="section">
            <h2 id=id>{title}</h2>
            {children()}
        </section>
    }
}
