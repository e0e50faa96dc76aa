//! Scores: points by group, what passes, and the grades. Only a document that gives points has one.

use serde::{Deserialize, Serialize};

use super::track::Requirement;
use super::{AmountRule, Constant};
use crate::model::{Quantity, Text};

/// What a track gives points for, and what they are enough for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Score {
    pub groups: Vec<ScoreGroup>,
    /// What is taken off the sum of the groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deductions: Vec<ScoreItem>,
    /// Conditions under which nobody passes, whatever the points (一票否决).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vetoes: Vec<Requirement>,
    /// The points from which one passes, where the document says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass: Option<Quantity>,
    /// Conditions any of which is enough in place of the points (直通条件).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub direct: Vec<Requirement>,
    /// From the lowest to the highest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<Grade>,
    pub cite: String,
}

/// Items whose points are added up.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreGroup {
    pub id: String,
    pub title: Text,
    pub items: Vec<ScoreItem>,
    /// More points than this do not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Quantity>,
    /// The points of the group without which nobody passes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Quantity>,
    /// The share of its points that counts in the sum: `"40%"`. Left out, all do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Constant>,
    pub cite: String,
}

/// One thing that brings points.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreItem {
    pub id: String,
    pub title: Text,
    /// How its points are worked out: as amounts are, in points (分).
    pub points: AmountRule,
    pub cite: String,
}

/// What a number of points is called.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grade {
    pub id: String,
    pub title: Text,
    pub from: Quantity,
    pub cite: String,
}

/// What a condition asks of the score of its track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ScoreTest {
    /// It passes, by points or by a direct way.
    Passes,
    /// This grade, or a higher one.
    Grade(String),
}

impl Score {
    /// Every item, the deductions last, each with its step in a JSON pointer.
    pub fn items<'a>(&'a self) -> impl Iterator<Item = (String, &'a ScoreItem)> {
        let of_group = |(at, group): (usize, &'a ScoreGroup)| {
            let items = group.items.iter().enumerate();
            items.map(move |(item, one)| (format!("groups/{at}/items/{item}"), one))
        };
        let groups = self.groups.iter().enumerate().flat_map(of_group);
        let deductions = self.deductions.iter().enumerate();
        groups.chain(deductions.map(|(at, item)| (format!("deductions/{at}"), item)))
    }

    /// Vetoes and direct ways, each with its step in a JSON pointer.
    pub fn requirements(&self) -> impl Iterator<Item = (String, &Requirement)> {
        let vetoes = self.vetoes.iter().enumerate().map(|(at, one)| (format!("vetoes/{at}"), one));
        vetoes.chain(self.direct.iter().enumerate().map(|(at, one)| (format!("direct/{at}"), one)))
    }
}
