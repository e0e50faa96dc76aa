//! 接下来做什么: what is still open, what to bring, the procedure with its dates, and what follows.

use leptos::prelude::*;

use super::Section;
use super::contents::NEXT;
use super::dates::Dates;
use crate::draft::words;
use crate::pack::track::{Consequence, Material, Step, Topic};
use crate::ui::i18n::conclusion as phrases;
use crate::ui::parts::{Clause, ask};
use crate::ui::store::Store;

#[component]
pub fn Next() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let track = store.look(|_, track| track.track.clone())?;
    let is_silent = track.materials.is_empty() && track.procedure.is_empty();
    let materials = (!track.materials.is_empty()).then(|| view! { <Materials list=track.materials/> });
    let procedure = (!track.procedure.is_empty()).then(|| view! { <Procedure steps=track.procedure/> });
    let after = (!track.consequences.is_empty()).then(|| view! { <Consequences list=track.consequences/> });
    Some(view! {
        <Section id=NEXT title=w.next>
            <MissingFacts/>
            {materials}
            {procedure}
            {is_silent.then(|| view! { <p>{w.no_procedure}</p> })}
            <Dates/>
            {after}
        </Section>
    })
}

/// What is still open, the question that narrows the result most first, then topic by topic.
#[component]
fn MissingFacts() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let missing = store.outlook(|outlook| outlook.assessment.missing.clone());
    let next = store.outlook(|outlook| outlook.assessment.next.clone());
    let topics = store.track_memo(move |session, track| {
        let open = |id: &&String| missing.with(|missing| missing.contains(*id));
        let topic = |topic: &Topic| {
            let facts = topic.facts.iter().filter(open).filter_map(|id| track.pack.fact(id));
            let facts: Vec<_> = facts.collect();
            let labels: Vec<&str> = facts.iter().map(|fact| fact.label.get(session.lang)).collect();
            let first = facts.first()?.id.clone();
            Some((first, topic.title.get(session.lang).to_owned(), session.lang.list(&labels)))
        };
        track.track.topics.iter().filter_map(topic).collect::<Vec<_>>()
    });
    let row = move |(first, title, labels): (String, String, String)| {
        let name = phrases::named(w.answer_this, &title, lang);
        view! {
            <li class="row row-plain">
                <div><p class="row-title"><b>{title}</b></p><p class="help">{labels}</p></div>
                <button type="button" class="link" aria-label=name on:click=move |_| ask(store, &first)>{w.answer_this}</button>
            </li>
        }
    };
    let best = move || {
        let fact = next.get()?;
        let question = store.look(|_, track| track.pack.fact(&fact).map(|fact| fact.question.get(lang).to_owned()));
        let question = question.flatten()?;
        Some(view! {
            <div class="best">
                <p class="how-lead">{w.narrows_most}</p>
                <p>{question}</p>
                <button type="button" on:click=move |_| ask(store, &fact)>{w.answer_it}</button>
            </div>
        })
    };
    view! {
        <Show when=move || topics.with(|topics| !topics.is_empty())>
            <h3>{w.missing}</h3>
            <p class="help">{w.missing_lead}</p>
            {best}
            <ul class="rows">{move || topics.get().into_iter().map(row).collect_view()}</ul>
        </Show>
    }
}

/// What to bring, each with where it stands.
#[component]
fn Materials(list: Vec<Material>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let row = |material: Material| {
        let state = store.look(|session, _| {
            let state = session.filing.entry()?.materials.get(&material.id)?;
            Some(words::material_state(*state, lang))
        });
        view! {
            <li class="row row-plain">
                <div><p class="row-title">{material.title.get(lang).to_owned()}</p><Clause cite=material.cite/></div>
                <p class="row-end">{state.flatten()}</p>
            </li>
        }
    };
    view! {
        <h3>{w.materials}</h3>
        <p class="help">{w.materials_lead}</p>
        <ul class="rows">{list.into_iter().map(row).collect_view()}</ul>
    }
}

#[component]
fn Procedure(steps: Vec<Step>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let as_of = store.memo(|session| session.filing.as_of);
    let row = |step: Step| {
        let day = move || step.due.map(|day| view! { <b>{phrases::due(day, as_of.get(), lang)}</b> });
        let when = step.when.map(|when| format!(" · {}", when.get(lang)));
        view! {
            <li><p class="row-title"><b>{step.title.get(lang).to_owned()}</b></p>
                <p class="help">{step.actor.get(lang).to_owned()}{when}{step.due.map(|_| " · ")}{day}</p>
                <Clause cite=step.cite/></li>
        }
    };
    view! {
        <h3>{w.procedure}</h3>
        <ol class="procedure">{steps.into_iter().map(row).collect_view()}</ol>
    }
}

#[component]
fn Consequences(list: Vec<Consequence>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let row = |one: Consequence| {
        view! {
            <li class="row row-one"><p class="row-title"><b>{one.title.get(lang).to_owned()}</b></p>
                <p>{one.brings.get(lang).to_owned()}</p>
                <Clause cite=one.cite/></li>
        }
    };
    view! {
        <h3>{w.consequences}</h3>
        <ul class="rows">{list.into_iter().map(row).collect_view()}</ul>
    }
}
