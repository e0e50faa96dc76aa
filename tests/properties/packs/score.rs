//! Random scores.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use zhice::model::Quantity;
use zhice::pack::condition::CaseOf;
use zhice::pack::measure::ChoiceAmount;
use zhice::pack::score::{Grade, Score, ScoreGroup, ScoreItem, ScoreTest};
use zhice::pack::track::Requirement;
use zhice::pack::{AmountRule, Condition, Number};

use super::CITE;
use super::amount::{Rule, rule};
use super::condition::{Shape, shape};
use super::known::{Known, words};

/// The score of a track that does not know its facts yet.
#[derive(Clone, Debug)]
pub struct ScoreSketch {
    groups: Vec<GroupSketch>,
    weighed: bool,
    deductions: Vec<Rule>,
    vetoes: Vec<Shape>,
    pass: i64,
    direct: Vec<Shape>,
    grades: bool,
}

#[derive(Clone, Debug)]
struct GroupSketch {
    /// A condition that is worth enough for every mark to be reached.
    sure: Shape,
    items: Vec<Rule>,
    most: Option<i64>,
    at_least: Option<i64>,
}

pub fn score() -> impl Strategy<Value = ScoreSketch> {
    let marks = (option::of(select(vec![15_i64, 40])), option::of(select(vec![5_i64, 10])));
    let group = (shape(), vec(rule(), 0..3), marks).prop_map(|(sure, items, (most, at_least))| GroupSketch {
        sure,
        items,
        most,
        at_least,
    });
    let beside = (vec(rule(), 0..2), vec(shape(), 0..2), vec(shape(), 0..2));
    (vec(group, 1..3), any::<bool>(), beside, select(vec![5_i64, 10, 14]), any::<bool>()).prop_map(
        |(groups, weighed, (deductions, vetoes, direct), pass, grades)| ScoreSketch {
            groups,
            weighed,
            deductions,
            vetoes,
            pass,
            direct,
            grades,
        },
    )
}

impl ScoreSketch {
    pub fn build(&self, known: Known<'_>) -> Score {
        let requirement = |prefix: &str, (index, shape): (usize, &Shape)| Requirement {
            id: format!("{prefix}{index}"),
            title: words(),
            needs: shape.build(known),
            cite: CITE.to_owned(),
        };
        let item = |(index, points): (usize, AmountRule)| ScoreItem {
            id: format!("i{index}"),
            title: words(),
            points,
            cite: CITE.to_owned(),
        };
        let share = 100 / self.groups.len();
        let group = |(index, group): (usize, &GroupSketch)| {
            let sure = AmountRule::When {
                condition: group.sure.build(known),
                then: Box::new(AmountRule::Fixed(Quantity::whole(20))),
            };
            let items = group.items.iter().map(|rule| in_points(rule.build(known)));
            ScoreGroup {
                id: format!("g{index}"),
                title: words(),
                items: [sure].into_iter().chain(items).enumerate().map(item).collect(),
                most: group.most.map(Quantity::whole),
                at_least: group.at_least.map(Quantity::whole),
                weight: self.weighed.then(|| format!("{share}%").parse().unwrap()),
                cite: CITE.to_owned(),
            }
        };
        let deductions = self.deductions.iter().map(|rule| in_points(rule.build(known)));
        let grade = |(index, from): (usize, i64)| Grade {
            id: format!("v{index}"),
            title: words(),
            from: Quantity::whole(from),
            cite: CITE.to_owned(),
        };
        Score {
            groups: self.groups.iter().enumerate().map(group).collect(),
            deductions: deductions.enumerate().map(item).collect(),
            vetoes: self.vetoes.iter().enumerate().map(|one| requirement("n", one)).collect(),
            pass: Some(Quantity::whole(self.pass)),
            direct: self.direct.iter().enumerate().map(|one| requirement("d", one)).collect(),
            grades: [14, 15].into_iter().filter(|_| self.grades).enumerate().map(grade).collect(),
            cite: CITE.to_owned(),
        }
    }

    /// What conditions of the track can ask for.
    pub fn tests(&self) -> Vec<Condition> {
        let grade = self.grades.then(|| Condition::Score(ScoreTest::Grade("v1".to_owned())));
        [Condition::Score(ScoreTest::Passes)].into_iter().chain(grade).collect()
    }
}

/// The same rule, where each yuan is a point.
fn in_points(rule: AmountRule) -> AmountRule {
    let boxed = |part: Box<AmountRule>| Box::new(in_points(*part));
    let all = |parts: Vec<AmountRule>| parts.into_iter().map(in_points).collect();
    match rule {
        AmountRule::Number(number) => AmountRule::Number(points(number)),
        AmountRule::Capped { at, of } => AmountRule::Capped { at: points(at), of: boxed(of) },
        AmountRule::ByChoice { fact, amounts } => {
            let one = |one: ChoiceAmount| ChoiceAmount { amount: points(one.amount), ..one };
            AmountRule::ByChoice { fact, amounts: amounts.into_iter().map(one).collect() }
        }
        AmountRule::When { condition, then } => AmountRule::When { condition, then: boxed(then) },
        AmountRule::UpTo { from, to } => AmountRule::UpTo { from: boxed(from), to: boxed(to) },
        AmountRule::Sum(parts) => AmountRule::Sum(all(parts)),
        AmountRule::LargerOf(parts) => AmountRule::LargerOf(all(parts)),
        AmountRule::ByReading { reading, cases } => {
            let cases = cases.into_iter().map(|one| CaseOf { case: one.case, then: in_points(one.then) }).collect();
            AmountRule::ByReading { reading, cases }
        }
        plain => plain,
    }
}

fn points(number: Number) -> Number {
    match number {
        Number::Constant(one) if one.unit.is_none() => Number::Constant(one),
        number => Number::Times(vec![number, Number::Constant("1 分/元".parse().unwrap())]),
    }
}
