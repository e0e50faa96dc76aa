//! What stands between a question and its control: help, papers to have at hand, words explained in place.

use leptos::prelude::*;

use crate::model::Text;
use crate::pack::Fact;
use crate::ui::i18n::{handoff, questions, words};
use crate::ui::store::Store;

#[component]
pub fn Notes(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.get(lang).to_owned());
    let help = text(&fact.help).map(|help| view! { <p class="help">{help}</p> });
    let evidence = text(&fact.evidence).map(|papers| {
        view! { <p class="help papers"><b>{w.evidence()}</b>{w.colon()}{papers}</p> }
    });
    let terms = store.look(|_, track| {
        let terms = track.pack.file.terms.iter().filter(|term| fact.terms.contains(&term.id));
        terms.map(|term| (term.word.get(lang).to_owned(), term.says.get(lang).to_owned(), term.undefined)).collect()
    });
    let terms: Vec<(String, String, bool)> = terms.unwrap_or_default();
    let term = |(word, says, undefined): (String, String, bool)| {
        view! {
            <details class="term">
                <summary>{questions::what_is(&word, lang)}</summary>
                <p>{says}{undefined.then(|| view! { <em>{w.term_undefined()}</em> })}</p>
            </details>
        }
    };
    let terms =
        (!terms.is_empty()).then(|| view! { <div class="terms">{terms.into_iter().map(term).collect_view()}</div> });
    let id = fact.id;
    let provided = store.memo(move |session| match &session.filing {
        filing if filing.is_fact_provided(&id) => Some(handoff::provided(lang)),
        filing if filing.is_fact_carried(&id) => Some(words(lang).carried()),
        _ => None,
    });
    let provided = move || provided.get().map(|said| view! { <p class="help">{said}</p> });
    view! { {help}{evidence}{terms}{provided} }
}
