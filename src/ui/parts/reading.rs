//! A passage with several readings: the one that was followed in a line, which opens to a switch that shows what each
//! makes of the result.

use leptos::prelude::*;

use super::Clause;
use crate::report::{ReadingOption, ReadingRow, effects};
use crate::ui::i18n::conclusion;
use crate::ui::session::Msg;
use crate::ui::store::Store;

#[component]
pub fn ReadingSwitch(reading: ReadingRow) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let id = StoredValue::new(reading.id.clone());
    let effects = store.case_memo(move |case, _| id.with_value(|id| effects(case, id, lang)));
    let followed = store.report(move |report| {
        let reading = report.readings.iter().find(|one| id.with_value(|id| one.id == *id))?;
        reading.followed().cloned()
    });
    let is_followed = move |key: &str| followed.with(|one| one.as_ref().is_some_and(|one| one.id == key));
    let case = |(index, case): (usize, &ReadingOption)| {
        let key = StoredValue::new(case.id.clone());
        let label = if index == 0 { conclusion::default_case(&case.label, lang) } else { case.label.clone() };
        let effect = move || effects.with(|effects| effects.get(index).cloned());
        view! {
            <label class="option">
                <input type="radio" name=format!("reading-{}", id.get_value())
                    prop:checked=move || key.with_value(|key| is_followed(key))
                    on:change=move |_| store.send(Msg::ReadingChosen { reading: id.get_value(), case: key.get_value() })/>
                <span>{label}<small>{effect}</small></span>
            </label>
        }
    };
    let cases = reading.cases.iter().enumerate().map(case).collect_view();
    let label = move || followed.with(|one| one.as_ref().map(|one| one.label.clone()));
    view! {
        <details class="reading printed">
            <summary>
                <span class="row-title"><b>{reading.question.clone()}</b>" "
                    <span class="help">{w.reading_followed()}{label}</span></span>
            </summary>
            <fieldset>
                <legend class="unseen">{reading.question}</legend>
                <div class="options">{cases}</div>
            </fieldset>
            <p class="help">{w.reading_reason()}{reading.reason}</p>
            <Clause cite=reading.clause.cite/>
        </details>
    }
}
