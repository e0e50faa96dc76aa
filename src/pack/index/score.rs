//! A score: first what points rest on, then the conditions on them, so that whatever comes after may rest on those.

use super::super::rules::{AmountId, GroupRule, Node, NodeId, ScoreRule};
use super::super::score::{Score, ScoreGroup, ScoreItem, ScoreTest};
use super::Indexer;
use crate::model::Quantity;

impl Indexer<'_> {
    pub(super) fn score(&mut self, score: &Score) {
        self.is_scoring = true;
        let mut groups: Vec<GroupRule> = score.groups.iter().map(|group| self.score_group(group)).collect();
        let deductions = score.deductions.iter().map(|item| self.points(item)).collect();
        self.is_scoring = false;
        let first = (self.nodes.len(), self.amounts.len());
        for (at, group) in score.groups.iter().enumerate() {
            let floor = group.at_least.map(|from| self.reaches(Some(at), from));
            if let Some(rule) = groups.get_mut(at) {
                rule.floor = floor;
            }
        }
        let vetoes: Vec<NodeId> = score.vetoes.iter().map(|one| self.root(&one.needs)).collect();
        let direct: Vec<NodeId> = score.direct.iter().map(|one| self.root(&one.needs)).collect();
        let passes = score.pass.map(|pass| {
            let total = self.reaches(None, pass);
            let points = self.every([total].into_iter().chain(groups.iter().filter_map(|group| group.floor)));
            let ways = [points].into_iter().chain(direct.iter().copied()).map(Node::Same).collect();
            let ways = self.block(ways);
            let ways = self.alone(Node::Any(ways));
            let free: Vec<NodeId> = vetoes.iter().map(|veto| self.alone(Node::Not(*veto))).collect();
            self.every([ways].into_iter().chain(free))
        });
        let grade = |indexer: &mut Self, from: Quantity| {
            let points = indexer.reaches(None, from);
            indexer.every([points].into_iter().chain(passes))
        };
        let grades = score.grades.iter().map(|one| grade(self, one.from)).collect();
        self.grades = score.grades.iter().map(|grade| grade.id.clone()).collect();
        self.score = ScoreRule { groups, deductions, passes, vetoes, direct, grades, first };
    }

    fn score_group(&mut self, group: &ScoreGroup) -> GroupRule {
        GroupRule {
            items: group.items.iter().map(|item| self.points(item)).collect(),
            most: group.most,
            weight: group.weight.as_ref().map(|weight| weight.value),
            floor: None,
        }
    }

    fn points(&mut self, item: &ScoreItem) -> AmountId {
        self.amount_root(&item.points)
    }

    /// The condition that a test of the score comes to. The checker sees to it that there is one.
    pub(super) fn score_test(&self, test: &ScoreTest) -> NodeId {
        let node = match test {
            ScoreTest::Passes => self.score.passes,
            ScoreTest::Grade(id) => {
                let position = self.grades.iter().position(|grade| grade == id);
                position.and_then(|position| self.score.grades.get(position).copied())
            }
        };
        node.unwrap_or(NodeId(0))
    }

    fn reaches(&mut self, group: Option<usize>, from: Quantity) -> NodeId {
        self.alone(Node::Points { group, from })
    }

    fn every(&mut self, nodes: impl IntoIterator<Item = NodeId>) -> NodeId {
        let parts = nodes.into_iter().map(Node::Same).collect();
        let parts = self.block(parts);
        self.alone(Node::All(parts))
    }

    fn alone(&mut self, node: Node) -> NodeId {
        NodeId(self.block(vec![node]).at(0))
    }
}
