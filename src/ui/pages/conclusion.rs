//! 结论: the verdict first, then why, how much, what could be read otherwise, and what to do next.

use leptos::prelude::*;

use crate::draft::words;
use crate::pack::track::{Requirement, Support, Topic};
use crate::ui::charts::Stack;
use crate::ui::pages::indicators::Indicators;
use crate::ui::pages::readings::Readings;
use crate::ui::parts::{Clause, FindingRow, MeasureRow, verdict_class};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Conclusion() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let track = store.look(|_, track| track.track.clone())?;
    let headline = store.outlook(move |outlook| words::headline(&outlook.assessment, lang));
    // A line breaks between the parts of the sentence, not within them.
    let part = |part: &str| view! { <span class="part">{part.to_owned()}</span> };
    let headline = move || headline.with(|headline| headline.split_inclusive('，').map(part).collect_view());
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
    // Readings stand below what they move first: the sum, or else the conditions.
    let (below_support, below_conditions) = (track.support.is_some(), track.support.is_none());
    let support = track.support.clone().map(|support| view! { <SupportSection support/> });
    let evaluation = (!track.indicators.is_empty()).then(|| view! { <Indicators/> });
    let after = (!track.consequences.is_empty()).then(|| view! { <Consequences/> });
    let procedure = (!track.procedure.is_empty()).then(|| view! { <Procedure/> });
    Some(view! {
        <p class="over-title"><label for="as-of">{w.as_of}</label>
            <input id="as-of" type="date" prop:value=as_of on:change=set_day/></p>
        <h1 class="headline" data-truth=verdict>{headline}</h1>
        <p class="lead">{words::disclaimer(lang)}</p>
        {support}
        {below_support.then(|| view! { <Readings/> })}
        {conditions}
        {priorities}
        {below_conditions.then(|| view! { <Readings/> })}
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
        </section>
    }
}

/// What is still open, topic by topic.
#[component]
fn MissingSection() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let missing = store.outlook(|outlook| outlook.assessment.missing.clone());
    let topics = store.track_memo(move |session, track| {
        let label = |id: &String| {
            let open = missing.with(|missing| missing.contains(id));
            track.pack.fact(id).filter(|_| open).map(|fact| fact.label.get(session.lang).to_owned())
        };
        let topic = |(at, topic): (usize, &Topic)| {
            let labels: Vec<String> = topic.facts.iter().filter_map(label).collect();
            (!labels.is_empty()).then(|| (at, topic.title.get(session.lang).to_owned(), labels))
        };
        track.track.topics.iter().enumerate().filter_map(topic).collect::<Vec<_>>()
    });
    let row = move |(at, title, labels): (usize, String, Vec<String>)| {
        let name = format!("{}{}{title}", w.answer_this, lang.pick("：", ": "));
        let go = move |_| store.send(Msg::PageOpened(Page::Questions(at)));
        view! {
            <li class="row row-plain">
                <div><p class="row-title"><b>{title}</b></p><p class="help">{lang.list(&labels)}</p></div>
                <button type="button" class="link" aria-label=name on:click=go>{w.answer_this}</button>
            </li>
        }
    };
    view! {
        <Show when=move || topics.with(|topics| !topics.is_empty())>
            <section class="section">
                <h2>{w.missing}</h2>
                <p class="help">{w.missing_lead}</p>
                <ul class="rows">{move || topics.get().into_iter().map(row).collect_view()}</ul>
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
        let due = words::time_limit(&step, lang);
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
