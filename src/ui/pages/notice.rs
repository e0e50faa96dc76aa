//! 须知: what one gets, what the document is worth today, what is needed, how long it takes, where the answers go.

use leptos::prelude::*;

use crate::report::disclaimer;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::notice::{NoticeText, Passage};

#[component]
pub fn Notice() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let notice = store.look_at_all(|session, packs| NoticeText::of(&session.filing, packs, lang));
    let materials = (!notice.materials.is_empty()).then(|| {
        let items = notice.materials.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
        view! { <p>{w.notice_materials()}</p><ul class="plain-list">{items}</ul> }
    });
    let privacy = if store.browser().persists() { w.notice_privacy_text() } else { w.notice_privacy_unkept() };
    view! {
        <h1>{w.notice_title()}</h1>
        <p class="lead">{w.notice_lead()}</p>
        <section class="section">
            <h2>{w.notice_result()}</h2>
            {passages(notice.outcomes)}
            <p>{disclaimer(lang)}</p>
        </section>
        <section class="section">
            <h2>{w.notice_standing()}</h2>
            {passages(notice.standings)}
        </section>
        <section class="section">
            <h2>{w.notice_need()}</h2>
            <p>{w.notice_need_text()}</p>
            {materials}
        </section>
        <section class="section">
            <h2>{w.notice_time()}</h2>
            <p>{notice.how_long}</p>
        </section>
        <section class="section">
            <h2>{w.notice_unsure()}</h2>
            <p>{w.notice_unsure_text()}</p>
        </section>
        <section class="section">
            <h2>{w.notice_privacy()}</h2>
            <p>{privacy}</p>
        </section>
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::Continued)>{w.notice_begin()}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back()}</button>
        </p>
    }
}

fn passages(passages: Vec<Passage>) -> impl IntoView {
    let passage = |Passage { title, paragraphs }: Passage| {
        let title = title.map(|title| view! { <h3>{title}</h3> });
        view! { {title}{paragraphs.into_iter().map(|says| view! { <p>{says}</p> }).collect_view()} }
    };
    passages.into_iter().map(passage).collect_view()
}
