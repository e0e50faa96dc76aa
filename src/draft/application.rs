//! The application itself: sections of plain tables, ready for a page, a printer or a word processor.

use serde::Serialize;

use super::build::Inputs;
use super::dossier::{Declaration, Dossier};
use super::field::Field;
use super::words;
use crate::engine::assess::{Finding, IndicatorFinding, MeasureFinding};
use crate::engine::explain::Step;
use crate::engine::say::{say, value_text};
use crate::engine::{Assessment, Verdict};
use crate::model::{Amount, Lang, Text};
use crate::pack::Pack;
use crate::pack::indicator::Indicator;
use crate::pack::measure::Limit;
use crate::pack::rules::facts_of;

/// A titled table. Rows have as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Section {
    pub id: &'static str,
    pub title: &'static str,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
}

/// All sections in their order; a section without rows is left out.
pub fn sections(inputs: Inputs<'_>, assessment: &Assessment) -> Vec<Section> {
    let writer = Writer { inputs, assessment, lang: inputs.lang, pack: inputs.track.pack };
    let mut sections = vec![
        writer.cover(),
        writer.applicant(),
        writer.facts(),
        writer.conditions(),
        writer.self_evaluation(),
        writer.support(),
        writer.readings(),
        writer.narratives(),
        writer.materials(),
        writer.procedure(),
        writer.outstanding(),
        writer.declarations(),
        writer.review(),
    ];
    sections.retain(|section| !section.rows.is_empty());
    sections
}

struct Writer<'a> {
    inputs: Inputs<'a>,
    assessment: &'a Assessment,
    lang: Lang,
    pack: &'a Pack,
}

