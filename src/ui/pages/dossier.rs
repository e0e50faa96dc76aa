//! 申报信息: what goes into the draft without deciding anything.

use leptos::prelude::*;

use crate::draft::dossier::Declaration;
use crate::draft::field::FIELD_LIMIT;
use crate::draft::{Field, FieldError, MaterialState, words};
use crate::model::kind::TEXT_LIMIT;
use crate::pack::Fact;
use crate::pack::track::{Material, Narrative};
use crate::report::{applicant_title, details_title};
use crate::ui::i18n::{entry, handoff, phrases};
use crate::ui::parts::{AnyQuestion, Clause, ErrorSummary, LineField, Onward, ParagraphField, as_questions};
use crate::ui::session::{Msg, Session};
use crate::ui::store::Store;

#[component]
pub fn DossierPage() -> impl IntoView {
    let store = Store::get();
    let w = store.words();
    let track = store.look(|_, track| track.track.clone())?;
    let lang = store.lang();
    let (details, applicant) = (details_title(&track, lang), applicant_title(&track, lang));
    let errors = store.track_memo(|session, track| {
        let lang = session.lang;
        let line = |id: String, label: &str, message: String| (id, phrases::named(label, &message, lang));
        let fields = session.filing.dossier().errors().into_iter();
        let fields = fields.map(|(field, error)| line(field_id(field), field.label(lang), error.say(lang)));
        let facts = track.track.record.iter().filter_map(|id| {
            let (fact, error) = track.pack.fact(id).zip(session.filing.error(track.pack, id))?;
            Some(line(format!("fact-{id}"), fact.label.get(lang), entry::typed_error(&error, fact, lang)))
        });
        let texts = session.filing.dossier().overlong(&session.filing.answers).into_iter().filter_map(|(text, by)| {
            let label = text.label(track.pack, track.track)?.get(lang);
            Some(line(text.control(), label, entry::too_long(by, text.limit(), lang)))
        });
        fields.chain(facts).chain(texts).collect::<Vec<_>>()
    });
    let fields = Field::asked(&track).map(|field| view! { <ApplicantField field/> }).collect_view();
    let recorded: Vec<Fact> = store
        .look(|_, of| of.track.record.iter().filter_map(|id| of.pack.fact(id)).cloned().collect())
        .unwrap_or_default();
    let figures = (!recorded.is_empty()).then(|| {
        let questions = as_questions(&recorded).into_iter().map(|facts| view! { <AnyQuestion facts/> }).collect_view();
        view! { <section class="section"><h2>{w.base_figures}</h2><div class="questions">{questions}</div></section> }
    });
    let narratives = (!track.narratives.is_empty()).then(|| {
        let fields = track.narratives.into_iter().map(|narrative| view! { <NarrativeField narrative/> }).collect_view();
        view! { <section class="section"><h2>{w.narratives}</h2>{fields}</section> }
    });
    let materials = (!track.materials.is_empty()).then(|| {
        let rows = track.materials.into_iter().map(|material| view! { <MaterialRow material/> }).collect_view();
        view! { <section class="section"><h2>{w.materials}</h2><ul class="rows">{rows}</ul></section> }
    });
    let declarations =
        Declaration::ALL.into_iter().map(|declaration| view! { <DeclarationBox declaration/> }).collect_view();
    Some(view! {
        <ErrorSummary errors/>
        <h1>{details}</h1>
        <p class="lead">{w.dossier_lead}</p>
        <form on:submit=move |event| { event.prevent_default(); store.send(Msg::Continued); }>
            <section class="section"><h2>{applicant}</h2>{fields}</section>
            {figures}
            <EvidenceNames/>
            {narratives}
            {materials}
            <section class="section">
                <h2>{w.declarations}</h2>
                <p class="help">{w.declarations_lead}</p>
                <div class="declarations">{declarations}</div>
            </section>
            <Onward/>
        </form>
    })
}

fn field_id(field: Field) -> String {
    format!("field-{}", field.id())
}

#[component]
fn ApplicantField(field: Field) -> impl IntoView {
    let store = Store::get();
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
    let autocomplete = match field {
        Field::Name => "organization",
        Field::Contact => "name",
        Field::Mobile => "tel-national",
        Field::Email => "email",
        Field::Address => "street-address",
        Field::Landline => "tel",
        Field::CreditCode | Field::LegalRepresentative | Field::RecommendingBody => "off",
    };
    view! {
        <LineField
            id=field_id(field)
            label=field.label(lang).to_owned()
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

#[component]
fn NarrativeField(narrative: Narrative) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let section = StoredValue::new(narrative.id.clone());
    let value = store.memo(move |session| {
        session.filing.dossier().narratives.get(&section.get_value()).cloned().unwrap_or_default()
    });
    view! {
        <ParagraphField
            id=format!("narrative-{}", narrative.id)
            label=narrative.title.get(lang).to_owned()
            help=narrative.help.get(lang).to_owned()
            limit=TEXT_LIMIT
            value
            typed=move |text| store.send(Msg::NarrativeTyped { section: section.get_value(), text })
        />
    }
}

/// A line for each answered fact that has papers to prove it.
#[component]
fn EvidenceNames() -> impl IntoView {
    let store = Store::get();
    let (lang, w) = (store.lang(), store.words());
    let facts: Vec<Fact> = store
        .look(|session, track| {
            let asked = track.track.topics.iter().flat_map(|topic| &topic.facts).filter_map(|id| track.pack.fact(id));
            asked
                .filter(|fact| fact.evidence.is_some() && session.filing.answers.get(&fact.id).is_some())
                .cloned()
                .collect()
        })
        .unwrap_or_default();
    if facts.is_empty() {
        return None;
    }
    let line = |fact: Fact| {
        let id = StoredValue::new(fact.id.clone());
        let value = store
            .memo(move |session| session.filing.dossier().evidence.get(&id.get_value()).cloned().unwrap_or_default());
        view! {
            <LineField
                id=format!("evidence-{}", fact.id)
                label=fact.label.get(lang).to_owned()
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
    let lines = facts.into_iter().map(line).collect_view();
    Some(view! {
        <section class="section">
            <h2>{w.evidence_names}</h2>
            <p class="help">{w.evidence_names_lead}</p>
            <details class="fold"><summary>{w.optional}</summary>{lines}</details>
        </section>
    })
}

#[component]
fn MaterialRow(material: Material) -> impl IntoView {
    let store = Store::get();
    let lang = store.lang();
    let id = StoredValue::new(material.id.clone());
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
    let title = material.title.get(lang).to_owned();
    view! {
        <li class="row row-plain">
            <fieldset>
                <legend><b>{title}</b></legend>
                <p class="help">{material.note.get(lang).to_owned()}</p>
                <div class="options">{MaterialState::ALL.into_iter().map(option).collect_view()}</div>
                <Clause cite=material.cite/>
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
