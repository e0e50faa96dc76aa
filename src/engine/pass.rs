//! One pass over the flat rules of a track: a truth for each condition node, a range for each amount node.

use super::facts::Facts;
use super::known::Known;
use super::number::{Bounds, Numbers, by_tiers, compares};
use crate::model::{Amount, Domain, Interval, Quantity, Truth};
use crate::pack::agenda::{Agenda, Stage};
use crate::pack::load::TrackRef;
use crate::pack::measure::Tier;
use crate::pack::rules::{AmountId, AmountNode, FactRef, Node, NodeId, NumberNode, Parts};
use crate::pack::{Choices, Fact};

pub mod open;
mod points;

/// The result at every node, under one choice of readings.
#[derive(Clone, Debug, Default)]
pub struct Results {
    truths: Vec<Truth>,
    amounts: Vec<Amount>,
}

impl Results {
    /// Every part stands before the whole it belongs to, so one pass from the front settles all.
    pub fn new(track: TrackRef<'_>, facts: &Facts, choices: &Choices) -> Self {
        let mut results = Self::default();
        results.renew(track, facts, choices);
        results
    }

    /// The same in place, so that whoever assesses many allocates once.
    pub fn renew(&mut self, track: TrackRef<'_>, facts: &Facts, choices: &Choices) {
        self.settle(&track.rules.everything, track, facts, choices);
    }

    /// Settles what is on an agenda, and leaves everything else as it was.
    pub fn settle(&mut self, agenda: &Agenda, track: TrackRef<'_>, facts: &Facts, choices: &Choices) {
        let rules = track.rules;
        self.truths.resize(rules.nodes.len(), Truth::Unknown);
        self.amounts.resize(rules.amounts.len(), Amount::ZERO);
        let one_unit = rules.stack(choices).one_unit;
        let (mut nodes, mut amounts) = (agenda.nodes.as_slice(), agenda.amounts.as_slice());
        for stage in Stage::all(rules) {
            let (first, rest) = nodes.split_at(nodes.partition_point(|id| id.0 < stage.nodes.end));
            nodes = rest;
            for id in first {
                let Some(node) = rules.nodes.get(id.0) else { continue };
                let truth = self.judge(node, track, facts, choices);
                if let Some(place) = self.truths.get_mut(id.0) {
                    *place = truth;
                }
            }
            let (first, rest) = amounts.split_at(amounts.partition_point(|id| id.0 < stage.amounts.end));
            amounts = rest;
            for id in first {
                let Some(node) = rules.amounts.get(id.0) else { continue };
                let amount = self.reckon(node, track, facts, choices, one_unit);
                if let Some(place) = self.amounts.get_mut(id.0) {
                    *place = amount;
                }
            }
        }
    }

    pub fn truth(&self, node: NodeId) -> Truth {
        self.truths.get(node.0).copied().unwrap_or(Truth::Unknown)
    }

    /// The truths of parts that stand together.
    pub fn truths(&self, parts: Parts) -> impl Iterator<Item = Truth> {
        parts.of(&self.truths).iter().copied()
    }

    pub fn amount(&self, node: AmountId) -> Amount {
        self.amounts.get(node.0).copied().unwrap_or_default()
    }

    /// Whether a fact applies to this applicant at all.
    pub fn applies(&self, fact: FactRef) -> Truth {
        fact.applies.map_or(Truth::Met, |gate| self.truth(gate).gates())
    }

    fn judge(&self, node: &Node, track: TrackRef<'_>, facts: &Facts, choices: &Choices) -> Truth {
        match node {
            Node::All(parts) => Truth::all(parts.of(&self.truths).iter().copied()),
            Node::Any(parts) => Truth::any(parts.of(&self.truths).iter().copied()),
            Node::AtLeast { n, of } => Truth::at_least(*n, of.of(&self.truths).iter().copied()),
            Node::Not(part) => self.truth(*part).not(),
            Node::Judged(part) => self.truth(*part).judged(),
            Node::Same(other) => self.truth(*other),
            Node::ByReading { reading, cases } => self.truth(NodeId(cases.at(choices.case(*reading)))),
            Node::Points { group, from } => match self.points(&track.rules.score, *group) {
                Amount { low, .. } if low >= *from => Truth::Met,
                Amount { high: Some(high), .. } if high < *from => Truth::NotMet,
                _ if self.open(track, facts, choices).waits_for(*group) => Truth::Unknown,
                _ => Truth::Judged,
            },
            Node::Is(fact) => self.leaf(*fact, facts, |known| match known {
                Known::Bool(value) => Some(value.into()),
                _ => None,
            }),
            Node::Given(fact) => self.leaf(*fact, facts, |known| match known {
                Known::Given | Known::Day(_) => Some(Truth::Met),
                _ => None,
            }),
            Node::Compare { fact, op, value } => self.leaf(*fact, facts, |known| match known {
                Known::Number(number) => Some(op.holds(number, *value).into()),
                known => compares(known.interval()?, *op, Interval::exactly(*value)).map(Truth::from),
            }),
            Node::OneOf { fact, mask, discretion } => self.leaf(*fact, facts, |known| match known {
                Known::Option(chosen) if discretion & (1_u64 << chosen) != 0 => Some(Truth::Judged),
                Known::Option(chosen) => Some((mask & (1_u64 << chosen) != 0).into()),
                _ => None,
            }),
            Node::Includes { fact, mask, at_least } => self.leaf(*fact, facts, |known| match known {
                Known::Options(held) => Some(((mask & held).count_ones() >= *at_least).into()),
                _ => None,
            }),
            Node::CompareNumbers { number, op, times, of } => {
                let numbers = Numbers { track, facts, applies: &|fact| self.applies(fact), bounds: Bounds::Input };
                let product = of.reckon(&numbers).times(Interval::exactly(*times));
                match compares(number.reckon(&numbers), *op, product) {
                    Some(holds) => holds.into(),
                    None if numbers.is_open(number) || numbers.is_open(of) => Truth::Unknown,
                    None => Truth::Judged,
                }
            }
            Node::CompareFacts { fact, op, times, of } => {
                let truth = match (facts.get(fact.slot), facts.get(of.slot)) {
                    (Known::Number(left), Known::Number(right)) => op.allows(left.cmp_product(*times, right)).into(),
                    (left, right) => {
                        let of = right.interval().zip(left.interval());
                        let holds =
                            of.and_then(|(right, left)| compares(left, *op, right.times(Interval::exactly(*times))));
                        holds.map_or(Truth::Unknown, Truth::from)
                    }
                };
                // A comparison with something that does not apply is none, even while the other side is open.
                truth.where_applicable(self.applies(*fact).and(self.applies(*of)))
            }
        }
    }

