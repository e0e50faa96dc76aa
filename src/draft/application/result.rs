//! The sections that tell the result: what was answered, what was found, what it brings.

use super::{Section, Writer};
use crate::pack::rules::facts_of;
use crate::report::{CeilingRow, FormSum, IndicatorRow, MeasureRow, ReadingRow, Row, heading, value_text};

impl Writer<'_> {
    pub(super) fn facts(&self) -> Section {
        let counted = self.counted();
        let answered = facts_of(self.track).into_iter().filter_map(|id| {
            let (fact, value) = self.pack.fact(id).zip(counted.get(id))?;
            let evidence = self.evidence(std::slice::from_ref(&fact.id));
            let value = value_text(fact, value, self.lang) + &self.annexed(fact);
            Some(vec![self.cite(&fact.cite), self.text(&fact.label), value, evidence])
        });
        let columns = [["条款", "Clause"], ["事项", "Item"], ["填报情况", "As entered"], ["佐证材料", "Evidence"]];
        self.section("facts", self.pick(["基本数据与情况", "Facts and figures"]), &columns, answered.collect())
    }

    pub(super) fn conditions(&self) -> Section {
        self.requirements("conditions", heading::CONDITIONS, &self.report.conditions)
    }

    pub(super) fn priorities(&self) -> Section {
        self.requirements("priorities", heading::PRIORITIES, &self.report.priorities)
    }

    fn requirements(&self, id: &str, title: [&'static str; 2], rows: &[Row]) -> Section {
        let row = |row: &Row| {
            vec![
                row.clause.label.clone(),
                row.title.clone(),
                row.word.clone(),
                self.joined(&row.reasons),
                self.evidence(&row.facts),
            ]
        };
        let columns = [
            ["条款", "Clause"],
            ["条件", "Condition"],
            ["判断", "Judgement"],
            ["事实", "Facts"],
            ["佐证材料", "Evidence"],
        ];
        self.section(id, self.pick(title), &columns, rows.iter().map(row).collect())
    }

    pub(super) fn self_evaluation(&self) -> Section {
        let indicators = &self.report.indicators;
        let answered_for = indicators.iter().any(|one| one.responsible.is_some());
        let dated = indicators.iter().any(|one| one.by.is_some());
        let row = |one: &IndicatorRow| {
            let mut cells = vec![one.row.clause.label.clone(), one.row.title.clone(), one.stands.clone()];
            cells.extend(answered_for.then(|| one.responsible.clone().unwrap_or_default()));
            cells.extend(dated.then(|| one.by.clone().unwrap_or_default()));
            cells.push(self.evidence(&one.row.facts));
            cells
        };
        let rows = indicators.iter().map(row).collect();
        let mut columns = vec![["条款", "Clause"], ["内容", "Item"], ["情况", "Where it stands"]];
        columns.extend(answered_for.then_some(["责任单位", "Responsible"]));
        columns.extend(dated.then_some(["时限", "By"]));
        columns.push(["佐证材料", "Evidence"]);
        self.section("self_evaluation", self.pick(heading::SELF_EVALUATION), &columns, rows)
    }

    /// What each task consists of, where anything of it was ticked. What was not is not said to be undone.
    pub(super) fn actions(&self) -> Section {
        let ticked = |one: &IndicatorRow| one.rated.as_ref().and_then(|fact| self.inputs.dossier.actions.get(fact));
        let done = |one: &IndicatorRow, id: &str| ticked(one).is_some_and(|ticked| ticked.contains(id));
        let tasks = self.report.indicators.iter().filter(|one| one.actions.iter().any(|action| done(one, &action.id)));
        let rows = tasks.flat_map(|one| {
            one.actions.iter().map(move |action| {
                let state = if done(one, &action.id) {
                    self.pick(["已做", "done"])
                } else {
                    self.pick(["未勾选", "not ticked"])
                };
                vec![one.row.clause.label.clone(), one.row.title.clone(), action.says.clone(), state.to_owned()]
            })
        });
        let columns = [["条款", "Clause"], ["任务", "Task"], ["所列工作", "What it lists"], ["情况", "State"]];
        self.section("actions", self.pick(["任务所列工作", "What the tasks consist of"]), &columns, rows.collect())
    }

    pub(super) fn support(&self) -> Section {
        let mut rows = Vec::new();
        if let Some(support) = &self.report.support {
            let row = |one: &MeasureRow| {
                vec![
                    one.row.clause.label.clone(),
                    one.row.title.clone(),
                    one.form.to_owned(),
                    one.row.word.clone(),
                    self.joined(&one.row.reasons),
                    one.sum.clone().unwrap_or_else(|| "—".to_owned()),
                ]
            };
            rows.extend(support.measures.iter().map(row));
            let sum = |label: &str, range: &str| {
                vec![String::new(), label.to_owned(), String::new(), String::new(), String::new(), range.to_owned()]
            };
            rows.extend(support.by_form.iter().map(|FormSum { form, range, .. }| {
                sum(&format!("{}{form}", self.pick(["其中：", "of which "])), range)
            }));
            let ceiling = |one: &CeilingRow| {
                let blank = [const { String::new() }; 4];
                [one.clause.label.clone(), one.says.clone()].into_iter().chain(blank).collect()
            };
            rows.extend(support.ceilings.iter().map(ceiling));
            rows.push(sum(support.total.label, &support.total.range));
            rows.push(sum(self.pick(["各种读法下的范围", "Range over all readings"]), &support.span));
        }
        let columns = [
            ["条款", "Clause"],
            ["支持事项", "Measure"],
            ["形式", "Form"],
            ["判断", "Judgement"],
            ["计算", "Steps"],
            ["金额", "Amount"],
        ];
        self.section("support", self.pick(heading::SUPPORT), &columns, rows)
    }

    pub(super) fn readings(&self) -> Section {
        let row = |one: &ReadingRow| {
            let effect = if one.matters { self.pick(["是", "yes"]) } else { self.pick(["否", "no"]) };
            let followed = one.followed().map(|case| case.label.clone()).unwrap_or_default();
            vec![one.clause.label.clone(), one.question.clone(), followed, effect.to_owned()]
        };
        let columns = [
            ["条款", "Clause"],
            ["问题", "Question"],
            ["采用的读法", "Reading used"],
            ["影响结果", "Moves the result"],
        ];
        let rows = self.report.readings.iter().map(row).collect();
        self.section("readings", self.pick(heading::READINGS), &columns, rows)
    }
}
