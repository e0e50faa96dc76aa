//! The days the document sets or that follow from the answers, and the calendar file that holds them.

use leptos::prelude::*;

use super::section::Listed;
use crate::draft::{calendar, calendar_name};
use crate::report::{Dated, MissingDay, overdue_word};
use crate::ui::i18n::{conclusion, phrases};
use crate::ui::parts::{Clause, ask};
use crate::ui::store::Store;

#[component]
pub fn Dates() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let days = store.report(|report| report.next_steps.dates.clone());
    let missing = store.report(|report| {
        report.next_steps.procedure.iter().flat_map(|step| step.missing.clone()).fold(Vec::new(), |mut all, one| {
            if !all.contains(&one) {
                all.push(one);
            }
            all
        })
    });
    let unknown = move || missing.get().into_iter().map(|one| view! { <MissingDate one/> }).collect_view();
    // The fold stays as it is while only the days change.
    let count = Memo::new(move |_| days.with(Vec::len));
    move || match count.get() {
        0 => view! { {unknown}<p class="help">{w.no_days()}</p> }.into_any(),
        count => view! { <Days days count>{unknown}</Days> }.into_any(),
    }
}

/// What to answer so that more days can be reckoned.
#[component]
fn MissingDate(one: MissingDay) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let MissingDay { fact, label } = one;
    let name = phrases::named(w.answer_this(), &label, lang);
    view! {
        <p>{conclusion::reckoned_with(&label, lang)}" "
            <button type="button" class="link" aria-label=name on:click=move |_| ask(store, &fact)>{w.answer_this()}</button></p>
    }
}

#[component]
fn Days(days: Memo<Vec<Dated>>, count: usize, children: Children) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let as_of = store.report(|report| Some(report.head.as_of));
    let due = move |day| as_of.get().map(|as_of| conclusion::due(day, as_of, lang));
    let row = move |Dated { day, title, note, reckoning, cites, overdue, is_past, again, .. }: Dated| {
        let note = (!note.is_empty()).then(|| view! { <p class="help">{note}</p> });
        let clauses = cites.into_iter().map(|cite| view! { <Clause cite/> }).collect_view();
        let again = (!again.is_empty()).then(|| view! { <p class="help">{conclusion::again(&again, lang)}</p> });
        let overdue_badge =
            overdue.then(|| view! { " "<span class="badge" data-ended="true">{overdue_word(lang)}</span> });
        view! {
            <li class="row row-one" class:past={is_past && !overdue}>
                <p class="row-title"><b>{move || due(day)}</b>{overdue_badge}</p>
                <p>{title}</p>
                {again}
                {note}
                {(!reckoning.is_empty()).then(|| view! { <p class="help">{conclusion::sentences(&reckoning, lang)}</p> })}
                <div class="row-foot">{clauses}</div>
            </li>
        }
    };
    let outcome = RwSignal::new("");
    let download = move |_| {
        let made = store.look(|session, track| {
            let made = days.with_untracked(|days| calendar(track, days, session.filing.as_of, lang));
            made.map(|text| (calendar_name(track), text))
        });
        let taken = made.flatten().map(|(name, text)| store.hand_out(&name, "text/calendar", text.as_bytes()));
        outcome.set(if matches!(taken, Some(Ok(()))) { w.calendar_taken() } else { w.calendar_failed() });
    };
    view! {
        <Listed title=w.dates() count>
            <p class="help">{w.dates_lead()}</p>
            {children()}
            <ul class="rows">{move || days.get().into_iter().map(row).collect_view()}</ul>
            <p class="actions">
                <button type="button" on:click=download>{w.download_calendar()}</button>
                <span class="help" role="status">{outcome}</span>
            </p>
        </Listed>
    }
}
