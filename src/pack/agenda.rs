//! Slices of the flat rules: what has to be settled for one purpose, in the order in which the rules stand.

use std::collections::BTreeSet;
use std::ops::Range;

use super::rules::{AmountId, AmountNode, IndicatorRule, MeasureRule, Node, NodeId, Parts, Rules};
use crate::model::Grow;

/// Conditions and amounts, each after the parts it is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    pub nodes: Vec<NodeId>,
    pub amounts: Vec<AmountId>,
}

impl Agenda {
    /// So many conditions and so many amounts.
    pub(super) fn everything(nodes: usize, amounts: usize) -> Self {
        Self { nodes: (0..nodes).map(NodeId).collect(), amounts: (0..amounts).map(AmountId).collect() }
    }

    /// What verdict, total, score and indicators rest on, but for amounts that are always the same.
    pub fn of_outcome(rules: &Rules) -> Self {
        let ceilings = rules.ceilings.iter().map(|ceiling| ceiling.at.0);
        let points = rules.score.items(None).into_iter().map(|item| item.0);
        let mut amounts: BTreeSet<usize> =
            rules.measures.iter().map(|measure| measure.amount.0).chain(ceilings).chain(points).grown();
        let gates = rules.measures.iter().map(|measure| measure.gate);
        let indicators = rules.indicators.iter().flat_map(IndicatorRule::rests_on);
        let roots = rules.conditions.iter().copied().chain(gates).chain(indicators);
        let roots = roots.chain(rules.score.outcomes());
        let mut nodes: BTreeSet<usize> = roots.map(|node| node.0).grown();
        // Parts stand before their whole: from the back, all that wants a position is known when it is come to.
        for (at, amount) in rules.amounts.iter().enumerate().rev() {
            if amounts.contains(&at) {
                let (conditions, parts) = amount.rests_on();
                nodes.extend(conditions.iter().map(|node| node.0));
                amounts.extend(parts.iter().map(|part| part.0));
            }
        }
        for (at, node) in rules.nodes.iter().enumerate().rev() {
            if nodes.contains(&at) {
                nodes.extend(node.rests_on().iter().map(|node| node.0));
            }
        }
        let changes = |at: &usize| !matches!(rules.amounts.get(*at), Some(AmountNode::Range(_) | AmountNode::InKind));
        Self {
            nodes: nodes.into_iter().map(NodeId).collect(),
            amounts: amounts.into_iter().filter(changes).map(AmountId).collect(),
        }
    }
}

/// Conditions and amounts that are settled one after the other: what points rest on, and then all that may rest on points.
pub struct Stage {
    pub nodes: Range<usize>,
    pub amounts: Range<usize>,
}

impl Stage {
    pub fn all(rules: &Rules) -> [Self; 2] {
        let (nodes, amounts) = rules.score.first;
        let (all_nodes, all_amounts) = (rules.nodes.len(), rules.amounts.len());
        [Self { nodes: 0..nodes, amounts: 0..amounts }, Self { nodes: nodes..all_nodes, amounts: amounts..all_amounts }]
    }
}

/// The readings each position turns on.
pub(super) struct Turning {
    nodes: Vec<BTreeSet<usize>>,
    amounts: Vec<BTreeSet<usize>>,
}

impl Turning {
    /// Parts stand before their whole: one pass from the front settles all.
    pub fn of(rules: &Rules) -> Self {
        let mut turning = Self { nodes: Vec::new(), amounts: Vec::new() };
        for Stage { nodes, amounts } in Stage::all(rules) {
            for node in rules.nodes.get(nodes).into_iter().flatten() {
                let points = node.points().map(|group| rules.score.items(group)).unwrap_or_default();
                let points: Vec<usize> = points.into_iter().flat_map(|item| turning.of_amount(item)).collect();
                let own = points.into_iter().chain(node.reading());
                let readings = turning.of_nodes(&node.rests_on()).into_iter().chain(own).grown();
                turning.nodes.push(readings);
            }
            for amount in rules.amounts.get(amounts).into_iter().flatten() {
                let (conditions, parts) = amount.rests_on();
                let parts = parts.iter().filter_map(|part| turning.amounts.get(part.0)).flatten().copied();
                let readings = turning.of_nodes(&conditions).into_iter().chain(parts).chain(amount.reading()).grown();
                turning.amounts.push(readings);
            }
        }
        turning
    }

