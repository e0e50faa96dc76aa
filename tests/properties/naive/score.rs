//! Scores: what each item, each group and all of them come to, end by end.

use zhice::pack::score::{Score, ScoreGroup, ScoreItem, ScoreTest};
use zhice::pack::{AmountRule, Condition};

use super::money::{End, Money};
use super::{ONE, Range, Says, World, units};
use zhice::model::{Quantity, Value};

impl<'a> World<'a> {
    /// The same world, in which every unit of a count brings what it brings.
    fn scoring(&self) -> Self {
        World { every_unit: true, ..self.clone() }
    }

    fn sum(&self, items: &'a [ScoreItem]) -> Range {
        let world = self.scoring();
        let sum = |pick: fn(Range) -> Money| {
            items.iter().map(|item| pick(world.range(&item.points))).fold(Money::NOTHING, Money::and)
        };
        Range { least: sum(|range| range.least), most: sum(|range| range.most) }
    }

    /// The points of one group, before they are weighed.
    pub fn points_of(&self, group: &'a ScoreGroup) -> Range {
        let Range { least, most } = self.sum(&group.items);
        let cut = |points: Money| group.most.map_or(points, |most| points.min(Money::Units(units(most))));
        Range { least: cut(least), most: cut(most) }
    }

    pub fn points(&self, score: &'a Score) -> Range {
        let lost = self.sum(&score.deductions);
        let gained = |end: End| {
            let of_group = |group: &'a ScoreGroup| {
                let Range { least, most } = self.points_of(group);
                let points = if matches!(end, End::Least) { least } else { most };
                match &group.weight {
                    Some(weight) => points.map(|points| points * units(weight.value) / ONE / 100),
                    None => points,
                }
            };
            score.groups.iter().map(of_group).fold(Money::NOTHING, Money::and)
        };
        let less = |gained: Money, lost: Money| match (gained, lost) {
            (_, Money::Boundless) => Money::NOTHING,
            (gained, Money::Units(lost)) => gained.map(|gained| (gained - lost).max(0)),
        };
        Range { least: less(gained(End::Least), lost.most), most: less(gained(End::Most), lost.least) }
    }

    fn reaches(&self, range: Range, from: Quantity, mut items: impl Iterator<Item = &'a ScoreItem>) -> Says {
        let from = Money::Units(units(from));
        let world = self.scoring();
        match (range.least >= from, range.most < from) {
            (true, _) => Says::Yes,
            (_, true) => Says::No,
            _ if items.any(|item| world.waits_for(&item.points)) => Says::Open,
            _ => Says::Left,
        }
    }

    fn reaches_in_all(&self, score: &'a Score, from: Quantity) -> Says {
        let items = score.groups.iter().flat_map(|group| &group.items).chain(&score.deductions);
        self.reaches(self.points(score), from, items)
    }

    /// Whether the score passes.
    pub fn passes(&self, score: &'a Score) -> Says {
        let floors = score
            .groups
            .iter()
            .filter_map(|group| Some(self.reaches(self.points_of(group), group.at_least?, group.items.iter())));
        let points: Vec<Says> = [self.reaches_in_all(score, score.pass.unwrap())].into_iter().chain(floors).collect();
        let ways = score.direct.iter().map(|one| self.says(&one.needs));
        let ways: Vec<Says> = [Says::every(&points)].into_iter().chain(ways).collect();
        let free = score.vetoes.iter().map(|one| self.says(&one.needs).opposite());
        let all: Vec<Says> = [Says::some(&ways, 1)].into_iter().chain(free).collect();
        Says::every(&all)
    }

    pub fn graded(&self, score: &'a Score, from: Quantity) -> Says {
        Says::every(&[self.reaches_in_all(score, from), self.passes(score)])
    }

    pub(super) fn tested(&self, test: &ScoreTest) -> Says {
        let score = self.track.score.as_ref().unwrap();
        match test {
            ScoreTest::Passes => self.passes(score),
            ScoreTest::Grade(id) => self.graded(score, score.grades.iter().find(|grade| grade.id == *id).unwrap().from),
        }
    }

    /// Whether an answer could still move an amount.
    fn waits_for(&self, rule: &'a AmountRule) -> bool {
        let Range { least, most } = self.range(rule);
        let any = |facts: Vec<&str>| facts.into_iter().any(|id| self.is_waited_for(id));
        least != most
            && match rule {
                AmountRule::When { condition, then } => self.is_open(condition) || self.waits_for(then),
                AmountRule::Sum(parts) => parts.iter().any(|part| self.waits_for(part)),
                AmountRule::LargerOf(parts) => {
                    parts.iter().any(|part| self.range(part).most > least && self.waits_for(part))
                }
                AmountRule::UpTo { from, to } => self.waits_for(from) || self.waits_for(to),
                AmountRule::Capped { at, of } => any(at.facts()) || self.waits_for(of),
                AmountRule::ByReading { reading, cases } => self.waits_for(self.case(reading, cases)),
                AmountRule::ByChoice { fact, amounts } => {
                    let chosen = |option: &str| match self.answers.get(fact) {
                        Some(Value::Choice(chosen)) => chosen == option,
                        _ => true,
                    };
                    let numbers = amounts.iter().filter(|one| chosen(&one.option));
                    any(vec![fact]) || any(numbers.flat_map(|one| one.amount.facts()).collect())
                }
                leaf => any(leaf.facts()),
            }
    }

    fn is_open(&self, condition: &'a Condition) -> bool {
        self.says(condition) == Says::Open
    }
}
