//! The score in words: points by item, by group and in all, whether they pass, and what is still to be had.

use super::row::{Row, said_in};
use super::sum::Sums;
use super::value::truth_word;
use super::{Clause, Mark, requirement};
use crate::engine::Case;
use crate::engine::assess::Assessment;
use crate::engine::reach::Goal;
use crate::engine::reasoning::About;
use crate::engine::score::{GradeFinding, GroupFinding, ItemFinding, ScoreFinding};
use crate::model::{Amount, Lang, Quantity, Truth};
use crate::pack::score::{Grade, Score, ScoreGroup, ScoreItem};

/// The score of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreReport {
    /// `55–70 分，满分 100 分`.
    pub points: String,
    pub mark: Mark,
    /// What one passes with, and whether it is reached: `60 分以上达标：已达标`.
    pub passes: Option<String>,
    /// `等级：良好`.
    pub grade: Option<String>,
    pub groups: Vec<GroupRow>,
    pub deductions: Vec<ItemRow>,
    pub vetoes: Vec<Row>,
    pub direct: Vec<Row>,
    /// What is still lacking, and the items that have most to give.
    pub lift: Option<String>,
    /// What comes next, and what it is called.
    pub next: Option<(Goal, String)>,
    pub clause: Clause,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    pub title: String,
    /// `30 分，满分 40 分`.
    pub points: String,
    /// `不低于 20 分：符合`.
    pub floor: Option<String>,
    pub mark: Mark,
    pub items: Vec<ItemRow>,
    pub clause: Clause,
    pub amount: Amount,
    pub most: Option<Quantity>,
    pub at_least: Option<Quantity>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    pub title: String,
    pub points: String,
    /// What it came from, a sentence each, without a full stop.
    pub reasons: Vec<String>,
    /// Ids of the facts it rests on.
    pub facts: Vec<String>,
    pub clause: Clause,
}

