//! How a statement comes about: the facts, the ground, the conclusion, and every step in between.

use super::form::form;
use super::plan::{forfeited, instead};
use super::say::say;
use super::statement::statement;
use super::support::CeilingRow;
use super::value::truth_word;
use super::{Clause, Mark};
use crate::engine::assess::{Finding, MeasureFinding, SupportFinding};
use crate::engine::explain::{Reason, Step};
use crate::engine::plan::plan;
use crate::engine::reasoning::{About, statements};
use crate::engine::{Assessment, Case};
use crate::model::{Amount, Lang, Quantity};
use crate::pack::Measure;
use crate::pack::measure::Form;
use crate::pack::track::Requirement;

/// A statement and what leads to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The facts, the ground and the conclusion in one paragraph.
    pub says: String,
    pub lines: Vec<ReasonLine>,
}

/// A step, and the steps it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReasonLine {
    pub text: String,
    pub mark: Option<Mark>,
    /// A clause of its own, where it rests on another than the statement does.
    pub clause: Option<Clause>,
    pub parts: Vec<Self>,
}

impl Explanation {
    /// Nothing where the track has nothing of the kind.
    pub fn of(about: &About, case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Option<Self> {
        let found = statements(case, assessment).into_iter().find(|one| one.about == *about)?;
        let says = statement(&found, case, assessment, lang);
        let lines = match (about, &assessment.support) {
            (About::Verdict, _) => conditions(case, assessment, lang),
            (About::Total, Some(support)) => composition(case, support, lang),
            _ => {
                let said = ReasonLines { case, above: found.cite.as_deref(), lang };
                found.reasons.iter().map(|reason| said.line(reason, true)).collect()
            }
        };
        Some(Self { says, lines })
    }
}

/// Reasons as lines, under a statement that rests on the clause `above`.
struct ReasonLines<'a> {
    case: &'a Case<'a>,
    above: Option<&'a str>,
    lang: Lang,
}

impl ReasonLines<'_> {
    /// A reason with its parts. What must not be so, or only opens an amount, is no failure where it does not hold:
    /// it is not `weighed`.
    fn line(&self, reason: &Reason, weighed: bool) -> ReasonLine {
        let pack = self.case.pack();
        let cite = match &reason.step {
            Step::Reading { reading, .. } => {
                pack.file.readings.iter().find(|one| one.id == *reading).map(|one| &one.cite)
            }
            Step::Fact { fact, .. }
            | Step::PerUnit { fact, .. }
            | Step::Tier { fact, .. }
            | Step::Choice { fact, .. } => pack.fact(fact).map(|fact| &fact.cite),
            _ => None,
        };
        let weighs_parts = weighed && !matches!(reason.step, Step::Not { .. } | Step::When { .. });
        ReasonLine {
            text: say(&reason.step, pack, self.lang),
            mark: reason.step.truth().filter(|_| weighed).map(Mark::from),
            clause: cite.filter(|cite| self.above != Some(cite.as_str())).map(|cite| Clause::of(pack, cite, self.lang)),
            parts: reason.parts.iter().map(|part| self.line(part, weighs_parts)).collect(),
        }
    }
}

