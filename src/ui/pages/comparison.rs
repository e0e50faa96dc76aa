//! All programmes of a draft beside each other, as the way in to the conclusion of each.

use leptos::prelude::*;

use crate::report::{Mark, disclaimer, tally_in_short};
use crate::ui::assessed::AssessedEntry;
use crate::ui::i18n::{compare, phrases};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// What is said of one entry.
#[derive(Clone, PartialEq, Eq)]
struct ComparedTrack {
    title: String,
    /// The standing of its document, and whether that has ended.
    standing: (&'static str, bool),
    mark: Option<Mark>,
    verdict: &'static str,
    /// How many conditions are met; without conditions, how the indicators stand.
    basis: String,
    support: String,
    missing: usize,
}

#[component]
pub fn Comparison() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let rows = store.assessed_all(move |entries| entries.iter().map(|entry| row(store, entry)).collect::<Vec<_>>());
    let sentence = store
        .assessed_all(move |entries| compare::sentence(&entries.iter().map(|one| &one.head).collect::<Vec<_>>(), lang));
    let heads = [w.compare_programme(), w.conclusion_title(), w.compare_basis(), w.support(), w.compare_missing()];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect_view();
    let shown = move |(at, row): (usize, ComparedTrack)| view! { <EntryRow at row heads=heads_of(w)/> };
    view! {
        <h1>{w.compare_title()}</h1>
        <p class="lead">{sentence}</p>
        <table class="compare" role="table">
            <thead role="rowgroup"><tr role="row">{heads}<td role="cell"></td></tr></thead>
            <tbody role="rowgroup">{move || rows.get().into_iter().enumerate().map(shown).collect_view()}</tbody>
        </table>
        <p class="help">{disclaimer(lang)}</p>
        <p class="actions">
            <button type="button" on:click=move |_| store.send(Msg::PageOpened(Page::Start))>{w.compare_add()}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back()}</button>
        </p>
    }
}

/// The heads that stand before the cells where a phone stacks them.
const fn heads_of(w: crate::ui::i18n::Words) -> [&'static str; 3] {
    [w.compare_basis(), w.support(), w.compare_missing()]
}

fn row(store: Store, entry: &AssessedEntry) -> ComparedTrack {
    let (lang, head) = (store.lang(), &entry.head);
    let basis = match head.conditions {
        0 => tally_in_short(&head.tally, lang),
        all => compare::conditions(head.met, all, lang),
    };
    ComparedTrack {
        title: format!("{} · {}", head.programme, head.track),
        standing: (head.standing.label, head.standing.needs_banner),
        mark: head.verdict.map(|verdict| verdict.mark),
        verdict: head.verdict.map_or(store.words().compare_self(), |verdict| verdict.word),
        basis,
        support: head.total.as_ref().map(|total| total.range.clone()).unwrap_or_default(),
        missing: entry.missing.len(),
    }
}

#[component]
fn EntryRow(at: usize, row: ComparedTrack, heads: [&'static str; 3]) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let (shape, class) = row.mark.map_or(("", "plain"), |mark| (mark.shape(), mark.class()));
    let [basis, support, missing] = heads;
    let see = phrases::named(w.compare_see(), &row.title, lang);
    let remove = phrases::named(w.compare_remove(), &row.title, lang);
    let (standing, ended) = row.standing;
    view! {
        <tr role="row" data-truth=class>
            <th scope="row" role="rowheader"><b>{row.title}</b>" "<span class="badge" data-ended=ended.to_string()>{standing}</span></th>
            <td role="cell" class="compare-verdict" data-truth=class><span aria-hidden="true">{shape}" "</span>{row.verdict}</td>
            <td role="cell" data-head=basis>{row.basis}</td>
            <td role="cell" data-head=support class="compare-sum">{if row.support.is_empty() { w.compare_no_sum().to_owned() } else { row.support }}</td>
            <td role="cell" data-head=missing>{compare::missing(row.missing, lang)}</td>
            <td role="cell" class="compare-actions">
                <button type="button" class="primary" aria-label=see
                    on:click=move |_| store.send(Msg::EntryOpened { at, page: Page::Conclusion })>{w.compare_see()}</button>
                <button type="button" class="link" aria-label=remove
                    on:click=move |_| store.send(Msg::EntryRemoved { at })>{w.compare_remove()}</button>
            </td>
        </tr>
    }
}
