//! The sections that tell the result: what was answered, what was found, what it brings.

use super::{Section, Writer};
use crate::draft::words;
use crate::engine::assess::{Finding, MeasureFinding, ReadingFinding};
use crate::engine::explain::Step;
use crate::engine::indicators::IndicatorFinding;
use crate::engine::say::value_text;
use crate::model::{Amount, Text};
use crate::pack::Measure;
use crate::pack::indicator::Indicator;
use crate::pack::measure::Limit;
use crate::pack::rules::facts_of;

impl Writer<'_> {
    pub(super) fn facts(&self) -> Section {
        let answered = facts_of(self.inputs.track.track).into_iter().filter_map(|id| {
            let (fact, value) = self.pack.fact(id).zip(self.inputs.answers.get(id))?;
            let evidence = self.evidence(std::slice::from_ref(&fact.id));
            Some(vec![self.cite(&fact.cite), self.text(&fact.label), value_text(fact, value, self.lang), evidence])
        });
        let columns = [["条款", "Clause"], ["事项", "Item"], ["填报情况", "As entered"], ["佐证材料", "Evidence"]];
        self.section("facts", self.pick(["基本数据与情况", "Facts and figures"]), &columns, answered.collect())
    }

    pub(super) fn conditions(&self) -> Section {
        let track = self.inputs.track.track;
        let row = |(title, finding): (&Text, &Finding)| {
            let used: Vec<String> = finding.reasons.iter().filter_map(fact_of).collect();
            vec![
                self.cite(&finding.cite),
                self.text(title),
                words::finding(finding, self.lang).to_owned(),
                self.said(&finding.reasons),
                self.evidence(&used),
            ]
        };
        let conditions = track.conditions.iter().map(|one| &one.title).zip(&self.assessment.eligibility.conditions);
        let priorities = track.priorities.iter().map(|one| &one.title).zip(&self.assessment.priorities);
        let columns = [
            ["条款", "Clause"],
            ["条件", "Condition"],
            ["判断", "Judgement"],
            ["事实", "Facts"],
            ["佐证材料", "Evidence"],
        ];
        let rows = conditions.chain(priorities).map(row).collect();
        self.section("conditions", self.pick(["条件对照", "Conditions"]), &columns, rows)
    }

    pub(super) fn self_evaluation(&self) -> Section {
        let indicators = &self.inputs.track.track.indicators;
        let answered_for = indicators.iter().any(|indicator| !indicator.departments.is_empty());
        let dated = indicators.iter().any(|indicator| indicator.by.is_some());
        let row = |(indicator, finding): (&Indicator, &IndicatorFinding)| {
            let mut facts = indicator.measured.facts();
            facts.dedup();
            let facts: Vec<String> = facts.into_iter().map(ToOwned::to_owned).collect();
            let departments = || words::responsible(self.pack, indicator, self.lang).unwrap_or_default();
            let by = || indicator.by.map(|by| by.in_prose(self.lang)).unwrap_or_default();
            let mut cells = vec![
                self.cite(&indicator.cite),
                self.text(&indicator.title),
                words::indicator(self.pack, indicator, finding, self.lang),
            ];
            cells.extend(answered_for.then(departments));
            cells.extend(dated.then(by));
            cells.push(self.evidence(&facts));
            cells
        };
        let rows = indicators.iter().zip(&self.assessment.indicators).map(row).collect();
        let mut columns = vec![["条款", "Clause"], ["内容", "Item"], ["情况", "Where it stands"]];
        columns.extend(answered_for.then_some(["责任单位", "Responsible"]));
        columns.extend(dated.then_some(["时限", "By"]));
        columns.push(["佐证材料", "Evidence"]);
        self.section("self_evaluation", self.pick(["自我评价", "Self-evaluation"]), &columns, rows)
    }

    pub(super) fn support(&self) -> Section {
        let declared = self.inputs.track.track.support.as_ref();
        let pairs = declared.zip(self.assessment.support.as_ref());
        let mut rows = Vec::new();
        if let Some((declared, found)) = pairs {
            let row = |(measure, finding): (&Measure, &MeasureFinding)| {
                vec![
                    self.cite(&finding.cite),
                    self.text(&measure.title),
                    words::form(finding.form, self.lang).to_owned(),
                    words::measure(finding, self.lang).to_owned(),
                    self.said(&finding.steps),
                    self.sum(measure.limit, finding.amount),
                ]
            };
            rows.extend(declared.measures.iter().zip(&found.measures).map(row));
            let sum = |label: &str, amount| {
                let range = self.lang.range(amount);
                vec![String::new(), label.to_owned(), String::new(), String::new(), String::new(), range]
            };
            rows.extend(found.by_form.iter().map(|(form, amount)| {
                sum(&format!("{}{}", self.pick(["其中：", "of which "]), words::form(*form, self.lang)), *amount)
            }));
            rows.push(sum(self.pick(["合计，最高可达", "Total, at most"]), found.total));
            rows.push(sum(self.pick(["各种读法下的范围", "Range over all readings"]), found.span));
        }
        let columns = [
            ["条款", "Clause"],
            ["支持事项", "Measure"],
            ["形式", "Form"],
            ["判断", "Judgement"],
            ["计算", "Steps"],
            ["金额", "Amount"],
        ];
        self.section("support", self.pick(["支持测算", "Estimate of support"]), &columns, rows)
    }

    pub(super) fn readings(&self) -> Section {
        let found = self.assessment.readings.iter();
        let row = |finding: &ReadingFinding| {
            let reading = self.pack.file.readings.iter().find(|reading| reading.id == finding.id)?;
            let case = reading.case_index(&finding.case).and_then(|index| reading.cases.get(index))?;
            let effect = if finding.matters { self.pick(["是", "yes"]) } else { self.pick(["否", "no"]) };
            Some(vec![
                self.cite(&reading.cite),
                self.text(&reading.question),
                self.text(&case.label),
                effect.to_owned(),
            ])
        };
        let columns = [
            ["条款", "Clause"],
            ["问题", "Question"],
            ["采用的读法", "Reading used"],
            ["影响结果", "Moves the result"],
        ];
        self.section("readings", self.pick(["原文的不同读法", "Readings"]), &columns, found.filter_map(row).collect())
    }

    /// A sum with the words that say what it is; a dash where there is nothing.
    fn sum(&self, limit: Limit, amount: Amount) -> String {
        if amount == Amount::ZERO {
            return "—".to_owned();
        }
        format!("{} {}", words::limit(limit, self.lang), self.lang.range(amount))
    }
}

fn fact_of(step: &Step) -> Option<String> {
    match step {
        Step::Fact { fact, .. } => Some(fact.clone()),
        _ => None,
    }
}
