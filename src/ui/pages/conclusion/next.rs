//! 接下来做什么: what is still open, what to bring, the procedure with its dates, and what follows.

use leptos::prelude::*;

use super::contents::NEXT;
use super::dates::Dates;
use super::leads::Leads;
use super::section::{Listed, Section};
use crate::draft::words;
use crate::report::{ConsequenceRow, MaterialRow, MissingFact, MissingTopic, NextSteps, StepRow};
use crate::ui::i18n::{conclusion, phrases};
use crate::ui::parts::{Clause, ask};
use crate::ui::store::Store;

#[component]
pub fn Next() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let NextSteps { materials, procedure, consequences, .. } =
        store.report(|report| report.next_steps.clone()).get_untracked();
    let is_silent = materials.is_empty() && procedure.is_empty();
    let materials = (!materials.is_empty()).then(|| view! { <Materials list=materials/> });
    let procedure = (!procedure.is_empty()).then(|| view! { <Procedure/> });
    let after = (!consequences.is_empty()).then(|| view! { <Consequences list=consequences/> });
    view! {
        <Section id=NEXT title=w.next()>
            <MissingFacts/>
            {materials}
            {procedure}
            {is_silent.then(|| view! { <p>{w.no_procedure()}</p> })}
            <Dates/>
            {after}
            <Leads/>
        </Section>
    }
}

/// What is still open, the question that narrows the result most first, then topic by topic.
#[component]
fn MissingFacts() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let topics = store.report(|report| report.missing.topics.clone());
    let next = store.report(|report| report.missing.next.clone());
    let row = move |MissingTopic { title, facts }: MissingTopic| {
        let (first, all) = (facts.first().map(|fact| fact.id.clone()).unwrap_or_default(), StoredValue::new(facts));
        let labels =
            store.memo(move |session| all.with_value(|facts| conclusion::open_facts(facts, &session.filing, lang)));
        let name = phrases::named(w.answer_this(), &title, lang);
        view! {
            <li class="row row-plain">
                <div><p class="row-title"><b>{title}</b></p><p class="help">{labels}</p></div>
                <button type="button" class="link" aria-label=name on:click=move |_| ask(store, &first)>{w.answer_this()}</button>
            </li>
        }
    };
    let best = move || {
        let MissingFact { id, question, .. } = next.get()?;
        Some(view! {
            <div class="best">
                <p class="how-lead">{w.narrows_most()}</p>
                <p>{question}</p>
                <button type="button" on:click=move |_| ask(store, &id)>{w.answer_it()}</button>
            </div>
        })
    };
    view! {
        <Show when=move || topics.with(|topics| !topics.is_empty())>
            <h3>{w.missing()}</h3>
            <p class="help">{w.missing_lead()}</p>
            {best}
            <ul class="rows">{move || topics.get().into_iter().map(row).collect_view()}</ul>
        </Show>
    }
}

/// What to bring, each with where it stands.
#[component]
fn Materials(list: Vec<MaterialRow>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let count = list.len();
    let row = move |MaterialRow { id, title, clause, .. }: MaterialRow| {
        let state = store.look(|session, _| {
            let state = session.filing.entry()?.materials.get(&id)?;
            Some(words::material_state(*state, lang))
        });
        view! {
            <li class="row row-plain">
                <div><p class="row-title">{title}</p><Clause cite=clause.cite/></div>
                <p class="row-end">{state.flatten()}</p>
            </li>
        }
    };
    view! {
        <Listed title=w.materials() count>
            <p class="help">{w.materials_lead()}</p>
            <ul class="rows">{list.into_iter().map(row).collect_view()}</ul>
        </Listed>
    }
}

#[component]
fn Procedure() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let steps = store.report(|report| report.next_steps.procedure.clone());
    let as_of = store.report(|report| Some(report.head.as_of));
    let due = move |day| as_of.get().map(|as_of| conclusion::due(day, as_of, lang));
    let row = move |StepRow { title, actor, when, days, is_past, badge, phase, overdue, clause, .. }: StepRow| {
        let when = when.map(|when| format!(" · {when}"));
        let day = days.first().map(|day| view! { " · "<b>{due(*day)}</b> });
        let badge = badge.map(|word| view! { " "<span class="badge" data-ended=overdue.to_string()>{word}</span> });
        let phase = phase.map(|word| format!(" · {word}"));
        view! {
            <li class:past=is_past><p class="row-title"><b>{title}</b>{badge}</p>
                <p class="help">{actor}{when}{day}{phase}</p>
                <Clause cite=clause.cite/></li>
        }
    };
    let count = steps.with_untracked(Vec::len);
    let rows = move || steps.get().into_iter().map(row).collect_view();
    view! { <Listed title=w.procedure() count><ol class="procedure">{rows}</ol></Listed> }
}

#[component]
fn Consequences(list: Vec<ConsequenceRow>) -> impl IntoView {
    let w = Store::get().words();
    let count = list.len();
    let row = |ConsequenceRow { title, brings, clause }: ConsequenceRow| {
        view! {
            <li class="row row-one"><p class="row-title"><b>{title}</b></p>
                <p>{brings}</p>
                <Clause cite=clause.cite/></li>
        }
    };
    view! {
        <Listed title=w.consequences() count><ul class="rows">{list.into_iter().map(row).collect_view()}</ul></Listed>
    }
}
