//! Why a result is what it is: the steps from facts to rule to result, as data. `say` puts them into words.

use serde::Serialize;

use super::case::Case;
use super::pass::stacking;
use crate::model::{Amount, Kind, Quantity, Truth, Value};
use crate::pack::condition::Op;
use crate::pack::cumulation::Stacking;
use crate::pack::load::TrackRef;
use crate::pack::measure::{Start, Tier};
use crate::pack::rules::{AmountId, AmountNode, FactRef, MeasureRule, Node, NodeId, Slot};
use crate::pack::{Choices, Fact};

/// One step of a reason. The steps of a condition or measure are listed in the order in which they are taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Step {
    /// A fact against what is needed of it.
    Fact {
        fact: String,
        value: Option<Value>,
        needs: Need,
        truth: Truth,
    },
    /// `each` for every unit that counts.
    PerUnit {
        fact: String,
        value: Option<Value>,
        each: Quantity,
        counted: Option<Quantity>,
        amount: Amount,
    },
    /// The tier a number has reached, and the next one above it.
    Tier {
        fact: String,
        value: Option<Value>,
        reached: Option<Start>,
        next: Option<NextTier>,
        amount: Amount,
    },
    /// The amount that belongs to an option.
    Choice {
        fact: String,
        value: Option<Value>,
        amount: Amount,
    },
    Fixed {
        amount: Amount,
    },
    /// The authority decides within a range.
    Discretion {
        amount: Amount,
    },
    Sum {
        amount: Amount,
    },
    LargerOf {
        amount: Amount,
    },
    /// A ceiling that takes effect.
    Capped {
        at: Quantity,
        before: Amount,
        amount: Amount,
    },
}

/// What a condition needs of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    Yes,
    Given,
    Compare { op: Op, threshold: Quantity },
    OneOf { options: Vec<String> },
    Includes { options: Vec<String> },
}

/// The tier above the one reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextTier {
    pub starts: Start,
    /// How many more units reach it; only for counts.
    pub more: Option<Quantity>,
    pub amount: Quantity,
}

/// The facts that decide a condition, each with what was needed of it.
pub fn reasons(case: &Case<'_>, root: NodeId) -> Vec<Step> {
    let mut steps = Vec::new();
    Explain { case, steps: &mut steps }.condition(root);
    steps
}

/// How the amount of a measure comes about.
pub fn steps(case: &Case<'_>, measure: MeasureRule) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut explain = Explain { case, steps: &mut steps };
    let gate = case.results.truth(measure.gate);
    match case.track.rules.nodes.get(measure.gate.0) {
        // The common conditions have lines of their own; under each measure they count only where they block it.
        Some(Node::All(parts)) if gate != Truth::NotMet => {
            let own = |part: &usize| !matches!(case.track.rules.nodes.get(*part), Some(Node::Same(_)));
            parts.positions().filter(own).for_each(|part| explain.condition(NodeId(part)));
        }
        _ => explain.condition(measure.gate),
    }
    if gate != Truth::NotMet {
        explain.amount(measure.amount);
    }
    steps
}

/// The tiers by which some measure grades a fact, under the chosen readings.
pub fn tiers(track: TrackRef<'_>, choices: &Choices, fact: &str) -> Option<Vec<Tier>> {
    let slot = track.pack.slot(fact)?;
    track.rules.measures.iter().find_map(|measure| find_tiers(track, choices, measure.amount, slot))
}

fn find_tiers(track: TrackRef<'_>, choices: &Choices, id: AmountId, slot: Slot) -> Option<Vec<Tier>> {
    let below = |id: usize| find_tiers(track, choices, AmountId(id), slot);
    match track.rules.amounts.get(id.0)? {
        AmountNode::Tiered { fact, tiers } => (fact.slot == slot).then(|| tiers.clone()),
        AmountNode::When { then: part, .. } | AmountNode::Capped { of: part, .. } => below(part.0),
        AmountNode::Sum(parts) | AmountNode::LargerOf(parts) => parts.positions().find_map(below),
        AmountNode::ByReading { reading, cases } => below(cases.at(choices.case(*reading))),
        AmountNode::Range(_) | AmountNode::PerUnit { .. } | AmountNode::ByChoice { .. } => None,
    }
}

struct Explain<'a> {
    case: &'a Case<'a>,
    steps: &'a mut Vec<Step>,
}

