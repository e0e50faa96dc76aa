//! The page of the dossier: what goes into the draft without deciding anything, and what is wrong with it.

use super::questions::as_questions;
use crate::draft::Field;
use crate::draft::dossier::FreeText;
use crate::model::Lang;
use crate::pack::load::TrackRef;
use crate::pack::track::Applicant;
use crate::report::{MaterialRow, applicant_title, details_title, materials};
use crate::ui::filing::Filing;
use crate::ui::i18n::{entry, phrases};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierForm {
    pub title: &'static str,
    /// The heading of the fields about whoever fills it in.
    pub applicant: &'static str,
    pub fields: Vec<ApplicantLine>,
    /// Facts that are only recorded, question by question.
    pub questions: Vec<Vec<String>>,
    /// Each answered fact that has papers to prove it.
    pub evidence: Vec<EvidenceField>,
    pub narratives: Vec<NarrativeField>,
    pub materials: Vec<MaterialRow>,
}

/// A line about whoever fills it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicantLine {
    pub field: Field,
    pub label: &'static str,
    /// The purpose of the input, by which a browser offers what it knows (WCAG 1.3.5).
    pub autocomplete: &'static str,
}

/// A line for the names of the papers that prove a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceField {
    pub fact: String,
    pub label: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NarrativeField {
    pub id: String,
    pub title: String,
    pub help: String,
}

impl DossierForm {
    pub fn of(filing: &Filing, track: TrackRef<'_>, lang: Lang) -> Self {
        let TrackRef { pack, track: declared, .. } = track;
        let asked = declared.topics.iter().flat_map(|topic| &topic.facts).filter_map(|id| pack.fact(id));
        let proven = asked.filter(|fact| fact.evidence.is_some() && filing.answers.get(&fact.id).is_some());
        let narratives = declared.narratives.iter().map(|one| NarrativeField {
            id: one.id.clone(),
            title: one.title.get(lang).to_owned(),
            help: one.help.get(lang).to_owned(),
        });
        Self {
            title: details_title(declared, lang),
            applicant: applicant_title(declared, lang),
            fields: Field::asked(declared).map(|field| ApplicantLine::of(field, declared.applicant, lang)).collect(),
            questions: as_questions(&declared.record, pack),
            evidence: proven
                .map(|fact| EvidenceField { fact: fact.id.clone(), label: fact.label.get(lang).to_owned() })
                .collect(),
            narratives: narratives.collect(),
            materials: materials(track, lang),
        }
    }
}

impl ApplicantLine {
    const fn of(field: Field, applicant: Applicant, lang: Lang) -> Self {
        let autocomplete = match (field, applicant) {
            (Field::Name, Applicant::Person) | (Field::Contact, _) => "name",
            (Field::Name, _) => "organization",
            (Field::Mobile, _) => "tel-national",
            (Field::Email, _) => "email",
            (Field::Address, _) => "street-address",
            (Field::Landline, _) => "tel",
            (Field::CreditCode | Field::LegalRepresentative | Field::RecommendingBody, _) => "off",
        };
        Self { field, label: field.label(applicant, lang), autocomplete }
    }
}

/// The id of the control of a field.
pub fn field_id(field: Field) -> String {
    format!("field-{}", field.id())
}

impl FreeText {
    /// The id of its control.
    pub fn control(&self) -> String {
        match self {
            Self::Narrative(section) => format!("narrative-{section}"),
            Self::Evidence(fact) => format!("evidence-{fact}"),
        }
    }
}

/// What is wrong on the page: the id of the control, and the line of the error summary.
pub fn errors(filing: &Filing, track: TrackRef<'_>, lang: Lang) -> Vec<(String, String)> {
    let line = |id: String, label: &str, message: String| (id, phrases::named(label, &message, lang));
    let applicant = track.track.applicant;
    let fields = filing.dossier().errors(track.track).into_iter();
    let fields = fields.map(|(field, error)| line(field_id(field), field.label(applicant, lang), error.say(lang)));
    let facts = track.track.record.iter().filter_map(|id| {
        let (fact, error) = track.pack.fact(id).zip(filing.error(track.pack, id))?;
        Some(line(format!("fact-{id}"), fact.label.get(lang), entry::typed_error(&error, fact, lang)))
    });
    let texts = filing.dossier().overlong(&filing.answers).into_iter().filter_map(|(text, by)| {
        let label = text.label(track.pack, track.track)?.get(lang);
        Some(line(text.control(), label, entry::too_long(by, text.limit(), lang)))
    });
    fields.chain(facts).chain(texts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Value;
    use crate::model::kind::TEXT_LIMIT;
    use crate::pack::builtin;
    use crate::ui::filing::{Entry, TrackId};

    fn filing(track: &str) -> Filing {
        let entries = vec![Entry::new(TrackId::new("zibo-2020-zone", track))];
        Filing { entries, ..Filing::new(0, "2026-11-21".parse().unwrap()) }
    }

    #[test]
    fn the_form_has_what_the_track_wants_in_its_order_and_in_both_languages() {
        let packs = builtin::all();
        let filing = filing("zone");
        let form = |lang| DossierForm::of(&filing, filing.track(&packs).unwrap(), lang);
        assert_eq!((form(Lang::Zh).title, form(Lang::En).title), ("申报信息", "Application details"));
        assert_eq!(form(Lang::En).applicant, "Applicant");
        let narratives: Vec<String> = form(Lang::Zh).narratives.into_iter().map(|one| one.id).collect();
        assert_eq!(narratives[..3], ["overview", "county", "industry"]);
        assert_eq!(form(Lang::Zh).materials[0].title, "示范区申报书");
        assert!(form(Lang::Zh).questions.iter().any(|facts| facts.len() == 4), "the four sides stand together");
    }

    #[test]
    fn papers_are_asked_for_only_where_an_answer_needs_proof() {
        let packs = builtin::all();
        let mut filing = filing("agency");
        let evidence = |filing: &Filing| {
            let form = DossierForm::of(filing, filing.track(&packs).unwrap(), Lang::Zh);
            form.evidence.into_iter().map(|field| field.fact).collect::<Vec<_>>()
        };
        assert_eq!(evidence(&filing), Vec::<String>::new());
        filing.answers.set("agency.patent_licensed", Value::Bool(true));
        assert_eq!(evidence(&filing), ["agency.patent_licensed"]);
    }

    #[test]
    fn what_is_wrong_is_listed_field_by_field_with_its_control() {
        let packs = builtin::all();
        let mut filing = filing("agency");
        filing.applicant.insert(Field::Email, "nobody".to_owned());
        filing.entries[0].narratives.insert("custody-results".to_owned(), "字".repeat(TEXT_LIMIT + 2));
        let errors = errors(&filing, filing.track(&packs).unwrap(), Lang::Zh);
        let controls: Vec<&str> = errors.iter().map(|(control, _)| &**control).collect();
        assert_eq!(controls, ["field-email", "narrative-custody-results"]);
        assert!(errors[1].1.contains("超出 2 字"), "{errors:?}");
    }
}
