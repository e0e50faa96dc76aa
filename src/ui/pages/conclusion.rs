//! 结论: the verdict first, then why, how much, what could be read otherwise, and what to do next.

use leptos::prelude::*;

use crate::draft::words;
use crate::engine::say::value_text;
use crate::pack::track::{Requirement, Support};
use crate::pack::{Fact, Reading};
use crate::ui::charts::Stack;
use crate::ui::parts::{Clause, FindingRow, MeasureRow, ReadingSwitch, verdict_class};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Conclusion() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let track = store.look(|_, track| track.track.clone())?;
    let headline = store.outlook(move |outlook| words::headline(&outlook.assessment, lang));
    let verdict = store.outlook(|outlook| verdict_class(outlook.assessment.eligibility.verdict));
    let as_of = store.memo(|session| session.as_of.to_string());
    let set_day = move |event| {
        // A day that is being typed is not a day yet.
        if let Ok(day) = event_target_value(&event).parse() {
            store.send(Msg::AsOfChosen(day));
        }
    };
    let conditions = (!track.conditions.is_empty())
        .then(|| view! { <Requirements title=w.conditions of=track.conditions.clone() preferred=false/> });
    let priorities = (!track.priorities.is_empty())
        .then(|| view! { <Requirements title=w.priorities of=track.priorities.clone() preferred=true/> });
    let support = track.support.clone().map(|support| view! { <SupportSection support/> });
    let evaluation = (!track.indicators.is_empty()).then(|| view! { <SelfEvaluation/> });
    let after = (!track.consequences.is_empty()).then(|| view! { <Consequences/> });
    let procedure = (!track.procedure.is_empty()).then(|| view! { <Procedure/> });
    Some(view! {
        <p class="over-title"><label for="as-of">{w.as_of}</label>
            <input id="as-of" type="date" prop:value=as_of on:change=set_day/></p>
        <h1 class="headline" data-truth=verdict>{headline}</h1>
        <p class="lead">{words::disclaimer(lang)}</p>
        {support}
        {conditions}
        {priorities}
        {evaluation}
        <MissingSection/>
        {after}
        {procedure}
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::Continued)>{w.to_dossier}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back}</button>
        </p>
    })
}

#[component]
fn Requirements(title: &'static str, of: Vec<Requirement>, preferred: bool) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let row = |(index, requirement): (usize, Requirement)| {
        let finding = store.outlook(move |outlook| {
            let assessment = &outlook.assessment;
            let findings = if preferred { &assessment.priorities } else { &assessment.eligibility.conditions };
            findings.get(index).cloned()
        });
        view! { <FindingRow title=requirement.title.get(lang).to_owned() cite=requirement.cite finding/> }
    };
    view! {
        <section class="section">
            <h2>{title}</h2>
            <ul class="rows">{of.into_iter().enumerate().map(row).collect_view()}</ul>
        </section>
    }
}

#[component]
fn SupportSection(support: Support) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.outlook(|outlook| outlook.assessment.support.clone());
    let of_stack = support.measures.clone();
    let measures = support.measures.into_iter().enumerate().map(|(index, measure)| {
        let finding = store.outlook(move |outlook| {
            outlook.assessment.support.as_ref().and_then(|support| support.measures.get(index).cloned())
        });
        view! { <MeasureRow measure finding/> }
    });
    let measures = measures.collect_view();
    let total = move || {
        found.get().map(|found| {
            let forms =
                found.by_form.iter().filter(|(_, amount)| amount.high.is_none_or(crate::model::Quantity::is_positive));
            let forms = forms.map(|(form, amount)| format!("{} {}", words::form(*form, lang), lang.range(*amount)));
            let forms: Vec<String> = forms.collect();
            view! {
                <p class="total"><span>{w.total}</span><b>{lang.range(found.total)}</b>
                    <small>{forms.join(lang.pick("，", "; "))}</small></p>
            }
        })
    };
    view! {
        <section class="section">
            <h2>{w.support}</h2>
            <p class="help">{w.support_lead}</p>
            <Stack measures=of_stack/>
            <ul class="rows">{measures}</ul>
            {total}
            <Readings/>
        </section>
    }
}

