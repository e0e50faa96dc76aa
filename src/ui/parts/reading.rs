//! A passage with several readings, as a switch that shows what each makes of the result.

use leptos::prelude::*;

use super::Clause;
use crate::draft::words;
use crate::engine::facts::Facts;
use crate::engine::pass::Results;
use crate::engine::screen::screen;
use crate::engine::span::by_case;
use crate::model::Lang;
use crate::pack::Choices;
use crate::pack::Reading;
use crate::pack::load::TrackRef;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn ReadingSwitch(reading: Reading) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let id = StoredValue::new(reading.id.clone());
    let effects = store.track_memo(move |session, track| {
        let position = track.pack.file.readings.iter().position(|reading| reading.id == id.get_value());
        let facts = Facts::new(track.pack, &session.answers);
        position.map(|at| effects(track, &facts, &session.choices(track.pack), at, lang)).unwrap_or_default()
    });
    let default = reading.cases.first().map(|case| case.id.clone()).unwrap_or_default();
    let chosen = store.memo(move |session| session.readings.get(&id.get_value()).cloned().unwrap_or(default.clone()));
    let case = |(index, case): (usize, &crate::pack::reading::ReadingCase)| {
        let (key, label) = (StoredValue::new(case.id.clone()), case.label.get(lang).to_owned());
        let effect = move || effects.with(|effects| effects.get(index).cloned());
        view! {
            <label class="option">
                <input type="radio" name=format!("reading-{}", id.get_value())
                    prop:checked=move || chosen.with(|chosen| *chosen == key.get_value())
                    on:change=move |_| store.send(Msg::ReadingChosen { reading: id.get_value(), case: key.get_value() })/>
                <span>{label}{(index == 0).then(|| format!("{}{}{}", lang.pick("（", " ("), w.reading_default, lang.pick("）", ")")))}
                    <small>{effect}</small></span>
            </label>
        }
    };
    let cases = reading.cases.iter().enumerate().map(case).collect_view();
    let (question, reason) = (reading.question.get(lang).to_owned(), reading.reason.get(lang).to_owned());
    view! {
        <div class="reading">
            <fieldset>
                <legend>{question}</legend>
                <div class="options">{cases}</div>
            </fieldset>
            <p class="help">{w.reading_reason}{reason}</p>
            <Clause cite=reading.cite.clone()/>
        </div>
    }
}

/// What each case of a reading leads to: the total, or on a track without support, the verdict.
fn effects(track: TrackRef<'_>, facts: &Facts, choices: &Choices, at: usize, lang: Lang) -> Vec<String> {
    if track.track.support.is_some() {
        return by_case(track, facts, choices, at).into_iter().map(|total| lang.range(total)).collect();
    }
    let cases = track.pack.file.readings.get(at).map_or(0, |reading| reading.cases.len());
    let mut results = Results::default();
    let verdict = |case| screen(track, facts, &choices.clone().with(at, case), &mut results).verdict;
    (0..cases)
        .map(verdict)
        .map(|verdict| verdict.map(|one| words::verdict(one, lang)).unwrap_or_default().to_owned())
        .collect()
}
