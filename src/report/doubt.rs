//! Answers that do not go together, as a question with the figures named.

use super::Clause;
use super::value::value_text;
use crate::engine::Case;
use crate::engine::doubts::{self, Doubt, EnteredFact};
use crate::model::{Kind, Lang};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubtRow {
    pub id: String,
    /// The facts it is about.
    pub facts: Vec<String>,
    /// What was entered: `发明专利授权 10 件、清零企业发明授权 12 件`.
    pub entered: String,
    /// What to look at.
    pub text: String,
    pub clause: Option<Clause>,
}

impl DoubtRow {
    /// Of every check that does not hold.
    pub fn all(case: &Case<'_>, lang: Lang) -> Vec<Self> {
        doubts::doubts(case).iter().filter_map(|doubt| Self::of(case, doubt, lang)).collect()
    }

    fn of(case: &Case<'_>, doubt: &Doubt, lang: Lang) -> Option<Self> {
        let pack = case.pack();
        let check = case.track.track.checks.iter().find(|check| check.id == doubt.id)?;
        let held = doubt.entered.first().and_then(|one| pack.fact(&one.fact));
        let figure = |one: &EnteredFact| {
            let fact = pack.fact(&one.fact)?;
            // A list is told by what it comes to, in the unit of the fact it is held against.
            let value = value_text(held.filter(|_| fact.kind == Kind::List).unwrap_or(fact), &one.value, lang);
            Some(format!("{}{}{value}", fact.label.get(lang), lang.pick(" ", ": ")))
        };
        let entered: Vec<String> = doubt.entered.iter().filter_map(figure).collect();
        Some(Self {
            id: doubt.id.clone(),
            facts: doubt.entered.iter().map(|one| one.fact.clone()).collect(),
            entered: lang.list(&entered),
            text: check.text.get(lang).to_owned(),
            clause: doubt.cite.as_ref().map(|cite| Clause::of(pack, cite, lang)),
        })
    }

    /// The figures and the question as one sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        format!("{}{}{}", self.entered, lang.pick("：", ". "), self.text)
    }
}
