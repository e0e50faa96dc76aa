//! The result in a sentence: as of when, whether the document holds, and what would change it.

use leptos::prelude::*;

use crate::engine::reach::Goal;
use crate::report::{About, Head as Found, Mark, disclaimer};
use crate::ui::i18n::conclusion;
use crate::ui::parts::{DayField, ExplanationFold, LeastChange, ask};
use crate::ui::session::Msg;
use crate::ui::store::Store;
use crate::ui::view_model::questions::{TopicHead, topics};

const HEADLINE: &str = "conclusion-result";

#[component]
pub fn Head(blank: Memo<bool>) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let parts = store.assessed(|entry| entry.head.parts.clone());
    // A line breaks between the parts of the sentence, not within them.
    let part = |part: &String| view! { <span class="part">{part.clone()}</span> };
    let headline = move || parts.with(|parts| parts.iter().map(part).collect_view());
    let headline = move || if blank.get() { w.blank_headline().into_any() } else { headline().into_any() };
    let verdict = store.assessed(|entry| entry.head.verdict.map(|verdict| verdict.mark));
    let class = move || verdict.get().filter(|_| !blank.get()).map_or("plain", Mark::class);
    // A document nobody can rely on has its banner above the page.
    let holds =
        move |head: &Found| (!head.standing.needs_banner).then(|| format!("{}{}", head.standing.sentence, w.space()));
    let standing = store.assessed(move |entry| holds(&entry.head));
    let ineligible = Memo::new(move |_| verdict.get() == Some(Mark::NotMet));
    view! {
        <div class="head">
            <AsOf/>
            <h1 id=HEADLINE class="headline" data-truth=class>{headline}</h1>
            <p class="help">{standing}{disclaimer(lang)}</p>
            <Show when=move || verdict.get().is_some() && !blank.get()>
                <ExplanationFold about=About::Verdict title=w.conclusion_title()/>
            </Show>
            <Show when=move || blank.get()><Beginning/></Show>
            <Show when=move || ineligible.get()>
                <div class="how">
                    <p class="how-lead">{w.how_to_qualify()}</p>
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
    let chosen = move |day| store.send(Msg::AsOfChosen(day));
    view! {
        <div class="over-title day"><DayField id="as-of" label=w.as_of() day chosen/>
            <span class="on-paper">{move || day.get().in_prose(lang)}</span></div>
    }
}

/// What to do first, while nothing is answered.
#[component]
fn Beginning() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let TopicHead { title, first } = store.look(|_, track| topics(track, lang))?.into_iter().next()?;
    let first = first?;
    Some(view! {
        <p>{w.blank_lead()}</p>
        <p class="actions">
            <button type="button" class="primary" on:click=move |_| ask(store, &first)>{conclusion::begin_with(&title, lang)}</button>
        </p>
    })
}
