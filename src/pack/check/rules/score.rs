//! Scores: points in points, floors and grades that can be reached, and nothing that rests on itself.

use std::collections::BTreeSet;

use super::super::super::diagnostic::{Code, Diagnostic};
use super::super::super::reckon::Scope as _;
use super::super::super::score::{Score, ScoreGroup, ScoreTest};
use super::super::super::{AmountRule, Number};
use super::super::noun::Noun;
use super::Checker;
use super::number::Anything;
use crate::model::text::text;
use crate::model::{Quantity, Text};

impl<'a> Checker<'a> {
    pub(super) fn score(&mut self, score: &'a Score, place: &str, asked: &BTreeSet<&str>) {
        self.is_scoring = true;
        for (step, item) in score.items() {
            self.amount(&item.points, &format!("{place}/{step}/points"), asked);
            if item.points == AmountRule::InKind {
                let message = text!("得分不是数", "points that are no number");
                let help = text!(
                    "写出得多少分，如 `{{\"fixed\": 5}}`",
                    "say how many points it brings, such as `{{\"fixed\": 5}}`"
                );
                self.report(Code::TypeMismatch, &format!("{place}/{step}/points"), message, help);
            }
        }
        self.is_scoring = false;
        for (step, one) in score.requirements() {
            self.condition(&one.needs, &format!("{place}/{step}/needs"), Some(asked));
        }
        let passes = [
            ("vetoes", !score.vetoes.is_empty()),
            ("direct", !score.direct.is_empty()),
            ("groups", score.groups.iter().any(|group| group.at_least.is_some())),
        ];
        if let Some((step, _)) = passes.into_iter().find(|(_, has)| *has && score.pass.is_none()) {
            let message = text!("没有写怎样算合格", "nothing says what passes");
            let help = text!("在 `pass` 中写出合格分", "give the points from which one passes as `pass`");
            self.report(Code::EmptyGroup, &format!("{place}/{step}"), message, help);
        }
        if score.groups.is_empty() {
            let message = text!("评分没有写各组", "a score without groups");
            self.report(Code::EmptyGroup, &format!("{place}/groups"), message, text!("列出各组", "list its groups"));
        }
        for (index, group) in score.groups.iter().enumerate() {
            self.group(group, &format!("{place}/groups/{index}"));
        }
        self.weights(score, &format!("{place}/groups"));
        self.grades(score, place);
    }

    /// A test of the score of the track, which no score rests on itself.
    pub(super) fn score_test(&mut self, test: &ScoreTest, pointer: &str) {
        let Some(score) = self.scored else {
            let help = text!(
                "只在有 `score` 的类别的条件中写，并且在评分之外",
                "ask for it in a condition of a track that has a `score`, outside that score"
            );
            self.report(Code::Dangling, pointer, text!("这里没有评分", "there is no score here"), help);
            return;
        };
        match test {
            ScoreTest::Passes if score.pass.is_none() => {
                let message = text!("没有写怎样算合格", "nothing says what passes");
                let help = text!(
                    "在 `pass` 中写出合格分，或者改为看等级",
                    "give the points from which one passes as `pass`, or ask for a grade"
                );
                self.report(Code::Dangling, pointer, message, help);
            }
            ScoreTest::Grade(id) if !score.grades.iter().any(|grade| grade.id == *id) => {
                self.found.push(Noun::GRADE.dangling(&format!("{pointer}/grade"), id));
            }
            _ => {}
        }
    }

    fn group(&mut self, group: &ScoreGroup, place: &str) {
        if group.items.is_empty() {
            let message = text!("这一组没有计分项", "a group without items");
            self.report(Code::EmptyGroup, &format!("{place}/items"), message, text!("列出各项", "list its items"));
            return;
        }
        let sum = self.sum(group);
        for (step, points) in [("most", group.most), ("at_least", group.at_least)] {
            let Some(points) = points else { continue };
            if !points.is_positive() {
                let message = text!("`{step}` 为 {points}", "`{step}` is {points}");
                let help = text!("写正数", "give a positive number");
                self.report(Code::OutOfDomain, &format!("{place}/{step}"), message, help);
            } else if let Some(sum) = sum.filter(|sum| points > *sum) {
                let message = text!(
                    "`{step}` 为 {points}，而组内各项至多得 {sum} 分",
                    "`{step}` is {points}, and its items bring {sum} at most"
                );
                let one = Diagnostic::error(Code::Unreachable, format!("{place}/{step}"), message, unreachable());
                self.found.push(if step == "most" { one.as_warning() } else { one });
            }
        }
        if group.most.zip(group.at_least).is_some_and(|(most, least)| least > most) {
            let message = text!("`at_least` 大于 `most`", "`at_least` is larger than `most`");
            let help = text!("改正其中一个", "correct one of the two");
            self.report(Code::Unreachable, &format!("{place}/at_least"), message, help);
        }
    }

