//! 复核: a draft from a file, replayed: whether it holds, line by line, and the way to go on with it.

use leptos::prelude::*;

use super::roll_up::rolled_up;
use crate::draft::words::{self, Differing};
use crate::ui::filing::Filing;
use crate::ui::handed_in::HandedIn;
use crate::ui::i18n::{Words, autosave, entry, review};
use crate::ui::review::{Brought, Refusal, Replay, Review};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::replay::{DifferenceTable, ReplayReport};

#[component]
pub fn ReviewPage() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let page = move || {
        store.handed_in().get().map(|found| match &*found {
            HandedIn::File(review) => view! {
                <h1>{w.review_title()}</h1>
                <p class="lead">{review.file.clone()}</p>
                {reviewed(store, review)}
            }
            .into_any(),
            HandedIn::Several(found) => view! { <h1>{w.roll_up_title()}</h1>{rolled_up(store, found)} }.into_any(),
        })
    };
    view! {
        {page}
        <p class="actions">
            <button type="button" class="link" on:click=move |_| store.send(Msg::PageOpened(Page::Start))>{w.review_leave()}</button>
        </p>
    }
}

fn reviewed(store: Store, review: &Review) -> AnyView {
    let w = store.words();
    match &review.outcome {
        Ok(Brought::Draft(replay)) => replayed(store, replay).into_any(),
        Ok(Brought::Session(drafts)) => brought(store, drafts).into_any(),
        Err(refusal) => {
            let why = match refusal {
                Refusal::Draft(error) => words::verify_error(error, store.lang()),
                Refusal::Session(unread) => autosave::not_brought(unread, store.lang()),
                Refusal::Kind(kind) => entry::wrong_kind(*kind, store.lang()),
            };
            view! { <p class="error-summary" role="alert">{why}</p><p>{w.review_help()}</p> }.into_any()
        }
    }
}

/// The drafts of a session that was taken away, to be put on the list.
fn brought(store: Store, drafts: &[Filing]) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let programmes = store.programmes().get_untracked();
    let titles = drafts.iter().map(|draft| view! { <li>{draft.title(&programmes, lang)}</li> }).collect_view();
    let count = drafts.len();
    let drafts = StoredValue::new(drafts.to_vec());
    let shelve = move |_| {
        store.send(Msg::FilingsShelved(drafts.get_value()));
        store.send(Msg::PageOpened(Page::Start));
    };
    view! {
        <p>{autosave::brought(count, lang)}</p>
        <ul class="plain-list">{titles}</ul>
        <p class="actions">
            <button type="button" class="primary" disabled=count == 0 on:click=shelve>{w.shelve()}</button>
        </p>
    }
}

fn replayed(store: Store, replay: &Replay) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let found = store.packs().with_untracked(|packs| ReplayReport::of(replay, packs, lang));
    // What was changed and what that makes different come first; the lines that only repeat it are folded away.
    let telling = (found.telling.count > 0).then(|| table(found.telling, &found.heads, w));
    let following = (found.following.count > 0).then(|| {
        let title = review::following(found.following.count, lang);
        view! { <details class="fold"><summary>{title}</summary>{table(found.following, &found.heads, w)}</details> }
    });
    let filing = StoredValue::new(replay.filing.clone());
    view! {
        <p class="review-track"><b>{found.title}</b></p>
        <p class="review-outcome" data-truth=found.class>{found.sentence}</p>
        {found.banners.into_iter().map(|other| view! { <p class="banner">{other}</p> }).collect_view()}
        {telling}
        {following}
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::FilingBrought(Box::new(filing.get_value())))>{w.review_go_on()}</button>
        </p>
        <p class="help">{w.review_go_on_note()}</p>
    }
}

fn table(differences: DifferenceTable, heads: &[String; 2], w: Words) -> impl IntoView + use<> {
    let row = |Differing { place, stated, recomputed }: Differing| {
        view! { <tr><th scope="row">{place}</th><td>{stated}</td><td>{recomputed}</td></tr> }
    };
    let [stated, recomputed] = heads.clone();
    view! {
        <div class="sheet-scroll" tabindex="0" role="region" aria-label=w.review_differences()>
            <table class="review-table">
                <thead><tr><th scope="col">{w.review_place()}</th><th scope="col">{stated}</th><th scope="col">{recomputed}</th></tr></thead>
                <tbody>{differences.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        {differences.more.map(|more| view! { <p class="help">{more}</p> })}
    }
}
