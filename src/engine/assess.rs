//! The engine's whole answer.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::case::Case;
use super::doubts::{Doubt, doubts};
use super::explain::{self, Step};
use super::finding::findings;
use super::indicators::{self, IndicatorFinding};
use super::links::{self, LinkFinding};
use super::missing::{Missing, missing};
use super::outcome::{Verdict, serialize_span};
use super::procedure::{self, StepFinding};
use super::rounds::{self, RoundFinding};
use super::score::{ScoreFinding, score};
use super::span::{Span, span};
use super::standing::Standing;
use super::summary::Summary;
use super::support::{MeasureResult, support};
use crate::model::{Amount, Answers, AsOf, Truth};
use crate::pack::cumulation::Ceiling;
use crate::pack::load::TrackRef;
use crate::pack::measure::Form;
use crate::pack::rules::MeasureRule;
use crate::pack::track::Support;
use crate::pack::{Choices, Measure};

pub use super::finding::Finding;

/// The format of the JSON form; keys may be added under the same name, never changed.
pub const FORMAT: &str = "zhice.assessment/1";
/// The version of this engine.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Everything the engine says about one applicant on one track, as of one day, under one choice of readings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Assessment {
    pub format: &'static str,
    pub programme: String,
    pub track: String,
    pub as_of: AsOf,
    pub engine: &'static str,
    pub pack: PackStamp,
    pub standing: Standing,
    pub eligibility: Eligibility,
    /// What is preferred without being required.
    pub priorities: Vec<Finding>,
    pub indicators: Vec<IndicatorFinding>,
    /// Only on a track that gives points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<ScoreFinding>,
    /// `null` on a track without measures.
    pub support: Option<SupportFinding>,
    /// The passages the track depends on that can be read in more than one way.
    pub readings: Vec<ReadingFinding>,
    /// Facts that can still change something, in the order in which they are asked.
    pub missing: Vec<String>,
    pub next: Option<String>,
    /// The steps of the procedure that fall on a day, or would if something else were answered.
    pub dates: Vec<StepFinding>,
    /// The rounds in which applications are taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<RoundFinding>,
    /// What ought to hold between answers and does not. It decides nothing.
    pub checks: Vec<Doubt>,
    /// The tracks of other programmes this one leads to.
    pub leads_to: Vec<LinkFinding>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PackStamp {
    pub version: String,
    pub digest: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Eligibility {
    /// `null` on a track without conditions.
    pub verdict: Option<Verdict>,
    /// Every verdict that some combination of readings leads to.
    #[serde(serialize_with = "serialize_span")]
    #[cfg_attr(feature = "cli", schemars(with = "Vec<Verdict>"))]
    pub span: Vec<Verdict>,
    /// Not all conditions are met, and a measure that does not require them is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub support_remains: bool,
    pub conditions: Vec<Finding>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct SupportFinding {
    pub total: Amount,
    #[serde(serialize_with = "forms")]
    #[cfg_attr(feature = "cli", schemars(with = "std::collections::BTreeMap<Form, Amount>"))]
    pub by_form: Vec<(Form, Amount)>,
    pub measures: Vec<MeasureFinding>,
    /// The conditions of support alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<Finding>,
    /// What several measures come to at most together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ceilings: Vec<CeilingFinding>,
    /// The measures the lower end of the total rests on.
    pub chosen: Vec<String>,
    /// The total over all combinations of readings.
    pub span: Amount,
    pub readings: Vec<ReadingFinding>,
}

/// A ceiling over several measures, and what it comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CeilingFinding {
    pub measures: Vec<String>,
    pub at: Amount,
    pub cite: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MeasureFinding {
    pub id: String,
    pub form: Form,
    pub truth: Truth,
    /// Its conditions alone, whatever it brings.
    pub gate: Truth,
    pub amount: Amount,
    pub cite: String,
    /// How the amount comes about, from the facts up.
    pub steps: Vec<Step>,
}

impl MeasureFinding {
    /// It brings nothing, and not because a condition stands in its way.
    pub fn is_idle(&self) -> bool {
        self.truth == Truth::NotMet && self.gate != Truth::NotMet
    }

    /// The truth to mark it with: to bring nothing is no failure.
    pub fn marked(&self) -> Truth {
        if self.is_idle() { Truth::NotApplicable } else { self.truth }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ReadingFinding {
    pub id: String,
    pub case: String,
    /// Whether another case can change the verdict, an indicator or the total, in some combination with the others.
    pub matters: bool,
}

/// Assesses answers on a track. Total and deterministic: the same inputs give the same answer everywhere.
pub fn assess(track: TrackRef<'_>, answers: &Answers, as_of: AsOf, choices: &Choices) -> Assessment {
    assess_case(&Case::on(as_of, track, answers, choices), as_of)
}

/// Assesses a case that was already worked out, for whoever looks at more of it.
pub fn assess_case(case: &Case<'_>, as_of: AsOf) -> Assessment {
    let (track, rules, file) = (case.track.track, case.track.rules, &case.pack().file);
    let Missing { facts: missing, next } = missing(case);
    let Span { total, verdicts, matters } = span(case.track, &case.facts);
    let readings = reading_findings(case, &matters);
    let Summary { verdict, support_remains, .. } = Summary::of(case);
    let support = support_finding(case, total, &readings);
    Assessment {
        format: FORMAT,
        programme: file.id.clone(),
        track: track.id.clone(),
        as_of,
        engine: ENGINE,
        pack: PackStamp { version: file.version.clone(), digest: case.pack().digest.clone() },
        standing: Standing::of(&file.standing, as_of),
        eligibility: Eligibility {
            verdict,
            span: verdicts,
            support_remains,
            conditions: findings(case, &track.conditions, &rules.conditions),
        },
        priorities: findings(case, &track.priorities, &rules.priorities),
        indicators: indicators::findings(case),
        score: score(case),
        support,
        readings,
        missing,
        next,
        dates: procedure::findings(case, as_of).into_iter().filter(StepFinding::is_dated).collect(),
        rounds: rounds::findings(track, as_of),
        checks: doubts(case),
        leads_to: links::findings(case),
    }
}

fn reading_findings(case: &Case<'_>, matters: &[(usize, bool)]) -> Vec<ReadingFinding> {
    let finding = |(position, matters): &(usize, bool)| {
        let reading = case.pack().file.readings.get(*position)?;
        let chosen = reading.cases.get(case.choices.case(*position))?;
        Some(ReadingFinding { id: reading.id.clone(), case: chosen.id.clone(), matters: *matters })
    };
    matters.iter().filter_map(finding).collect()
}

fn support_finding(case: &Case<'_>, span: Amount, readings: &[ReadingFinding]) -> Option<SupportFinding> {
    let whole = case.track.track.support.as_ref()?;
    let declared = &whole.measures;
    let support = support(case.track, &case.results, case.choices);
    let results = case.track.rules.measures.iter().zip(&support.measures);
    let measure = |(measure, (rule, result)): (&Measure, (&MeasureRule, &MeasureResult))| MeasureFinding {
        id: measure.id.clone(),
        form: measure.form,
        truth: result.truth,
        gate: case.results.truth(rule.gate),
        amount: result.amount,
        cite: measure.cite.clone(),
        steps: explain::steps(case, *rule),
    };
    let measures = declared.iter().zip(results).map(measure).collect();
    let chosen = support.chosen.iter().filter_map(|index| declared.get(*index)).map(|one| one.id.clone()).collect();
    Some(SupportFinding {
        total: support.total,
        by_form: support.by_form,
        gates: findings(case, &whole.gates, &case.track.rules.gates),
        ceilings: ceiling_findings(case, whole),
        measures,
        chosen,
        span,
        readings: readings.to_vec(),
    })
}

/// In the order of the pack.
fn ceiling_findings(case: &Case<'_>, support: &Support) -> Vec<CeilingFinding> {
    let declared = support.cumulation.ceilings.iter().enumerate();
    let finding = |(position, ceiling): (usize, &Ceiling)| {
        let rule = case.track.rules.ceilings.iter().find(|rule| rule.position == position)?;
        let covered = rule.measures.iter().filter_map(|at| support.measures.get(*at));
        Some(CeilingFinding {
            measures: covered.map(|measure| measure.id.clone()).collect(),
            at: case.results.amount(rule.at),
            cite: ceiling.cite.clone(),
        })
    };
    declared.filter_map(finding).collect()
}

fn forms<S: Serializer>(forms: &[(Form, Amount)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(forms.len()))?;
    for (form, amount) in forms {
        map.serialize_entry(form, amount)?;
    }
    map.end()
}