    /// All groups have one or none, and together they are the whole.
    fn weights(&mut self, score: &Score, place: &str) {
        let weights: Vec<_> = score.groups.iter().filter_map(|group| group.weight.as_ref()).collect();
        if weights.is_empty() {
            return;
        }
        let whole = weights.iter().map(|weight| weight.value).fold(Quantity::ZERO, Quantity::plus);
        let is_share = weights.iter().all(|weight| weight.is_percent() && weight.value.is_positive());
        if !is_share || weights.len() < score.groups.len() || whole != Quantity::whole(100) {
            let message = text!("各组所占比例合起来不是全部", "weights that do not make up the whole");
            let help = text!(
                "各组都写 `weight`，如 `\"40%\"`，合计 100%；或者都不写",
                "give each group a `weight` such as `\"40%\"`, 100% in all, or none of them"
            );
            self.report(Code::OutOfDomain, place, message, help);
        }
    }

    /// From the lowest to the highest, and none beyond what can be reached.
    fn grades(&mut self, score: &Score, place: &str) {
        let sum = score.groups.iter().map(|group| {
            let points = match (group.most, self.sum(group)) {
                (Some(most), Some(sum)) => Some(most.min(sum)),
                (most, sum) => most.or(sum),
            };
            let weight = group.weight.as_ref().map(|weight| weight.value);
            points.map(|points| match weight {
                Some(weight) => weight.times(points).shared_by(Quantity::whole(100)),
                None => points,
            })
        });
        let sum = sum.reduce(|sum, next| Some(sum?.plus(next?))).flatten();
        let grades = score.grades.iter().enumerate();
        let marks = grades.map(|(index, grade)| (format!("{place}/grades/{index}/from"), grade.from));
        let pass = score.pass.map(|pass| (format!("{place}/pass"), pass));
        for (pointer, points) in pass.into_iter().chain(marks) {
            if let Some(sum) = sum.filter(|sum| points > *sum) {
                let message =
                    text!("要 {points} 分，而至多得 {sum} 分", "{points} points, and there are {sum} at most");
                self.report(Code::Unreachable, &pointer, message, unreachable());
            }
        }
        let bounds = score.pass.into_iter().chain(score.grades.iter().map(|grade| grade.from));
        let bounds: Vec<Quantity> = bounds.collect();
        let offset = bounds.len() - score.grades.len();
        for (index, pair) in bounds.windows(2).enumerate() {
            let [lower, higher] = pair else { continue };
            // The lowest grade may begin where one passes.
            let is_first = offset == 1 && index == 0;
            if higher < lower || (higher == lower && !is_first) {
                let at = index + 1 - offset;
                let message = text!("这一等级的起点不高于前一等级", "a grade that begins no later than the one before");
                let help = text!(
                    "各等级从低到高排列，都不低于合格分",
                    "order grades from the lowest to the highest, none below what passes"
                );
                self.report(Code::Overlapping, &format!("{place}/grades/{at}/from"), message, help);
            }
        }
    }

    /// The most that the items of a group can bring; `None` where nothing bounds it.
    fn sum(&self, group: &ScoreGroup) -> Option<Quantity> {
        let mut most = group.items.iter().map(|item| self.most(&item.points));
        most.try_fold(Quantity::ZERO, |sum, most| Some(sum.plus(most?)))
    }

    fn most(&self, rule: &AmountRule) -> Option<Quantity> {
        let number = |number: &Number| number.reckon(&Anything(self.file)).in_yuan().high;
        let largest = |all: Vec<Option<Quantity>>| {
            all.into_iter().reduce(|one, other| Some(one?.max(other?))).unwrap_or(Some(Quantity::ZERO))
        };
        match rule {
            AmountRule::Fixed(points) | AmountRule::Between { high: points, .. } => Some(*points),
            AmountRule::Number(points) => number(points),
            AmountRule::InKind => Some(Quantity::ZERO),
            AmountRule::PerUnit { fact, each } => {
                let counts = Anything(self.file).number(fact).in_yuan().high;
                counts.map(|most| each.times(most))
            }
            AmountRule::Tiered { tiers, .. } => largest(tiers.iter().map(|tier| Some(tier.amount)).collect()),
            AmountRule::TieredBy(by) => largest(by.tiers.iter().map(|tier| Some(tier.amount)).collect()),
            AmountRule::ByChoice { amounts, .. } => largest(amounts.iter().map(|one| number(&one.amount)).collect()),
            AmountRule::When { then, .. } => self.most(then),
            AmountRule::Sum(parts) => {
                let mut most = parts.iter().map(|part| self.most(part));
                most.try_fold(Quantity::ZERO, |sum, most| Some(sum.plus(most?)))
            }
            AmountRule::LargerOf(parts) => largest(parts.iter().map(|part| self.most(part)).collect()),
            AmountRule::Capped { at, of } => match (number(at), self.most(of)) {
                (Some(at), Some(of)) => Some(at.min(of)),
                (at, of) => at.or(of),
            },
            AmountRule::UpTo { from, to } => largest(vec![self.most(from), self.most(to)]),
            AmountRule::ByReading { cases, .. } => largest(cases.iter().map(|case| self.most(&case.then)).collect()),
        }
    }
}

fn unreachable() -> Text {
    text!("改正分数，或者改正与它相比的内容", "correct the points, or what they are held against")
}
