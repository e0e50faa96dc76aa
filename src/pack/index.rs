//! Compiles the rules as they are written into the flat arrays the engine runs on, in topological order.

use std::collections::BTreeSet;

use super::agenda::Agenda;
use super::component::components;
use super::condition::{Comparison, Relation};
use super::cumulation::{Ceiling, CumulationRule, Stacking};
use super::fact::FactOption;
use super::indicator::Measured;
use super::number::NumberTiers;
use super::proposal::OptionWhen;
use super::rules::{
    AmountId, AmountNode, CeilingRule, FactRef, IndicatorRule, MeasureRule, Node, NodeId, NumberNode, Parts,
    ProposalRule, Proposals, ProposedBy, Rules, ScoreRule, Slot, Stack, StackingRule, facts_of,
};
use super::track::Support;
use super::{AmountRule, Condition, Measure, Number, PackFile, Proposal, Track};
use crate::model::{Amount, Grow, Quantity};

mod cuts;
mod score;

use cuts::cuts;

/// Indexes one track of a file without errors. A fact must come after the facts its `asked_when` looks at in `order`.
pub fn index(file: &PackFile, track: &Track, order: &[Slot]) -> Rules {
    let mut indexer = Indexer::new(file, track, order);
    if let Some(score) = &track.score {
        indexer.score(score);
    }
    let conditions: Vec<NodeId> = track.conditions.iter().map(|one| indexer.root(&one.needs)).collect();
    let priorities = track.priorities.iter().map(|one| indexer.root(&one.needs)).collect();
    let indicators = track.indicators.iter().map(|one| indexer.indicator(&one.measured)).collect();
    let (mut gates, mut measures, mut ceilings) = (Vec::new(), Vec::new(), Vec::new());
    let mut stacking = StackingRule::Always(Stack::default());
    if let Some(support) = &track.support {
        gates = support.gates.iter().map(|one| indexer.root(&one.needs)).collect();
        let roots: Vec<NodeId> = conditions.iter().chain(&gates).copied().collect();
        for measure in &support.measures {
            // Measures that ask for the same conditions and nothing else stand behind one gate.
            let alike = |(_, other): &(&MeasureRule, &Measure)| {
                measure.when.is_none() && other.when.is_none() && other.requires == measure.requires
            };
            let gate = match measures.iter().zip(&support.measures).find(alike) {
                Some((rule, _)) => rule.gate,
                None => indexer.gate(track, support, &roots, measure),
            };
            let amount = indexer.amount(&measure.amount);
            let amount = AmountId(indexer.amount_block(vec![amount]).at(0));
            let in_kind = measure.amount == AmountRule::InKind;
            measures.push(MeasureRule { gate, amount, form: measure.form, in_kind });
        }
        let ceiling = |(position, ceiling): (usize, &Ceiling)| {
            let at = indexer.amount_root(&AmountRule::Number(ceiling.at.clone()));
            CeilingRule { position, measures: ceiling.covers(&support.measures), at }
        };
        let all = support.cumulation.ceilings.iter().enumerate().map(ceiling);
        ceilings = all.in_order_of(|ceiling| ceiling.measures.len());
        stacking = match &support.cumulation.rule {
            CumulationRule::Always(stacking) => StackingRule::Always(stack(stacking, &support.measures)),
            CumulationRule::ByReading { reading, cases } => {
                let (reading, order) = indexer.reading(reading);
                let of_case = |id: &String| cases.iter().find(|case| case.case == *id);
                let pick = |id: &String| of_case(id).map(|case| stack(&case.then, &support.measures));
                StackingRule::ByReading { reading, cases: order.iter().filter_map(pick).collect() }
            }
        };
    }
    // What decides nothing comes last: cuts do not know of it. A reading that only it turns on is one of the track all the
    // same, for a draft keeps the case of each.
    let cuts = indexer.cuts();
    let checks = track.checks.iter().map(|one| indexer.root(&one.holds)).collect();
    let links = track.leads_to.iter().map(|one| one.when.as_ref().map(|when| indexer.root(when))).collect();
    let mut rules = Rules {
        conditions,
        priorities,
        indicators,
        measures,
        gates,
        ceilings,
        checks,
        links,
        stacking,
        cuts,
        ..indexer.rules()
    };
    rules.stacks_alike = stacks_alike(&rules);
    rules.components = components(&rules, &file.readings);
    rules
}

