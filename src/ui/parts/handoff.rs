//! The draft goes to a system of the portal: what would be given, the press that gives it, and what was answered.

use leptos::prelude::*;

use crate::draft::Field;
use crate::ui::handoff::{Answer, Handover, Objection};
use crate::ui::i18n::handoff;
use crate::ui::route::Stage;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// Where the portal names a system that takes drafts.
#[component]
pub fn HandOver() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let to = store.browser().handoff()?;
    let (file, digest, sections) = store.look(|session, track| {
        let draft = session.filing.draft(track, session.lang);
        let digest = draft.digest().to_owned();
        let titles: Vec<String> = draft.paper.sections.into_iter().map(|section| section.title).collect();
        (session.filing.file_name(track, "json"), digest, titles)
    })?;
    let handovers = store.memo(|session| session.filing.entry().map(|entry| entry.handovers.clone()));
    let last = Memo::new(move |_| handovers.get().unwrap_or_default().pop());
    let digest = StoredValue::new(digest);
    let is_given =
        move |last: &Option<Handover>| last.as_ref().is_some_and(|last| digest.with_value(|own| last.digest == *own));
    let outcome = move || {
        let handover = last.get()?;
        let changed = (!last.with(is_given)).then(|| handoff::changed_since(lang));
        Some(view! { <Handed handover/><p class="help">{changed}</p> })
    };
    let (label, what) = (handoff::offer(&to, lang), handoff::what(&to, &file, lang));
    // Asks before the same draft goes out once more: a press in a hurry is two.
    let asks = RwSignal::new(false);
    let give = move || {
        asks.set(false);
        store.hand_over(to.clone());
    };
    let again = give.clone();
    let press = move |_| if last.with_untracked(is_given) { asks.set(true) } else { give() };
    let sections = sections.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
    Some(view! {
        <section class="section handoff">
            <h2>{label.clone()}</h2>
            <p>{what}</p>
            <ul class="handoff-sections">{sections}</ul>
            <p class="actions">
                <button type="button" on:click=press>{label}</button>
            </p>
            <div role="status">{outcome}</div>
            <div role="status">{move || asks.get().then(|| {
                let again = again.clone();
                view! {
                    <p>{handoff::given_before(lang)}" "
                        <button type="button" class="link" on:click=move |_| again()>{handoff::give_again(lang)}</button>
                    </p>
                }
            })}</div>
        </section>
    })
}

/// What the portal knows is of another applicant than the open draft: said once, with the way to take it all the same.
#[component]
pub fn Withheld() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let who = store.memo(|session| {
        let is_in_draft = session.page.stage() > Stage::Start;
        session.prefill.other_applicant(&session.filing).filter(|_| is_in_draft)
    });
    let note = move |who: String| {
        view! {
            <p class="message" role="status">
                {handoff::withheld(&who, lang)}" "
                <button type="button" class="link" on:click=move |_| store.send(Msg::PrefillTaken)>{handoff::take_withheld(lang)}</button>
            </p>
        }
    };
    move || who.get().map(note)
}

/// Everything of the open draft that was handed over.
#[component]
pub fn HandedOver() -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let all = store.memo(|session| session.filing.handovers().cloned().collect::<Vec<_>>());
    view! {
        <h3>{handoff::title(lang)}</h3>
        {move || {
            let all = all.get();
            let nothing = all.is_empty().then(|| view! { <p>{handoff::nothing(lang)}</p> });
            view! { {nothing}{all.into_iter().map(|handover| view! { <Handed handover/> }).collect_view()} }
        }}
    }
}

#[component]
fn Handed(handover: Handover) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let line = format!("{}{}", handoff::handed(&handover, lang), handoff::answered(handover.answer.as_ref(), lang));
    let (mark, refused) = match handover.answer {
        None => ("unknown", Vec::new()),
        Some(Answer::Received(_)) => ("met", Vec::new()),
        Some(Answer::Refused(objections)) => ("not", objections),
    };
    let row = |Objection { field, reason }: Objection| {
        let label = store.look(|_, of| {
            let of_applicant = Field::ALL.into_iter().find(|one| one.id() == field);
            let of_applicant = of_applicant.map(|one| one.label(of.track.applicant, lang).to_owned());
            of_applicant.or_else(|| of.pack.fact(&field).map(|fact| fact.label.get(lang).to_owned()))
        });
        let label = label.flatten().unwrap_or_else(|| field.clone());
        view! { <dt>{label}</dt><dd>{reason}</dd> }
    };
    let reasons = (!refused.is_empty()).then(|| view! { <dl>{refused.into_iter().map(row).collect_view()}</dl> });
    view! { <div class="handed" data-truth=mark><p>{line}</p>{reasons}</div> }
}
