//! One question: its label, its clause, help, the control that fits its type, and what is wrong with the answer.

use leptos::prelude::*;

use super::Clause;
use super::choice::{OneOf, SeveralOf};
use super::text::FactField;
use crate::engine::explain::Step;
use crate::model::{Kind, Lang, Text, Truth};
use crate::pack::Fact;
use crate::ui::charts::Ruler;
use crate::ui::store::Store;

/// The id of the control of a fact.
pub fn control_id(fact: &str) -> String {
    format!("fact-{fact}")
}

#[component]
pub fn Question(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let id = fact.id.clone();
    let asked = store.outlook(move |outlook| outlook.asked.contains(&id));
    let fact = StoredValue::new(fact);
    view! { <Show when=move || asked.get()><Body fact=fact.get_value()/></Show> }
}

#[component]
fn Body(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let notes = view! { <Notes fact=fact.clone()/> };
    let w = store.words();
    let clause = view! {
        <div class="question-head">
            <Clause cite=fact.cite.clone()/>
            {fact.discretion.then(|| view! { <p class="discretion">{w.discretion}</p> })}
        </div>
    };
    let question = fact.question.get(lang).to_owned();
    let id = control_id(&fact.id);
    let name = format!("question-{}", fact.id);
    match fact.kind {
        Kind::Bool | Kind::Choice | Kind::Set => {
            let control = match fact.kind {
                Kind::Set => view! { <SeveralOf fact/> }.into_any(),
                _ => view! { <OneOf fact=fact.clone()/><Judged fact=fact.id/> }.into_any(),
            };
            view! {
                <div class="question" id=name>
                    {clause}
                    <fieldset id=id tabindex="-1">
                        <legend>{question}</legend>
                        {notes}
                        {control}
                    </fieldset>
                </div>
            }
            .into_any()
        }
        _ => view! {
            <div class="question" id=name>
                {clause}
                <label class="question-label" for=id>{question}</label>
                {notes}
                <FactField fact=fact.clone()/>
                <Ruler fact=fact.id/>
            </div>
        }
        .into_any(),
    }
}

/// Said under an answer that the document neither takes nor refuses.
#[component]
fn Judged(fact: String) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let judged = store.outlook(move |outlook| {
        let open = |step: &Step| matches!(step, Step::Fact { fact: of, value: Some(_), truth: Truth::Unknown, .. } if *of == fact);
        outlook.assessment.eligibility.conditions.iter().any(|finding| finding.reasons.iter().any(open))
    });
    view! { <p class="help" role="status">{move || judged.get().then_some(w.judged)}</p> }
}

/// Help, papers that help, and words explained.
#[component]
fn Notes(fact: Fact) -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.get(lang).to_owned());
    let help = text(&fact.help).map(|help| view! { <p class="help">{help}</p> });
    let evidence = text(&fact.evidence)
        .map(|papers| view! { <p class="help"><b>{w.evidence}</b>{lang.pick("：", ": ")}{papers}</p> });
    let terms = store.look(|_, track| {
        let terms = track.pack.file.terms.iter().filter(|term| fact.terms.contains(&term.id));
        terms.map(|term| (term.word.clone(), term.says.clone(), term.undefined)).collect::<Vec<_>>()
    });
    let terms = terms.unwrap_or_default();
    let undefined = w.term_undefined;
    let entry = move |(word, says, is_undefined): (Text, Text, bool)| {
        entry(&word, &says, is_undefined.then_some(undefined), lang)
    };
    let glossary = (!terms.is_empty()).then(|| {
        view! {
            <details class="terms">
                <summary>{w.terms}</summary>
                <dl>{terms.into_iter().map(entry).collect_view()}</dl>
            </details>
        }
    });
    view! { {help}{evidence}{glossary} }
}

fn entry(word: &Text, says: &Text, undefined: Option<&'static str>, lang: Lang) -> impl IntoView + use<> {
    let (word, says) = (word.get(lang).to_owned(), says.get(lang).to_owned());
    view! {
        <dt>{word}</dt>
        <dd>{says}{undefined.map(|note| view! { <em>{note}</em> })}</dd>
    }
}
