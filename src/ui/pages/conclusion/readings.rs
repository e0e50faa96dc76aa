//! Passages that can be read in more than one way.

use leptos::prelude::*;

use super::Section;
use super::contents::READINGS;
use crate::draft::words;
use crate::pack::Reading;
use crate::ui::i18n::{conclusion, phrases};
use crate::ui::parts::{Fold, ReadingSwitch};
use crate::ui::store::Store;

/// Readings that move the result first; the others folded away.
#[component]
pub fn Readings() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let all: Vec<Reading> = store.look(|_, track| track.pack.file.readings.clone()).unwrap_or_default();
    let all = StoredValue::new(all);
    let moving = move |matters: bool| {
        let ids = store.outlook(move |outlook| {
            let readings = outlook.assessment.readings.iter();
            readings.filter(|reading| reading.matters == matters).map(|reading| reading.id.clone()).collect::<Vec<_>>()
        });
        Signal::derive(move || {
            let chosen = |reading: &&Reading| ids.with(|ids| ids.contains(&reading.id));
            all.with_value(|all| all.iter().filter(chosen).cloned().collect::<Vec<_>>())
        })
    };
    let (mattering, idle) = (moving(true), moving(false));
    let span = store.outlook(move |outlook| {
        let verdicts = &outlook.assessment.eligibility.span;
        let verdicts: Vec<&str> = verdicts.iter().map(|one| words::verdict(*one, lang)).collect();
        let total = outlook.assessment.support.as_ref().map(|support| support.span);
        phrases::span(&verdicts, total, lang)
    });
    let lead = move || {
        if mattering.with(Vec::is_empty) {
            return view! { <p>{conclusion::no_reading_matters(idle.with(Vec::len), lang)}</p> }.into_any();
        }
        view! { <p class="help">{w.readings_lead}</p><p>{span}</p> }.into_any()
    };
    view! {
        <Show when=move || mattering.with(|some| !some.is_empty()) || idle.with(|some| !some.is_empty())>
            <Section id=READINGS title=w.readings>
                {lead}
                <Switches readings=mattering/>
                <Show when=move || idle.with(|readings| !readings.is_empty())>
                    <Fold class="fold" label=w.readings_idle.to_owned()><Switches readings=idle/></Fold>
                </Show>
            </Section>
        </Show>
    }
}

#[component]
fn Switches(readings: Signal<Vec<Reading>>) -> impl IntoView {
    view! {
        <For each=move || readings.get() key=|reading| reading.id.clone() let:reading>
            <ReadingSwitch reading/>
        </For>
    }
}
