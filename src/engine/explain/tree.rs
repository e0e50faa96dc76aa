//! From the flat rules and their results to the tree of reasons.

use super::super::case::Case;
use super::super::known::Known;
use super::super::number::{Bounds, Numbers};
use super::tiers::place;
use super::{Need, Reason, Reckoning, Stated, Step, Summand};
use crate::model::{Kind, Quantity, Truth, Value};
use crate::pack::Fact;
use crate::pack::load::TrackRef;
use crate::pack::rules::{AmountId, AmountNode, FactRef, IndicatorRule, MeasureRule, Node, NodeId, NumberNode};

/// Why a condition is what it is, with all its parts.
pub fn condition(case: &Case<'_>, root: NodeId) -> Reason {
    Tree { case }.condition(root)
}

/// How the amount of a measure comes about: what it requires, then the sum.
pub fn measure(case: &Case<'_>, rule: MeasureRule) -> Vec<Reason> {
    let tree = Tree { case };
    let gate = tree.condition(rule.gate);
    vec![gate, tree.amount(rule.amount)]
}

/// What an indicator was read from: every point of a checklist.
pub fn indicator(case: &Case<'_>, rule: IndicatorRule) -> Vec<Reason> {
    let tree = Tree { case };
    match rule {
        IndicatorRule::Goal(node) => vec![tree.condition(node)],
        IndicatorRule::Checklist(points) => points.positions().map(|point| tree.condition(NodeId(point))).collect(),
        IndicatorRule::Rating(fact) => vec![tree.rating(fact)],
    }
}

pub struct Tree<'a> {
    pub case: &'a Case<'a>,
}

