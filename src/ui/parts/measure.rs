//! A measure of support: how much at most, and how that comes about.

use leptos::prelude::*;

use super::finding::mark;
use super::{Clause, Working};
use crate::draft::words;
use crate::engine::assess::MeasureFinding;
use crate::engine::reasoning::About;
use crate::engine::say::say;
use crate::model::{Amount, Truth};
use crate::pack::Measure;
use crate::pack::measure::Form;
use crate::ui::store::Store;

#[component]
pub fn MeasureRow(measure: Measure, #[prop(into)] finding: Signal<Option<MeasureFinding>>) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let truth =
        Signal::derive(move || finding.with(|finding| finding.as_ref().map_or(Truth::Unknown, |one| one.truth)));
    let amount =
        Signal::derive(move || finding.with(|finding| finding.as_ref().map_or(Amount::ZERO, |one| one.amount)));
    let steps = move || {
        let steps = finding.get().map(|finding| finding.steps).unwrap_or_default();
        store.look(|_, track| {
            let said = steps.iter().map(|step| say(step, track.pack, lang));
            said.map(|sentence| view! { <li>{sentence}</li> }).collect_view()
        })
    };
    let limit = words::limit(measure.limit, lang);
    let sum = move || match amount.get() {
        Amount::ZERO => String::new(),
        amount => lang.range(amount),
    };
    let shown = move || finding.with(|finding| finding.as_ref().map_or(Truth::Unknown, MeasureFinding::marked));
    let small = move || {
        let judged = finding.with(|finding| finding.as_ref().map(|one| words::measure(one, lang)).unwrap_or_default());
        match (truth.get(), measure.form) {
            (Truth::NotMet | Truth::Unknown, _) => judged.to_owned(),
            (_, Form::Voucher) => format!("{limit} · {}", words::form(Form::Voucher, lang)),
            (_, Form::Money) => limit.to_owned(),
        }
    };
    let note = measure.note.as_ref().map(|note| note.get(lang).to_owned());
    let (about, title) = (About::Measure(measure.id.clone()), measure.title.get(lang).to_owned());
    view! {
        <li class="row" id=format!("measure-{}", measure.id) data-measure=measure.id.clone()>
            <span class="mark" data-truth=move || mark(shown()).1 aria-hidden="true">{move || mark(shown()).0}</span>
            <div>
                <p class="row-title"><b>{title}</b></p>
                <ol class="reasons">{steps}</ol>
                <Show when=move || truth.get() != Truth::NotMet><p class="help">{note.clone()}</p></Show>
            </div>
            <p class="row-end amount" data-truth=move || mark(shown()).1><small>{small}</small>" "<span>{sum}</span></p>
            <div class="row-wide row-foot">
                <Clause cite=measure.cite/>
                <Working about/>
            </div>
        </li>
    }
}
