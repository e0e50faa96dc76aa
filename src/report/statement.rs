//! Statements as official reasoning: the facts, the clause, the conclusion.

use super::Clause;
use super::row::sentences;
use super::value::truth_word;
use crate::engine::Case;
use crate::engine::assess::{Assessment, Finding, MeasureFinding};
use crate::engine::explain::Step;
use crate::engine::outcome::{Status, Verdict};
use crate::engine::reasoning::{About, Statement};
use crate::engine::score::ScoreFinding;
use crate::model::{Amount, Lang, Text, Truth};
use crate::pack::measure::Limit;
use crate::pack::score::Score;
use crate::pack::track::Requirement;

/// One statement as a paragraph.
pub fn statement(statement: &Statement, case: &Case<'_>, assessment: &Assessment, lang: Lang) -> String {
    let wording = Wording { case, assessment, lang };
    match &statement.about {
        About::Condition(id) => {
            wording.requirement(id, &case.track.track.conditions, &assessment.eligibility.conditions)
        }
        About::Priority(id) => wording.requirement(id, &case.track.track.priorities, &assessment.priorities),
        About::Veto(id) => wording.of_score(id, |score| &score.vetoes, |score| &score.vetoes),
        About::Direct(id) => wording.of_score(id, |score| &score.direct, |score| &score.direct),
        About::Indicator(id) => wording.indicator(id),
        About::Measure(id) => wording.measure(id),
        About::Total => wording.total(),
        About::Verdict => wording.verdict(),
    }
    .unwrap_or_default()
}

struct Wording<'a> {
    case: &'a Case<'a>,
    assessment: &'a Assessment,
    lang: Lang,
}