impl ScoreReport {
    /// `None` on a track without a score.
    pub fn of(case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Option<Self> {
        let (declared, found) = (case.track.track.score.as_ref()?, assessment.score.as_ref()?);
        let requirements = |declared, found, about| requirement::rows(case, declared, found, about, lang);
        let next = next(declared, found, lang);
        Some(Self {
            points: out_of(found.points, found.most, lang),
            mark: found.passes.map_or(Mark::Idle, Mark::from),
            passes: found.passes.zip(found.pass).map(|(truth, pass)| passes(truth, pass, lang)),
            grade: found.grade.as_ref().map(|one| grade(one, &declared.grades, lang)),
            groups: declared.groups.iter().zip(&found.groups).map(|(one, its)| group(case, one, its, lang)).collect(),
            deductions: items(case, &declared.deductions, &found.deductions, lang),
            vetoes: requirements(&declared.vetoes, &found.vetoes, About::Veto),
            direct: requirements(&declared.direct, &found.direct, About::Direct),
            lift: next.as_ref().map(|(_, name, from)| lift(declared, found, (name, *from), lang)),
            next: next.map(|(goal, name, _)| (goal, name)),
            clause: Clause::of(case.pack(), &found.cite, lang),
        })
    }
}

impl ScoreReport {
    /// The score in all: points, whether they pass, the grade, and what is still to be had.
    pub fn sentences(&self, lang: Lang) -> Vec<String> {
        let total = match lang {
            Lang::Zh => format!("总得分 {}", self.points),
            Lang::En => format!("Points in all: {}", self.points),
        };
        let others = [&self.passes, &self.grade, &self.lift].into_iter().flatten().cloned();
        [total].into_iter().chain(others).collect()
    }
}

/// Points, and what could be reached at most.
fn out_of(points: Amount, most: Option<Quantity>, lang: Lang) -> String {
    let points = Sums::Points.range(points, lang);
    match (most.map(Quantity::grouped), lang) {
        (None, _) => points,
        (Some(most), Lang::Zh) => format!("{points}，满分 {most} 分"),
        (Some(most), Lang::En) => format!("{points} of {most}"),
    }
}

fn passes(truth: Truth, pass: Quantity, lang: Lang) -> String {
    let word = match truth {
        Truth::Met | Truth::NotApplicable => lang.pick("已达标", "passed"),
        Truth::NotMet => lang.pick("未达标", "not passed"),
        Truth::Unknown => lang.pick("需补充信息", "needs more information"),
        Truth::Judged => lang.pick("由主管部门判断", "for the authority to judge"),
    };
    match lang {
        Lang::Zh => format!("{} 分以上为达标：{word}", pass.grouped()),
        Lang::En => format!("{} points or more pass: {word}", pass.grouped()),
    }
}

fn grade(found: &GradeFinding, declared: &[Grade], lang: Lang) -> String {
    let title = |id: &Option<String>| declared.iter().find(|grade| Some(&grade.id) == id.as_ref());
    let [low, high] = [&found.low, &found.high].map(|id| title(id).map(|grade| grade.title.get(lang)));
    match (low, high, lang) {
        (_, None, _) => lang.pick("等级：未达到", "Grade: none reached").to_owned(),
        (Some(low), Some(high), Lang::Zh) if low == high => format!("等级：{low}"),
        (Some(low), Some(high), Lang::En) if low == high => format!("Grade: {low}"),
        (Some(low), Some(high), Lang::Zh) => format!("等级：至少{low}，最高{high}"),
        (Some(low), Some(high), Lang::En) => format!("Grade: {low} at least, {high} at most"),
        (None, Some(high), Lang::Zh) => format!("等级：尚未确定，最高{high}"),
        (None, Some(high), Lang::En) => format!("Grade: not certain yet, {high} at most"),
    }
}

fn group(case: &Case<'_>, declared: &ScoreGroup, found: &GroupFinding, lang: Lang) -> GroupRow {
    let floor = found.at_least.zip(found.reached).map(|(least, truth)| match lang {
        Lang::Zh => format!("不低于 {} 分：{}", least.grouped(), truth_word(truth, lang)),
        Lang::En => format!("at least {} needed: {}", least.grouped(), truth_word(truth, lang)),
    });
    GroupRow {
        title: declared.title.get(lang).to_owned(),
        points: out_of(found.points, found.most, lang),
        floor,
        mark: found.reached.map_or(Mark::Idle, Mark::from),
        items: items(case, &declared.items, &found.items, lang),
        clause: Clause::of(case.pack(), &found.cite, lang),
        amount: found.points,
        most: found.most,
        at_least: found.at_least,
    }
}

fn items(case: &Case<'_>, declared: &[ScoreItem], found: &[ItemFinding], lang: Lang) -> Vec<ItemRow> {
    let row = |(declared, found): (&ScoreItem, &ItemFinding)| ItemRow {
        title: declared.title.get(lang).to_owned(),
        points: out_of(found.points, found.most, lang),
        reasons: said_in(Sums::Points, &found.steps, case.pack(), lang),
        facts: declared.points.facts().into_iter().map(ToOwned::to_owned).collect(),
        clause: Clause::of(case.pack(), &found.cite, lang),
    };
    declared.iter().zip(found).map(row).collect()
}

/// What is to be reached next: to pass, and then the grade above the one that is certain.
fn next(declared: &Score, found: &ScoreFinding, lang: Lang) -> Option<(Goal, String, Quantity)> {
    if let Some(Truth::NotMet | Truth::Unknown) = found.passes {
        return Some((Goal::Pass, lang.pick("达标", "passing").to_owned(), found.pass?));
    }
    let certain = found.grade.as_ref()?.low.as_ref();
    let reached = certain.and_then(|id| declared.grades.iter().position(|grade| grade.id == *id));
    let above = declared.grades.get(reached.map_or(0, |reached| reached + 1))?;
    Some((Goal::Grade(above.id.clone()), above.title.get(lang).to_owned(), above.from))
}

/// How many points are lacking, and the items that have most to give, as far as that is bounded.
fn lift(declared: &Score, found: &ScoreFinding, (name, from): (&str, Quantity), lang: Lang) -> String {
    let items = declared.groups.iter().flat_map(|group| &group.items);
    let found_items = found.groups.iter().flat_map(|group| &group.items);
    let spare = items.zip(found_items).filter_map(|(item, found)| {
        let spare = found.most?.minus(found.points.low);
        spare.is_positive().then(|| (item.title.get(lang), spare))
    });
    let mut spare: Vec<(&str, Quantity)> = spare.collect();
    spare.sort_by_key(|(_, spare)| std::cmp::Reverse(*spare));
    let named: Vec<String> = spare
        .iter()
        .map(|(title, spare)| match lang {
            Lang::Zh => format!("{title}（{} 分）", spare.grouped()),
            Lang::En => format!("{title} ({})", spare.grouped()),
        })
        .collect();
    let lacking = from.minus(found.points.low).max(Quantity::ZERO);
    let lacking = match (lacking.is_positive(), lang) {
        (true, Lang::Zh) => format!("已确定的得分距{name}还差 {} 分", lacking.grouped()),
        (true, Lang::En) => format!("{} more needed for {name} than is certain", Sums::Points.one(lacking, lang)),
        (false, Lang::Zh) => format!("总得分已够{name}"),
        (false, Lang::En) => format!("The points in all are enough for {name}"),
    };
    match (named.is_empty(), lang) {
        (true, Lang::Zh) => format!("{lacking}。"),
        (true, Lang::En) => format!("{lacking}."),
        (false, Lang::Zh) => format!("{lacking}；还可得分的项目：{}。", lang.list(&named)),
        (false, Lang::En) => format!("{lacking}; items with points to give: {}.", lang.list(&named)),
    }
}