/// Every condition with what was found of it.
fn conditions(case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Vec<ReasonLine> {
    let declared = case.track.track.conditions.iter().zip(&assessment.eligibility.conditions);
    let line = |(condition, found): (&Requirement, &Finding)| ReasonLine {
        text: format!("{}{}{}", condition.title.get(lang), lang.pick("：", ": "), truth_word(found.truth, lang)),
        mark: Some(found.truth.into()),
        clause: Some(Clause::of(case.pack(), &found.cite, lang)),
        parts: Vec::new(),
    };
    declared.map(line).collect()
}

/// The sum: each form with what counts or may yet count, what is left out and why, and how it adds up.
fn composition(case: &Case<'_>, support: &SupportFinding, lang: Lang) -> Vec<ReasonLine> {
    let declared = case.track.track.support.iter().flat_map(|support| &support.measures);
    let counting: Vec<(&Measure, &MeasureFinding)> = declared
        .zip(&support.measures)
        .filter(|(_, found)| support.chosen.contains(&found.id) || found.truth.is_open())
        .collect();
    let of_form = |kind: Form| -> Vec<ReasonLine> {
        let own = counting.iter().filter(|(measure, _)| measure.form == kind);
        let line = |(measure, found): &(&Measure, &MeasureFinding)| ReasonLine {
            text: format!("{}{}{}", measure.title.get(lang), lang.pick("：", ": "), lang.range(found.amount)),
            mark: Some(found.truth.into()),
            clause: Some(Clause::of(case.pack(), &found.cite, lang)),
            parts: Vec::new(),
        };
        own.map(line).collect()
    };
    let brings = |(kind, amount): &(Form, Amount)| {
        let parts = of_form(*kind);
        let text = format!("{} {}", form(*kind, lang), lang.range(*amount));
        (!parts.is_empty()).then_some(ReasonLine { text, parts, ..ReasonLine::default() })
    };
    let forfeits = plan(case).map(|plan| plan.forfeits).unwrap_or_default();
    let left_out = forfeits.iter().map(|one| ReasonLine {
        text: left_out(
            &forfeited(case.track, one, lang),
            &lang.range(one.amount),
            &instead(case.track, one, lang),
            lang,
        ),
        ..ReasonLine::default()
    });
    let certain: Vec<Quantity> = counting
        .iter()
        .filter(|(_, found)| support.chosen.contains(&found.id))
        .map(|(_, found)| found.amount.low)
        .collect();
    let sums = sums(&certain, support.total, lang);
    let sums = sums.into_iter().map(|text| ReasonLine { text, ..ReasonLine::default() });
    let declared = case.track.track.support.as_ref().map(|support| support.measures.as_slice()).unwrap_or_default();
    let ceilings = support.ceilings.iter().map(|one| {
        let CeilingRow { says, clause } = CeilingRow::of(case, one, declared, lang);
        ReasonLine { text: says, clause: Some(clause), ..ReasonLine::default() }
    });
    support.by_form.iter().filter_map(brings).chain(left_out).chain(ceilings).chain(sums).collect()
}

/// A measure that does not count beside another.
fn left_out(what: &str, amount: &str, why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("不计入：{what} {amount}，{why}"),
        Lang::En => format!("not counted: {what}, {amount}: {why}"),
    }
}

/// Between terms and what they come to: a ceiling may cut it.
fn comes_to(certain: &[Quantity], total: Amount, lang: Lang) -> &'static str {
    let plain = certain.iter().copied().fold(Quantity::ZERO, Quantity::plus);
    if plain == total.low { " = " } else { lang.pick("，按合计上限计 ", ", under the common ceiling ") }
}

/// What is certain, added up, and what may come to it.
fn sums(certain: &[Quantity], total: Amount, lang: Lang) -> Vec<String> {
    let terms: Vec<String> = certain.iter().map(|one| lang.money(*one)).collect();
    let added = match terms.len() {
        0 => None,
        1 => Some(lang.money(total.low)),
        _ => Some(format!("{}{}{}", terms.join(" + "), comes_to(certain, total, lang), lang.money(total.low))),
    };
    let added = added.map(|sum| match (total.is_settled(), lang) {
        (true, Lang::Zh) => format!("合计：{sum}"),
        (false, Lang::Zh) => format!("已确定：{sum}"),
        (true, Lang::En) => format!("together: {sum}"),
        (false, Lang::En) => format!("certain: {sum}"),
    });
    let open = match (total.high.map(|high| high.minus(total.low)), lang) {
        (Some(more), _) if !more.is_positive() => None,
        (Some(more), Lang::Zh) => Some(format!("尚未确定：最多再加 {}", lang.money(more))),
        (Some(more), Lang::En) => Some(format!("still open: at most {} more", lang.money(more))),
        (None, Lang::Zh) => Some("尚未确定：上限取决于尚未填写的数量".to_owned()),
        (None, Lang::En) => Some("still open: the ceiling depends on numbers not entered yet".to_owned()),
    };
    added.into_iter().chain(open).collect()
}
