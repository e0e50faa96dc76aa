//! Which facts the flat rules of a track rest on.

use std::collections::BTreeSet;

use super::Choices;
use super::rules::{AmountId, AmountNode, FactRef, Node, NodeId, Rules, Slot};

impl Rules {
    /// The facts a condition rests on under these readings, with those that say whether they apply.
    pub fn facts_of_condition(&self, id: NodeId, choices: &Choices) -> BTreeSet<Slot> {
        let mut facts = BTreeSet::new();
        self.under_condition(id, choices, &mut facts);
        facts
    }

    /// The facts an amount rests on under these readings, with those that say whether they apply.
    pub fn facts_of_amount(&self, id: AmountId, choices: &Choices) -> BTreeSet<Slot> {
        let mut facts = BTreeSet::new();
        self.under_amount(id, choices, &mut facts);
        facts
    }

    fn under_condition(&self, id: NodeId, choices: &Choices, facts: &mut BTreeSet<Slot>) {
        let Some(node) = self.nodes.get(id.0) else { return };
        match node {
            Node::All(parts) | Node::Any(parts) | Node::AtLeast { of: parts, .. } => {
                parts.positions().for_each(|part| self.under_condition(NodeId(part), choices, facts));
            }
            Node::Not(part) | Node::Judged(part) | Node::Same(part) => self.under_condition(*part, choices, facts),
            Node::ByReading { reading, cases } => {
                self.under_condition(NodeId(cases.at(choices.case(*reading))), choices, facts);
            }
            Node::Points { group, .. } => {
                self.score.items(*group).into_iter().for_each(|item| self.under_amount(item, choices, facts));
            }
            leaf => leaf.looks_at().into_iter().for_each(|fact| self.fact(fact, choices, facts)),
        }
    }

    fn under_amount(&self, id: AmountId, choices: &Choices, facts: &mut BTreeSet<Slot>) {
        let Some(node) = self.amounts.get(id.0) else { return };
        // A whole looks at facts of its own only where its ceiling is worked out.
        node.looks_at().into_iter().for_each(|fact| self.fact(fact, choices, facts));
        match node {
            AmountNode::UpTo { from, to } => {
                for part in [from, to] {
                    self.under_amount(*part, choices, facts);
                }
            }
            AmountNode::When { condition, then } => {
                self.under_condition(*condition, choices, facts);
                self.under_amount(*then, choices, facts);
            }
            AmountNode::Capped { of, .. } => self.under_amount(*of, choices, facts),
            AmountNode::Sum(parts) | AmountNode::LargerOf(parts) => {
                parts.positions().for_each(|part| self.under_amount(AmountId(part), choices, facts));
            }
            AmountNode::ByReading { reading, cases } => {
                self.under_amount(AmountId(cases.at(choices.case(*reading))), choices, facts);
            }
            _ => {}
        }
    }

    fn fact(&self, fact: FactRef, choices: &Choices, facts: &mut BTreeSet<Slot>) {
        facts.insert(fact.slot);
        if let Some(gate) = fact.applies {
            self.under_condition(gate, choices, facts);
        }
    }
}
