//! Answers that do not go together: a part that is more than the whole.

use serde::Serialize;

use super::case::Case;
use super::explain::{self, Step};
use crate::model::{Quantity, Truth, Value};

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
        let reasons = explain::deciding(case, *root);
        let mut entered: Vec<EnteredFact> = Vec::new();
        for fact in check.holds.facts() {
            let value = case.answers.get(fact).filter(|_| case.applies(fact) != Truth::NotMet);
            let value = value.and_then(|value| match value {
                Value::List(_) => listed(&reasons).map(Value::Number),
                value => Some(value.clone()),
            });
            if let Some(value) = value.filter(|_| !entered.iter().any(|one| one.fact == fact)) {
                entered.push(EnteredFact { fact: fact.to_owned(), value });
            }
        }
        Doubt { id: check.id.clone(), entered, reasons, cite: check.cite.clone() }
    });
    doubt.collect()
}

/// What a list comes to that a fact is held against.
fn listed(reasons: &[Step]) -> Option<Quantity> {
    reasons.iter().find_map(|reason| match reason {
        Step::Numbers { of, .. } if of.low == of.high => Some(of.low),
        _ => None,
    })
}
