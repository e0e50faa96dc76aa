//! How a score stands: the points of each item, of each group and in all, whether they pass, and the grade.

use serde::Serialize;

use super::case::Case;
use super::explain::{self, Step};
use super::finding::{Finding, findings};
use super::missing::missing_for_amount;
use super::pass::Results;
use crate::model::{Amount, Quantity, Truth};
use crate::pack::rules::{AmountId, GroupRule, ScoreRule};
use crate::pack::score::{Grade, ScoreGroup, ScoreItem};

/// The score of a track, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ScoreFinding {
    pub points: Amount,
    /// What could be reached at most by any answers; `null` where nothing bounds it.
    pub most: Option<Quantity>,
    /// Whether it passes, by points or by a direct way; `null` where nothing says what passes.
    pub passes: Option<Truth>,
    /// The points from which it passes.
    pub pass: Option<Quantity>,
    /// `null` where there are no grades.
    pub grade: Option<GradeFinding>,
    pub groups: Vec<GroupFinding>,
    pub deductions: Vec<ItemFinding>,
    /// Conditions under which nobody passes.
    pub vetoes: Vec<Finding>,
    /// Conditions any of which is enough in place of the points.
    pub direct: Vec<Finding>,
    pub cite: String,
}

/// The grades it can still turn out to come to, by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct GradeFinding {
    /// The one that is certain, if any is.
    pub low: Option<String>,
    pub high: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct GroupFinding {
    pub id: String,
    pub points: Amount,
    pub most: Option<Quantity>,
    /// The points without which nobody passes, and whether they are reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<Truth>,
    pub items: Vec<ItemFinding>,
    pub cite: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ItemFinding {
    pub id: String,
    pub points: Amount,
    pub most: Option<Quantity>,
    pub missing: Vec<String>,
    /// How its points come about, from the facts up.
    pub steps: Vec<Step>,
    pub cite: String,
}

/// The highest grade that is certain, and the highest there can still be, by position.
pub fn grades(rules: &ScoreRule, results: &Results) -> [Option<usize>; 2] {
    let highest =
        |is_reached: fn(Truth) -> bool| rules.grades.iter().rposition(|node| is_reached(results.truth(*node)));
    [highest(|truth| truth == Truth::Met), highest(|truth| truth != Truth::NotMet)]
}

/// The score of a case; `None` on a track without one.
pub fn score(case: &Case<'_>) -> Option<ScoreFinding> {
    let declared = case.track.track.score.as_ref()?;
    let rules = &case.track.rules.score;
    // What nobody has answered can come to whatever is possible.
    let mut nothing = case.facts.clone();
    nothing.forget();
    let blank = Results::new(case.track, &nothing, case.choices);
    let item = |(item, amount): (&ScoreItem, &AmountId)| ItemFinding {
        id: item.id.clone(),
        points: case.results.amount(*amount),
        most: blank.amount(*amount).high,
        missing: missing_for_amount(case, *amount),
        steps: explain::points(case, *amount),
        cite: item.cite.clone(),
    };
    let group = |(at, (group, rule)): (usize, (&ScoreGroup, &GroupRule))| GroupFinding {
        id: group.id.clone(),
        points: case.results.points(rules, Some(at)),
        most: blank.points(rules, Some(at)).high,
        at_least: group.at_least,
        reached: rule.floor.map(|floor| case.results.truth(floor)),
        items: group.items.iter().zip(&rule.items).map(item).collect(),
        cite: group.cite.clone(),
    };
    let grades = || {
        let [low, high] = grades(rules, &case.results);
        let id = |at: usize| declared.grades.get(at).map(|grade: &Grade| grade.id.clone());
        GradeFinding { low: low.and_then(id), high: high.and_then(id) }
    };
    Some(ScoreFinding {
        points: case.results.points(rules, None),
        most: blank.points(rules, None).high,
        passes: rules.passes.map(|passes| case.results.truth(passes)),
        pass: declared.pass,
        grade: (!declared.grades.is_empty()).then(grades),
        groups: declared.groups.iter().zip(&rules.groups).enumerate().map(group).collect(),
        deductions: declared.deductions.iter().zip(&rules.deductions).map(item).collect(),
        vetoes: findings(case, &declared.vetoes, &rules.vetoes),
        direct: findings(case, &declared.direct, &rules.direct),
        cite: declared.cite.clone(),
    })
}
