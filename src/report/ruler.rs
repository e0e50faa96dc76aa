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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Choices, Pack};
    use serde_json::json;

    const SAMPLE: &str = include_str!("../../tests/packs/good/sample.json");

    fn ruler(answers: &serde_json::Value, lang: Lang) -> RulerReport {
        let pack = Pack::load(SAMPLE).unwrap().pack;
        let (answers, choices) = (pack.take_answers(answers).unwrap(), Choices::default());
        RulerReport::of(&Case::new(pack.track("apply").unwrap(), &answers, &choices), "body.staff", lang).unwrap()
    }

    #[test]
    fn the_tiers_are_said_from_the_lowest_in_both_languages() {
        let tiers = |lang| {
            let tiers = ruler(&json!({}), lang).tiers.into_iter();
            tiers.map(|tier| (tier.starts, tier.amount)).collect::<Vec<_>>()
        };
        let said = |starts: &str, amount: &str| (starts.to_owned(), amount.to_owned());
        assert_eq!(tiers(Lang::Zh), [said("超过 10 人", "1 万元"), said("超过 20 人", "3 万元")]);
        assert_eq!(
            tiers(Lang::En),
            [said("more than 10 people", "CNY 10,000"), said("more than 20 people", "CNY 30,000")]
        );
    }

    #[test]
    fn a_number_stands_on_the_tier_it_has_reached() {
        let here = |staff: i64| ruler(&json!({ "body.plan": true, "body.staff": staff }), Lang::Zh).here;
        assert_eq!([10, 11, 20, 21, 500].map(here), [None, Some(0), Some(0), Some(1), Some(1)], "over 10 is not 10");
        assert_eq!(ruler(&json!({}), Lang::Zh).here, None, "nothing entered, nothing reached");
        let number = ruler(&json!({ "body.staff": 12 }), Lang::En).number.unwrap();
        assert_eq!(number, (Quantity::whole(12), "12 people".to_owned()));
    }

    #[test]
    fn it_says_what_the_next_tier_takes() {
        let says = |staff: i64, lang| ruler(&json!({ "body.plan": true, "body.staff": staff }), lang).says.unwrap();
        assert!(says(12, Lang::Zh).contains("20 人"), "{}", says(12, Lang::Zh));
        assert!(says(12, Lang::En).contains("20 people"), "{}", says(12, Lang::En));
        assert_ne!(says(12, Lang::Zh), says(21, Lang::Zh));
    }

    #[test]
    fn a_fact_without_tiers_has_no_ruler() {
        let pack = Pack::load(SAMPLE).unwrap().pack;
        let (answers, choices) = (pack.take_answers(&json!({})).unwrap(), Choices::default());
        let case = Case::new(pack.track("apply").unwrap(), &answers, &choices);
        assert_eq!(RulerReport::of(&case, "body.courses", Lang::Zh), None);
        assert_eq!(RulerReport::of(&case, "no.such", Lang::Zh), None);
    }
}
