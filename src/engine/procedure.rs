//! The procedure in the life of one applicant: where it stands at each step, and on which days a step falls.

use serde::Serialize;

use super::case::Case;
use super::known::Known;
use crate::model::{AsOf, Date, Truth, Value};
use crate::pack::Due;
use crate::pack::due::{Anchor, Every, Yearly};
use crate::pack::track::ProcedureStep;

/// Of a step that comes again and again, so many of the days ahead are worked out.
pub const DAYS_AHEAD: usize = 3;

/// One step of the procedure, as of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct StepFinding {
    pub id: String,
    /// `null` where the step belongs to no stage, or the stage is not known.
    pub phase: Option<Phase>,
    /// The day it is due; of a step that comes again and again the next ones.
    pub days: Vec<Date>,
    /// The day in the life of the applicant from which they are reckoned.
    pub from: Option<Date>,
    /// The day after which it does not come again.
    pub until: Option<Date>,
    /// Its day is past, and the applicant not yet beyond the stage it belongs to.
    pub overdue: bool,
    pub cite: String,
    /// Dates that apply and are not answered, without which a day cannot be reckoned.
    pub missing: Vec<String>,
}

/// Where the applicant stands to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// A later stage has been reached.
    Past,
    Now,
    /// It belongs to a later stage.
    Ahead,
}

impl StepFinding {
    /// Whether it falls on a day, or would if something else were answered.
    pub const fn is_dated(&self) -> bool {
        !self.days.is_empty() || !self.missing.is_empty()
    }
}

/// Every step of the track, in the order of the pack.
pub fn findings(case: &Case<'_>, as_of: AsOf) -> Vec<StepFinding> {
    let procedure = Procedure { case, stage: stage(case) };
    case.track.track.procedure.iter().map(|step| procedure.finding(step, as_of)).collect()
}

/// Position of the stage that was answered.
fn stage(case: &Case<'_>) -> Option<usize> {
    let id = case.track.track.stage.as_ref()?;
    match case.facts.get(case.pack().slot(id)?) {
        Known::Option(stage) if case.applies(id) == Truth::Met => Some(stage),
        _ => None,
    }
}

struct Procedure<'c, 'a> {
    case: &'c Case<'a>,
    stage: Option<usize>,
}

impl Procedure<'_, '_> {
    fn finding(&self, step: &ProcedureStep, as_of: AsOf) -> StepFinding {
        let phase = self.phase(step);
        let from = step.due.as_ref().and_then(|due| self.from(due));
        let until = step.due.as_ref().and_then(|due| self.until(due));
        let due = step.due.as_ref().filter(|due| !(due.recurs() && phase == Some(Phase::Past)));
        let days = due.map(|due| days(due, from, until, as_of)).unwrap_or_default();
        let is_past = matches!(&step.due, Some(Due::After(_))) && days.iter().any(|day| *day < as_of);
        StepFinding {
            id: step.id.clone(),
            phase,
            overdue: is_past && matches!(phase, Some(Phase::Now | Phase::Ahead)),
            missing: if days.is_empty() { self.missing(step) } else { Vec::new() },
            days,
            from,
            until,
            cite: step.cite.clone(),
        }
    }

    fn phase(&self, step: &ProcedureStep) -> Option<Phase> {
        let stages = self.case.pack().fact(self.case.track.track.stage.as_ref()?)?;
        let position = |id: &String| stages.options.iter().position(|option| option.id == *id);
        let positions = || step.stages.iter().filter_map(position);
        let (first, last, here) = (positions().min()?, positions().max()?, self.stage?);
        Some(match here {
            here if here < first => Phase::Ahead,
            here if here > last => Phase::Past,
            _ => Phase::Now,
        })
    }

    fn from(&self, due: &Due) -> Option<Date> {
        match due {
            Due::On(_) => None,
            Due::After(rule) => self.day(&rule.from, self.depth()),
            Due::Yearly(rule) => self.day(&rule.from, self.depth()),
            Due::Every(rule) => self.day(&rule.from, self.depth()),
        }
    }

    fn until(&self, due: &Due) -> Option<Date> {
        let (Due::Yearly(Yearly { until, .. }) | Due::Every(Every { until, .. })) = due else { return None };
        self.day(until.as_ref()?, self.depth())
    }

    /// More steps than these lead nowhere.
    fn depth(&self) -> usize {
        self.case.track.track.procedure.len()
    }

    fn day(&self, anchor: &Anchor, depth: usize) -> Option<Date> {
        match anchor {
            Anchor::Fact(id) => match self.case.answers.get(id) {
                Some(Value::Date(day)) if self.case.applies(id) != Truth::NotMet => Some(*day),
                _ => None,
            },
            Anchor::Step(id) => {
                let step = self.case.track.track.procedure.iter().find(|step| step.id == *id)?;
                match step.due.as_ref()? {
                    Due::On(day) => Some(*day),
                    Due::After(rule) => rule.period.after(self.day(&rule.from, depth.checked_sub(1)?)?, 1),
                    Due::Yearly(_) | Due::Every(_) => None,
                }
            }
        }
    }

    /// What is not answered of what the days of a step are reckoned from.
    fn missing(&self, step: &ProcedureStep) -> Vec<String> {
        let mut missing = Vec::new();
        let anchors = step.due.iter().flat_map(Due::anchors);
        for (_, anchor) in anchors {
            self.push_missing(anchor, self.depth(), &mut missing);
        }
        missing
    }

    fn push_missing(&self, anchor: &Anchor, depth: usize, missing: &mut Vec<String>) {
        match anchor {
            Anchor::Fact(id) => {
                let is_open = self.case.answers.get(id).is_none() && self.case.applies(id) == Truth::Met;
                if is_open && !missing.contains(id) {
                    missing.push(id.clone());
                }
            }
            Anchor::Step(id) => {
                let step = self.case.track.track.procedure.iter().find(|step| step.id == *id);
                let anchors = step.and_then(|step| step.due.as_ref()).map(Due::anchors).unwrap_or_default();
                let Some(depth) = depth.checked_sub(1) else { return };
                for (_, anchor) in anchors {
                    self.push_missing(anchor, depth, missing);
                }
            }
        }
    }
}

/// The day of a rule, or the next days from `as_of` on; none without the day they are reckoned from.
fn days(due: &Due, from: Option<Date>, until: Option<Date>, as_of: AsOf) -> Vec<Date> {
    let within = |day: &Date| until.is_none_or(|until| *day <= until);
    match (due, from) {
        (Due::On(day), _) => vec![*day],
        (_, None) => Vec::new(),
        (Due::After(rule), Some(from)) => rule.period.after(from, 1).into_iter().collect(),
        (Due::Yearly(rule), Some(from)) => {
            let years = from.year().max(as_of.year())..;
            let days = years.map_while(|year| rule.on.in_year(year)).filter(|day| *day > from && *day >= as_of);
            days.take_while(within).take(DAYS_AHEAD).collect()
        }
        (Due::Every(rule), Some(from)) => {
            let days = (1..=u16::MAX).map_while(|times| rule.period.after(from, times));
            days.skip_while(|day| *day < as_of).take_while(within).take(DAYS_AHEAD).collect()
        }
    }
}
