//! A passage with several readings, as a switch that shows what each makes of the result.

use leptos::prelude::*;

use super::Clause;
use crate::draft::words;
use crate::engine::{Assessment, Case, assess_case};
use crate::model::{AsOf, Lang};
use crate::pack::Reading;
use crate::pack::reading::ReadingCase;
use crate::ui::i18n::phrases;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn ReadingSwitch(reading: Reading) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let id = StoredValue::new(reading.id.clone());
    let effects = store.case_memo(move |case, as_of| id.with_value(|id| effects(case, as_of, id, lang)));
    let default = reading.cases.first().map(|case| case.id.clone()).unwrap_or_default();
    let chosen =
        store.memo(move |session| session.filing.readings.get(&id.get_value()).cloned().unwrap_or(default.clone()));
    let case = |(index, case): (usize, &ReadingCase)| {
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

/// What each case of a reading makes of the result, the other choices staying as they are: the total, and of the verdict
/// and the indicators what is not the same in every case. Where all of that is, the verdict.
fn effects(case: &Case<'_>, as_of: AsOf, reading: &str, lang: Lang) -> Vec<String> {
    let readings = &case.pack().file.readings;
    let Some(at) = readings.iter().position(|one| one.id == reading) else { return Vec::new() };
    let cases = readings.get(at).map_or(0, |reading| reading.cases.len());
    let found: Vec<Assessment> = (0..cases)
        .map(|chosen| {
            let choices = case.choices.clone().with(at, chosen);
            assess_case(&Case::new(case.track, case.answers, &choices), as_of)
        })
        .collect();
    let verdict = |one: &Assessment| words::eligibility(&one.eligibility, lang).map(ToOwned::to_owned);
    let total = |one: &Assessment| one.support.as_ref().map(|support| lang.range(support.total));
    let tally = |one: &Assessment| Some(phrases::tally(&words::tally(&one.indicators, lang), lang));
    let differs =
        |of: &dyn Fn(&Assessment) -> Option<String>| found.iter().any(|one| found.first().map(of) != Some(of(one)));
    let (verdicts, tallies) = (differs(&verdict), differs(&tally));
    let effect = |one: &Assessment| {
        let parts = [total(one), tally(one).filter(|_| tallies)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let verdict = verdict(one).filter(|_| verdicts || parts.is_empty());
        verdict.into_iter().chain(parts).collect::<Vec<_>>().join(lang.pick("，", ", "))
    };
    found.iter().map(effect).collect()
}
