//! Goals by name, and what each asks of the results.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use super::super::case::Case;
use super::super::pass::Results;
use super::super::support::{MeasureResult, total};
use crate::model::{Amount, Grow, Quantity, Truth};
use crate::pack::rules::{AmountId, AmountNode, IndicatorRule, Node, NodeId, Parts, Slot};

/// Something an applicant may want to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Every condition of the track met.
    Eligible,
    /// One condition met, or not applicable.
    Condition(String),
    /// A measure met; where it is met already, the next higher amount.
    Measure(String),
    Indicator(String),
    /// At least this much support in all.
    Total(Quantity),
    /// The score passes.
    Pass,
    /// The score comes to this grade, or to a higher one.
    Grade(String),
}

/// Why a goal makes no sense here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalError {
    /// Not written like a goal.
    Unreadable(String),
    /// The track has no conditions.
    NoConditions,
    /// The track has no measures.
    NoSupport,
    /// Nothing says what passes.
    NoPass,
    NoSuchGrade {
        id: String,
        known: Vec<String>,
    },
    NoSuchCondition {
        id: String,
        known: Vec<String>,
    },
    NoSuchMeasure {
        id: String,
        known: Vec<String>,
    },
    NoSuchIndicator {
        id: String,
        known: Vec<String>,
    },
    /// The document sets no goal for this rating.
    NoTarget(String),
}

/// One thing that has to hold. Aims that rest on different facts can be reached apart.
#[derive(Clone, Copy, Debug)]
pub enum Aim {
    /// Met, or not applicable.
    NotAgainst(NodeId),
    Met(NodeId),
    /// Every point met that applies, and one at least.
    Points(Parts),
    Above(AmountId, Quantity),
    Total(Quantity),
}

/// What has to hold for a goal.
pub struct Aims {
    /// In as small pieces as possible.
    pub pieces: Vec<Aim>,
    /// What the pieces may miss together although each of them holds: a checklist of which no point applies any more.
    pub whole: Option<Aim>,
}

impl Goal {
    pub fn aims(&self, case: &Case<'_>) -> Result<Aims, GoalError> {
        let (track, rules) = (case.track.track, case.track.rules);
        let mut aims = Vec::new();
        let mut whole = None;
        match self {
            Self::Eligible if rules.conditions.is_empty() => return Err(GoalError::NoConditions),
            Self::Eligible => rules.conditions.iter().for_each(|node| split(case, *node, &mut aims)),
            Self::Condition(id) => {
                let position = track.conditions.iter().position(|condition| condition.id == *id);
                let Some(node) = position.and_then(|position| rules.conditions.get(position)) else {
                    let known = track.conditions.iter().map(|condition| condition.id.clone()).collect();
                    return Err(GoalError::NoSuchCondition { id: id.clone(), known });
                };
                split(case, *node, &mut aims);
            }
            Self::Measure(id) => {
                let declared = track.support.iter().flat_map(|support| &support.measures);
                let known: Vec<String> = declared.map(|measure| measure.id.clone()).collect();
                let position = known.iter().position(|known| known == id);
                let Some(rule) = position.and_then(|position| rules.measures.get(position)) else {
                    return Err(GoalError::NoSuchMeasure { id: id.clone(), known });
                };
                let reached = MeasureResult::of(*rule, &case.results).amount.low;
                split(case, rule.gate, &mut aims);
                raise(case, rule.amount, reached, &mut aims);
            }
            Self::Indicator(id) => {
                let position = track.indicators.iter().position(|indicator| indicator.id == *id);
                match position.and_then(|position| rules.indicators.get(position)) {
                    None => {
                        let known = track.indicators.iter().map(|indicator| indicator.id.clone()).collect();
                        return Err(GoalError::NoSuchIndicator { id: id.clone(), known });
                    }
                    Some(IndicatorRule::Rating(_)) => return Err(GoalError::NoTarget(id.clone())),
                    Some(IndicatorRule::Goal(node)) => aims.push(Aim::Met(*node)),
                    Some(IndicatorRule::Checklist(points)) => {
                        points.positions().for_each(|point| split(case, NodeId(point), &mut aims));
                        whole = Some(Aim::Points(*points));
                    }
                }
            }
            Self::Pass => {
                let passes = rules.score.passes.ok_or(GoalError::NoPass)?;
                split(case, passes, &mut aims);
            }
            Self::Grade(id) => {
                let declared = track.score.iter().flat_map(|score| &score.grades);
                let known: Vec<String> = declared.map(|grade| grade.id.clone()).collect();
                let position = known.iter().position(|known| known == id);
                let Some(node) = position.and_then(|position| rules.score.grades.get(position)) else {
                    return Err(GoalError::NoSuchGrade { id: id.clone(), known });
                };
                split(case, *node, &mut aims);
            }
            Self::Total(_) if rules.measures.is_empty() => return Err(GoalError::NoSupport),
            Self::Total(sum) => aims.push(Aim::Total(*sum)),
        }
        Ok(Aims { pieces: aims, whole })
    }
}

