//! 须知: what one gets, what the document is worth today, what is needed, how long it takes, where the answers go.

use leptos::prelude::*;

use crate::draft::words;
use crate::engine::Standing;
use crate::ui::i18n::phrases;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Notice() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let about = store.look(|session, track| {
        let topics = &track.track.topics;
        let questions = topics.iter().map(|topic| topic.facts.len()).sum();
        let outcome = track.track.outcome.get(lang).to_owned();
        let materials: Vec<String> =
            track.track.materials.iter().map(|material| material.title.get(lang).to_owned()).collect();
        let holds = phrases::what_you_get(track.track, lang);
        let dates = &track.pack.file.standing;
        let standing = words::standing_of(Standing::of(dates, session.as_of), dates, lang);
        let standing = (standing, dates.note.get(lang).to_owned());
        (outcome, holds, phrases::how_long(questions, topics.len(), lang), materials, standing)
    });
    let (outcome, holds, how_long, materials, (standing, note)) = about.unwrap_or_default();
    let materials = (!materials.is_empty()).then(|| {
        let items = materials.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
        view! { <p>{w.notice_materials}</p><ul class="plain-list">{items}</ul> }
    });
    view! {
        <h1>{w.notice_title}</h1>
        <p class="lead">{w.notice_lead}</p>
        <section class="section">
            <h2>{w.notice_result}</h2>
            <p>{outcome}{lang.pick("。", ". ")}{holds}</p>
            <p>{words::disclaimer(lang)}</p>
        </section>
        <section class="section">
            <h2>{w.notice_standing}</h2>
            <p>{standing}</p>
            <p>{note}</p>
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
