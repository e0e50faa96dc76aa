//! 条件与情况: one topic a page.

use leptos::prelude::*;

use crate::model::kind::ValueError;
use crate::pack::Fact;
use crate::ui::i18n::phrases;
use crate::ui::parts::{ErrorSummary, Onward, Question};
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Questions(topic: usize) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.look(|_, track| {
        let found = track.track.topics.get(topic)?;
        let facts: Vec<Fact> = found.facts.iter().filter_map(|id| track.pack.fact(id)).cloned().collect();
        Some((found.clone(), facts))
    });
    let (page, facts) = found.flatten()?;
    let of_page = page.clone();
    let errors = store.track_memo(move |session, track| {
        let line = |(id, error): (String, ValueError)| {
            let fact = track.pack.fact(&id)?;
            let message = phrases::value_error(&error, fact, session.lang);
            let label = fact.label.get(session.lang);
            Some((format!("fact-{id}"), format!("{label}{}{message}", session.lang.pick("：", ": "))))
        };
        session.errors(track.pack, &of_page).into_iter().filter_map(line).collect::<Vec<_>>()
    });
    let mattering = StoredValue::new(page.facts.clone());
    let idle = store
        .track_memo(move |session, _| mattering.with_value(|facts| facts.iter().all(|fact| !session.is_settled(fact))));
    let missing = store.outlook(move |outlook| {
        mattering.with_value(|facts| facts.iter().any(|fact| outlook.assessment.missing.contains(fact)))
    });
    let questions = facts.into_iter().map(|fact| view! { <Question fact/> }).collect_view();
    Some(view! {
        <ErrorSummary errors/>
        <h1>{page.title.get(lang).to_owned()}</h1>
        <p class="lead">{page.lead.get(lang).to_owned()}</p>
        <Show when=move || idle.get() && !missing.get()><p class="banner banner-calm">{w.not_needed}</p></Show>
        <form on:submit=move |event| { event.prevent_default(); store.send(Msg::Continued); }>
            <div class="questions">{questions}</div>
            <Onward/>
        </form>
    })
}
