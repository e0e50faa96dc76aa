//! 须知: what one gets, what is needed, how long it takes, where the answers go.

use leptos::prelude::*;

use crate::draft::words;
use crate::ui::i18n::phrases;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Notice() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let about = store.look(|_, track| {
        let topics = &track.track.topics;
        let questions = topics.iter().map(|topic| topic.facts.len()).sum();
        let outcome = track.track.outcome.get(lang).to_owned();
        let materials: Vec<String> =
            track.track.materials.iter().map(|material| material.title.get(lang).to_owned()).collect();
        (outcome, phrases::how_long(questions, topics.len(), lang), materials)
    });
    let (outcome, how_long, materials) = about.unwrap_or_default();
    let materials = (!materials.is_empty()).then(|| {
        let items = materials.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
        view! { <ul class="plain-list">{items}</ul> }
    });
    view! {
        <h1>{w.notice_title}</h1>
        <p class="lead">{w.notice_lead}</p>
        <section class="section">
            <h2>{w.notice_result}</h2>
            <p>{outcome}</p>
            <p>{words::disclaimer(lang)}</p>
        </section>
        <section class="section">
            <h2>{w.notice_need}</h2>
            <p>{w.notice_need_text}</p>
            {materials}
        </section>
        <section class="section">
            <h2>{w.notice_time}</h2>
            <p>{how_long}</p>
        </section>
        <section class="section">
            <h2>{w.notice_unsure}</h2>
            <p>{w.notice_unsure_text}</p>
        </section>
        <section class="section">
            <h2>{w.notice_privacy}</h2>
            <p>{w.notice_privacy_text}</p>
        </section>
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::Continued)>{w.notice_begin}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back}</button>
        </p>
    }
}