/// Whether each way of adding measures up finds the same at every node.
fn stacks_alike(rules: &Rules) -> bool {
    let StackingRule::ByReading { reading, cases } = &rules.stacking else { return true };
    let chosen = |own: Option<usize>| own == Some(*reading);
    let elsewhere = rules.nodes.iter().any(|node| chosen(node.reading()))
        || rules.amounts.iter().any(|amount| chosen(amount.reading()));
    let one_unit = cases.iter().filter(|stack| stack.one_unit).count();
    !elsewhere && (one_unit == 0 || one_unit == cases.len())
}

/// Indexes what a track proposes, apart from its rules: no rule can take a proposal for an answer.
pub fn index_proposals(file: &PackFile, track: &Track, order: &[Slot], rules: &Rules) -> Proposals {
    let mut indexer = Indexer::new(file, track, order);
    let mut all = Vec::new();
    for id in facts_of(track) {
        let FactRef { slot, .. } = indexer.fact(id);
        let Some(declared) = file.facts.get(slot.0).and_then(|fact| fact.proposed.as_ref()) else { continue };
        let rests_on = declared.facts().into_iter().map(|fact| indexer.fact(fact).slot);
        let signs: BTreeSet<Slot> = rests_on.filter(|fact| !rules.looks_at(*fact)).grown();
        let by = indexer.proposal(id, declared);
        all.push(ProposalRule { slot, by, signs });
    }
    Proposals { rules: indexer.rules(), all }
}

/// The measures in groups of which one each is received.
fn stack(stacking: &Stacking, measures: &[Measure]) -> Stack {
    let alone = |taken: &[Vec<usize>]| -> Vec<Vec<usize>> {
        (0..measures.len())
            .filter(|index| !taken.iter().flatten().any(|one| one == index))
            .map(|one| vec![one])
            .collect()
    };
    let groups = match stacking {
        Stacking::Add | Stacking::AddOneUnitEach => alone(&[]),
        Stacking::LargestOne => vec![(0..measures.len()).collect()],
        Stacking::LargestOfEach(named) => {
            // In the order of the pack, whatever the order in which a group names them: of equal measures the first counts.
            let members = |group: &Vec<String>| {
                let named = measures.iter().enumerate().filter(|(_, measure)| group.contains(&measure.id));
                named.map(|(index, _)| index).collect()
            };
            let mut groups: Vec<Vec<usize>> = named.iter().map(members).collect();
            groups.extend(alone(&groups));
            groups
        }
    };
    Stack { groups, one_unit: *stacking == Stacking::AddOneUnitEach }
}

struct Indexer<'a> {
    file: &'a PackFile,
    nodes: Vec<Node>,
    amounts: Vec<AmountNode>,
    applies: Vec<Option<NodeId>>,
    readings: Vec<usize>,
    score: ScoreRule,
    /// The ids of its grades, in order.
    grades: Vec<String>,
    /// Every unit brings points, however measures add up.
    is_scoring: bool,
}

impl<'a> Indexer<'a> {
    /// Begins with what says whether each fact of the track applies.
    fn new(file: &'a PackFile, track: &Track, order: &[Slot]) -> Self {
        let applies = vec![None; file.facts.len()];
        let (nodes, amounts, readings) = (Vec::new(), Vec::new(), Vec::new());
        let (score, grades) = (ScoreRule::default(), Vec::new());
        let mut indexer = Self { file, nodes, amounts, applies, readings, score, grades, is_scoring: false };
        let of_track = facts_of(track);
        for slot in order {
            let Some(fact) = file.facts.get(slot.0) else { continue };
            let wanted = of_track.contains(&fact.id.as_str());
            let node = fact.asked_when.as_ref().filter(|_| wanted).map(|condition| indexer.root(condition));
            if let Some(applies) = indexer.applies.get_mut(slot.0) {
                *applies = node;
            }
        }
        indexer
    }

    /// For each fact the numbers at which some rule so far turns.
    fn cuts(&self) -> Vec<Vec<Quantity>> {
        cuts(&self.nodes, &self.amounts, self.file.facts.len())
    }

    /// The nodes alone, of which nothing is asked yet.
    fn rules(mut self) -> Rules {
        let cuts = self.cuts();
        self.readings = self.readings.into_iter().in_order();
        Rules {
            everything: Agenda::everything(self.nodes.len(), self.amounts.len()),
            nodes: self.nodes,
            amounts: self.amounts,
            applies: self.applies,
            readings: self.readings,
            components: Vec::new(),
            cuts,
            conditions: Vec::new(),
            priorities: Vec::new(),
            indicators: Vec::new(),
            measures: Vec::new(),
            gates: Vec::new(),
            ceilings: Vec::new(),
            score: self.score,
            checks: Vec::new(),
            links: Vec::new(),
            stacking: StackingRule::Always(Stack::default()),
            stacks_alike: true,
        }
    }