impl Tree<'_> {
    pub fn condition(&self, id: NodeId) -> Reason {
        let truth = self.case.results.truth(id);
        let Some(node) = self.case.track.rules.nodes.get(id.0) else { return Reason::leaf(Step::All { truth }) };
        let (step, parts) = match node {
            Node::All(parts) => (Step::All { truth }, parts.positions()),
            Node::Any(parts) => (Step::Any { truth }, parts.positions()),
            Node::AtLeast { n, of } => (Step::AtLeast { n: *n, truth }, of.positions()),
            Node::Not(part) => (Step::Not { truth }, part.0..part.0 + 1),
            Node::Judged(part) => (Step::Judged { truth }, part.0..part.0 + 1),
            Node::CompareNumbers { number, op, times, of } => {
                let (number, of) = (self.reckoning(number), self.reckoning(of));
                return Reason::leaf(Step::Numbers { number, op: *op, times: *times, of, truth });
            }
            Node::Points { group, from } => return Reason::leaf(self.points(*group, *from, truth)),
            Node::Same(other) => return self.condition(*other),
            Node::ByReading { reading, cases } => {
                let chosen = cases.at(self.case.choices.case(*reading));
                (self.reading(*reading), chosen..chosen + 1)
            }
            leaf => return self.leaf(leaf, truth),
        };
        Reason { step, parts: parts.map(|part| self.condition(NodeId(part))).collect() }
    }

    fn leaf(&self, node: &Node, truth: Truth) -> Reason {
        let looked_at = node.looks_at();
        let Some(fact) = looked_at.first().copied() else { return Reason::leaf(Step::All { truth }) };
        let open = |fact: &FactRef| self.case.results.applies(*fact) == Truth::Unknown;
        // Whether a fact applies at all has to be known first.
        if let Some(gate) = looked_at.iter().find(|fact| open(fact)).and_then(|fact| fact.applies) {
            return self.condition(gate);
        }
        let needs = match node {
            Node::Given(_) => Need::Given,
            Node::Compare { op, value, .. } => Need::Compare { op: *op, threshold: *value },
            Node::CompareFacts { op, times, of, .. } => {
                let (of, value) = self.known(*of);
                let threshold = value.as_ref().and_then(Value::as_number).map(|value| op.threshold(*times, value));
                Need::CompareFacts { op: *op, times: *times, of, threshold }
            }
            Node::OneOf { mask, discretion, .. } => {
                Need::OneOf { options: self.options(fact, *mask), discretion: self.options(fact, *discretion) }
            }
            Node::Includes { mask, at_least, .. } => {
                let some = (*at_least < mask.count_ones()).then_some(*at_least as usize);
                Need::Includes { options: self.options(fact, *mask), at_least: some }
            }
            _ => Need::Yes,
        };
        let gates = looked_at.iter().filter(|fact| self.case.results.applies(**fact) == Truth::NotMet);
        let parts = gates.filter_map(|fact| fact.applies).map(|gate| self.condition(gate)).collect();
        let (fact, value) = self.known(fact);
        Reason { step: Step::Fact { fact, value, needs, truth }, parts }
    }

    /// What the applicant rated, against nothing.
    pub fn rating(&self, rated: FactRef) -> Reason {
        let (fact, value) = self.known(rated);
        let truth = match value {
            Some(_) => Truth::Met.where_applicable(self.case.results.applies(rated)),
            None => Truth::Unknown.where_applicable(self.case.results.applies(rated)),
        };
        Reason::leaf(Step::Fact { fact, value, needs: Need::Given, truth })
    }

    pub fn amount(&self, id: AmountId) -> Reason {
        let amount = self.case.results.amount(id);
        let Some(node) = self.case.track.rules.amounts.get(id.0) else { return Reason::leaf(Step::Fixed { amount }) };
        let all = |parts: std::ops::Range<usize>| parts.map(|part| self.amount(AmountId(part))).collect();
        match node {
            AmountNode::Range(range) if range.is_settled() => Reason::leaf(Step::Fixed { amount }),
            AmountNode::Range(_) => Reason::leaf(Step::Discretion { amount }),
            AmountNode::PerUnit { fact, each } => {
                let (fact, value) = self.known(*fact);
                let one_unit = self.case.track.rules.stack(self.case.choices).one_unit;
                let units = value.as_ref().and_then(Value::as_number);
                let counted = units.filter(|units| one_unit && *units > Quantity::whole(1)).map(|_| Quantity::whole(1));
                Reason::leaf(Step::PerUnit { fact, value, each: *each, counted, amount })
            }
            AmountNode::Tiered { fact, tiers } => {
                let counts = self.fact(*fact).is_some_and(|fact| fact.kind == Kind::Count);
                let (fact, value) = self.known(*fact);
                let number = value.as_ref().and_then(Value::as_number);
                let (reached, next) = number.map_or((None, None), |number| place(tiers, number, counts));
                Reason::leaf(Step::Tier { fact, value, reached, next, amount })
            }
            AmountNode::InKind => Reason::leaf(Step::InKind { amount }),
            AmountNode::Number(number) => Reason::leaf(Step::Worked { number: self.reckoning(number), amount }),
            AmountNode::TieredBy { number, tiers, .. } => {
                let counts =
                    number.facts().iter().all(|fact| self.fact(*fact).is_some_and(|fact| fact.kind == Kind::Count));
                let number = self.reckoning(number);
                let settled = (number.low == number.high).then_some(number.low);
                let (reached, next) = settled.map_or((None, None), |number| place(tiers, number, counts));
                Reason::leaf(Step::TierBy { number, reached, next, amount })
            }
            AmountNode::UpTo { from, to } => {
                Reason { step: Step::UpTo { amount }, parts: vec![self.amount(*from), self.amount(*to)] }
            }
            AmountNode::ByChoice { fact, amounts } => {
                let chosen = self.case.facts.get(fact.slot);
                let chosen = if let Known::Option(chosen) = chosen { amounts.get(chosen) } else { None };
                let worked_out = chosen.filter(|number| !matches!(number, NumberNode::Constant(_)));
                let step = |number| Reason::leaf(Step::Worked { number: self.reckoning(number), amount });
                let (fact, value) = self.known(*fact);
                let step_of_choice = Step::Choice { fact, value, amount };
                Reason { step: step_of_choice, parts: worked_out.map(step).into_iter().collect() }
            }
            AmountNode::When { condition, then } => Reason {
                step: Step::When { truth: self.case.results.truth(*condition), amount },
                parts: vec![self.condition(*condition), self.amount(*then)],
            },
            AmountNode::Sum(parts) => Reason { step: Step::Sum { amount }, parts: all(parts.positions()) },
            AmountNode::LargerOf(parts) => Reason { step: Step::LargerOf { amount }, parts: all(parts.positions()) },
            AmountNode::Capped { at, of } => {
                let before = self.case.results.amount(*of);
                let step = match at {
                    NumberNode::Constant(at) => Step::Capped { at: at.value, before, amount },
                    number => {
                        let at = self.look(Bounds::Stated, &|numbers| number.reckon(numbers)).in_yuan();
                        Step::CappedBy { number: self.reckoning(number), at, before, amount }
                    }
                };
                Reason { step, parts: vec![self.amount(*of)] }
            }
            AmountNode::ByReading { reading, cases } => {
                let chosen = cases.at(self.case.choices.case(*reading));
                Reason { step: self.reading(*reading), parts: vec![self.amount(AmountId(chosen))] }
            }
        }
    }

    fn reckoning(&self, number: &NumberNode) -> Reckoning {
        let mut terms = Vec::new();
        self.terms(number, false, &mut terms);
        let range = self.look(Bounds::Input, &|numbers| number.reckon(numbers));
        let stated = |fact: &FactRef| {
            let (fact, value) = self.known(*fact);
            Stated { fact, value }
        };
        let formula = (!number.is_plain()).then(|| number.map(&stated));
        Reckoning { terms, low: range.low.cut(), high: range.high.cut(), formula }
    }

    fn look<T>(&self, bounds: Bounds, at: &dyn Fn(&Numbers<'_>) -> T) -> T {
        let applies = &|fact| self.case.results.applies(fact);
        at(&Numbers { track: self.case.track, facts: &self.case.facts, applies, bounds })
    }

    fn terms(&self, number: &NumberNode, less: bool, terms: &mut Vec<Summand>) {
        match number {
            NumberNode::Fact(fact) if self.case.results.applies(*fact) == Truth::NotMet => {}
            NumberNode::Fact(fact) => {
                let (fact, value) = self.known(*fact);
                terms.push(Summand { fact, value, less });
            }
            NumberNode::Minus { from, less: others } => {
                self.terms(from, less, terms);
                for part in others {
                    self.terms(part, !less, terms);
                }
            }
            whole => whole.parts().into_iter().for_each(|(_, part)| self.terms(part, less, terms)),
        }
    }

    fn points(&self, group: Option<usize>, from: Quantity, truth: Truth) -> Step {
        let TrackRef { track, rules, .. } = self.case.track;
        let declared = track.score.as_ref().zip(group).and_then(|(score, group)| score.groups.get(group));
        Step::Points {
            track: track.id.clone(),
            group: declared.map(|group| group.id.clone()),
            points: self.case.results.points(&rules.score, group),
            from,
            truth,
        }
    }

    fn reading(&self, position: usize) -> Step {
        let reading = self.case.pack().file.readings.get(position);
        let case = reading.and_then(|reading| reading.cases.get(self.case.choices.case(position)));
        Step::Reading {
            reading: reading.map(|reading| reading.id.clone()).unwrap_or_default(),
            case: case.map(|case| case.id.clone()).unwrap_or_default(),
        }
    }

    fn fact(&self, fact: FactRef) -> Option<&Fact> {
        self.case.pack().fact_at(fact.slot)
    }

    fn known(&self, fact: FactRef) -> (String, Option<Value>) {
        let id = self.fact(fact).map(|fact| fact.id.clone()).unwrap_or_default();
        // Of a list, how many rows it has.
        let value = self.case.answers.get(&id).map(|value| match value.as_rows() {
            Some(rows) => Value::Number(Quantity::whole(i64::try_from(rows.len()).unwrap_or(i64::MAX))),
            None => value.clone(),
        });
        (id, value)
    }

    fn options(&self, fact: FactRef, mask: u64) -> Vec<String> {
        let options = self.fact(fact).map(|fact| fact.options.as_slice()).unwrap_or_default().iter().enumerate();
        options.filter(|(index, _)| mask & (1_u64 << index) != 0).map(|(_, option)| option.id.clone()).collect()
    }
}
