//! The days the document sets, and the calendar file that holds them.

use leptos::prelude::*;

use super::section::Listed;
use crate::draft::{Dated, calendar, calendar_name, dated};
use crate::ui::i18n::conclusion;
use crate::ui::parts::Clause;
use crate::ui::store::Store;

#[component]
pub fn Dates() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let days = store.look(|_, track| dated(track, lang)).unwrap_or_default();
    if days.is_empty() {
        return view! { <p class="help">{w.no_days}</p> }.into_any();
    }
    let count = days.len();
    let as_of = store.memo(|session| session.filing.as_of);
    let row = move |Dated { day, title, note, cites, .. }: Dated| {
        let note = (!note.is_empty()).then(|| view! { <p class="help">{note}</p> });
        let clauses = cites.into_iter().map(|cite| view! { <Clause cite/> }).collect_view();
        view! {
            <li class="row row-one" class:past=move || day < as_of.get()>
                <p class="row-title"><b>{move || conclusion::due(day, as_of.get(), lang)}</b></p>
                <p>{title}</p>
                {note}
                <div class="row-foot">{clauses}</div>
            </li>
        }
    };
    let outcome = RwSignal::new("");
    let download = move |_| {
        let made = store.look(|session, track| {
            calendar(track, session.filing.as_of, lang).map(|text| (calendar_name(track), text))
        });
        let taken = made.flatten().map(|(name, text)| store.hand_out(&name, "text/calendar", text.as_bytes()));
        outcome.set(if matches!(taken, Some(Ok(()))) { w.calendar_taken } else { w.calendar_failed });
    };
    view! {
        <Listed title=w.dates count>
            <p class="help">{w.dates_lead}</p>
            <ul class="rows">{days.into_iter().map(row).collect_view()}</ul>
            <p class="actions">
                <button type="button" on:click=download>{w.download_calendar}</button>
                <span class="help" role="status">{outcome}</span>
            </p>
        </Listed>
    }
    .into_any()
}