    fn proposal(&mut self, fact: &str, declared: &Proposal) -> ProposedBy {
        match declared {
            Proposal::Condition(condition) => ProposedBy::Condition(self.root(condition)),
            Proposal::Option(entries) => {
                let options = self.file.facts.iter().find(|one| one.id == fact).map(|one| one.options.as_slice());
                let position = |id: &str| options.unwrap_or_default().iter().position(|option| option.id == id);
                let entry = |one: &OptionWhen| Some((position(&one.option)?, self.root(&one.when)));
                ProposedBy::Option(entries.iter().filter_map(entry).collect())
            }
            Proposal::Number(number) => ProposedBy::Number(self.number(number)),
            Proposal::Growth { from, to, years } => ProposedBy::Growth {
                from: self.number(from),
                to: self.number(to),
                years: years.as_ref().map(|years| self.number(years)),
            },
        }
    }

    fn root(&mut self, condition: &Condition) -> NodeId {
        let node = self.node(condition);
        NodeId(self.block(vec![node]).at(0))
    }

    fn block(&mut self, nodes: Vec<Node>) -> Parts {
        let parts = Parts::appended_to(&self.nodes, nodes.len());
        self.nodes.extend(nodes);
        parts
    }

    fn parts(&mut self, conditions: &[Condition]) -> Parts {
        let nodes = conditions.iter().map(|condition| self.node(condition)).collect();
        self.block(nodes)
    }

    fn node(&mut self, condition: &Condition) -> Node {
        match condition {
            Condition::All(parts) => Node::All(self.parts(parts)),
            Condition::Any(parts) => Node::Any(self.parts(parts)),
            Condition::AtLeast { n, of } => Node::AtLeast { n: *n, of: self.parts(of) },
            Condition::Not(part) => Node::Not(self.root(part)),
            Condition::Judged(part) => Node::Judged(self.root(part)),
            Condition::Is(fact) => Node::Is(self.fact(fact)),
            Condition::Given(fact) => Node::Given(self.fact(fact)),
            Condition::Compare(Comparison { fact, op, value }) => {
                Node::Compare { fact: self.fact(fact), op: *op, value: *value }
            }
            Condition::CompareFacts(Relation { fact, op, times, of }) => {
                Node::CompareFacts { fact: self.fact(fact), op: *op, times: *times, of: self.fact(of) }
            }
            Condition::CompareNumbers(relation) => Node::CompareNumbers {
                number: self.number(&relation.number),
                op: relation.op,
                times: relation.times,
                of: self.number(&relation.of),
            },
            Condition::OneOf { fact, options, discretion } => Node::OneOf {
                fact: self.fact(fact),
                mask: self.mask(fact, options),
                discretion: self.mask(fact, discretion),
            },
            Condition::Includes { fact, options, at_least } => {
                let mask = self.mask(fact, options);
                let needed = at_least.and_then(|n| u32::try_from(n).ok());
                Node::Includes { fact: self.fact(fact), mask, at_least: needed.unwrap_or(mask.count_ones()) }
            }
            Condition::Score(test) => Node::Same(self.score_test(test)),
            Condition::ByReading { reading, cases } => {
                let (reading, order) = self.reading(reading);
                let in_order = order.iter().filter_map(|id| cases.iter().find(|case| case.case == *id));
                let nodes = in_order.map(|case| self.node(&case.then)).collect();
                Node::ByReading { reading, cases: self.block(nodes) }
            }
        }
    }

    fn indicator(&mut self, measured: &Measured) -> IndicatorRule {
        match measured {
            Measured::Target(comparison) => IndicatorRule::Goal(self.root(&Condition::Compare(comparison.clone()))),
            Measured::Comparison(relation) => {
                IndicatorRule::Goal(self.root(&Condition::CompareFacts(relation.clone())))
            }
            Measured::Checklist(points) => IndicatorRule::Checklist(self.parts(points)),
            Measured::Maturity { fact, reached } if reached.is_empty() => IndicatorRule::Rating(self.fact(fact)),
            Measured::Maturity { fact, reached } => {
                let node = Node::OneOf { fact: self.fact(fact), mask: self.mask(fact, reached), discretion: 0 };
                IndicatorRule::Goal(NodeId(self.block(vec![node]).at(0)))
            }
        }
    }

    /// What a measure requires, of conditions and gates, and its own condition.
    fn gate(&mut self, track: &Track, support: &Support, roots: &[NodeId], measure: &Measure) -> NodeId {
        let required = measure.requires.iter().filter_map(|id| {
            let position = track.conditions.iter().chain(&support.gates).position(|one| one.id == *id)?;
            roots.get(position).copied().map(Node::Same)
        });
        let mut gate: Vec<Node> = required.collect();
        gate.extend(measure.when.as_ref().map(|condition| self.node(condition)));
        let gate = Node::All(self.block(gate));
        NodeId(self.block(vec![gate]).at(0))
    }

