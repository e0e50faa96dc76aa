//! Passages that can be read in more than one way.

use leptos::prelude::*;

use super::contents::READINGS;
use super::section::Section;
use crate::report::{ReadingRow, Report};
use crate::ui::i18n::{conclusion, phrases};
use crate::ui::parts::{Fold, ReadingSwitch};
use crate::ui::store::Store;

/// Readings that move the result first; the others folded away.
#[component]
pub fn Readings() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let moving = move |matters: bool| {
        let of = move |report: &Report| -> Vec<ReadingRow> {
            report.readings.iter().filter(|reading| reading.matters == matters).cloned().collect()
        };
        store.report(of)
    };
    let (mattering, idle) = (moving(true), moving(false));
    let span = store.report(move |report| {
        let total = report.support.as_ref().map(|support| support.span_amount);
        phrases::span(&report.verdicts, total, lang)
    });
    let lead = move || {
        if mattering.with(Vec::is_empty) {
            return view! { <p>{conclusion::no_reading_matters(idle.with(Vec::len), lang)}</p> }.into_any();
        }
        view! { <p class="help">{w.readings_lead()}</p><p>{span}</p> }.into_any()
    };
    view! {
        <Show when=move || mattering.with(|some| !some.is_empty()) || idle.with(|some| !some.is_empty())>
            <Section id=READINGS title=w.readings()>
                {lead}
                <Switches readings=mattering/>
                <Show when=move || idle.with(|readings| !readings.is_empty())>
                    <Fold class="fold" label=w.readings_idle().to_owned()><Switches readings=idle/></Fold>
                </Show>
            </Section>
        </Show>
    }
}

#[component]
fn Switches(readings: Memo<Vec<ReadingRow>>) -> impl IntoView {
    view! {
        <For each=move || readings.get() key=|reading| reading.id.clone() let:reading>
            <ReadingSwitch reading/>
        </For>
    }
}
