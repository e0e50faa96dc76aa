//! 须知: what one gets, what the document is worth today, what is needed, how long it takes, where the answers go.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::engine::Standing;
use crate::model::{AsOf, Lang};
use crate::pack::load::TrackRef;
use crate::report::{StandingWords, disclaimer};
use crate::ui::filing::track_title;
use crate::ui::i18n::{self, phrases};
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn Notice() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let filing = store.session().with_untracked(|session| session.filing.clone());
    let packs = store.packs().get_untracked();
    let tracks: Vec<TrackRef<'_>> = filing.entries.iter().filter_map(|entry| entry.id.find(&packs)).collect();
    let pages = filing.topic_pages(&packs);
    let questions = pages.iter().map(|page| page.facts.len()).sum();
    let how_long = phrases::how_long(questions, pages.len(), lang);
    let several = tracks.len() > 1;
    let outcomes = tracks.iter().map(|track| about_track(*track, several, lang)).collect_view();
    let mut documents = BTreeSet::new();
    let standings = tracks
        .iter()
        .filter(|track| documents.insert(&track.pack.file.id))
        .map(|track| about_standing(*track, several, filing.as_of, lang))
        .collect_view();
    let mut named = BTreeSet::new();
    let materials = tracks.iter().flat_map(|track| &track.track.materials).map(|material| material.title.get(lang));
    let materials: Vec<&str> = materials.filter(|title| named.insert(*title)).collect();
    let materials = (!materials.is_empty()).then(|| {
        let items = materials.into_iter().map(|title| view! { <li>{title.to_owned()}</li> }).collect_view();
        view! { <p>{w.notice_materials}</p><ul class="plain-list">{items}</ul> }
    });
    let privacy = if store.browser().persists() { w.notice_privacy_text } else { w.notice_privacy_unkept };
    view! {
        <h1>{w.notice_title}</h1>
        <p class="lead">{w.notice_lead}</p>
        <section class="section">
            <h2>{w.notice_result}</h2>
            {outcomes}
            <p>{disclaimer(lang)}</p>
        </section>
        <section class="section">
            <h2>{w.notice_standing}</h2>
            {standings}
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
            <p>{privacy}</p>
        </section>
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::Continued)>{w.notice_begin}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back}</button>
        </p>
    }
}

/// What the self-assessment on a track ends with; under its name, where there are several.
fn about_track(track: TrackRef<'_>, named: bool, lang: Lang) -> impl IntoView + use<> {
    let outcome = track.track.outcome.get(lang).to_owned();
    let holds = phrases::what_you_get(track.track, lang);
    view! {
        {named.then(|| view! { <h3>{track_title(track, lang)}</h3> })}
        <p>{outcome}{i18n::words(lang).full_stop}{holds}</p>
    }
}

/// What its document is worth on the day.
fn about_standing(track: TrackRef<'_>, named: bool, as_of: AsOf, lang: Lang) -> impl IntoView + use<> {
    let dates = &track.pack.file.standing;
    let standing = StandingWords::of(Standing::of(dates, as_of), dates, lang);
    view! {
        {named.then(|| view! { <h3>{track.pack.file.title.get(lang).to_owned()}</h3> })}
        <p>{standing.sentence}</p>
        <p>{standing.note}</p>
    }
}
