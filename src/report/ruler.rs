//! The tiers by which a measure grades a number, and where the applicant stands on them.

use super::say::say;
use super::value::{number_text, start_text};
use crate::engine::Case;
use crate::engine::explain::{Step, steps, tiers};
use crate::model::{Lang, Quantity, Value};
use crate::pack::Fact;
use crate::pack::measure::Tier;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulerReport {
    pub tiers: Vec<TierRow>,
    /// The number that was entered, and how it is written.
    pub number: Option<(Quantity, String)>,
    /// Position of the tier it has reached.
    pub here: Option<usize>,
    /// Where it stands and what the next tier takes; nothing while the measure does not get as far as its tiers.
    pub says: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TierRow {
    pub bound: Quantity,
    /// `超过 70 件`.
    pub starts: String,
    pub amount: String,
}

impl RulerReport {
    /// `None` for a fact that no measure grades by tiers.
    pub fn of(case: &Case<'_>, fact: &str, lang: Lang) -> Option<Self> {
        let known = case.pack().fact(fact)?;
        let tiers = tiers(case.track, case.choices, fact)?;
        let number = case.answers.get(fact).and_then(Value::as_number);
        let is_reached = |tier: &Tier| number.is_some_and(|number| tier.starts.is_reached_by(number));
        Some(Self {
            here: tiers.iter().rposition(is_reached),
            tiers: tiers.iter().map(|tier| TierRow::of(tier, known, lang)).collect(),
            number: number.map(|number| (number, number_text(known, number, lang))),
            says: graded(case, fact).map(|step| say(&step, case.pack(), lang)),
        })
    }
}

impl TierRow {
    fn of(tier: &Tier, fact: &Fact, lang: Lang) -> Self {
        Self {
            bound: tier.starts.bound(),
            starts: start_text(fact, tier.starts, lang),
            amount: lang.money(tier.amount),
        }
    }
}

/// The step at which some measure grades the fact.
fn graded(case: &Case<'_>, fact: &str) -> Option<Step> {
    let mut steps = case.track.rules.measures.iter().flat_map(|rule| steps(case, *rule));
    steps.find(|step| matches!(step, Step::Tier { fact: graded, .. } if graded == fact))
}
