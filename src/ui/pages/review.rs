//! 复核: a draft from a file, replayed: whether it holds, line by line, and the way to go on with it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::draft::Report;
use crate::draft::verify::Difference;
use crate::draft::words::{self, Differing};
use crate::pack::load::TrackRef;
use crate::ui::filing::Filing;
use crate::ui::i18n::review;
use crate::ui::review::{Replay, Review, follows_from_another};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// How many differences are listed before the rest is only counted.
const LISTED: usize = 50;

#[component]
pub fn ReviewPage() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let found = move || {
        store.review().get().map(|review: Arc<Review>| match &review.outcome {
            Ok(Replay { report, filing }) => replayed(store, report, filing).into_any(),
            Err(error) => {
                let why = words::verify_error(error, store.lang());
                view! { <p class="error-summary" role="alert">{why}</p><p>{w.review_mend}</p> }.into_any()
            }
        })
    };
    let file = move || store.review().get().map(|review| review.file.clone());
    view! {
        <h1>{w.review_title}</h1>
        <p class="lead">{file}</p>
        {found}
        <p class="actions">
            <button type="button" class="link" on:click=move |_| store.send(Msg::PageOpened(Page::Start))>{w.review_leave}</button>
        </p>
    }
}

fn replayed(store: Store, report: &Report, filing: &Filing) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let packs = store.packs().get_untracked();
    let title = filing.entry_titles(&packs, lang).join(lang.pick("；", "; "));
    let other = report.other_pack.as_ref().map(|(then, now)| review::other_pack(then, now, lang));
    let holds = report.holds();
    let track = filing.track(&packs);
    // What was changed and what that makes different come first; the lines that only repeat it are folded away.
    let (following, telling): (Vec<_>, Vec<_>) = report.differences.iter().partition(|one| follows_from_another(one));
    let lists = track.map(|track| {
        let following = (!following.is_empty()).then(|| {
            view! { <details class="fold"><summary>{review::following(following.len(), lang)}</summary>{table(&following, track, store)}</details> }
        });
        view! { {(!telling.is_empty()).then(|| table(&telling, track, store))}{following} }
    });
    let (class, sentence) = if holds {
        ("met", w.review_holds.to_owned())
    } else {
        ("not", review::differs(report.differences.len(), lang))
    };
    let filing = StoredValue::new(filing.clone());
    view! {
        <p class="review-track"><b>{title}</b></p>
        <p class="review-outcome" data-truth=class>{sentence}</p>
        {other.map(|other| view! { <p class="banner">{other}</p> })}
        {lists}
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| store.send(Msg::FilingBrought(Box::new(filing.get_value())))>{w.review_go_on}</button>
        </p>
        <p class="help">{w.review_go_on_note}</p>
    }
}

fn table(differences: &[&Difference], track: TrackRef<'_>, store: Store) -> impl IntoView + use<> {
    let (lang, w) = (store.lang(), store.words());
    let rows = differences.iter().take(LISTED).map(|difference| {
        let Differing { place, stated, recomputed } = words::difference(difference, track, lang);
        view! { <tr><th scope="row">{place}</th><td>{stated}</td><td>{recomputed}</td></tr> }
    });
    let rest = differences.len().saturating_sub(LISTED);
    view! {
        <div class="sheet-scroll" tabindex="0" role="region" aria-label=w.review_differences>
            <table class="review-table">
                <thead><tr><th scope="col">{w.review_place}</th><th scope="col">{w.review_stated}</th><th scope="col">{w.review_recomputed}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        {(rest > 0).then(|| view! { <p class="help">{review::more(rest, lang)}</p> })}
    }
}
