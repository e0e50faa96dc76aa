//! The conditions as a path to the verdict that lights up as they are met.

use leptos::prelude::*;

use super::{AsTable, roomy};
use crate::model::Lang;
use crate::report::{Mark, Row, VerdictWords};
use crate::ui::i18n::pictures;
use crate::ui::parts::row_id;
use crate::ui::store::Store;

/// A station for each condition, in the order of the document, and the verdict at the end; nothing on a track without
/// conditions. Each station leads to the row of its condition.
#[component]
pub fn ConditionPath() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.report(|report| report.conditions.clone());
    let all = found.with_untracked(Vec::len);
    if all == 0 {
        return None;
    }
    let verdict = store.report(|report| report.head.verdict);
    let of_verdict = move |read: fn(VerdictWords) -> &'static str| move || verdict.get().map(read);
    let row = |one: &Row| vec![one.title.clone(), one.word.clone()];
    let rows = Signal::derive(move || found.with(|found| found.iter().map(row).collect::<Vec<_>>()));
    let stations = (0..all).map(|at| view! { <Station at found/> }).collect_view();
    Some(view! {
        <figure class="path" use:roomy=30>
            <ol>
                {stations}
                <li class="station station-end" data-truth=of_verdict(|verdict| verdict.mark.class())>
                    <p><span class="station-mark" aria-hidden="true">{of_verdict(|verdict| verdict.mark.shape())}</span>
                        <b>{of_verdict(|verdict| verdict.word)}</b></p>
                </li>
            </ol>
            <figcaption>{pictures::conditions(all, lang)}{move || found.with(|found| counts(found, lang))}</figcaption>
            <AsTable of=w.conditions() head=vec![w.table_condition(), w.conclusion_title()] rows/>
        </figure>
    })
}

#[component]
fn Station(at: usize, found: Memo<Vec<Row>>) -> impl IntoView {
    let store = Store::get();
    let (id, title) = found.with_untracked(|found| found.get(at).map(|one| (row_id(&one.about), one.title.clone())))?;
    let now = Memo::new(move |_| found.with(|found| found.get(at).map(|one| (one.mark, one.word.clone()))));
    let mark = move || now.with(|now| now.as_ref().map_or(Mark::Unknown, |(mark, _)| *mark));
    Some(view! {
        <li class="station" data-truth=move || mark().class()>
            <button type="button" class="printed" on:click=move |_| store.browser().focus_id(&id)>
                <span class="station-mark" aria-hidden="true">{move || mark().shape()}</span>
                <span class="station-title">{title}</span>
                <span class="unseen">{move || now.get().map(|(_, word)| word)}</span>
            </button>
        </li>
    })
}

/// How many conditions stand where, with their marks; what does not occur is left out.
fn counts(found: &[Row], lang: Lang) -> impl IntoView + use<> {
    let mut marks: Vec<Mark> = found.iter().map(|one| one.mark).collect();
    marks.sort_unstable();
    marks.dedup();
    let count = |mark: Mark| {
        let mut of = found.iter().filter(|one| one.mark == mark);
        of.next().map(|first| (mark.shape(), pictures::standing(&first.word, 1 + of.count(), lang)))
    };
    let counts = marks.into_iter().filter_map(count).enumerate();
    let part = |(at, (shape, said)): (usize, (&'static str, String))| {
        let before = (at > 0).then(|| pictures::between(lang));
        view! { {before}<span class="count"><span aria-hidden="true">{shape}" "</span>{said}</span> }
    };
    counts.map(part).collect_view()
}
