//! The question whose answer narrows the result most.

use super::case::Case;
use super::facts::Facts;
use super::outcome::{Status, status};
use super::pass::Results;
use super::support::MeasureResult;
use super::values::representatives;
use crate::model::{Quantity, Truth};
use crate::pack::rules::{MeasureRule, NodeId, Slot};

/// What is still open, the weightiest first: the verdict, conditions, measures without an upper end, the width of the
/// support, whatever else is unknown.
type Open = [i128; 5];

/// Of several facts the one that, over the answers it can get, leaves least open on average; of equal ones the first.
pub fn next_question(case: &Case<'_>, facts: &[Slot]) -> Option<Slot> {
    let mut results = Results::default();
    let weighed = facts.iter().map(|slot| (*slot, left_open(case, *slot, &mut results)));
    let smaller = |best: (Slot, Average), next: (Slot, Average)| if next.1.is_below(&best.1) { next } else { best };
    weighed.reduce(smaller).map(|(slot, _)| slot)
}

/// A sum over some answers; compared without dividing.
struct Average {
    sum: Open,
    of: i128,
}

impl Average {
    fn is_below(&self, other: &Self) -> bool {
        let scaled = |open: &Open, by: i128| open.map(|part| part.saturating_mul(by));
        scaled(&self.sum, other.of) < scaled(&other.sum, self.of)
    }
}

fn left_open(case: &Case<'_>, slot: Slot, results: &mut Results) -> Average {
    let mut facts = case.facts.clone();
    let answers = representatives(case.track, slot);
    let mut average = Average { sum: Open::default(), of: i128::try_from(answers.len()).unwrap_or(i128::MAX).max(1) };
    for answer in answers {
        facts.set(slot, answer);
        results.renew(case.track, &facts, case.choices);
        let open = open(case, results, &facts);
        for (sum, part) in average.sum.iter_mut().zip(open) {
            *sum = sum.saturating_add(part);
        }
    }
    average
}

fn open(case: &Case<'_>, results: &Results, facts: &Facts) -> Open {
    let rules = case.track.rules;
    let unknown = |nodes: &[NodeId]| count(nodes.iter().filter(|node| results.truth(**node) == Truth::Unknown));
    let conditions = unknown(&rules.conditions);
    let failed = rules.conditions.iter().any(|node| results.truth(*node) == Truth::NotMet);
    let amounts = || rules.measures.iter().map(|rule: &MeasureRule| MeasureResult::of(*rule, results).amount);
    let width = amounts().filter_map(|amount| amount.high.map(|high| high.minus(amount.low)));
    let indicators = rules.indicators.iter().filter(|rule| status(**rule, results, facts) == Status::Unknown);
    [
        i128::from(conditions > 0 && !failed),
        conditions,
        count(amounts().filter(|amount| amount.high.is_none())),
        width.map(Quantity::in_units).sum(),
        unknown(&rules.priorities).saturating_add(count(indicators)),
    ]
}

fn count<T>(found: impl Iterator<Item = T>) -> i128 {
    i128::try_from(found.count()).unwrap_or(i128::MAX)
}