impl Wording<'_> {
    /// Facts, ground and conclusion; without facts, the ground and the conclusion.
    fn reasoned(&self, steps: &[Step], cite: &str, title: &Text, conclusion: &str) -> String {
        let facts = sentences(steps, self.case.pack(), self.lang).join(self.lang.pick("；", "; "));
        let cite = Clause::of(self.case.pack(), cite, self.lang).label;
        let title = title.get(self.lang);
        match (facts.is_empty(), self.lang) {
            (true, Lang::Zh) => format!("依据{cite}，“{title}”{conclusion}。"),
            (false, Lang::Zh) => format!("{facts}。依据{cite}，“{title}”{conclusion}。"),
            (true, Lang::En) => format!("Under {cite}, “{title}” {conclusion}."),
            (false, Lang::En) => format!("{facts}. Under {cite}, “{title}” {conclusion}."),
        }
    }

    fn requirement(&self, id: &str, declared: &[Requirement], found: &[Finding]) -> Option<String> {
        let finding = found.iter().find(|finding| finding.id == id)?;
        let title = &declared.iter().find(|requirement| requirement.id == id)?.title;
        Some(self.reasoned(&finding.reasons, &finding.cite, title, self.judged(finding.truth)))
    }

    fn of_score(
        &self,
        id: &str,
        declared: fn(&Score) -> &[Requirement],
        found: fn(&ScoreFinding) -> &[Finding],
    ) -> Option<String> {
        let (score, finding) = (self.case.track.track.score.as_ref()?, self.assessment.score.as_ref()?);
        self.requirement(id, declared(score), found(finding))
    }

    fn judged(&self, truth: Truth) -> &'static str {
        match truth {
            Truth::Judged => self.lang.pick("是否符合，由主管部门判断", "is for the authority to judge"),
            Truth::Unknown => {
                self.lang.pick("尚不能判断，需补充信息", "cannot be judged yet and needs more information")
            }
            truth => truth_word(truth, self.lang),
        }
    }

    fn indicator(&self, id: &str) -> Option<String> {
        let finding = self.assessment.indicators.iter().find(|finding| finding.id == id)?;
        let title = &self.case.track.track.indicators.iter().find(|indicator| indicator.id == id)?.title;
        let conclusion = match finding.status {
            Status::Reached => self.lang.pick("已达到", "is reached"),
            Status::Short => self.lang.pick("尚未达到", "is not reached yet"),
            Status::Unknown => self.judged(Truth::Unknown),
            Status::Judged => self.judged(Truth::Judged),
            Status::NotApplicable if finding.value.is_some() => self
                .lang
                .pick("由申报单位自评，文件没有设定目标", "is the applicant’s own rating; the document sets no goal"),
            Status::NotApplicable => truth_word(Truth::NotApplicable, self.lang),
        };
        Some(self.reasoned(&finding.reasons, &finding.cite, title, conclusion))
    }

    fn measure(&self, id: &str) -> Option<String> {
        let found = self.assessment.support.as_ref()?.measures.iter().find(|finding| finding.id == id)?;
        let declared = self.case.track.track.support.as_ref()?;
        let measure = declared.measures.iter().find(|measure| measure.id == id)?;
        Some(self.reasoned(&found.steps, &found.cite, &measure.title, &self.brings(found, measure.limit)))
    }

    fn brings(&self, found: &MeasureFinding, limit: Limit) -> String {
        let lang = self.lang;
        match found.truth {
            Truth::NotMet if found.is_idle() => lang.pick("暂无可计的支持", "brings nothing for now").to_owned(),
            Truth::NotMet | Truth::NotApplicable => truth_word(found.truth, lang).to_owned(),
            Truth::Met | Truth::Unknown | Truth::Judged if found.amount.is_settled() => {
                let range = lang.range(found.amount);
                match (limit, lang) {
                    (Limit::AtMost, Lang::Zh) => format!("初步符合，最高可达 {range}"),
                    (Limit::AtMost, Lang::En) => format!("preliminarily meets and can bring at most {range}"),
                    (Limit::Exact, Lang::Zh) => format!("初步符合，计 {range}"),
                    (Limit::Exact, Lang::En) => format!("preliminarily meets and amounts to {range}"),
                }
            }
            Truth::Met | Truth::Unknown | Truth::Judged => self.open(found.amount),
        }
    }

    /// A sum that is not settled yet.
    fn open(&self, amount: Amount) -> String {
        let range = self.lang.range(amount);
        match self.lang {
            Lang::Zh => format!("尚不能确定，在 {range}之间"),
            Lang::En => format!("is not settled yet: {range}"),
        }
    }

    fn total(&self) -> Option<String> {
        let (found, declared) = (self.assessment.support.as_ref()?, self.case.track.track.support.as_ref()?);
        let chosen = declared.measures.iter().filter(|measure| found.chosen.contains(&measure.id));
        let chosen: Vec<&str> = chosen.map(|measure| measure.title.get(self.lang)).collect();
        let cite = Clause::of(self.case.pack(), &declared.cumulation.cite, self.lang).label;
        let stack = self.case.track.rules.stack(self.case.choices);
        let together = match (stack.one_unit, stack.groups.iter().all(|group| group.len() < 2)) {
            (true, _) => self.lang.pick("各项相加，每项只计一次", "measures add up, each counted once"),
            (false, true) => self.lang.pick("各项相加", "measures add up"),
            (false, false) => self.lang.pick("同一组只计最大的一项", "of each group only the largest counts"),
        };
        let range = self.lang.range(found.total);
        let counted = self.lang.list(&chosen);
        Some(match (chosen.is_empty(), found.total.is_settled(), self.lang) {
            (true, true, Lang::Zh) => format!("暂无可计的支持。依据{cite}，合计 {range}。"),
            (true, true, Lang::En) => format!("Nothing counts for now. Under {cite}, the total is {range}."),
            (true, false, Lang::Zh) => format!("尚无确定可计的支持。依据{cite}（{together}），合计在 {range}之间。"),
            (true, false, Lang::En) => {
                format!("Nothing is certain yet. Under {cite} ({together}), the total: {range}.")
            }
            (false, true, Lang::Zh) => format!("计入{counted}。依据{cite}（{together}），合计最高可达 {range}。"),
            (false, true, Lang::En) => {
                format!("What counts: {counted}. Under {cite} ({together}), the total is at most {range}.")
            }
            (false, false, Lang::Zh) => format!("已可计入{counted}。依据{cite}（{together}），合计在 {range}之间。"),
            (false, false, Lang::En) => {
                format!("What counts already: {counted}. Under {cite} ({together}), the total: {range}.")
            }
        })
    }

    fn verdict(&self) -> Option<String> {
        let verdict = self.assessment.eligibility.verdict?;
        let conditions = &self.assessment.eligibility.conditions;
        let titles = |truth: Truth| -> Vec<&str> {
            let declared = self.case.track.track.conditions.iter().zip(conditions);
            declared.filter(|(_, found)| found.truth == truth).map(|(one, _)| one.title.get(self.lang)).collect()
        };
        let part = |truth: Truth| {
            let titles = titles(truth);
            let named = if truth == Truth::Met { String::new() } else { self.named(&titles) };
            let count = titles.len();
            let counted = match (truth, self.lang) {
                (truth, Lang::Zh) => format!("{count} 项{}", truth_word(truth, self.lang)),
                (Truth::Met, Lang::En) => format!("{count} preliminarily met"),
                (Truth::NotMet, Lang::En) => format!("{count} not met yet"),
                (Truth::Unknown, Lang::En) => format!("{count} still open"),
                (Truth::Judged, Lang::En) => format!("{count} for the authority to judge"),
                (Truth::NotApplicable, Lang::En) => format!("{count} not applicable"),
            };
            (count > 0).then(|| counted + &named)
        };
        let parts = [Truth::Met, Truth::NotMet, Truth::Unknown, Truth::Judged, Truth::NotApplicable]
            .into_iter()
            .filter_map(part);
        let parts: Vec<String> = parts.collect();
        let parts = parts.join(self.lang.pick("，", ", "));
        let count = conditions.len();
        Some(match (verdict, self.lang) {
            (Verdict::Eligible, Lang::Zh) => format!("共 {count} 项条件：{parts}。综上，初步符合条件。"),
            (Verdict::Ineligible, Lang::Zh) => format!("共 {count} 项条件：{parts}。综上，尚不符合条件。"),
            (Verdict::Undetermined, Lang::Zh) => format!("共 {count} 项条件：{parts}。综上，尚不能得出结论。"),
            (Verdict::Eligible, Lang::En) => {
                format!("Of {count} conditions: {parts}. So the applicant preliminarily meets the conditions.")
            }
            (Verdict::Ineligible, Lang::En) => {
                format!("Of {count} conditions: {parts}. So the applicant does not meet the conditions yet.")
            }
            (Verdict::Undetermined, Lang::En) => format!("Of {count} conditions: {parts}. So nothing is decided yet."),
            (Verdict::Judged, Lang::Zh) => format!("共 {count} 项条件：{parts}。综上，是否符合由主管部门判断。"),
            (Verdict::Judged, Lang::En) => format!("Of {count} conditions: {parts}. So the authority decides."),
        })
    }

    fn named(&self, titles: &[&str]) -> String {
        let quoted: Vec<String> = titles.iter().map(|title| format!("“{title}”")).collect();
        let list = quoted.join(self.lang.pick("", ", "));
        match self.lang {
            Lang::Zh => format!("（{list}）"),
            Lang::En => format!(" ({list})"),
        }
    }
}
