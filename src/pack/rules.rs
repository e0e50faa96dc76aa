//! The rules of a track as flat arrays: every id a position, every part before the whole it belongs to. `index` makes them.

use super::condition::Op;
use super::measure::{Form, Tier};
use super::{Choices, Track};
use crate::model::{Amount, Quantity};

/// Position of a fact in its pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot(pub usize);

/// Position of a condition node in its track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(pub usize);

/// Position of an amount node in its track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountId(pub usize);

/// Parts that stand together in an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    start: usize,
    len: usize,
}

/// A fact as a leaf sees it: where it is, and the node that says whether it applies.
#[derive(Clone, Copy, Debug)]
pub struct FactRef {
    pub slot: Slot,
    pub applies: Option<NodeId>,
}

/// A condition, indexed.
#[derive(Clone, Debug)]
pub enum Node {
    All(Parts),
    Any(Parts),
    Not(NodeId),
    AtLeast {
        n: usize,
        of: Parts,
    },
    /// The result of a node that stands elsewhere.
    Same(NodeId),
    Is(FactRef),
    Given(FactRef),
    Compare {
        fact: FactRef,
        op: Op,
        value: Quantity,
    },
    CompareFacts {
        fact: FactRef,
        op: Op,
        times: Quantity,
        of: FactRef,
    },
    /// The chosen option is in the mask; in the second mask are those the authority judges.
    OneOf {
        fact: FactRef,
        mask: u64,
        discretion: u64,
    },
    /// The set holds the whole mask.
    Includes {
        fact: FactRef,
        mask: u64,
    },
    ByReading {
        reading: usize,
        cases: Parts,
    },
}

/// An amount, indexed.
#[derive(Clone, Debug)]
pub enum AmountNode {
    Range(Amount),
    PerUnit {
        fact: FactRef,
        each: Quantity,
    },
    /// Ordered from the lowest tier to the highest.
    Tiered {
        fact: FactRef,
        tiers: Vec<Tier>,
    },
    /// One amount for each option of the fact.
    ByChoice {
        fact: FactRef,
        amounts: Vec<Quantity>,
    },
    When {
        condition: NodeId,
        then: AmountId,
    },
    Sum(Parts),
    LargerOf(Parts),
    Capped {
        at: Quantity,
        of: AmountId,
    },
    ByReading {
        reading: usize,
        cases: Parts,
    },
}

/// An indicator, indexed.
#[derive(Clone, Copy, Debug)]
pub enum IndicatorRule {
    /// Reached where the node is met.
    Goal(NodeId),
    /// Points that count one by one.
    Checklist(Parts),
    /// A rating for which the document sets no goal.
    Rating(FactRef),
}

/// A measure, indexed.
#[derive(Clone, Copy, Debug)]
pub struct MeasureRule {
    /// The required conditions and the measure's own, together.
    pub gate: NodeId,
    pub amount: AmountId,
    pub form: Form,
}

/// Everything the engine needs to evaluate one track.
#[derive(Clone, Debug)]
pub struct Rules {
    pub nodes: Vec<Node>,
    pub amounts: Vec<AmountNode>,
    /// For each fact of the pack, the node that says whether it applies.
    pub applies: Vec<Option<NodeId>>,
    pub conditions: Vec<NodeId>,
    pub priorities: Vec<NodeId>,
    pub indicators: Vec<IndicatorRule>,
    pub measures: Vec<MeasureRule>,
    pub stacking: StackingRule,
    /// Positions of the readings that occur in this track.
    pub readings: Vec<usize>,
    /// For each fact of the pack, the numbers at which some rule turns, in order.
    pub cuts: Vec<Vec<Quantity>>,
}

/// How measures add up, indexed: one measure of each group, and the groups together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stack {
    /// Positions of the measures; each stands in one group.
    pub groups: Vec<Vec<usize>>,
    /// A per-unit amount counts one unit.
    pub one_unit: bool,
}

#[derive(Clone, Debug)]
pub enum StackingRule {
    Always(Stack),
    /// One stack for each case of the reading.
    ByReading {
        reading: usize,
        cases: Vec<Stack>,
    },
}

impl Rules {
    /// The numbers at which some rule about a fact turns.
    pub fn cuts(&self, fact: Slot) -> &[Quantity] {
        self.cuts.get(fact.0).map(Vec::as_slice).unwrap_or_default()
    }

    /// How measures add up under these readings.
    pub fn stack(&self, choices: &Choices) -> &Stack {
        const NOTHING: &Stack = &Stack { groups: Vec::new(), one_unit: false };
        match &self.stacking {
            StackingRule::Always(stack) => stack,
            StackingRule::ByReading { reading, cases } => cases.get(choices.case(*reading)).unwrap_or(NOTHING),
        }
    }
}

impl Node {
    /// The facts a leaf looks at; none where the node is made of others.
    pub fn looks_at(&self) -> impl Iterator<Item = FactRef> + use<> {
        let facts = match self {
            Self::Is(fact)
            | Self::Given(fact)
            | Self::Compare { fact, .. }
            | Self::OneOf { fact, .. }
            | Self::Includes { fact, .. } => [Some(*fact), None],
            Self::CompareFacts { fact, of, .. } => [Some(*fact), Some(*of)],
            _ => [None, None],
        };
        facts.into_iter().flatten()
    }
}

impl Parts {
    /// Where the next parts will stand when they are appended.
    pub(super) fn appended_to<T>(all: &[T], len: usize) -> Self {
        Self { start: all.len(), len }
    }

    /// The parts themselves.
    pub fn of<T>(self, all: &[T]) -> &[T] {
        all.get(self.start..self.start + self.len).unwrap_or_default()
    }

    /// The position of one part.
    pub const fn at(self, index: usize) -> usize {
        self.start + index
    }

    pub fn positions(self) -> std::ops::Range<usize> {
        self.start..self.start + self.len
    }
}

/// Ids of the facts a track asks for, in its own order: the topics first, then what is only recorded.
pub fn facts_of(track: &Track) -> Vec<&str> {
    let asked = track.topics.iter().flat_map(|topic| &topic.facts);
    asked.chain(&track.record).map(String::as_str).collect()
}
