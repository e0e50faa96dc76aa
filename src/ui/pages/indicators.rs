//! Self-evaluation on the page of the conclusion: the indicators in the groups in which they were asked.

use leptos::prelude::*;

use crate::report::{Department, Figure, IndicatorRow as Found, Mark, Row, tally, tally_in_short};
use crate::ui::charts::{AsTable, TaskBoard};
use crate::ui::parts::{Clause, Drawer, IndicatorRow};
use crate::ui::store::Store;
use crate::ui::view_model::questions::topics;

/// The indicators whose first fact is asked under one topic.
#[derive(Clone, Default, PartialEq)]
struct IndicatorGroup {
    title: String,
    /// Their positions on the track.
    places: Vec<usize>,
    /// The only one says in its title what the heading would say.
    alone: bool,
}

#[component]
pub fn Indicators() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let topics = store
        .look(|session, track| topics(track, session.lang).into_iter().map(|topic| topic.title).collect::<Vec<_>>());
    let groups =
        store.report(move |report| groups(topics.clone().unwrap_or_default(), &report.indicators)).get_untracked();
    let note = store.report(|report| report.indicators_note.clone()).get_untracked();
    let has_score = store.report(|report| report.score.is_some()).get_untracked();
    let note = note.unwrap_or_else(|| if has_score { w.beside_score() } else { w.self_evaluation_lead() }.to_owned());
    let has_bars = store.report(|report| report.indicators.iter().any(has_bar));
    let chosen = RwSignal::new(String::new());
    let sections = groups.into_iter().map(|group| view! { <GroupRows group chosen/> }).collect_view();
    view! {
        <section class="section">
            <h2 id="conclusion-indicators">{w.self_evaluation()}</h2>
            <p class="help">{note}</p>
            <Show when=move || has_bars.get()><p class="help">{w.bar_legend()}</p></Show>
            <TaskBoard chosen/>
            <Show when=move || has_bars.get()><Figures/></Show>
            {sections}
            <OfUnlisted chosen/>
        </section>
    }
}

/// Apart from the tasks of the chosen department: those of bodies of which it may be a member.
#[component]
fn OfUnlisted(chosen: RwSignal<String>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let bodies = store.report(move |report| {
        let body = |(body, tasks): (&Department, Vec<&Found>)| {
            let rows: Vec<Row> = tasks.iter().map(|task| task.row.clone()).collect();
            let stands = tally(tasks.into_iter().filter_map(|task| task.stand.clone()));
            (body.title.clone(), tally_in_short(&stands, lang), rows)
        };
        chosen.with(|chosen| report.tasks_of_unlisted(chosen).into_iter().map(body).collect::<Vec<_>>())
    });
    let row = |Row { title, clause, mark, word, .. }: Row| {
        view! {
            <li class="row row-plain">
                <div><p class="row-title">
                    <span class="mark" data-truth=mark.class() aria-hidden="true">{mark.shape()}</span>{title}
                </p><Clause cite=clause.cite/></div>
                <p class="row-end" data-truth=mark.class()>{word}</p>
            </li>
        }
    };
    let body = move |(title, stands, rows): (String, String, Vec<Row>)| {
        view! {
            <div class="group of-unlisted">
                <h3>{title}" "<small>{stands}</small></h3>
                <p class="help">{w.members_unlisted()}</p>
                <ul class="rows">{rows.into_iter().map(row).collect_view()}</ul>
            </div>
        }
    };
    move || bodies.get().into_iter().map(body).collect_view()
}

/// The indicators with figures, those that the bars below show, as a table.
#[component]
fn Figures() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let rows = store.report(move |report| {
        let row = |one: &Found| vec![one.row.title.clone(), one.figures.join(w.comma()), one.row.word.clone()];
        report.indicators.iter().filter(|one| has_bar(one)).map(row).collect::<Vec<_>>()
    });
    view! { <AsTable of=w.table_figures() head=vec![w.table_indicator(), w.table_figures(), w.table_stand()] rows/> }
}

/// Whether its figures are drawn.
const fn has_bar(indicator: &Found) -> bool {
    matches!(indicator.figure, Figure::Target { .. } | Figure::Ratio(_))
}

/// The groups in the order of the pages of questions. What is asked on no page comes last, under no heading.
fn groups(topics: Vec<String>, indicators: &[Found]) -> Vec<IndicatorGroup> {
    let headings = topics.into_iter().enumerate().map(|(at, title)| (Some(at), title)).chain([(None, String::new())]);
    let group = |(topic, title): (Option<usize>, String)| {
        let of_topic = indicators.iter().enumerate().filter(|(_, one)| one.topic == topic);
        let (places, titles): (Vec<usize>, Vec<&str>) = of_topic.map(|(at, one)| (at, one.row.title.as_str())).unzip();
        IndicatorGroup { alone: titles == [title.as_str()], title, places }
    };
    headings.map(group).filter(|group| !group.places.is_empty()).collect()
}

/// One group under its heading; gone while none of its indicators belongs to the chosen department.
#[component]
fn GroupRows(group: IndicatorGroup, chosen: RwSignal<String>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let IndicatorGroup { title, places, alone } = group;
    let of_group = places.clone();
    let shown = store.report(move |report| {
        let of_chosen = |at: &usize| {
            let one = report.indicators.get(*at);
            one.is_some_and(|one| {
                chosen.with(|chosen| report.tasks_of(chosen).any(|task| task.row.about == one.row.about))
            })
        };
        of_group.iter().copied().filter(of_chosen).collect::<Vec<_>>()
    });
    let gone = move || shown.with(Vec::is_empty);
    let row = move |at: usize| {
        let hidden = Signal::derive(move || shown.with(|shown| !shown.contains(&at)));
        view! { <IndicatorRow at alone hidden/> }
    };
    let rows = view! { <ul class="rows">{places.iter().copied().map(row).collect_view()}</ul> };
    if alone {
        return view! { <div class="group" hidden=gone>{rows}</div> }.into_any();
    }
    let stands = store.report(move |report| {
        let stand = |at: &usize| report.indicators.get(*at).and_then(|one| one.stand.clone());
        shown.with(|shown| tally(shown.iter().filter_map(stand)))
    });
    // Between what is done and what has not been begun, there is something to see.
    let is_mixed = store.report(move |report| {
        let marks = places.iter().filter_map(|at| report.indicators.get(*at)).map(|one| one.row.mark);
        let open = marks.clone().filter(|mark| *mark == Mark::Unknown).count();
        open > 0 && open < marks.count()
    });
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(is_mixed.get() || chosen.with(|chosen| !chosen.is_empty())));
    let tally = move || stands.with(|stands| tally_in_short(stands, lang));
    let label = view! { <h3>{title}" "<small>{tally}</small></h3> }.into_any();
    view! { <div class="group" hidden=gone><Drawer class="listed" label open>{rows}</Drawer></div> }.into_any()
}
