//! The tasks of each department as small marks: who has what open. Pressing one lists its tasks alone.

use leptos::prelude::*;

use super::AsTable;
use crate::draft::words;
use crate::engine::Status;
use crate::engine::indicators::IndicatorFinding;
use crate::pack::programme::Department;
use crate::ui::i18n::phrases;
use crate::ui::store::Store;

/// Only where the document names departments; `chosen` is the id of the one whose tasks are listed, empty for all.
#[component]
pub fn TaskBoard(chosen: RwSignal<String>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let (all, departments) = store.look(|_, track| {
        let indicators = &track.track.indicators;
        let tasks = |department: &Department| {
            let own = indicators.iter().enumerate().filter(|(_, one)| one.departments.contains(&department.id));
            own.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let named = track.pack.file.departments.iter();
        let named = named.map(|one| (one.id.clone(), one.title.get(lang).to_owned(), tasks(one)));
        (indicators.len(), named.filter(|(.., tasks)| !tasks.is_empty()).collect::<Vec<_>>())
    })?;
    if departments.is_empty() {
        return None;
    }
    let counts: Vec<(String, usize)> = departments.iter().map(|(id, _, tasks)| (id.clone(), tasks.len())).collect();
    let shown =
        move || chosen.with(|chosen| counts.iter().find(|(id, _)| id == chosen).map_or(all, |(_, count)| *count));
    let key = [Status::Reached, Status::Short, Status::Unknown, Status::NotApplicable].map(|status| {
        view! { <span>{task(status)}{words::counted_as(status, lang)}</span> }
    });
    let held: Vec<(String, Vec<usize>)> =
        departments.iter().map(|(_, title, tasks)| (title.clone(), tasks.clone())).collect();
    let table = store.outlook(move |outlook| {
        let row = |(title, tasks): &(String, Vec<usize>)| {
            let found: Vec<IndicatorFinding> =
                tasks.iter().filter_map(|at| outlook.assessment.indicators.get(*at)).cloned().collect();
            let stand = phrases::tally(&words::tally(&found, lang), lang);
            vec![title.clone(), tasks.len().to_string(), stand]
        };
        held.iter().map(row).collect::<Vec<_>>()
    });
    let rows = std::iter::once((String::new(), w.all_departments.to_owned(), (0..all).collect())).chain(departments);
    let row = |(id, title, tasks)| view! { <Row id title tasks chosen/> };
    Some(view! {
        <figure class="board">
            <figcaption>{w.board_lead}</figcaption>
            <p class="key" aria-hidden="true">{key.collect_view()}</p>
            <ul aria-label=w.department>{rows.map(row).collect_view()}</ul>
            <p class="help" role="status">{move || phrases::shown_of(shown(), all, lang)}</p>
            <AsTable of=w.department head=vec![w.department, w.table_tasks, w.table_stand] rows=table/>
        </figure>
    })
}

#[component]
fn Row(id: String, title: String, tasks: Vec<usize>, chosen: RwSignal<String>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let is_all = id.is_empty();
    let name = phrases::counted(&title, tasks.len(), lang);
    let found = store.outlook(move |outlook| {
        let all = &outlook.assessment.indicators;
        tasks.iter().filter_map(|at| all.get(*at)).cloned().collect::<Vec<_>>()
    });
    let counts = move || found.with(|found| phrases::tally(&words::tally(found, lang), lang));
    let marks = move || found.with(|found| found.iter().filter_map(shown).map(task).collect_view());
    let own = id.clone();
    let pressed = move || chosen.with(|chosen| *chosen == own).to_string();
    // Pressed once more, it gives way to all.
    let press = move |_| chosen.update(|chosen| *chosen = if *chosen == id { String::new() } else { id.clone() });
    view! {
        <li class="department" data-all=is_all.to_string()>
            <button type="button" class="printed" aria-pressed=pressed on:click=press>
                <span>{name}</span>" "<small>{counts}</small>
                {(!is_all).then(|| view! { <span class="tasks" aria-hidden="true">{marks}</span> })}
            </button>
        </li>
    }
}

/// What does not apply has no mark.
fn shown(finding: &IndicatorFinding) -> Option<Status> {
    (finding.status != Status::NotApplicable || finding.value.is_some()).then_some(finding.status)
}

/// One task: full, crossed out, empty, or a point for a rating that has no goal.
fn task(status: Status) -> AnyView {
    match status {
        Status::Reached => view! { <svg class="task" data-truth="met"><rect x="1" y="1" width="12" height="12"/></svg> }.into_any(),
        Status::Short => view! {
            <svg class="task" data-truth="not"><rect x="1.5" y="1.5" width="11" height="11"/><path d="M4 4 l6 6 M10 4 l-6 6"/></svg>
        }
        .into_any(),
        Status::Unknown | Status::Judged => {
            view! { <svg class="task" data-truth="unknown"><rect x="1.5" y="1.5" width="11" height="11"/></svg> }.into_any()
        }
        Status::NotApplicable => view! { <svg class="task" data-truth="plain"><circle cx="7" cy="7" r="4"/></svg> }.into_any(),
    }
}
