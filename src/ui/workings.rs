//! What leads to a statement, line by line. Pure.

use crate::draft::words;
use crate::engine::assess::{Finding, MeasureFinding, SupportFinding};
use crate::engine::explain::{Reason, Step};
use crate::engine::plan::plan;
use crate::engine::reasoning::{About, statements};
use crate::engine::say::{say, statement};
use crate::engine::{Assessment, Case, assess_case};
use crate::model::{Amount, AsOf, Lang, Quantity, Truth};
use crate::pack::Measure;
use crate::pack::measure::Form;
use crate::pack::track::Requirement;
use crate::ui::i18n::conclusion as phrases;

/// A statement and what leads to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workings {
    /// The facts, the ground and the conclusion in one paragraph.
    pub says: String,
    pub lines: Vec<Line>,
}

/// A step, and the steps it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub truth: Option<Truth>,
    /// A clause of its own, where it rests on another than the statement does.
    pub cite: Option<String>,
    pub parts: Vec<Self>,
}

impl Workings {
    /// Nothing where the track has nothing of the kind.
    pub fn of(about: &About, case: &Case<'_>, as_of: AsOf, lang: Lang) -> Option<Self> {
        let assessment = assess_case(case, as_of);
        let found = statements(case, &assessment).into_iter().find(|one| one.about == *about)?;
        let says = statement(&found, case, &assessment, lang);
        let lines = match (about, &assessment.support) {
            (About::Verdict, _) => conditions(case, &assessment, lang),
            (About::Total, Some(support)) => composition(case, support, lang),
            _ => {
                let said = Said { case, above: found.cite.as_deref(), lang };
                found.reasons.iter().map(|reason| said.line(reason, true)).collect()
            }
        };
        Some(Self { says, lines })
    }
}

/// Reasons as lines, under a statement that rests on the clause `above`.
struct Said<'a> {
    case: &'a Case<'a>,
    above: Option<&'a str>,
    lang: Lang,
}

impl Said<'_> {
    /// A reason with its parts. What must not be so, or only opens an amount, is no failure where it does not hold:
    /// it is not `weighed`.
    fn line(&self, reason: &Reason, weighed: bool) -> Line {
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
        Line {
            text: say(&reason.step, pack, self.lang),
            truth: reason.step.truth().filter(|_| weighed),
            cite: cite.filter(|cite| self.above != Some(cite.as_str())).cloned(),
            parts: reason.parts.iter().map(|part| self.line(part, weighs_parts)).collect(),
        }
    }
}

/// Every condition with what was found of it.
fn conditions(case: &Case<'_>, assessment: &Assessment, lang: Lang) -> Vec<Line> {
    let declared = case.track.track.conditions.iter().zip(&assessment.eligibility.conditions);
    let line = |(condition, found): (&Requirement, &Finding)| Line {
        text: format!("{}{}{}", condition.title.get(lang), lang.pick("：", ": "), words::finding(found, lang)),
        truth: Some(found.truth),
        cite: Some(found.cite.clone()),
        parts: Vec::new(),
    };
    declared.map(line).collect()
}

/// The sum: each form with what counts or may yet count, what is left out and why, and how it adds up.
fn composition(case: &Case<'_>, support: &SupportFinding, lang: Lang) -> Vec<Line> {
    let declared = case.track.track.support.iter().flat_map(|support| &support.measures);
    let counting: Vec<(&Measure, &MeasureFinding)> = declared
        .zip(&support.measures)
        .filter(|(_, found)| support.chosen.contains(&found.id) || found.truth == Truth::Unknown)
        .collect();
    let of_form = |form: Form| -> Vec<Line> {
        let own = counting.iter().filter(|(measure, _)| measure.form == form);
        let line = |(measure, found): &(&Measure, &MeasureFinding)| Line {
            text: format!("{}{}{}", measure.title.get(lang), lang.pick("：", ": "), lang.range(found.amount)),
            truth: Some(found.truth),
            cite: Some(found.cite.clone()),
            parts: Vec::new(),
        };
        own.map(line).collect()
    };
    let brings = |(form, amount): &(Form, Amount)| {
        let parts = of_form(*form);
        let text = format!("{} {}", words::form(*form, lang), lang.range(*amount));
        (!parts.is_empty()).then_some(Line { text, parts, ..Line::default() })
    };
    let forfeits = plan(case).map(|plan| plan.forfeits).unwrap_or_default();
    let left_out = forfeits.iter().map(|one| Line {
        text: phrases::left_out(
            &words::plan::forfeited(case.track, one, lang),
            &lang.range(one.amount),
            &words::plan::instead(case.track, one, lang),
            lang,
        ),
        ..Line::default()
    });
    let certain: Vec<Quantity> = counting
        .iter()
        .filter(|(_, found)| support.chosen.contains(&found.id))
        .map(|(_, found)| found.amount.low)
        .collect();
    let sums = phrases::sums(&certain, support.total, lang);
    let sums = sums.into_iter().map(|text| Line { text, ..Line::default() });
    support.by_form.iter().filter_map(brings).chain(left_out).chain(sums).collect()
}
