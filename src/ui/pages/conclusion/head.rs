//! The result in a sentence: as of when, whether the document holds, and what would change it.

use leptos::prelude::*;

use crate::draft::words;
use crate::engine::Verdict;
use crate::engine::reach::Goal;
use crate::engine::reasoning::About;
use crate::pack::programme::Dates;
use crate::ui::i18n::conclusion as phrases;
use crate::ui::parts::{LeastChange, Working, ask, verdict_class};
use crate::ui::session::Msg;
use crate::ui::store::Store;

const HEADLINE: &str = "conclusion-result";

#[component]
pub fn Head(blank: Memo<bool>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let headline = store.outlook(move |outlook| words::headline(&outlook.assessment, lang));
    // A line breaks between the parts of the sentence, not within them.
    let part = |part: &str| view! { <span class="part">{part.to_owned()}</span> };
    let headline = move || headline.with(|headline| headline.split_inclusive('，').map(part).collect_view());
    let headline = move || if blank.get() { w.blank_headline.into_any() } else { headline().into_any() };
    let verdict = store.outlook(|outlook| outlook.assessment.eligibility.verdict);
    let class = move || verdict_class(verdict.get().filter(|_| !blank.get()));
    // A document that has ended has its banner above the page.
    let dates = store.look(|_, track| track.pack.file.standing.clone());
    let standing = store.outlook(move |outlook| {
        let holds = !outlook.assessment.standing.is_ended();
        let said = |dates: &Dates| words::standing(&outlook.assessment, dates, lang) + lang.pick("", " ");
        dates.as_ref().filter(|_| holds).map(said)
    });
    let ineligible = Memo::new(move |_| verdict.get() == Some(Verdict::Ineligible));
    view! {
        <div class="head">
            <AsOf/>
            <h1 id=HEADLINE class="headline" data-truth=class>{headline}</h1>
            <p class="help">{standing}{words::disclaimer(lang)}</p>
            <Show when=move || verdict.get().is_some() && !blank.get()><Working about=About::Verdict/></Show>
            <Show when=move || blank.get()><Beginning/></Show>
            <Show when=move || ineligible.get()>
                <div class="how">
                    <p class="how-lead">{w.how_to_qualify}</p>
                    <LeastChange goal=Goal::Eligible place=HEADLINE.to_owned()/>
                </div>
            </Show>
        </div>
    }
}

/// The day the result is for.
#[component]
fn AsOf() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let day = store.memo(|session| session.filing.as_of);
    let set_day = move |event| {
        // A day that is being typed is not a day yet.
        if let Ok(day) = event_target_value(&event).parse() {
            store.send(Msg::AsOfChosen(day));
        }
    };
    view! {
        <p class="over-title"><label for="as-of">{w.as_of}</label>
            <input id="as-of" type="date" prop:value=move || day.get().to_string() on:change=set_day/>
            <span class="on-paper">{move || day.get().in_prose(lang)}</span></p>
    }
}

/// What to do first, while nothing is answered.
#[component]
fn Beginning() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let (topic, fact) = store.look(|_, track| {
        let topic = track.track.topics.first()?;
        Some((topic.title.get(lang).to_owned(), topic.facts.first()?.clone()))
    })??;
    Some(view! {
        <p>{w.blank_lead}</p>
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| ask(store, &fact)>{phrases::begin_with(&topic, lang)}</button>
        </p>
    })
}