    /// The readings that conditions turn on together.
    pub fn of_nodes(&self, nodes: &[NodeId]) -> BTreeSet<usize> {
        nodes.iter().filter_map(|node| self.nodes.get(node.0)).flatten().copied().grown()
    }

    pub fn of_measure(&self, measure: &MeasureRule) -> BTreeSet<usize> {
        self.of_nodes(&[measure.gate]).into_iter().chain(self.of_amount(measure.amount)).grown()
    }

    pub fn of_amount(&self, amount: AmountId) -> impl Iterator<Item = usize> {
        self.amounts.get(amount.0).into_iter().flatten().copied()
    }

    /// What has to be settled anew where one of these readings is taken otherwise.
    pub fn agenda(&self, readings: &BTreeSet<usize>) -> Agenda {
        let turning = |all: &[BTreeSet<usize>]| -> Vec<usize> {
            let turning = all.iter().enumerate().filter(|(_, own)| !own.is_disjoint(readings));
            turning.map(|(at, _)| at).collect()
        };
        Agenda {
            nodes: turning(&self.nodes).into_iter().map(NodeId).collect(),
            amounts: turning(&self.amounts).into_iter().map(AmountId).collect(),
        }
    }
}

impl IndicatorRule {
    /// The conditions that say where it stands.
    pub fn rests_on(&self) -> Vec<NodeId> {
        match self {
            Self::Goal(node) => vec![*node],
            Self::Checklist(points) => nodes(*points),
            Self::Rating(fact) => fact.applies.into_iter().collect(),
        }
    }
}

impl Node {
    /// The conditions it is made of.
    fn rests_on(&self) -> Vec<NodeId> {
        match self {
            Self::All(parts)
            | Self::Any(parts)
            | Self::AtLeast { of: parts, .. }
            | Self::ByReading { cases: parts, .. } => nodes(*parts),
            Self::Not(part) | Self::Judged(part) | Self::Same(part) => vec![*part],
            leaf => leaf.looks_at().iter().filter_map(|fact| fact.applies).collect(),
        }
    }

    pub(super) const fn reading(&self) -> Option<usize> {
        if let Self::ByReading { reading, .. } = self { Some(*reading) } else { None }
    }

    /// The group of the score whose points it looks at, if it looks at any.
    pub const fn points(&self) -> Option<Option<usize>> {
        if let Self::Points { group, .. } = self { Some(*group) } else { None }
    }
}

impl AmountNode {
    /// The conditions and amounts it is made of.
    fn rests_on(&self) -> (Vec<NodeId>, Vec<AmountId>) {
        let gates = self.looks_at().into_iter().filter_map(|fact| fact.applies);
        let (condition, parts) = match self {
            Self::When { condition, then } => (Some(*condition), vec![*then]),
            Self::Capped { of, .. } => (None, vec![*of]),
            Self::UpTo { from, to } => (None, vec![*from, *to]),
            Self::Sum(parts) | Self::LargerOf(parts) | Self::ByReading { cases: parts, .. } => {
                (None, parts.positions().map(AmountId).collect())
            }
            _ => (None, Vec::new()),
        };
        (gates.chain(condition).collect(), parts)
    }

    pub(super) const fn reading(&self) -> Option<usize> {
        if let Self::ByReading { reading, .. } = self { Some(*reading) } else { None }
    }
}

fn nodes(parts: Parts) -> Vec<NodeId> {
    parts.positions().map(NodeId).collect()
}