    fn amount_block(&mut self, amounts: Vec<AmountNode>) -> Parts {
        let parts = Parts::appended_to(&self.amounts, amounts.len());
        self.amounts.extend(amounts);
        parts
    }

    fn amount_root(&mut self, rule: &AmountRule) -> AmountId {
        let node = self.amount(rule);
        AmountId(self.amount_block(vec![node]).at(0))
    }

    fn amount_parts(&mut self, rules: &[AmountRule]) -> Parts {
        let amounts = rules.iter().map(|rule| self.amount(rule)).collect();
        self.amount_block(amounts)
    }

    fn amount(&mut self, rule: &AmountRule) -> AmountNode {
        match rule {
            AmountRule::Fixed(amount) => AmountNode::Range(Amount::exactly(*amount)),
            AmountRule::Between { low, high } => AmountNode::Range(Amount::between(*low, *high)),
            AmountRule::PerUnit { fact, each } if self.is_scoring => {
                AmountNode::Number(Number::Times(vec![Number::Fact(self.fact(fact)), Number::from(*each)]))
            }
            AmountRule::PerUnit { fact, each } => AmountNode::PerUnit { fact: self.fact(fact), each: *each },
            AmountRule::Tiered { fact, tiers } => AmountNode::Tiered { fact: self.fact(fact), tiers: tiers.clone() },
            AmountRule::Number(number) => AmountNode::Number(self.number(number)),
            AmountRule::InKind => AmountNode::InKind,
            AmountRule::TieredBy(NumberTiers { number, tiers, falling }) => {
                AmountNode::TieredBy { number: self.number(number), tiers: tiers.clone(), falling: *falling }
            }
            AmountRule::UpTo { from, to } => {
                AmountNode::UpTo { from: self.amount_root(from), to: self.amount_root(to) }
            }
            AmountRule::ByChoice { fact, amounts } => {
                let listed = |option: &str| amounts.iter().find(|one| one.option == option).map(|one| &one.amount);
                let options = self.file.facts.iter().find(|one| one.id == *fact).map(|one| one.options.as_slice());
                let options = options.unwrap_or_default();
                let amount = |option: &FactOption| {
                    listed(&option.id).map_or_else(|| Quantity::ZERO.into(), |number| self.number(number))
                };
                AmountNode::ByChoice { fact: self.fact(fact), amounts: options.iter().map(amount).collect() }
            }
            AmountRule::When { condition, then } => {
                AmountNode::When { condition: self.root(condition), then: self.amount_root(then) }
            }
            AmountRule::Sum(parts) => AmountNode::Sum(self.amount_parts(parts)),
            AmountRule::LargerOf(parts) => AmountNode::LargerOf(self.amount_parts(parts)),
            AmountRule::Capped { at, of } => AmountNode::Capped { at: self.number(at), of: self.amount_root(of) },
            AmountRule::ByReading { reading, cases } => {
                let (reading, order) = self.reading(reading);
                let in_order = order.iter().filter_map(|id| cases.iter().find(|case| case.case == *id));
                let amounts = in_order.map(|case| self.amount(&case.then)).collect();
                AmountNode::ByReading { reading, cases: self.amount_block(amounts) }
            }
        }
    }

    fn number(&self, number: &Number) -> NumberNode {
        number.map(&|fact| self.fact(fact))
    }

    fn fact(&self, id: &str) -> FactRef {
        let slot = self.file.facts.iter().position(|fact| fact.id == id).unwrap_or_default();
        FactRef { slot: Slot(slot), applies: self.applies.get(slot).copied().flatten() }
    }

    fn mask(&self, fact: &str, options: &[String]) -> u64 {
        let declared = self.file.facts.iter().find(|one| one.id == fact).map(|one| one.options.as_slice());
        let declared = declared.unwrap_or_default().iter().enumerate();
        declared.filter(|(_, option)| options.contains(&option.id)).map(|(index, _)| 1_u64 << index).sum()
    }

    /// The position of a reading and the order of its cases; remembers that the track uses it.
    fn reading(&mut self, id: &str) -> (usize, Vec<String>) {
        let position = self.file.readings.iter().position(|reading| reading.id == id).unwrap_or_default();
        self.readings.push(position);
        let cases = self.file.readings.get(position).map(|reading| reading.cases.as_slice()).unwrap_or_default();
        (position, cases.iter().map(|case| case.id.clone()).collect())
    }
}
