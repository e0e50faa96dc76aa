//! Self-evaluation on the page of the conclusion: the indicators in the groups in which they were asked.

use leptos::prelude::*;

use crate::draft::words;
use crate::engine::indicators::IndicatorFinding;
use crate::pack::indicator::{Indicator, Measured};
use crate::pack::load::TrackRef;
use crate::ui::charts::{AsTable, TaskBoard};
use crate::ui::i18n::phrases;
use crate::ui::parts::IndicatorRow;
use crate::ui::store::Store;

/// The indicators whose first fact is asked under one topic, each with its place on the track.
#[derive(Clone, Default)]
struct Group {
    title: String,
    indicators: Vec<(usize, Indicator)>,
}

#[component]
pub fn Indicators() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let groups = store.look(|session, track| groups(track, session.lang)).unwrap_or_default();
    let note = store.look(|_, track| track.track.indicators_note.as_ref().map(|note| note.get(lang).to_owned()));
    let note = note.flatten().unwrap_or_else(|| w.self_evaluation_lead.to_owned());
    let mut measured = groups.iter().flat_map(|group| &group.indicators).map(|(_, indicator)| &indicator.measured);
    let has_bars = measured.any(has_bar);
    let chosen = RwSignal::new(String::new());
    let sections = groups.into_iter().map(|group| view! { <GroupRows group chosen/> }).collect_view();
    view! {
        <section class="section">
            <h2 id="conclusion-indicators">{w.self_evaluation}</h2>
            <p class="help">{note}</p>
            {has_bars.then(|| view! { <p class="help">{w.bar_legend}</p> })}
            <TaskBoard chosen/>
            {has_bars.then(|| view! { <Figures/> })}
            {sections}
        </section>
    }
}

/// The indicators with figures, those that the bars below show, as a table.
#[component]
fn Figures() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let found = store.outlook(|outlook| outlook.assessment.indicators.clone());
    let rows = store.track_memo(move |_, track| {
        let row = |(indicator, one): (&Indicator, &IndicatorFinding)| {
            let figures = words::figures(track.pack, indicator, one, lang).join(lang.pick("，", ", "));
            let status = words::indicator_status(one, lang).to_owned();
            has_bar(&indicator.measured).then(|| vec![indicator.title.get(lang).to_owned(), figures, status])
        };
        found.with(|found| track.track.indicators.iter().zip(found).filter_map(row).collect::<Vec<_>>())
    });
    view! { <AsTable of=w.self_evaluation head=vec![w.table_indicator, w.table_figures, w.table_stand] rows/> }
}

/// Whether its figures are drawn.
const fn has_bar(measured: &Measured) -> bool {
    matches!(measured, Measured::Target(_) | Measured::Comparison(_))
}

fn groups(track: TrackRef<'_>, lang: crate::model::Lang) -> Vec<Group> {
    let topics = &track.track.topics;
    let topic_of = |indicator: &Indicator| {
        let first = indicator.measured.facts().first().copied()?;
        topics.iter().position(|topic| topic.facts.iter().any(|fact| fact == first))
    };
    let placed: Vec<(Option<usize>, usize, &Indicator)> =
        track.track.indicators.iter().enumerate().map(|(at, one)| (topic_of(one), at, one)).collect();
    // What is asked on no page comes last, under no heading.
    let order = topics.iter().enumerate().map(|(at, topic)| (Some(at), topic.title.get(lang))).chain([(None, "")]);
    let group = |(topic, title): (Option<usize>, &str)| {
        let of_topic = placed.iter().filter(|(of, ..)| *of == topic);
        Group { title: title.to_owned(), indicators: of_topic.map(|(_, at, one)| (*at, (*one).clone())).collect() }
    };
    order.map(group).filter(|group| !group.indicators.is_empty()).collect()
}

/// One group under its heading; gone while none of its indicators belongs to the chosen department.
#[component]
fn GroupRows(group: Group, chosen: RwSignal<String>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let alone = group.indicators.len() == 1;
    let of_group: Vec<(usize, Vec<String>)> =
        group.indicators.iter().map(|(at, indicator)| (*at, indicator.departments.clone())).collect();
    let shown = Memo::new(move |_| {
        let shown = of_group.iter().filter(|(_, departments)| chosen.with(|chosen| answers_for(departments, chosen)));
        shown.map(|(at, _)| *at).collect::<Vec<_>>()
    });
    let indicators = store.outlook(|outlook| outlook.assessment.indicators.clone());
    let tally = move || {
        let found = indicators
            .with(|all| shown.with(|shown| shown.iter().filter_map(|at| all.get(*at)).cloned().collect::<Vec<_>>()));
        (!alone).then(|| phrases::tally(&words::tally(&found, lang), lang))
    };
    let heading = group.title.clone();
    let row = |(at, indicator): (usize, Indicator)| {
        let finding = store.outlook(move |outlook| outlook.assessment.indicators.get(at).cloned());
        let hidden = Signal::derive(move || shown.with(|shown| !shown.contains(&at)));
        let untitled = alone && indicator.title.get(lang) == heading;
        view! { <IndicatorRow indicator untitled finding hidden/> }
    };
    let rows = group.indicators.into_iter().map(row).collect_view();
    view! {
        <div class="group" hidden=move || shown.with(Vec::is_empty)>
            <h3>{group.title}<small>{tally}</small></h3>
            <ul class="rows">{rows}</ul>
        </div>
    }
}

/// Whether one of the departments is the chosen one; all are, where none was chosen.
fn answers_for(departments: &[String], chosen: &str) -> bool {
    chosen.is_empty() || departments.iter().any(|one| one == chosen)
}
