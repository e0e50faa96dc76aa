//! Answers that do not go together: a part that is more than the whole.

use serde::Serialize;

use super::case::Case;
use super::explain::{self, Step};
use crate::model::{Truth, Value};

/// Something that ought to hold between answers and does not. It decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Doubt {
    pub id: String,
    /// What was entered, in the order in which the check looks at it.
    pub entered: Vec<EnteredFact>,
    /// How the two sides were reckoned.
    pub reasons: Vec<Step>,
    pub cite: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct EnteredFact {
    pub fact: String,
    pub value: Value,
}

/// The checks of the track that do not hold, in its order. What is open or does not apply raises no doubt.
pub fn doubts(case: &Case<'_>) -> Vec<Doubt> {
    let checks = case.track.track.checks.iter().zip(&case.track.rules.checks);
    let failing = checks.filter(|(_, root)| case.results.truth(**root) == Truth::NotMet);
    let doubt = failing.map(|(check, root)| {
        let mut entered: Vec<EnteredFact> = Vec::new();
        for fact in check.holds.facts() {
            // A list is told by what was reckoned from it.
            let value = case.answers.get(fact).filter(|value| value.as_rows().is_none());
            let value = value.filter(|_| case.applies(fact) != Truth::NotMet);
            if let Some(value) = value.filter(|_| !entered.iter().any(|one| one.fact == fact)) {
                entered.push(EnteredFact { fact: fact.to_owned(), value: value.clone() });
            }
        }
        Doubt { id: check.id.clone(), entered, reasons: explain::deciding(case, *root), cite: check.cite.clone() }
    });
    doubt.collect()
}
