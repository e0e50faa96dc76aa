//! The tasks of each department as small marks: who has what open. Pressing one lists its tasks alone.

use leptos::prelude::*;

use super::{AsTable, roomy};
use crate::report::{Department, Mark, Report, Tally, tally, tally_in_short};
use crate::ui::i18n::phrases;
use crate::ui::store::Store;

/// Only where the document names departments; `chosen` is the id of the one whose tasks are listed, empty for all.
#[component]
pub fn TaskBoard(chosen: RwSignal<String>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let (all, departments) =
        store.report(|report| (report.indicators.len(), report.departments.clone())).get_untracked();
    if departments.is_empty() {
        return None;
    }
    let shown = store.report(move |report| chosen.with(|chosen| report.tasks_of(chosen).count()));
    let key = store.report(|report| report.head.tally.clone());
    let key = move || key.get().into_iter().map(|Tally { mark, word, .. }| view! { <span>{task(mark)}{word}</span> });
    let named = departments.clone();
    let table = store.report(move |report| {
        let row = |Department { id, title, .. }: &Department| {
            let stand = tally_in_short(&standing(report, id), lang);
            vec![title.clone(), report.tasks_of(id).count().to_string(), stand]
        };
        named.iter().map(row).collect::<Vec<_>>()
    });
    let everyone = (String::new(), w.all_departments().to_owned());
    let named = departments.into_iter().map(|one| (one.id, one.title));
    let rows = std::iter::once(everyone).chain(named).map(|(id, title)| view! { <Row id title chosen/> });
    Some(view! {
        <figure class="board" use:roomy=34>
            <figcaption>{w.board_lead()}</figcaption>
            <p class="key" aria-hidden="true">{move || key().collect_view()}</p>
            <ul class:board-one=move || chosen.with(|chosen| !chosen.is_empty()) aria-label=w.department()>{rows.collect_view()}</ul>
            <p class="help" role="status">{move || phrases::shown_of(shown.get(), all, lang)}</p>
            <AsTable of=w.department() head=vec![w.department(), w.table_tasks(), w.table_stand()] rows=table/>
        </figure>
    })
}

#[component]
fn Row(id: String, title: String, chosen: RwSignal<String>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let is_all = id.is_empty();
    let of = id.clone();
    let found = store.report(move |report| {
        let marks = report.tasks_of(&of).filter_map(|task| task.stand.as_ref().map(|(mark, _)| *mark));
        (report.tasks_of(&of).count(), marks.collect::<Vec<_>>(), standing(report, &of))
    });
    let name = move || found.with(|(count, ..)| phrases::counted(&title, *count, lang));
    let counts = move || found.with(|(.., standing)| tally_in_short(standing, lang));
    let marks = move || found.with(|(_, marks, _)| marks.iter().map(|mark| task(*mark)).collect_view());
    let own = id.clone();
    let pressed = Signal::derive(move || chosen.with(|chosen| *chosen == own));
    // Pressed once more, it gives way to all.
    let press = move |_| chosen.update(|chosen| *chosen = if *chosen == id { String::new() } else { id.clone() });
    view! {
        <li class="department" class:department-chosen=pressed data-all=is_all.to_string()>
            <button type="button" class="printed" aria-pressed=move || pressed.get().to_string() on:click=press>
                <span>{name}</span>" "<small>{counts}</small>
                {(!is_all).then(|| view! { <span class="tasks" aria-hidden="true">{marks}</span> })}
            </button>
        </li>
    }
}

fn standing(report: &Report, department: &str) -> Vec<Tally> {
    tally(report.tasks_of(department).filter_map(|task| task.stand.clone()))
}

/// One task by where it stands, in a shape of its own.
fn task(mark: Mark) -> AnyView {
    let class = mark.class();
    match mark {
        Mark::Met => view! { <svg class="task" data-truth=class><rect class="full" x="1" y="1" width="12" height="12"/></svg> }.into_any(),
        Mark::Done => view! { <svg class="task" data-truth=class><circle class="full" cx="7" cy="7" r="6"/></svg> }.into_any(),
        Mark::UnderWay => view! {
            <svg class="task" data-truth=class><circle cx="7" cy="7" r="5.5"/><path class="full" d="M7 1.5 a5.5 5.5 0 0 0 0 11 z"/></svg>
        }
        .into_any(),
        Mark::NotBegun => view! { <svg class="task" data-truth=class><circle cx="7" cy="7" r="5.5"/></svg> }.into_any(),
        Mark::NotMet => view! {
            <svg class="task" data-truth=class><rect x="1.5" y="1.5" width="11" height="11"/><path d="M4 4 l6 6 M10 4 l-6 6"/></svg>
        }
        .into_any(),
        Mark::Judged => view! { <svg class="task" data-truth=class><path d="M7 1 l6 6 l-6 6 l-6 -6 z"/></svg> }.into_any(),
        Mark::Unknown | Mark::Idle => {
            view! { <svg class="task" data-truth=class><rect x="1.5" y="1.5" width="11" height="11"/></svg> }.into_any()
        }
    }
}