/// Readings that move the result first; the others folded away.
#[component]
fn Readings() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let all: Vec<Reading> = store.look(|_, track| track.pack.file.readings.clone()).unwrap_or_default();
    let all = StoredValue::new(all);
    let moving = move |matters: bool| {
        let ids = store.outlook(move |outlook| {
            let readings = outlook.assessment.support.iter().flat_map(|support| &support.readings);
            readings.filter(|reading| reading.matters == matters).map(|reading| reading.id.clone()).collect::<Vec<_>>()
        });
        Signal::derive(move || {
            let chosen = |reading: &&Reading| ids.with(|ids| ids.contains(&reading.id));
            all.with_value(|all| all.iter().filter(chosen).cloned().collect::<Vec<_>>())
        })
    };
    let (mattering, idle) = (moving(true), moving(false));
    view! {
        <Show when=move || mattering.with(|readings| !readings.is_empty())>
            <h3>{w.readings}</h3>
            <p class="help">{w.readings_lead}</p>
            <For each=move || mattering.get() key=|reading| reading.id.clone() let:reading>
                <ReadingSwitch reading/>
            </For>
        </Show>
        <Show when=move || idle.with(|readings| !readings.is_empty())>
            <details class="fold">
                <summary>{w.readings_idle}</summary>
                <For each=move || idle.get() key=|reading| reading.id.clone() let:reading>
                    <ReadingSwitch reading/>
                </For>
            </details>
        </Show>
    }
}

#[component]
fn SelfEvaluation() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let rows = store.track_memo(move |session, track| {
        let row = |indicator: &crate::pack::indicator::Indicator| {
            let fact: Option<&Fact> = track.pack.fact(indicator.measured.fact());
            let value = fact.zip(session.answers.get(indicator.measured.fact()));
            let level = value.map(|(fact, value)| value_text(fact, value, lang));
            (indicator.title.get(lang).to_owned(), indicator.cite.clone(), level)
        };
        track.track.indicators.iter().map(row).collect::<Vec<_>>()
    });
    let row = move |(title, cite, level): (String, String, Option<String>)| {
        let rated = level.is_some();
        view! {
            <li class="row row-plain">
                <div><p class="row-title">{title}</p><Clause cite/></div>
                <p class="row-end" data-truth=if rated { "plain" } else { "idle" }>{level.unwrap_or_else(|| w.not_rated.to_owned())}</p>
            </li>
        }
    };
    view! {
        <section class="section">
            <h2>{w.self_evaluation}</h2>
            <p class="help">{w.self_evaluation_lead}</p>
            <ul class="rows">{move || rows.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

#[component]
fn MissingSection() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let missing = store.outlook(|outlook| outlook.assessment.missing.clone());
    let line = move |id: String| {
        let found = store.look(|_, track| {
            let topic = track.track.topics.iter().position(|topic| topic.facts.contains(&id))?;
            Some((topic, track.pack.fact(&id)?.question.get(lang).to_owned()))
        });
        let (topic, question) = found.flatten()?;
        let go = move |_| store.send(Msg::PageOpened(Page::Questions(topic)));
        Some(view! {
            <li class="row row-plain">
                <p>{question.clone()}</p>
                <button type="button" class="link" aria-label=format!("{}{}{question}", w.answer_this, lang.pick("：", ": ")) on:click=go>{w.answer_this}</button>
            </li>
        })
    };
    view! {
        <Show when=move || missing.with(|missing| !missing.is_empty())>
            <section class="section">
                <h2>{w.missing}</h2>
                <p class="help">{w.missing_lead}</p>
                <ul class="rows">{move || missing.get().into_iter().filter_map(line).collect_view()}</ul>
            </section>
        </Show>
    }
}

#[component]
fn Consequences() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let list = store.look(|_, track| track.track.consequences.clone()).unwrap_or_default();
    let row = |one: crate::pack::track::Consequence| {
        view! {
            <li class="row row-plain">
                <div><p class="row-title"><b>{one.title.get(lang).to_owned()}</b></p><p>{one.brings.get(lang).to_owned()}</p>
                    <Clause cite=one.cite/></div>
            </li>
        }
    };
    view! {
        <section class="section">
            <h2>{w.consequences}</h2>
            <ul class="rows">{list.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

#[component]
fn Procedure() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let steps = store.look(|_, track| track.track.procedure.clone()).unwrap_or_default();
    let row = |step: crate::pack::track::Step| {
        let due = step.due.map(|day| day.in_prose(lang));
        view! {
            <li><p class="row-title"><b>{step.title.get(lang).to_owned()}</b></p>
                <p class="help">{step.actor.get(lang).to_owned()}{due.map(|due| format!(" · {due}"))}</p>
                <Clause cite=step.cite/></li>
        }
    };
    view! {
        <section class="section">
            <h2>{w.procedure}</h2>
            <ol class="procedure">{steps.into_iter().map(row).collect_view()}</ol>
        </section>
    }
}
