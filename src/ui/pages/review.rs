//! 复核: a draft from a file, replayed: whether it holds, line by line, and the way to go on with it.

use leptos::prelude::*;

use super::roll_up::rolled_up;
use crate::draft::Verification;
use crate::draft::difference::{Difference, Kind};
use crate::draft::words::{self, Differing};
use crate::pack::load::TrackRef;
use crate::ui::filing::Filing;
use crate::ui::handed_in::HandedIn;
use crate::ui::i18n::{autosave, entry, review};
use crate::ui::review::{Brought, Refusal, Review};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// How many differences are listed before the rest is only counted.
const LISTED: usize = 50;

#[component]
pub fn ReviewPage() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let page = move || {
        store.handed_in().get().map(|found| match &*found {
            HandedIn::File(review) => view! {
                <h1>{w.review_title}</h1>
                <p class="lead">{review.file.clone()}</p>
                {reviewed(store, review)}
            }
            .into_any(),
            HandedIn::Several(found) => view! { <h1>{w.roll_up_title}</h1>{rolled_up(store, found)} }.into_any(),
        })
    };
    view! {
        {page}
        <p class="actions">
            <button type="button" class="link" on:click=move |_| store.send(Msg::PageOpened(Page::Start))>{w.review_leave}</button>
        </p>
    }
}

fn reviewed(store: Store, review: &Review) -> AnyView {
    let w = store.words();
    match &review.outcome {
        Ok(Brought::Draft(replay)) => replayed(store, &replay.verification, &replay.filing).into_any(),
        Ok(Brought::Session(drafts)) => brought(store, drafts).into_any(),
        Err(refusal) => {
            let why = match refusal {
                Refusal::Draft(error) => words::verify_error(error, store.lang()),
                Refusal::Session(unread) => autosave::not_brought(unread, store.lang()),
                Refusal::Kind(kind) => entry::wrong_kind(*kind, store.lang()),
            };
            view! { <p class="error-summary" role="alert">{why}</p><p>{w.review_mend}</p> }.into_any()
        }
    }
}

/// The drafts of a session that was taken away, to be put on the list.
fn brought(store: Store, drafts: &[Filing]) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let packs = store.packs().get_untracked();
    let titles = drafts.iter().map(|draft| view! { <li>{draft.title(&packs, lang)}</li> }).collect_view();
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
            <button type="button" class="primary" disabled=count == 0 on:click=shelve>{w.shelve}</button>
        </p>
    }
}

fn replayed(store: Store, found: &Verification, filing: &Filing) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let packs = store.packs().get_untracked();
    let title = filing.entry_titles(&packs, lang).join(w.semicolon);
    let other_pack = found.other_pack.as_ref().map(|(then, now)| review::other_pack(then, now, lang));
    let other_engine = found.other_engine.as_ref().filter(|_| !found.holds());
    let other_engine = other_engine.map(|(then, now)| review::other_engine(then, now, lang));
    let heads = found.other_pack.as_ref().map_or_else(
        || [w.review_stated.to_owned(), w.review_recomputed.to_owned()],
        |(then, now)| {
            [review::with_pack(w.review_stated, then, lang), review::with_pack(w.review_recomputed, now, lang)]
        },
    );
    let track = filing.track(&packs);
    // What was changed and what that makes different come first; the lines that only repeat it are folded away.
    let (telling, following): (Vec<_>, Vec<_>) = found
        .differences
        .iter()
        .filter(|one| one.kind != Kind::Pack)
        .partition(|one| matches!(one.kind, Kind::Entered | Kind::Result));
    let (class, sentence) = match (&found.other_pack, &found.other_engine) {
        (None, _) if found.holds() => ("met", w.review_holds.to_owned()),
        (Some(_), _) if found.has_same_results() => ("met", w.review_same_result.to_owned()),
        (Some(_), _) if found.is_as_drawn_up() => ("unknown", review::pack_changed(telling.len(), lang)),
        (None, Some(_)) if found.has_same_results() => ("unknown", review::reworded(lang).to_owned()),
        _ => ("not", review::differs(found.differences.len(), lang)),
    };
    let lists = track.map(|track| {
        let following = (!following.is_empty()).then(|| {
            view! { <details class="fold"><summary>{review::following(following.len(), lang)}</summary>{table(&following, &heads, track, store)}</details> }
        });
        view! { {(!telling.is_empty()).then(|| table(&telling, &heads, track, store))}{following} }
    });
    let filing = StoredValue::new(filing.clone());
    view! {
        <p class="review-track"><b>{title}</b></p>
        <p class="review-outcome" data-truth=class>{sentence}</p>
        {[other_pack, other_engine].map(|other| other.map(|other| view! { <p class="banner">{other}</p> })).collect_view()}
        {lists}
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::FilingBrought(Box::new(filing.get_value())))>{w.review_go_on}</button>
        </p>
        <p class="help">{w.review_go_on_note}</p>
    }
}

fn table(differences: &[&Difference], heads: &[String; 2], track: TrackRef<'_>, store: Store) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let rows = differences.iter().take(LISTED).map(|difference| {
        let Differing { place, stated, recomputed } = words::difference(difference, track, lang);
        view! { <tr><th scope="row">{place}</th><td>{stated}</td><td>{recomputed}</td></tr> }
    });
    let [stated, recomputed] = heads.clone();
    let rest = differences.len().saturating_sub(LISTED);
    view! {
        <div class="sheet-scroll" tabindex="0" role="region" aria-label=w.review_differences>
            <table class="review-table">
                <thead><tr><th scope="col">{w.review_place}</th><th scope="col">{stated}</th><th scope="col">{recomputed}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        {(rest > 0).then(|| view! { <p class="help">{review::more(rest, lang)}</p> })}
    }
}
