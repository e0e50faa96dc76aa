//! Points: what the items of a score come to, by group and in all.

use super::Results;
use crate::model::{Amount, Interval, Quantity};
use crate::pack::rules::{GroupRule, ScoreRule};

const HUNDRED: Interval = Interval::exactly(Quantity::whole(100));

impl Results {
    /// The points of a group, by position; or of all groups by their weights, less the deductions, and never below nothing.
    pub fn points(&self, score: &ScoreRule, group: Option<usize>) -> Amount {
        if let Some(group) = group {
            return score.groups.get(group).map(|group| self.points_of(group)).unwrap_or_default();
        }
        let groups = score.groups.iter().map(|group| weighed(self.points_of(group), group.weight));
        let gained = groups.fold(Amount::ZERO, Amount::plus);
        let lost = score.deductions.iter().map(|item| self.amount(*item)).fold(Amount::ZERO, Amount::plus);
        let less = |points: Quantity, lost: Quantity| points.minus(lost).max(Quantity::ZERO);
        Amount {
            low: lost.high.map_or(Quantity::ZERO, |lost| less(gained.low, lost)),
            high: gained.high.map(|gained| less(gained, lost.low)),
        }
    }

    fn points_of(&self, group: &GroupRule) -> Amount {
        let points = group.items.iter().map(|item| self.amount(*item)).fold(Amount::ZERO, Amount::plus);
        group.most.map_or(points, |most| points.capped(most))
    }
}

/// The share of points that counts.
fn weighed(points: Amount, weight: Option<Quantity>) -> Amount {
    let Some(weight) = weight else { return points };
    let range = Interval::between(Some(points.low), points.high);
    range.times(Interval::exactly(weight)).over(HUNDRED).in_yuan()
}
