//! All programmes of a draft beside each other, as the way in to the conclusion of each.

use std::sync::Arc;

use leptos::prelude::*;

use crate::draft::words;
use crate::engine::Standing;
use crate::model::Truth;
use crate::ui::filing::track_title;
use crate::ui::i18n::{compare, phrases};
use crate::ui::outlook::Outlook;
use crate::ui::parts::{mark, verdict_class};
use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// What is said of one entry.
#[derive(Clone, PartialEq, Eq)]
struct Row {
    title: String,
    /// The standing of its document, and whether that has ended.
    standing: (&'static str, bool),
    class: &'static str,
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
    let rows =
        store.outlooks(move |outlooks| outlooks.iter().filter_map(|outlook| row(store, outlook)).collect::<Vec<_>>());
    let sentence = store.outlooks(move |outlooks| {
        compare::sentence(outlooks.iter().map(|one| one.assessment.eligibility.verdict), lang)
    });
    let heads = [w.compare_programme, w.conclusion_title, w.compare_basis, w.support, w.compare_missing];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect_view();
    let shown = move |(at, row): (usize, Row)| view! { <EntryRow at row heads=heads_of(w)/> };
    view! {
        <h1>{w.compare_title}</h1>
        <p class="lead">{sentence}</p>
        <table class="compare" role="table">
            <thead role="rowgroup"><tr role="row">{heads}<td role="cell"></td></tr></thead>
            <tbody role="rowgroup">{move || rows.get().into_iter().enumerate().map(shown).collect_view()}</tbody>
        </table>
        <p class="help">{words::disclaimer(lang)}</p>
        <p class="actions">
            <button type="button" on:click=move |_| store.send(Msg::PageOpened(Page::Start))>{w.compare_add}</button>
            <button type="button" class="link" on:click=move |_| store.send(Msg::WentBack)>{w.back}</button>
        </p>
    }
}

/// The heads that stand before the cells where a phone stacks them.
const fn heads_of(w: &crate::ui::i18n::Words) -> [&'static str; 3] {
    [w.compare_basis, w.support, w.compare_missing]
}

fn row(store: Store, outlook: &Arc<Outlook>) -> Option<Row> {
    let lang = store.lang();
    let assessment = &outlook.assessment;
    let packs = store.packs().get_untracked();
    let pack = packs.iter().find(|pack| pack.file.id == assessment.programme)?;
    let track = pack.track(&assessment.track)?;
    let standing = Standing::of(&pack.file.standing, assessment.as_of);
    let met = assessment.eligibility.conditions.iter().filter(|finding| finding.truth == Truth::Met).count();
    let basis = match assessment.eligibility.conditions.len() {
        0 => phrases::tally(&words::tally(&assessment.indicators, lang), lang),
        all => compare::conditions(met, all, lang),
    };
    let verdict = words::eligibility(&assessment.eligibility, lang);
    Some(Row {
        title: track_title(track, lang),
        standing: (phrases::standing(standing, lang), standing.is_ended()),
        class: verdict_class(assessment.eligibility.verdict),
        verdict: verdict.unwrap_or_else(|| store.words().compare_self),
        basis,
        support: assessment.support.as_ref().map(|support| lang.range(support.total)).unwrap_or_default(),
        missing: assessment.missing.len(),
    })
}

#[component]
fn EntryRow(at: usize, row: Row, heads: [&'static str; 3]) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let shape = match row.class {
        "met" => mark(Truth::Met).0,
        "not" => mark(Truth::NotMet).0,
        "unknown" => mark(Truth::Unknown).0,
        _ => "",
    };
    let [basis, support, missing] = heads;
    let see = format!("{}{}{}", w.compare_see, lang.pick("：", ": "), row.title);
    let remove = format!("{}{}{}", w.compare_remove, lang.pick("：", ": "), row.title);
    let (standing, ended) = row.standing;
    view! {
        <tr role="row" data-truth=row.class>
            <th scope="row" role="rowheader"><b>{row.title}</b>" "<span class="badge" data-ended=ended.to_string()>{standing}</span></th>
            <td role="cell" class="compare-verdict" data-truth=row.class><span aria-hidden="true">{shape}" "</span>{row.verdict}</td>
            <td role="cell" data-head=basis>{row.basis}</td>
            <td role="cell" data-head=support class="compare-sum">{if row.support.is_empty() { w.compare_no_sum.to_owned() } else { row.support }}</td>
            <td role="cell" data-head=missing>{compare::missing(row.missing, lang)}</td>
            <td role="cell" class="compare-actions">
                <button type="button" class="primary" aria-label=see
                    on:click=move |_| store.send(Msg::EntryOpened { at, page: Page::Conclusion })>{w.compare_see}</button>
                <button type="button" class="link" aria-label=remove
                    on:click=move |_| store.send(Msg::EntryRemoved { at })>{w.compare_remove}</button>
            </td>
        </tr>
    }
}
