//! An indicator: where it stands, how far from its goal, by when, and who answers for it.

use leptos::prelude::*;

use super::Clause;
use super::finding::mark;
use crate::draft::words;
use crate::engine::assess::{IndicatorFinding, Status};
use crate::engine::explain::Step;
use crate::engine::say::value_text;
use crate::model::{Truth, Value};
use crate::pack::indicator::{Indicator, Measured};
use crate::ui::charts::Bullet;
use crate::ui::store::Store;

/// The mark and the class of a status. A rating without a goal is neither good nor bad.
const fn status_mark(finding: &IndicatorFinding) -> (&'static str, &'static str) {
    match finding.status {
        Status::Reached => mark(Truth::Met),
        Status::Short => mark(Truth::NotMet),
        Status::Unknown => mark(Truth::Unknown),
        Status::NotApplicable if finding.value.is_some() => ("•", "plain"),
        Status::NotApplicable => mark(Truth::NotApplicable),
    }
}

#[component]
pub fn IndicatorRow(
    indicator: Indicator,
    /// The heading above says what the title would say.
    untitled: bool,
    #[prop(into)] finding: Signal<Option<IndicatorFinding>>,
    #[prop(into)] hidden: Signal<bool>,
) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let shown = move || finding.with(|finding| finding.as_ref().map_or(mark(Truth::Unknown), status_mark));
    let title = (!untitled).then(|| view! { <p class="row-title"><b>{indicator.title.get(lang).to_owned()}</b></p> });
    let departments = store.look(|_, track| words::departments(track.pack, &indicator, lang)).flatten();
    let by = indicator.by.map(|by| words::deadline(by, lang));
    let duty: Vec<String> = by.into_iter().chain(departments).collect();
    let duty = (!duty.is_empty()).then(|| view! { <p class="help">{duty.join(lang.pick("；", "; "))}</p> });
    let note = indicator.note.as_ref().map(|note| view! { <p class="help">{note.get(lang).to_owned()}</p> });
    let (id, cite) = (indicator.id.clone(), indicator.cite.clone());
    let (is_rating, is_number, has_points) = match &indicator.measured {
        Measured::Maturity { .. } => (true, false, false),
        Measured::Target(_) | Measured::Comparison(_) => (false, true, false),
        Measured::Checklist(points) => (false, false, points.len() > 1),
    };
    let figures = Signal::derive(move || {
        let figures = store.look(|_, track| {
            finding.with(|finding| finding.as_ref().map(|one| words::figures(track.pack, &indicator, one, lang)))
        });
        figures.flatten().unwrap_or_default().join(lang.pick("，", ", "))
    });
    // A rating is a word and stands with its status; figures need a line of their own.
    let beside = move || is_rating.then(|| figures.get());
    let below = move || Some(figures.get()).filter(|text| !is_rating && !text.is_empty());
    view! {
        <li class="row" data-indicator=id hidden=hidden>
            <span class="mark" data-truth=move || shown().1 aria-hidden="true">{move || shown().0}</span>
            <div>
                {title}
                {move || below().map(|text| view! { <p class="figures">{text}</p> })}
            </div>
            <p class="row-end" data-truth=move || shown().1>
                <span>{move || finding.with(|finding| finding.as_ref().map(|one| words::indicator_status(one, lang)))}</span>" "<small>{beside}</small>
            </p>
            <div class="row-wide">
                {move || is_number.then(|| finding.get().and_then(|finding| bar(&finding)))}
                {move || has_points.then(|| finding.get().map(|finding| points(store, &finding)))}
                {note}
                <div class="row-foot"><Clause cite/>{duty}</div>
            </div>
        </li>
    }
}

/// A number against its goal, once both are known.
fn bar(finding: &IndicatorFinding) -> Option<impl IntoView + use<>> {
    let (value, goal) = finding.value.as_ref().and_then(Value::as_number).zip(finding.target)?;
    Some(view! { <Bullet value goal/> })
}

/// Each point of a checklist with what was said of it. A point that is not there yet is no failure.
fn points(store: Store, finding: &IndicatorFinding) -> impl IntoView + use<> {
    let lang = store.lang();
    let point = |step: &Step| {
        let Step::Fact { fact, value, truth, .. } = step else { return None };
        let (label, said) = store.look(|_, track| {
            let fact = track.pack.fact(fact)?;
            Some((fact.label.get(lang).to_owned(), value.as_ref().map(|value| value_text(fact, value, lang))))
        })??;
        let (shape, class) = if *truth == Truth::NotMet { ("○", "plain") } else { mark(*truth) };
        let said = said.unwrap_or_else(|| store.words().blank.to_owned());
        Some(view! {
            <li><span class="mark" data-truth=class aria-hidden="true">{shape}</span>
                <span>{label}</span>" "<small>{said}</small></li>
        })
    };
    view! { <ul class="points">{finding.reasons.iter().filter_map(point).collect_view()}</ul> }
}
