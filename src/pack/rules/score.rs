//! A score as the engine runs on it.

use super::{AmountId, NodeId};
use crate::model::Quantity;

/// A score, indexed.
#[derive(Clone, Debug, Default)]
pub struct ScoreRule {
    pub groups: Vec<GroupRule>,
    pub deductions: Vec<AmountId>,
    /// Whether it passes; `None` where nothing says what passes.
    pub passes: Option<NodeId>,
    pub vetoes: Vec<NodeId>,
    pub direct: Vec<NodeId>,
    /// Whether it comes to each grade, from the lowest.
    pub grades: Vec<NodeId>,
    /// So many conditions and amounts from the front are what points rest on.
    pub first: (usize, usize),
}

/// A group of a score, indexed.
#[derive(Clone, Debug)]
pub struct GroupRule {
    pub items: Vec<AmountId>,
    pub most: Option<Quantity>,
    /// In per cent.
    pub weight: Option<Quantity>,
    /// Whether it has the points without which nobody passes.
    pub floor: Option<NodeId>,
}

impl ScoreRule {
    /// The items of a group, by position, or all with the deductions.
    pub fn items(&self, group: Option<usize>) -> Vec<AmountId> {
        match group {
            Some(group) => self.groups.get(group).map(|group| group.items.clone()).unwrap_or_default(),
            None => self.groups.iter().flat_map(|group| &group.items).chain(&self.deductions).copied().collect(),
        }
    }

    /// Whether it passes, and whether it comes to each grade.
    pub fn outcomes(&self) -> impl Iterator<Item = NodeId> {
        self.passes.iter().chain(&self.grades).copied()
    }
}
