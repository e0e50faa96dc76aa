//! An indicator: where it stands, how far from its goal, by when, and who answers for it.

use leptos::prelude::*;

use super::finding::mark;
use super::{Clause, Working};
use crate::draft::words;
use crate::engine::Status;
use crate::engine::explain::Step;
use crate::engine::indicators::IndicatorFinding;
use crate::engine::reasoning::About;
use crate::engine::say::{number_text, value_text};
use crate::model::{Quantity, Truth, Value};
use crate::pack::indicator::{Indicator, Measured};
use crate::ui::charts::{Bullet, ratio};
use crate::ui::store::Store;

/// The mark and the class of a status. A rating without a goal is neither good nor bad.
const fn status_mark(finding: &IndicatorFinding) -> (&'static str, &'static str) {
    match finding.status {
        Status::Reached => mark(Truth::Met),
        Status::Short => mark(Truth::NotMet),
        Status::Unknown => mark(Truth::Unknown),
        Status::Judged => mark(Truth::Judged),
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
    // A rating is what was said; nothing leads to it.
    let working = (!matches!(indicator.measured, Measured::Maturity { .. }))
        .then(|| view! { <Working about=About::Indicator(indicator.id.clone())/> });
    let measured = indicator.measured.clone();
    let is_rating = matches!(measured, Measured::Maturity { .. });
    let is_ratio = matches!(measured, Measured::Comparison(_));
    let figures = Signal::derive(move || {
        let figures = store.look(|_, track| {
            finding.with(|finding| finding.as_ref().map(|one| words::figures(track.pack, &indicator, one, lang)))
        });
        figures.flatten().unwrap_or_default().join(lang.pick("，", ", "))
    });
    // A rating is a word and stands with its status; figures need a line of their own.
    let beside = move || is_rating.then(|| figures.get());
    // Two numbers of one's own stand under their picture, once both are known.
    let pictured = move || is_ratio && finding.with(|one| one.as_ref().is_some_and(|one| stands(one).is_some()));
    let below = move || Some(figures.get()).filter(|text| !is_rating && !pictured() && !text.is_empty());
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
                {move || finding.get().and_then(|finding| picture(store, &measured, &finding))}
                {note}
                <div class="row-foot"><Clause cite/>{duty}{working}</div>
            </div>
        </li>
    }
}

/// A number and its goal, once both are known.
fn stands(finding: &IndicatorFinding) -> Option<(Quantity, Quantity)> {
    finding.value.as_ref().and_then(Value::as_number).zip(finding.target)
}

/// What shows more than the word of the status.
fn picture(store: Store, measured: &Measured, finding: &IndicatorFinding) -> Option<AnyView> {
    match measured {
        Measured::Target(goal) => {
            let (value, target) = stands(finding)?;
            let lang = store.lang();
            let target_text =
                store.look(|_, track| Some(number_text(track.pack.fact(&goal.fact)?, target, lang)))??;
            let label = words::goal_text(goal.op, &target_text, lang);
            Some(view! { <Bullet value goal=target label/> }.into_any())
        }
        Measured::Comparison(relation) => ratio(store, relation, finding),
        Measured::Checklist(all) => (all.len() > 1).then(|| points(store, finding).into_any()),
        Measured::Maturity { .. } => None,
    }
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
