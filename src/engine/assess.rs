//! The engine's whole answer.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::agenda::{agenda, missing_for};
use super::explain::{self, Step};
use super::facts::Facts;
use super::pass::Results;
use super::span::{Span, span};
use super::standing::Standing;
use super::support::support;
use crate::model::{Amount, Answers, AsOf, Quantity, Truth, Value};
use crate::pack::Choices;
use crate::pack::load::TrackRef;
use crate::pack::measure::Form;
use crate::pack::rules::NodeId;

/// The format of the JSON form; keys may be added under the same name, never changed.
pub const FORMAT: &str = "zhice.assessment/1";
/// The version of this engine.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Everything the engine says about one applicant on one track, as of one day, under one choice of readings.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
    /// `null` on a track without measures.
    pub support: Option<SupportFinding>,
    /// Facts that can still change something, in the order in which they are asked.
    pub missing: Vec<String>,
    pub next: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackStamp {
    pub version: String,
    pub digest: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Eligibility {
    /// `null` on a track without conditions.
    pub verdict: Option<Verdict>,
    pub conditions: Vec<Finding>,
}

/// The answer on eligibility. `Eligible` means that every applicable condition is met by what was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Eligible,
    Ineligible,
    Undetermined,
}

/// A condition, its truth, and what it was judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub id: String,
    pub truth: Truth,
    pub cite: String,
    pub missing: Vec<String>,
    /// The facts that decided it.
    pub reasons: Vec<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Reached,
    Short,
    Unknown,
    /// The fact does not apply, or the document sets no target to compare it with.
    NotApplicable,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorFinding {
    pub id: String,
    pub status: Status,
    pub value: Option<Value>,
    pub target: Option<Quantity>,
    pub gap: Option<Quantity>,
    pub cite: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SupportFinding {
    pub total: Amount,
    #[serde(serialize_with = "forms")]
    pub by_form: Vec<(Form, Amount)>,
    pub measures: Vec<MeasureFinding>,
    /// The measures the lower end of the total rests on.
    pub chosen: Vec<String>,
    /// The total over all combinations of readings.
    pub span: Amount,
    pub readings: Vec<ReadingFinding>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingFinding {
    pub id: String,
    pub case: String,
    /// Whether another case can change the verdict or the total, in some combination with the others.
    pub matters: bool,
}

/// Assesses answers on a track. Total and deterministic: the same inputs give the same answer everywhere.
pub fn assess(track: TrackRef<'_>, answers: &Answers, as_of: AsOf, choices: &Choices) -> Assessment {
    let facts = Facts::new(track.pack, answers);
    let results = Results::new(track, &facts, choices);
    let file = &track.pack.file;
    let agenda = agenda(track, &facts, &results, choices);
    let findings = |requirements: &[crate::pack::track::Requirement], roots: &[NodeId]| -> Vec<Finding> {
        let pairs = requirements.iter().zip(roots);
        let finding = |(requirement, root): (&crate::pack::track::Requirement, &NodeId)| Finding {
            id: requirement.id.clone(),
            truth: results.truth(*root),
            cite: requirement.cite.clone(),
            missing: missing_for(track, &facts, &results, choices, *root),
            reasons: explain::reasons(track, &results, answers, choices, *root),
        };
        pairs.map(finding).collect()
    };
    Assessment {
        format: FORMAT,
        programme: file.id.clone(),
        track: track.track.id.clone(),
        as_of,
        engine: ENGINE,
        pack: PackStamp { version: file.version.clone(), digest: track.pack.digest.clone() },
        standing: Standing::of(&file.standing, as_of),
        eligibility: Eligibility {
            verdict: verdict(track, &results),
            conditions: findings(&track.track.conditions, &track.rules.conditions),
        },
        priorities: findings(&track.track.priorities, &track.rules.priorities),
        indicators: indicators(track, &results, answers),
        support: support_finding(track, &facts, &results, answers, choices),
        missing: agenda.missing,
        next: agenda.next,
    }
}

/// The verdict on all conditions together; `None` where there are none.
pub fn verdict(track: TrackRef<'_>, results: &Results) -> Option<Verdict> {
    let conditions = &track.rules.conditions;
    if conditions.is_empty() {
        return None;
    }
    Some(match Truth::all(conditions.iter().map(|condition| results.truth(*condition))) {
        // What does not apply cannot stand in the way.
        Truth::Met | Truth::NotApplicable => Verdict::Eligible,
        Truth::NotMet => Verdict::Ineligible,
        Truth::Unknown => Verdict::Undetermined,
    })
}

fn indicators(track: TrackRef<'_>, results: &Results, answers: &Answers) -> Vec<IndicatorFinding> {
    let pairs = track.track.indicators.iter().zip(&track.rules.indicators);
    let finding = |(indicator, fact): (&crate::pack::indicator::Indicator, &crate::pack::rules::FactRef)| {
        let value = answers.get(indicator.measured.fact()).cloned();
        let status = match (results.applies(*fact), &value) {
            (Truth::NotMet, _) | (_, Some(_)) => Status::NotApplicable,
            (_, None) => Status::Unknown,
        };
        IndicatorFinding {
            id: indicator.id.clone(),
            status,
            value,
            target: None,
            gap: None,
            cite: indicator.cite.clone(),
        }
    };
    pairs.map(finding).collect()
}

fn support_finding(
    track: TrackRef<'_>,
    facts: &Facts,
    results: &Results,
    answers: &Answers,
    choices: &Choices,
) -> Option<SupportFinding> {
    let declared = &track.track.support.as_ref()?.measures;
    let support = support(track, results, choices);
    let measures: Vec<MeasureFinding> = declared
        .iter()
        .zip(&track.rules.measures)
        .zip(&support.measures)
        .map(|((measure, rule), result)| MeasureFinding {
            id: measure.id.clone(),
            form: measure.form,
            truth: result.truth,
            gate: results.truth(rule.gate),
            amount: result.amount,
            cite: measure.cite.clone(),
            steps: explain::steps(track, results, answers, choices, *rule),
        })
        .collect();
    let chosen =
        support.chosen.iter().filter_map(|index| declared.get(*index)).map(|measure| measure.id.clone()).collect();
    let Span { total: span, matters } = span(track, facts);
    let readings = matters.into_iter().filter_map(|(position, matters)| {
        let reading = track.pack.file.readings.get(position)?;
        let case = reading.cases.get(choices.case(position))?;
        Some(ReadingFinding { id: reading.id.clone(), case: case.id.clone(), matters })
    });
    Some(SupportFinding {
        total: support.total,
        by_form: support.by_form,
        measures,
        chosen,
        span,
        readings: readings.collect(),
    })
}

fn forms<S: Serializer>(forms: &[(Form, Amount)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(forms.len()))?;
    for (form, amount) in forms {
        map.serialize_entry(form, amount)?;
    }
    map.end()
}