/// A whole of which every part has to hold is reached part by part.
fn split(case: &Case<'_>, id: NodeId, aims: &mut Vec<Aim>) {
    match case.track.rules.nodes.get(id.0) {
        Some(Node::All(parts)) => parts.positions().for_each(|part| split(case, NodeId(part), aims)),
        Some(Node::Same(other)) => split(case, *other, aims),
        Some(Node::ByReading { reading, cases }) => {
            split(case, NodeId(cases.at(case.choices.case(*reading))), aims);
        }
        _ => aims.push(Aim::NotAgainst(id)),
    }
}

/// An amount above `reached`, and the conditions on the way to it.
fn raise(case: &Case<'_>, id: AmountId, reached: Quantity, aims: &mut Vec<Aim>) {
    match case.track.rules.amounts.get(id.0) {
        Some(AmountNode::When { condition, then }) => {
            split(case, *condition, aims);
            raise(case, *then, reached, aims);
        }
        Some(AmountNode::ByReading { reading, cases }) => {
            raise(case, AmountId(cases.at(case.choices.case(*reading))), reached, aims);
        }
        _ => aims.push(Aim::Above(id, reached)),
    }
}

impl Aim {
    pub fn holds(self, case: &Case<'_>, results: &Results) -> bool {
        match self {
            Self::NotAgainst(node) => matches!(results.truth(node), Truth::Met | Truth::NotApplicable),
            Self::Met(node) => results.truth(node) == Truth::Met,
            Self::Points(points) => Truth::all(results.truths(points)) == Truth::Met,
            Self::Above(amount, reached) => results.amount(amount).low > reached,
            Self::Total(sum) => total(case.track, results, case.choices).low >= sum,
        }
    }

    /// Whether it may still come to hold, whatever the open facts turn out to be.
    pub fn is_possible(self, case: &Case<'_>, results: &Results) -> bool {
        let can_be = |amount: Amount, enough: &dyn Fn(Quantity) -> bool| amount.high.is_none_or(enough);
        match self {
            Self::NotAgainst(node) => matches!(results.truth(node), Truth::Met | Truth::Unknown | Truth::NotApplicable),
            Self::Met(node) => matches!(results.truth(node), Truth::Met | Truth::Unknown),
            Self::Points(points) => matches!(Truth::all(results.truths(points)), Truth::Met | Truth::Unknown),
            Self::Above(amount, reached) => can_be(results.amount(amount), &|high| high > reached),
            Self::Total(sum) => can_be(total(case.track, results, case.choices), &|high| high >= sum),
        }
    }

    /// The facts it rests on.
    pub fn facts(self, case: &Case<'_>) -> BTreeSet<Slot> {
        let rules = case.track.rules;
        match self {
            Self::NotAgainst(node) | Self::Met(node) => rules.facts_of_condition(node, case.choices),
            Self::Points(points) => {
                points.positions().flat_map(|point| rules.facts_of_condition(NodeId(point), case.choices)).grown()
            }
            Self::Above(amount, _) => rules.facts_of_amount(amount, case.choices),
            Self::Total(_) => {
                let of_measure = |rule: &crate::pack::rules::MeasureRule| {
                    let gate = rules.facts_of_condition(rule.gate, case.choices);
                    gate.into_iter().chain(rules.facts_of_amount(rule.amount, case.choices))
                };
                let ceilings = rules.ceilings.iter().flat_map(|one| rules.facts_of_amount(one.at, case.choices));
                rules.measures.iter().flat_map(of_measure).chain(ceilings).grown()
            }
        }
    }
}

impl FromStr for Goal {
    type Err = GoalError;

    fn from_str(text: &str) -> Result<Self, GoalError> {
        let unreadable = || GoalError::Unreadable(text.to_owned());
        match text.split_once(':') {
            None if text == "eligible" => Ok(Self::Eligible),
            None if text == "pass" => Ok(Self::Pass),
            Some(("grade", id)) if !id.is_empty() => Ok(Self::Grade(id.to_owned())),
            Some(("condition", id)) if !id.is_empty() => Ok(Self::Condition(id.to_owned())),
            Some(("measure", id)) if !id.is_empty() => Ok(Self::Measure(id.to_owned())),
            Some(("indicator", id)) if !id.is_empty() => Ok(Self::Indicator(id.to_owned())),
            Some(("total", yuan)) => {
                let sum: Quantity = yuan.parse().map_err(|_| unreadable())?;
                sum.is_positive().then_some(Self::Total(sum)).ok_or_else(unreadable)
            }
            _ => Err(unreadable()),
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Eligible => f.write_str("eligible"),
            Self::Condition(id) => write!(f, "condition:{id}"),
            Self::Measure(id) => write!(f, "measure:{id}"),
            Self::Indicator(id) => write!(f, "indicator:{id}"),
            Self::Total(sum) => write!(f, "total:{sum}"),
            Self::Pass => f.write_str("pass"),
            Self::Grade(id) => write!(f, "grade:{id}"),
        }
    }
}
