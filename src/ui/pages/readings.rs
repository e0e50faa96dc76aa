//! Passages that can be read in more than one way, on the page of the conclusion.

use leptos::prelude::*;

use crate::draft::words;
use crate::pack::Reading;
use crate::ui::i18n::phrases;
use crate::ui::parts::ReadingSwitch;
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
    view! {
        <Show when=move || mattering.with(|readings| !readings.is_empty())>
            <section class="section">
                <h2>{w.readings}</h2>
                <p class="help">{w.readings_lead}</p>
                <p>{span}</p>
                <For each=move || mattering.get() key=|reading| reading.id.clone() let:reading>
                    <ReadingSwitch reading/>
                </For>
            </section>
        </Show>
        <Show when=move || idle.with(|readings| !readings.is_empty())>
            <details class="fold">
                <summary>{w.readings_idle}</summary>
                <For each=move || idle.get() key=|reading| reading.id.clone() let:reading>
                    <ReadingSwitch reading/>
                </For>
            </details>
        </Show>
    }
}
