//! 申报信息: what goes into the draft without deciding anything.

use leptos::prelude::*;

use crate::draft::dossier::Declaration;
use crate::draft::field::FIELD_LIMIT;
use crate::draft::{FieldError, MaterialState, words};
use crate::model::kind::TEXT_LIMIT;
use crate::report::MaterialRow;
use crate::ui::i18n::handoff;
use crate::ui::parts::{AnyQuestion, Clause, ErrorSummary, LineField, Onward, ParagraphField};
use crate::ui::session::{Msg, Session};
use crate::ui::store::Store;
use crate::ui::view_model::dossier::{ApplicantLine, DossierForm, EvidenceField, NarrativeField, errors, field_id};

#[component]
pub fn DossierPage() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let lang = store.lang();
    let form = store.look(|session, track| DossierForm::of(&session.filing, track, lang))?;
    let errors = store.track_memo(move |session, track| errors(&session.filing, track, lang));
    let fields = form.fields.into_iter().map(|line| view! { <ApplicantField line/> }).collect_view();
    let figures = (!form.questions.is_empty()).then(|| {
        let questions = form.questions.into_iter().map(|facts| view! { <AnyQuestion facts/> }).collect_view();
        view! { <section class="section"><h2>{w.base_figures()}</h2><div class="questions">{questions}</div></section> }
    });
    let evidence = (!form.evidence.is_empty()).then(|| view! { <EvidenceNames fields=form.evidence/> });
    let narratives = (!form.narratives.is_empty()).then(|| {
        let fields = form.narratives.into_iter().map(|field| view! { <Statement field/> }).collect_view();
        view! { <section class="section"><h2>{w.narratives()}</h2>{fields}</section> }
    });
    let materials = (!form.materials.is_empty()).then(|| {
        let rows = form.materials.into_iter().map(|row| view! { <MaterialChoice row/> }).collect_view();
        view! { <section class="section"><h2>{w.materials()}</h2><ul class="rows">{rows}</ul></section> }
    });
    let declarations =
        Declaration::ALL.into_iter().map(|declaration| view! { <DeclarationBox declaration/> }).collect_view();
    Some(view! {
        <ErrorSummary errors/>
        <h1>{form.title}</h1>
        <p class="lead">{w.dossier_lead()}</p>
        <form on:submit=move |event| { event.prevent_default(); store.send(Msg::Continued); }>
            <section class="section"><h2>{form.applicant}</h2>{fields}</section>
            {figures}
            {evidence}
            {narratives}
            {materials}
            <section class="section">
                <h2>{w.declarations()}</h2>
                <p class="help">{w.declarations_lead()}</p>
                <div class="declarations">{declarations}</div>
            </section>
            <Onward/>
        </form>
    })
}

#[component]
fn ApplicantField(line: ApplicantLine) -> impl IntoView {
    let store = Store::get();
    let ApplicantLine { field, label, autocomplete } = line;
    let lang = store.lang();
    let value = store.memo(move |session| session.filing.applicant.get(&field).cloned().unwrap_or_default());
    let read = store.memo(move |session: &Session| {
        let is_left = session.filing.left.contains(field.id());
        session.filing.applicant.get(&field).filter(|_| is_left).map(|text| field.read(text))
    });
    let error = Memo::new(move |_| match read.get() {
        // The counter says it while it is typed.
        Some(Err(FieldError::TooLong(_))) | None => None,
        Some(read) => read.err().map(|error| error.say(lang)),
    });
    let provided = store.memo(move |session| session.filing.is_field_provided(field));
    let note = Memo::new(move |_| {
        let to_check = read.get().and_then(|read| read.ok()?.note).map(|note| note.say(lang));
        to_check.or_else(|| provided.get().then_some(handoff::provided(lang)))
    });
    view! {
        <LineField
            id=field_id(field)
            label=label.to_owned()
            autocomplete
            limit=FIELD_LIMIT
            value
            error
            note
            typed=move |text| store.send(Msg::FieldTyped { field, text })
            left=move |()| store.send(Msg::FieldLeft { name: field.id().to_owned() })
        />
    }
}

/// A section that the applicant writes.
#[component]
fn Statement(field: NarrativeField) -> impl IntoView {
    let store = Store::get();
    let NarrativeField { id, title, help } = field;
    let section = StoredValue::new(id.clone());
    let value = store.memo(move |session| {
        session.filing.dossier().narratives.get(&section.get_value()).cloned().unwrap_or_default()
    });
    view! {
        <ParagraphField
            id=format!("narrative-{id}")
            label=title
            help
            limit=TEXT_LIMIT
            value
            typed=move |text| store.send(Msg::NarrativeTyped { section: section.get_value(), text })
        />
    }
}

/// A line for each answered fact that has papers to prove it.
#[component]
fn EvidenceNames(fields: Vec<EvidenceField>) -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let line = |EvidenceField { fact, label }: EvidenceField| {
        let id = StoredValue::new(fact.clone());
        let value = store
            .memo(move |session| session.filing.dossier().evidence.get(&id.get_value()).cloned().unwrap_or_default());
        view! {
            <LineField
                id=format!("evidence-{fact}")
                label
                autocomplete="off"
                limit=FIELD_LIMIT
                value
                error=Signal::derive(|| None::<String>)
                note=Signal::derive(|| None::<&'static str>)
                typed=move |text| store.send(Msg::EvidenceTyped { fact: id.get_value(), text })
                left=|()| ()
            />
        }
    };
    let lines = fields.into_iter().map(line).collect_view();
    view! {
        <section class="section">
            <h2>{w.evidence_names()}</h2>
            <p class="help">{w.evidence_names_lead()}</p>
            <details class="fold"><summary>{w.optional()}</summary>{lines}</details>
        </section>
    }
}

/// How far the applicant is with a paper.
#[component]
fn MaterialChoice(row: MaterialRow) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let MaterialRow { id, title, note, clause } = row;
    let id = StoredValue::new(id);
    let marked = store.memo(move |session| session.filing.dossier().materials.get(&id.get_value()).copied());
    let option = move |state: MaterialState| {
        view! {
            <label class="option">
                <input type="radio" name=format!("material-{}", id.get_value()) prop:checked=move || marked.get() == Some(state)
                    on:change=move |_| store.send(Msg::MaterialMarked { material: id.get_value(), state })/>
                <span>{words::material_state(state, lang)}</span>
            </label>
        }
    };
    view! {
        <li class="row row-plain">
            <fieldset>
                <legend><b>{title}</b></legend>
                <p class="help">{note}</p>
                <div class="options">{MaterialState::ALL.into_iter().map(option).collect_view()}</div>
                <Clause cite=clause.cite/>
            </fieldset>
        </li>
    }
}

#[component]
fn DeclarationBox(declaration: Declaration) -> impl IntoView {
    let store = Store::get();
    let made = store.memo(move |session| session.filing.dossier().declarations.contains(&declaration));
    view! {
        <label class="option">
            <input type="checkbox" prop:checked=made
                on:change=move |_| store.send(Msg::DeclarationMade { declaration, made: !made.get_untracked() })/>
            <span>{words::declaration(declaration, store.lang())}</span>
        </label>
    }
}