    /// What a rule about one fact says, as far as that fact is known and applies.
    fn leaf(&self, fact: FactRef, facts: &Facts, says: impl FnOnce(Known) -> Option<Truth>) -> Truth {
        says(facts.get(fact.slot)).unwrap_or(Truth::Unknown).where_applicable(self.applies(fact))
    }

    fn reckon(
        &self,
        node: &AmountNode,
        track: TrackRef<'_>,
        facts: &Facts,
        choices: &Choices,
        one_unit: bool,
    ) -> Amount {
        let applies = |fact| self.applies(fact);
        let numbers = Numbers { track, facts, applies: &applies, bounds: Bounds::Stated };
        match node {
            AmountNode::Range(amount) => *amount,
            AmountNode::InKind => Amount::ZERO,
            AmountNode::Number(number) => number.reckon(&numbers).in_yuan(),
            AmountNode::PerUnit { fact, each } => {
                let units = units(track, facts, *fact);
                let units = if one_unit { units.capped(Quantity::whole(1)) } else { units };
                self.where_applicable(*fact, units.times(*each))
            }
            AmountNode::Tiered { fact, tiers } => {
                let amount = match facts.get(fact.slot) {
                    Known::Number(number) => Amount::exactly(tier_amount(tiers, number)),
                    known => known.interval().map_or_else(
                        || every_tier(track, *fact, tiers),
                        |number| {
                            let (least, most) = by_tiers(tiers, number, false);
                            Amount::between(least, most)
                        },
                    ),
                };
                self.where_applicable(*fact, amount)
            }
            AmountNode::TieredBy { number, tiers, falling } => {
                let (least, most) = by_tiers(tiers, number.reckon(&numbers), *falling);
                Amount::between(least, most)
            }
            AmountNode::UpTo { from, to } => self.amount(*from).up_to(self.amount(*to)),
            AmountNode::ByChoice { fact, amounts } => {
                let amount = |number: &NumberNode| number.reckon(&numbers).in_yuan();
                let amount = match facts.get(fact.slot) {
                    Known::Option(chosen) => amounts.get(chosen).map_or(Amount::ZERO, amount),
                    _ => amounts.iter().map(amount).reduce(Amount::or).unwrap_or_default(),
                };
                self.where_applicable(*fact, amount)
            }
            AmountNode::When { condition, then } => gated(self.truth(*condition), self.amount(*then)),
            AmountNode::Sum(parts) => parts.of(&self.amounts).iter().copied().fold(Amount::ZERO, Amount::plus),
            AmountNode::LargerOf(parts) => parts.of(&self.amounts).iter().copied().fold(Amount::ZERO, Amount::larger),
            AmountNode::Capped { at, of } => self.amount(*of).smaller(at.reckon(&numbers).in_yuan()),
            AmountNode::ByReading { reading, cases } => self.amount(AmountId(cases.at(choices.case(*reading)))),
        }
    }

    fn where_applicable(&self, fact: FactRef, amount: Amount) -> Amount {
        gated(self.applies(fact), amount)
    }
}

/// An amount that is only there where a condition holds.
pub fn gated(condition: Truth, amount: Amount) -> Amount {
    match condition {
        Truth::Met | Truth::NotApplicable => amount,
        Truth::NotMet => Amount::ZERO,
        Truth::Unknown | Truth::Judged => amount.or(Amount::ZERO),
    }
}

/// The amount of the highest tier a number reaches.
pub fn tier_amount(tiers: &[Tier], number: Quantity) -> Quantity {
    let reached = tiers.iter().rfind(|tier| tier.starts.is_reached_by(number));
    reached.map(|tier| tier.amount).unwrap_or_default()
}

/// From the tier of the least possible number to that of the largest.
fn every_tier(track: TrackRef<'_>, fact: FactRef, tiers: &[Tier]) -> Amount {
    let domain = track.pack.fact_at(fact.slot).map(Fact::domain);
    let lowest = domain.as_ref().and_then(Domain::floor).map(|least| tier_amount(tiers, least));
    let highest = match domain.and_then(|domain| domain.max) {
        Some(largest) => tier_amount(tiers, largest),
        None => tiers.last().map(|tier| tier.amount).unwrap_or_default(),
    };
    Amount::between(lowest.unwrap_or_default(), highest)
}

/// A count, or everything it could be.
fn units(track: TrackRef<'_>, facts: &Facts, fact: FactRef) -> Amount {
    match facts.get(fact.slot) {
        Known::Number(number) => return Amount::exactly(number),
        Known::Between(low, high) => return Amount { low, high },
        _ => {}
    }
    let domain = track.pack.fact_at(fact.slot).map(Fact::domain);
    let least = domain.as_ref().and_then(Domain::floor).unwrap_or_default();
    Amount { low: least, high: domain.and_then(|domain| domain.max) }
}
