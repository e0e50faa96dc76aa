//! Indicators: where each stands, and how far it is from its goal in its own unit.

use serde::Serialize;

use super::case::Case;
use super::explain::{self, Step};
use super::missing::missing_for_indicator;
use super::outcome::{Status, status};
use super::pass::Results;
use crate::model::{Deadline, Kind, Quantity, Truth, Value};
use crate::pack::condition::{Op, Relation};
use crate::pack::indicator::{Indicator, Measured};
use crate::pack::rules::{IndicatorRule, Parts};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct IndicatorFinding {
    pub id: String,
    pub status: Status,
    /// What was entered; of a checklist, how many points hold.
    pub value: Option<Value>,
    pub target: Option<Quantity>,
    /// How far from the target, in the unit of the indicator; zero where it is reached.
    pub gap: Option<Quantity>,
    pub by: Option<Deadline>,
    pub cite: String,
    pub missing: Vec<String>,
    pub reasons: Vec<Step>,
}

/// The indicators of a track, in the order of the pack.
pub fn findings(case: &Case<'_>) -> Vec<IndicatorFinding> {
    let pairs = case.track.track.indicators.iter().zip(&case.track.rules.indicators);
    pairs.map(|(indicator, rule)| finding(case, indicator, *rule)).collect()
}

/// Where each stands and what was entered, without the reasons.
pub fn stands<'a>(case: &'a Case<'_>) -> impl Iterator<Item = (&'a Indicator, Status, Option<Value>)> {
    let pairs = case.track.track.indicators.iter().zip(&case.track.rules.indicators);
    pairs.map(|(indicator, rule)| {
        let status = status(*rule, &case.results, &case.facts);
        (indicator, status, stand(case, &indicator.measured, *rule).value)
    })
}

fn finding(case: &Case<'_>, indicator: &Indicator, rule: IndicatorRule) -> IndicatorFinding {
    let status = status(rule, &case.results, &case.facts);
    let Stand { value, target, op, counts } = stand(case, &indicator.measured, rule);
    let number = value.as_ref().and_then(Value::as_number);
    let gap = number.zip(target).and_then(|(number, target)| match status {
        Status::Reached => Some(Quantity::ZERO),
        Status::Short => Some(gap(number, op, target, counts)),
        Status::Unknown | Status::Judged | Status::NotApplicable => None,
    });
    IndicatorFinding {
        id: indicator.id.clone(),
        status,
        value,
        target,
        gap,
        by: indicator.by,
        cite: indicator.cite.clone(),
        missing: missing_for_indicator(case, rule),
        reasons: explain::looked_at(case, rule),
    }
}

/// What is known of an indicator, and what it is held against.
struct Stand {
    value: Option<Value>,
    target: Option<Quantity>,
    op: Op,
    /// Both are whole numbers.
    counts: bool,
}

fn stand(case: &Case<'_>, measured: &Measured, rule: IndicatorRule) -> Stand {
    // Where a side does not apply there is nothing to show, whatever was answered.
    let applies = match rule {
        IndicatorRule::Goal(node) => case.results.truth(node) != Truth::NotApplicable,
        IndicatorRule::Rating(fact) => case.results.applies(fact) != Truth::NotMet,
        IndicatorRule::Checklist(_) => true,
    };
    let answer = |id: &str| case.answers.get(id).filter(|_| applies);
    let value = measured.fact().and_then(answer).cloned();
    let counts = measured.fact().and_then(|id| case.pack().fact(id)).is_some_and(|fact| fact.kind == Kind::Count);
    match (measured, rule) {
        (Measured::Target(goal), _) => Stand { value, target: Some(goal.value), op: goal.op, counts },
        (Measured::Comparison(Relation { op, times, of, .. }), _) => {
            let of = answer(of).and_then(Value::as_number);
            let target = of.map(|of| op.threshold(*times, of));
            Stand { value, target, op: *op, counts: counts && times.is_whole() }
        }
        (_, IndicatorRule::Checklist(points)) => {
            let (held, all) = counted(points, &case.results);
            Stand { value: Some(Value::Number(held)), target: Some(all), op: Op::AtLeast, counts: true }
        }
        _ => Stand { value, target: None, op: Op::AtLeast, counts },
    }
}

/// How many points hold, of how many that apply.
fn counted(points: Parts, results: &Results) -> (Quantity, Quantity) {
    let count = |counts: fn(Truth) -> bool| {
        let number = results.truths(points).filter(|truth| counts(*truth)).count();
        Quantity::whole(i64::try_from(number).unwrap_or(i64::MAX))
    };
    (count(|truth| truth == Truth::Met), count(|truth| truth != Truth::NotApplicable))
}

/// The distance from a number to a goal it misses; of a count, the whole number that is needed.
fn gap(number: Quantity, op: Op, target: Quantity, counts: bool) -> Quantity {
    let distance = if number < target { target.minus(number) } else { number.minus(target) };
    match op {
        Op::MoreThan | Op::LessThan if counts => distance.plus(Quantity::whole(1)),
        _ => distance,
    }
}
