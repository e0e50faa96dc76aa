//! What the answers to some facts suggest for others. Nothing here reaches a rule: a proposal is no answer.

use std::collections::BTreeSet;

use super::case::Case;
use super::number::{Bounds, Numbers};
use super::pass::Results;
use crate::model::growth::{growth, yearly_growth};
use crate::model::{Grow, Quantity, Truth, Value};
use crate::pack::Fact;
use crate::pack::load::TrackRef;
use crate::pack::rules::{FactRef, NumberNode, ProposalRule, ProposedBy};

/// Each fact for which enough is answered to propose something, with what that is, in asking order.
pub fn proposals(case: &Case<'_>) -> Vec<(String, Value)> {
    let proposals = case.track.proposals;
    if proposals.all.is_empty() {
        return Vec::new();
    }
    let track = TrackRef { rules: &proposals.rules, ..case.track };
    let results = Results::new(track, &case.facts, case.choices);
    let apart = Apart { case, track, results };
    proposals.all.iter().filter_map(|rule| apart.proposed(rule)).collect()
}

/// The open facts that are asked only for the sake of a proposal for one of these.
pub fn open_signs(case: &Case<'_>, missing: &[String]) -> BTreeSet<String> {
    let is_missing =
        |rule: &&ProposalRule| case.pack().fact_at(rule.slot).is_some_and(|fact| missing.contains(&fact.id));
    let signs = case.track.proposals.all.iter().filter(is_missing).flat_map(|rule| &rule.signs);
    let open = signs.filter_map(|slot| case.pack().fact_at(*slot)).filter(|fact| case.answers.get(&fact.id).is_none());
    open.map(|fact| fact.id.clone()).grown()
}

/// Whether a fact is asked although no rule looks at it: only while one that it is a sign of is asked.
pub fn is_wanted(case: &Case<'_>, id: &str) -> bool {
    let Some(slot) = case.pack().slot(id) else { return true };
    let mut of = case.track.proposals.all.iter().filter(|rule| rule.signs.contains(&slot)).peekable();
    let is_asked =
        |rule: &ProposalRule| case.pack().fact_at(rule.slot).is_some_and(|fact| case.applies(&fact.id) == Truth::Met);
    of.peek().is_none() || of.any(is_asked)
}

/// The proposals of a track with their own results.
struct Apart<'a> {
    case: &'a Case<'a>,
    track: TrackRef<'a>,
    results: Results,
}

impl Apart<'_> {
    fn proposed(&self, rule: &ProposalRule) -> Option<(String, Value)> {
        let fact = self.case.pack().fact_at(rule.slot)?;
        let value = match &rule.by {
            ProposedBy::Condition(node) => match self.results.truth(*node) {
                Truth::Met => Value::Bool(true),
                Truth::NotMet => Value::Bool(false),
                Truth::Unknown | Truth::Judged | Truth::NotApplicable => return None,
            },
            ProposedBy::Option(entries) => {
                // An entry that is still open could be the first that is met.
                let first = entries.iter().find(|(_, node)| self.results.truth(*node) != Truth::NotMet)?;
                let option = fact.options.get(first.0).filter(|_| self.results.truth(first.1) == Truth::Met)?;
                Value::Choice(option.id.clone())
            }
            ProposedBy::Number(number) => enterable(self.known(number)?, fact)?,
            ProposedBy::Growth { from, to, years } => {
                let (from, to) = (self.known(from)?, self.known(to)?);
                let growth = match years {
                    Some(years) => yearly_growth(from, to, self.known(years)?),
                    None => growth(from, to),
                };
                enterable(growth?, fact)?
            }
        };
        Some((fact.id.clone(), value))
    }

    /// A number once nothing in it is open.
    fn known(&self, number: &NumberNode) -> Option<Quantity> {
        let applies = &|fact: FactRef| self.results.applies(fact);
        let (track, facts) = (self.track, &self.case.facts);
        number.reckon(&Numbers { track, facts, applies, bounds: Bounds::Input }).settled()?.cut()
    }
}

/// Nothing that could not be entered is proposed.
fn enterable(number: Quantity, fact: &Fact) -> Option<Value> {
    fact.domain().number(&number.to_string()).ok().map(Value::Number)
}
