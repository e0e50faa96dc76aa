//! The rules of a track as flat arrays in topological order: every id a position, every part before its whole. `index` makes them.

use std::collections::BTreeSet;

use super::agenda::Agenda;
use super::component::Component;
use super::condition::Op;
use super::measure::{Form, Tier};
use super::{Choices, Number, Track};
use crate::model::{Amount, Quantity};

mod score;

pub use score::{GroupRule, ScoreRule};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactRef {
    pub slot: Slot,
    pub applies: Option<NodeId>,
}

/// A number that is worked out, indexed.
pub type NumberNode = Number<FactRef>;

/// A condition, indexed.
#[derive(Clone, Debug)]
pub enum Node {
    All(Parts),
    Any(Parts),
    Not(NodeId),
    Judged(NodeId),
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
    CompareNumbers {
        number: NumberNode,
        op: Op,
        times: Quantity,
        of: NumberNode,
    },
    /// The chosen option is in the mask; in the second mask are those the authority judges.
    OneOf {
        fact: FactRef,
        mask: u64,
        discretion: u64,
    },
    /// The set holds at least so many options of the mask.
    Includes {
        fact: FactRef,
        mask: u64,
        at_least: u32,
    },
    ByReading {
        reading: usize,
        cases: Parts,
    },
    /// The points of a group of the score, by position, or of all, reach a number.
    Points {
        group: Option<usize>,
        from: Quantity,
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
    TieredBy {
        number: NumberNode,
        tiers: Vec<Tier>,
        falling: bool,
    },
    /// A number of yuan that is worked out.
    Number(NumberNode),
    /// Support that is no sum.
    InKind,
    /// One number for each option of the fact.
    ByChoice {
        fact: FactRef,
        amounts: Vec<NumberNode>,
    },
    When {
        condition: NodeId,
        then: AmountId,
    },
    Sum(Parts),
    LargerOf(Parts),
    Capped {
        at: NumberNode,
        of: AmountId,
    },
    UpTo {
        from: AmountId,
        to: AmountId,
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
    /// The required conditions and gates, and the measure's own, together.
    pub gate: NodeId,
    pub amount: AmountId,
    pub form: Form,
    /// It brings no sum.
    pub in_kind: bool,
}

/// A ceiling over several measures, indexed.
#[derive(Clone, Debug)]
pub struct CeilingRule {
    /// Its position in the pack.
    pub position: usize,
    /// Positions of the measures, in order.
    pub measures: Vec<usize>,
    pub at: AmountId,
}

/// Everything the engine needs to evaluate one track.
#[derive(Clone, Debug)]
pub struct Rules {
    pub nodes: Vec<Node>,
    pub amounts: Vec<AmountNode>,
    /// All of them, for one pass from the front.
    pub everything: Agenda,
    /// For each fact of the pack, the node that says whether it applies.
    pub applies: Vec<Option<NodeId>>,
    pub conditions: Vec<NodeId>,
    pub priorities: Vec<NodeId>,
    pub indicators: Vec<IndicatorRule>,
    pub measures: Vec<MeasureRule>,
    /// Conditions of support alone.
    pub gates: Vec<NodeId>,
    /// Those over few measures before those over many.
    pub ceilings: Vec<CeilingRule>,
    /// Empty where the track has none.
    pub score: ScoreRule,
    /// What ought to hold between answers. These stand after all other nodes, so that nothing rests on them.
    pub checks: Vec<NodeId>,
    /// For each way on, what has to be so before it; they stand after all other nodes, too.
    pub links: Vec<Option<NodeId>>,
    pub stacking: StackingRule,
    /// How measures add up changes nothing but what they come to together.
    pub stacks_alike: bool,
    /// Positions of the readings that occur in this track.
    pub readings: Vec<usize>,
    /// The same by what they share, with what turns on them.
    pub components: Vec<Component>,
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

/// What a track proposes, in arrays of its own.
#[derive(Clone, Debug)]
pub struct Proposals {
    /// Only what says whether facts apply, and what proposals look at.
    pub rules: Rules,
    pub all: Vec<ProposalRule>,
}

/// What is proposed for one fact, indexed.
#[derive(Clone, Debug)]
pub struct ProposalRule {
    pub slot: Slot,
    pub by: ProposedBy,
    /// The facts it rests on that no rule of the track looks at: they are asked for its sake alone.
    pub signs: BTreeSet<Slot>,
}

#[derive(Clone, Debug)]
pub enum ProposedBy {
    Condition(NodeId),
    /// Positions of options, in the order in which they are tried.
    Option(Vec<(usize, NodeId)>),
    Number(NumberNode),
    Growth {
        from: NumberNode,
        to: NumberNode,
        years: Option<NumberNode>,
    },
}

impl Proposals {
    /// Whether a fact is asked only for the sake of a proposal.
    pub fn is_sign(&self, slot: Slot) -> bool {
        self.all.iter().any(|rule| rule.signs.contains(&slot))
    }
}

impl Rules {
    /// Whether some rule turns on a fact, or on whether it applies.
    pub fn looks_at(&self, slot: Slot) -> bool {
        let of_node = |node: &Node| node.looks_at().iter().any(|fact| fact.slot == slot);
        let of_amount = |node: &AmountNode| node.looks_at().iter().any(|fact| fact.slot == slot);
        let is_rating = |rule: &IndicatorRule| matches!(rule, IndicatorRule::Rating(fact) if fact.slot == slot);
        self.nodes.iter().any(of_node) || self.amounts.iter().any(of_amount) || self.indicators.iter().any(is_rating)
    }

    /// The numbers at which some rule about a fact turns.
    pub fn cuts(&self, fact: Slot) -> &[Quantity] {
        self.cuts.get(fact.0).map(Vec::as_slice).unwrap_or_default()
    }

    /// Partial evaluation: the same rules, with the chosen case in the place of each reading.
    #[must_use]
    pub fn under(&self, choices: &Choices) -> Self {
        let mut rules = self.clone();
        // Parts stand before their whole: a case that is a reading itself is already replaced.
        for at in 0..rules.nodes.len() {
            let Some(Node::ByReading { reading, cases }) = rules.nodes.get(at) else { continue };
            let chosen = rules.nodes.get(cases.at(choices.case(*reading))).cloned();
            rules.nodes.get_mut(at).zip(chosen).into_iter().for_each(|(place, chosen)| *place = chosen);
        }
        for at in 0..rules.amounts.len() {
            let Some(AmountNode::ByReading { reading, cases }) = rules.amounts.get(at) else { continue };
            let chosen = rules.amounts.get(cases.at(choices.case(*reading))).cloned();
            rules.amounts.get_mut(at).zip(chosen).into_iter().for_each(|(place, chosen)| *place = chosen);
        }
        rules
    }

    /// Every way in which measures add up, by the case of the reading that chooses it.
    pub fn stacks(&self) -> &[Stack] {
        match &self.stacking {
            StackingRule::Always(stack) => std::slice::from_ref(stack),
            StackingRule::ByReading { cases, .. } => cases,
        }
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
    pub fn looks_at(&self) -> Vec<FactRef> {
        match self {
            Self::Is(fact)
            | Self::Given(fact)
            | Self::Compare { fact, .. }
            | Self::OneOf { fact, .. }
            | Self::Includes { fact, .. } => vec![*fact],
            Self::CompareFacts { fact, of, .. } => vec![*fact, *of],
            Self::CompareNumbers { number, of, .. } => [number.facts(), of.facts()].concat(),
            _ => Vec::new(),
        }
    }
}

impl AmountNode {
    /// The numbers it is worked out from.
    pub fn numbers(&self) -> Vec<&NumberNode> {
        match self {
            Self::TieredBy { number, .. } | Self::Number(number) | Self::Capped { at: number, .. } => vec![number],
            Self::ByChoice { amounts, .. } => amounts.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The facts it looks at by itself; those of its parts apart.
    pub fn looks_at(&self) -> Vec<FactRef> {
        let own = match self {
            Self::PerUnit { fact, .. } | Self::Tiered { fact, .. } | Self::ByChoice { fact, .. } => Some(*fact),
            _ => None,
        };
        own.into_iter().chain(self.numbers().into_iter().flat_map(NumberNode::facts)).collect()
    }
}

impl NumberNode {
    /// The facts it is worked out from.
    pub fn facts(&self) -> Vec<FactRef> {
        self.leaves().into_iter().copied().collect()
    }

    pub fn rests_on(&self, slot: Slot) -> bool {
        self.any(&mut |fact| fact.slot == slot)
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