impl Explain<'_> {
    /// Descends only into the parts that made the whole what it is.
    fn condition(&mut self, id: NodeId) {
        let Some(node) = self.case.track.rules.nodes.get(id.0) else { return };
        let truth = self.case.results.truth(id);
        let fact_options = |fact: FactRef, mask: u64| self.options(fact, mask);
        let (fact, needs) = match node {
            Node::All(parts) | Node::Any(parts) | Node::AtLeast { of: parts, .. } => {
                let deciding = parts.positions().map(NodeId).filter(|part| self.case.results.truth(*part) == truth);
                return deciding.for_each(|part| self.condition(part));
            }
            Node::Not(part) | Node::Same(part) => return self.condition(*part),
            Node::ByReading { reading, cases } => {
                return self.condition(NodeId(cases.at(self.case.choices.case(*reading))));
            }
            Node::Is(fact) => (*fact, Need::Yes),
            Node::Given(fact) => (*fact, Need::Given),
            Node::Compare { fact, op, value } => (*fact, Need::Compare { op: *op, threshold: *value }),
            Node::OneOf { fact, mask } => (*fact, Need::OneOf { options: fact_options(*fact, *mask) }),
            Node::Includes { fact, mask } => (*fact, Need::Includes { options: fact_options(*fact, *mask) }),
        };
        if let (Truth::Unknown, Some(gate)) = (self.case.results.applies(fact), fact.applies) {
            // Whether the fact applies at all has to be known first.
            return self.condition(gate);
        }
        let (fact, value) = self.known(fact);
        let step = Step::Fact { fact, value, needs, truth };
        if !self.steps.contains(&step) {
            self.steps.push(step);
        }
    }

    fn amount(&mut self, id: AmountId) {
        let Some(node) = self.case.track.rules.amounts.get(id.0) else { return };
        let amount = self.case.results.amount(id);
        match node {
            AmountNode::Range(range) if range.is_settled() => self.steps.push(Step::Fixed { amount }),
            AmountNode::Range(_) => self.steps.push(Step::Discretion { amount }),
            AmountNode::PerUnit { fact, each } => {
                let (fact, value) = self.known(*fact);
                let one_unit = stacking(&self.case.track.rules.stacking, self.case.choices) == Stacking::AddOneUnitEach;
                let units = number_of(value.as_ref());
                let counted = units.filter(|units| one_unit && *units > Quantity::whole(1)).map(|_| Quantity::whole(1));
                self.steps.push(Step::PerUnit { fact, value, each: *each, counted, amount });
            }
            AmountNode::Tiered { fact, tiers } => {
                let counts = self.fact(*fact).is_some_and(|fact| fact.kind == Kind::Count);
                let (fact, value) = self.known(*fact);
                let (reached, next) =
                    number_of(value.as_ref()).map_or((None, None), |number| place(tiers, number, counts));
                self.steps.push(Step::Tier { fact, value, reached, next, amount });
            }
            AmountNode::ByChoice { fact, .. } => {
                let (fact, value) = self.known(*fact);
                self.steps.push(Step::Choice { fact, value, amount });
            }
            AmountNode::When { condition, then } => {
                self.condition(*condition);
                // While the condition is open, what it would bring shows in the range of the whole.
                if matches!(self.case.results.truth(*condition), Truth::Met | Truth::NotApplicable) {
                    self.amount(*then);
                }
            }
            AmountNode::Sum(parts) | AmountNode::LargerOf(parts) => {
                parts.positions().for_each(|part| self.amount(AmountId(part)));
                let bringing =
                    parts.positions().filter(|part| self.case.results.amount(AmountId(*part)) != Amount::ZERO);
                if bringing.count() > 1 {
                    let together = matches!(node, AmountNode::Sum(_));
                    self.steps.push(if together { Step::Sum { amount } } else { Step::LargerOf { amount } });
                }
            }
            AmountNode::Capped { at, of } => {
                self.amount(*of);
                let before = self.case.results.amount(*of);
                if before != amount {
                    self.steps.push(Step::Capped { at: *at, before, amount });
                }
            }
            AmountNode::ByReading { reading, cases } => {
                self.amount(AmountId(cases.at(self.case.choices.case(*reading))));
            }
        }
    }

    fn fact(&self, fact: FactRef) -> Option<&Fact> {
        self.case.pack().fact_at(fact.slot)
    }

    fn known(&self, fact: FactRef) -> (String, Option<Value>) {
        let id = self.fact(fact).map(|fact| fact.id.clone()).unwrap_or_default();
        let value = self.case.answers.get(&id).cloned();
        (id, value)
    }

    fn options(&self, fact: FactRef, mask: u64) -> Vec<String> {
        let options = self.fact(fact).map(|fact| fact.options.as_slice()).unwrap_or_default().iter().enumerate();
        options.filter(|(index, _)| mask & (1_u64 << index) != 0).map(|(_, option)| option.id.clone()).collect()
    }
}

fn number_of(value: Option<&Value>) -> Option<Quantity> {
    match value {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    }
}

/// Where a number stands among the tiers.
fn place(tiers: &[Tier], number: Quantity, counts: bool) -> (Option<Start>, Option<NextTier>) {
    let reached = tiers.iter().rfind(|tier| tier.starts.is_reached_by(number)).map(|tier| tier.starts);
    let next = tiers.iter().find(|tier| !tier.starts.is_reached_by(number)).map(|tier| {
        let more = match tier.starts {
            Start::Over(bound) => bound.minus(number).plus(Quantity::whole(1)),
            Start::From(bound) => bound.minus(number),
        };
        NextTier { starts: tier.starts, more: counts.then_some(more), amount: tier.amount }
    });
    (reached, next)
}