impl Writer<'_> {
    fn section(
        &self,
        id: &'static str,
        title: [&'static str; 2],
        columns: &[[&'static str; 2]],
        rows: Vec<Vec<String>>,
    ) -> Section {
        let columns = columns.iter().map(|[zh, en]| self.lang.pick(*zh, *en)).collect();
        Section { id, title: self.pick(title), columns, rows }
    }

    fn pick(&self, [zh, en]: [&'static str; 2]) -> &'static str {
        self.lang.pick(zh, en)
    }

    fn text(&self, text: &Text) -> String {
        text.get(self.lang).to_owned()
    }

    fn cite(&self, cite: &str) -> String {
        self.pack.clause(cite).map_or_else(|| cite.to_owned(), |clause| clause.label(self.lang).to_owned())
    }

    fn said(&self, steps: &[Step]) -> String {
        let sentences: Vec<String> = steps.iter().map(|step| say(step, self.pack, self.lang)).collect();
        sentences.join(self.lang.pick("；", "; "))
    }

    /// A sum with the words that say what it is; a dash where there is nothing.
    fn sum(&self, limit: Limit, amount: Amount) -> String {
        if amount == Amount::ZERO {
            return "—".to_owned();
        }
        format!("{} {}", words::limit(limit, self.lang), self.lang.range(amount))
    }

    fn evidence(&self, facts: &[String]) -> String {
        let named: Vec<&str> =
            facts.iter().filter_map(|fact| self.inputs.dossier.evidence.get(fact)).map(String::as_str).collect();
        self.lang.list(&named)
    }

    fn cover(&self) -> Section {
        let (file, track, dossier) = (&self.pack.file, self.inputs.track.track, self.inputs.dossier);
        let number = file.document.number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
        let row = |label: [&'static str; 2], value: String| vec![self.pick(label).to_owned(), value];
        let rows = vec![
            row(["状态", "Status"], words::draft_notice(self.lang).to_owned()),
            row(["事项", "Programme"], self.text(&file.title)),
            row(["申报类别", "Track"], self.text(&track.title)),
            row(["依据文件", "Document"], format!("{}{number}", file.document.title.get(self.lang))),
            row(["申报单位", "Applicant"], dossier.field(Field::Name).to_owned()),
            row(["推荐单位", "Recommending body"], dossier.field(Field::RecommendingBody).to_owned()),
            row(["测算日期", "As of"], self.inputs.as_of.in_prose(self.lang)),
            row(["文件效力", "Standing"], words::standing(self.assessment, &file.standing, self.lang)),
            row(["自测结论", "Result"], words::headline(self.assessment, self.lang)),
            row(["说明", "Note"], words::disclaimer(self.lang).to_owned()),
        ];
        self.section("cover", ["封面", "Cover"], &[["项目", "Item"], ["内容", "Content"]], rows)
    }

    fn applicant(&self) -> Section {
        let row = |field: Field| vec![field.label(self.lang).to_owned(), self.inputs.dossier.field(field).to_owned()];
        let rows = Field::ALL.into_iter().map(row).collect();
        self.section("applicant", ["申报单位信息", "The applicant"], &[["项目", "Item"], ["内容", "Content"]], rows)
    }

    fn facts(&self) -> Section {
        let answered = facts_of(self.inputs.track.track).into_iter().filter_map(|id| {
            let (fact, value) = self.pack.fact(id).zip(self.inputs.answers.get(id))?;
            let evidence = self.evidence(std::slice::from_ref(&fact.id));
            Some(vec![self.cite(&fact.cite), self.text(&fact.label), value_text(fact, value, self.lang), evidence])
        });
        let columns = [["条款", "Clause"], ["事项", "Item"], ["填报情况", "As entered"], ["佐证材料", "Evidence"]];
        self.section("facts", ["基本数据与情况", "Facts and figures"], &columns, answered.collect())
    }

    fn conditions(&self) -> Section {
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
        self.section("conditions", ["条件对照", "Conditions"], &columns, rows)
    }

    fn self_evaluation(&self) -> Section {
        let row = |(indicator, finding): (&Indicator, &IndicatorFinding)| {
            let mut facts = indicator.measured.facts();
            facts.dedup();
            let facts: Vec<String> = facts.into_iter().map(ToOwned::to_owned).collect();
            vec![
                self.cite(&indicator.cite),
                self.text(&indicator.title),
                words::indicator(self.pack, indicator, finding, self.lang),
                self.evidence(&facts),
            ]
        };
        let rows = self.inputs.track.track.indicators.iter().zip(&self.assessment.indicators).map(row).collect();
        let columns = [["条款", "Clause"], ["内容", "Item"], ["情况", "Where it stands"], ["佐证材料", "Evidence"]];
        self.section("self_evaluation", ["自我评价", "Self-evaluation"], &columns, rows)
    }

    fn support(&self) -> Section {
        let declared = self.inputs.track.track.support.as_ref();
        let pairs = declared.zip(self.assessment.support.as_ref());
        let mut rows = Vec::new();
        if let Some((declared, found)) = pairs {
            let row = |(measure, finding): (&crate::pack::Measure, &MeasureFinding)| {
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
        self.section("support", ["支持测算", "Estimate of support"], &columns, rows)
    }

    fn readings(&self) -> Section {
        let found = self.assessment.readings.iter();
        let row = |finding: &crate::engine::assess::ReadingFinding| {
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
        self.section("readings", ["原文的不同读法", "Readings"], &columns, found.filter_map(row).collect())
    }

    fn narratives(&self) -> Section {
        let written = &self.inputs.dossier.narratives;
        let row = |section: &crate::pack::track::Narrative| {
            vec![self.text(&section.title), written.get(&section.id).cloned().unwrap_or_default()]
        };
        let rows = self.inputs.track.track.narratives.iter().map(row).collect();
        self.section("narratives", ["文字说明", "Statements"], &[["部分", "Section"], ["内容", "Content"]], rows)
    }

    fn materials(&self) -> Section {
        let states = &self.inputs.dossier.materials;
        let row = |material: &crate::pack::track::Material| {
            let state = states.get(&material.id).map(|state| words::material_state(*state, self.lang));
            vec![self.cite(&material.cite), self.text(&material.title), state.unwrap_or_default().to_owned()]
        };
        let rows = self.inputs.track.track.materials.iter().map(row).collect();
        let columns = [["条款", "Clause"], ["材料", "Material"], ["状态", "State"]];
        self.section("materials", ["材料清单", "Materials"], &columns, rows)
    }

    fn procedure(&self) -> Section {
        let row = |step: &crate::pack::track::Step| {
            vec![
                self.cite(&step.cite),
                self.text(&step.title),
                self.text(&step.actor),
                words::time_limit(step, self.lang).unwrap_or_default(),
            ]
        };
        let rows = self.inputs.track.track.procedure.iter().map(row).collect();
        let columns = [["条款", "Clause"], ["步骤", "Step"], ["办理单位", "Who acts"], ["期限", "Due"]];
        self.section("procedure", ["办理程序", "Procedure"], &columns, rows)
    }

    fn outstanding(&self) -> Section {
        let row = |what: &str, why: String| vec![what.to_owned(), why];
        let dossier: &Dossier = self.inputs.dossier;
        let mut rows: Vec<Vec<String>> =
            dossier.errors().iter().map(|(field, error)| row(field.label(self.lang), error.say(self.lang))).collect();
        let blank = self.pick(["尚未填写", "not filled in yet"]);
        rows.extend(dossier.blank().iter().map(|field| row(field.label(self.lang), blank.to_owned())));
        let missing = self.assessment.missing.iter().filter_map(|id| self.pack.fact(id));
        let matters = self.pick(["尚未填写，可能影响结论", "not answered yet; it may change the result"]);
        rows.extend(missing.map(|fact| row(fact.label.get(self.lang), matters.to_owned())));
        if self.assessment.eligibility.verdict == Some(Verdict::Ineligible) {
            let blocked = self.assessment.eligibility.conditions.iter().zip(&self.inputs.track.track.conditions);
            let blocked = blocked.filter(|(finding, _)| finding.truth == crate::model::Truth::NotMet);
            rows.extend(
                blocked.map(|(finding, condition)| row(condition.title.get(self.lang), self.said(&finding.reasons))),
            );
        }
        self.section("outstanding", ["待补事项", "Still to do"], &[["事项", "Item"], ["情况", "State"]], rows)
    }

    fn declarations(&self) -> Section {
        let row = |declaration: Declaration| {
            let made = self.inputs.dossier.declarations.contains(&declaration);
            let state =
                if made { self.pick(["已确认", "confirmed"]) } else { self.pick(["未确认", "not confirmed"]) };
            vec![words::declaration(declaration, self.lang).to_owned(), state.to_owned()]
        };
        let mut rows: Vec<Vec<String>> = Declaration::ALL.into_iter().map(row).collect();
        rows.push(vec![
            self.pick(["申报单位（签章）、日期", "Applicant (signature, seal), date"]).to_owned(),
            String::new(),
        ]);
        self.section("declarations", ["声明", "Declarations"], &[["内容", "Content"], ["状态", "State"]], rows)
    }

    fn review(&self) -> Section {
        let row = |label: [&'static str; 2]| vec![self.pick(label).to_owned(), String::new()];
        let rows = vec![
            row(["推荐单位意见", "Opinion of the recommending body"]),
            row(["主管部门审核意见", "Opinion of the authority"]),
        ];
        self.section(
            "review",
            ["审核意见（由受理单位填写）", "Review (for the authority)"],
            &[["栏目", "Item"], ["意见", "Opinion"]],
            rows,
        )
    }
}

fn fact_of(step: &Step) -> Option<String> {
    match step {
        Step::Fact { fact, .. } => Some(fact.clone()),
        _ => None,
    }
}
