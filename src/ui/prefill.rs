//! Prefill: what the portal knows of the applicant from its login. It is read as if it were typed, stands only where nobody has
//! entered anything, and is the person's from then on. In a draft of another applicant nothing is filled in before the
//! person asks for it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::filing::Filing;
use crate::draft::Field;
use crate::model::Value;
use crate::model::json::{self, JsonError, Limits};
use crate::pack::Pack;
use crate::pack::answers::AnswerErrorKind;

/// As the portal gave it; each value is read when it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Prefill {
    facts: Map<String, Json>,
    applicant: Map<String, Json>,
}

/// What became of each key of a prefill. It holds no value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Prefilled {
    pub taken: Vec<String>,
    /// Where the person's own entry stands.
    pub kept: Vec<String>,
    /// The draft is of another applicant: left out until the person asks for it.
    pub withheld: Vec<String>,
    pub refused: Vec<RefusedKey>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedKey {
    pub key: String,
    pub code: &'static str,
}

impl Prefill {
    pub fn read(text: &str) -> Result<Self, JsonError> {
        json::shape(&json::read_visible(text, Limits::ANSWERS)?)
    }

    /// Whom it is about, where the draft is of somebody else: the credit codes decide, or the names where one of the
    /// two has no code. An applicant whom the portal named to this draft before is no other, whatever the person has
    /// made of the name since.
    pub fn other_applicant(&self, filing: &Filing) -> Option<String> {
        let both = |field: Field| Some((self.field(field)?, filing.normal(field)?));
        let field = [Field::CreditCode, Field::Name].into_iter().find(|field| both(*field).is_some())?;
        let (ours, theirs) = both(field)?;
        let is_known = filing.provided.applicant.get(&field) == Some(&ours);
        (ours != theirs && !is_known).then(|| self.field(Field::Name).unwrap_or(ours))
    }

    /// What it has for a field, in its normal form.
    fn field(&self, field: Field) -> Option<String> {
        read_field(field.id(), self.applicant.get(field.id())?).ok().map(|(_, text)| text)
    }

    /// Fills in what can be read, except over what a person entered. A draft of another applicant stays as it is.
    pub(super) fn fill(&self, filing: &mut Filing, packs: &[Pack]) {
        if self.other_applicant(filing).is_none() {
            self.fill_blanks(filing, packs);
        }
    }

    /// The person takes it into a draft of another applicant: from then on the portal has named this one to it, too.
    pub(super) fn fill_all_the_same(&self, filing: &mut Filing, packs: &[Pack]) {
        self.fill_blanks(filing, packs);
        for field in [Field::CreditCode, Field::Name] {
            if let Some(text) = self.field(field) {
                filing.provided.applicant.insert(field, text);
            }
        }
    }

    fn fill_blanks(&self, filing: &mut Filing, packs: &[Pack]) {
        for (id, value) in &self.facts {
            if let Ok(value) = read_fact(id, value, packs)
                && filing.is_open_to_portal(id)
            {
                filing.provided.facts.insert(id.clone(), as_json(&value));
                filing.answer(id.clone(), value);
            }
        }
        for (id, text) in &self.applicant {
            if let Ok((field, text)) = read_field(id, text)
                && filing.asks_field(field, packs)
                && filing.is_field_open_to_portal(field)
            {
                filing.provided.applicant.insert(field, text.clone());
                filing.applicant.insert(field, text);
            }
        }
    }

    /// What became of each key in a draft.
    pub fn outcome(&self, filing: &Filing, packs: &[Pack]) -> Prefilled {
        let mut outcome = Prefilled::default();
        for (id, value) in &self.facts {
            outcome.note(id, read_fact(id, value, packs).map(|_| filing.is_fact_provided(id)));
        }
        for (id, text) in &self.applicant {
            let field = read_field(id, text).map(|(field, _)| field);
            let asked = field.and_then(|field| filing.asks_field(field, packs).then_some(field).ok_or("not_asked"));
            outcome.note(id, asked.map(|field| filing.is_field_provided(field)));
        }
        if self.other_applicant(filing).is_some() {
            outcome.withheld = outcome.taken.drain(..).chain(outcome.kept.drain(..)).collect();
        }
        outcome
    }
}

impl Prefilled {
    fn note(&mut self, key: &str, stands: Result<bool, &'static str>) {
        match stands {
            Ok(true) => self.taken.push(key.to_owned()),
            Ok(false) => self.kept.push(key.to_owned()),
            Err(code) => self.refused.push(RefusedKey { key: key.to_owned(), code }),
        }
    }
}

impl Filing {
    /// The answer to a fact is the one the portal gave.
    pub fn is_fact_provided(&self, fact: &str) -> bool {
        let given = self.provided.facts.get(fact);
        given.is_some() && self.answers.get(fact).map(as_json).as_ref() == given
    }

    /// The text of a field is the one the portal gave.
    pub fn is_field_provided(&self, field: Field) -> bool {
        let given = self.provided.applicant.get(&field);
        given.is_some() && self.applicant.get(&field) == given
    }

    /// Whether a track of the draft has the field on its paper. Before one is chosen, any may.
    fn asks_field(&self, field: Field, packs: &[Pack]) -> bool {
        let mut tracks = self.entries.iter().filter_map(|entry| entry.id.find(packs));
        self.entries.is_empty() || tracks.any(|track| Field::asked(track.track).any(|asked| asked == field))
    }

    /// What stands in a field, in its normal form.
    fn normal(&self, field: Field) -> Option<String> {
        let text = self.applicant.get(&field)?;
        field.read(text).ok().map(|entered| entered.normal).filter(|normal| !normal.is_empty())
    }

    /// Nobody has dealt with a fact. One that the portal gave and that is gone was taken back by the person.
    fn is_open_to_portal(&self, fact: &str) -> bool {
        let untouched = !self.provided.facts.contains_key(fact) && !self.given().any(|given| given == fact);
        untouched || self.is_fact_provided(fact)
    }

    fn is_field_open_to_portal(&self, field: Field) -> bool {
        let untouched = !self.provided.applicant.contains_key(&field) && !self.applicant.contains_key(&field);
        untouched || self.is_field_provided(field)
    }
}

/// A fact means the same in every programme, so any pack that has it will do.
fn read_fact(id: &str, value: &Json, packs: &[Pack]) -> Result<Value, &'static str> {
    let pack = packs.iter().find(|pack| pack.fact(id).is_some()).ok_or("unknown_fact")?;
    let one = Json::Object(Map::from_iter([(id.to_owned(), value.clone())]));
    let (answers, refused) = pack.sort_answers(&one).map_err(|_| "value")?;
    match refused.first().map(|error| &error.kind) {
        Some(AnswerErrorKind::UnknownFact(_)) => Err("unknown_fact"),
        Some(AnswerErrorKind::NoSuchOption { .. }) => Err("unknown_option"),
        Some(_) => Err("value"),
        None => answers.get(id).cloned().ok_or("blank"),
    }
}

/// A field in its normal form.
fn read_field(id: &str, text: &Json) -> Result<(Field, String), &'static str> {
    let field = Field::ALL.into_iter().find(|field| field.id() == id).ok_or("unknown_field")?;
    let text = text.as_str().ok_or("value")?;
    match field.read(text) {
        Ok(entered) if entered.normal.is_empty() => Err("blank"),
        Ok(entered) => Ok((field, entered.normal)),
        Err(_) => Err("value"),
    }
}

fn as_json(value: &Value) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}
