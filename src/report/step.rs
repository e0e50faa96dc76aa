//! One step of the procedure: who acts, by when, and where the applicant stands to it.

use super::Clause;
use crate::engine::Case;
use crate::engine::procedure::{Phase, StepFinding};
use crate::model::{AsOf, Date, Lang, Period, Text};
use crate::pack::Due;
use crate::pack::due::Anchor;
use crate::pack::track::ProcedureStep;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow {
    pub id: String,
    pub title: String,
    /// Who acts.
    pub actor: String,
    /// The time limit as the document words it.
    pub when: Option<String>,
    /// The day it is due; of a step that comes again and again the next ones.
    pub days: Vec<Date>,
    /// The applicant is beyond the stage it belongs to.
    pub is_past: bool,
    /// What it has to be marked with: its day is past, or it is due at this stage.
    pub badge: Option<&'static str>,
    /// The stage it belongs to, where that is not the present one.
    pub phase: Option<&'static str>,
    /// Its day is past and it is not done.
    pub overdue: bool,
    /// How it comes again, where that can be said in a rule.
    pub recurrence: Option<Recurrence>,
    /// How the days were reckoned, a sentence each.
    pub reckoning: Vec<String>,
    /// Without these a day cannot be reckoned.
    pub missing: Vec<MissingDay>,
    /// Time limit and days as one phrase.
    pub limit: Option<String>,
    pub clause: Clause,
}

/// A rule by which a day comes again and again, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recurrence {
    pub every: Period,
    pub until: Option<Date>,
}

/// A date that is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingDay {
    /// Id of the fact.
    pub fact: String,
    pub label: String,
}

impl StepRow {
    pub fn of(case: &Case<'_>, step: &ProcedureStep, finding: &StepFinding, as_of: AsOf, lang: Lang) -> Self {
        let said = |text: &Text| text.get(lang).to_owned();
        let label = |id: &String| case.pack().fact(id).map(|fact| said(&fact.label));
        let missing = |id: &String| Some(MissingDay { fact: id.clone(), label: label(id)? });
        let when = step.when.as_ref().map(said);
        let days = (!finding.days.is_empty()).then(|| days_in_prose(step, finding, as_of, lang));
        let limit: Vec<String> = when.clone().into_iter().chain(days).collect();
        let (now, other) =
            (finding.phase.filter(|phase| *phase == Phase::Now), finding.phase.filter(|phase| *phase != Phase::Now));
        Self {
            id: step.id.clone(),
            title: said(&step.title),
            actor: said(&step.actor),
            when,
            days: finding.days.clone(),
            is_past: finding.phase == Some(Phase::Past),
            badge: if finding.overdue { Some(overdue_word(lang)) } else { now.map(|phase| phase_word(phase, lang)) },
            phase: other.map(|phase| phase_word(phase, lang)),
            overdue: finding.overdue,
            recurrence: step.due.as_ref().and_then(|due| recurrence(due, finding)),
            reckoning: reckoning(case, step, finding, lang),
            missing: finding.missing.iter().filter_map(missing).collect(),
            limit: (!limit.is_empty()).then(|| limit.join(lang.pick("，", ", "))),
            clause: Clause::of(case.pack(), &step.cite, lang),
        }
    }
}

impl StepRow {
    /// Time limit and days, and how these were reckoned.
    pub fn limit_in_full(&self, lang: Lang) -> String {
        let limit = self.limit.clone().unwrap_or_default();
        if self.reckoning.is_empty() {
            return limit;
        }
        format!("{limit}{}{}", lang.pick("。", ". "), self.reckoning.join(lang.pick("", " ")))
    }
}

/// Where the applicant stands to a step, in a word.
const fn phase_word(phase: Phase, lang: Lang) -> &'static str {
    match phase {
        Phase::Past => lang.pick("本阶段已过", "stage past"),
        Phase::Now => lang.pick("现阶段", "at this stage"),
        Phase::Ahead => lang.pick("以后的阶段", "at a later stage"),
    }
}

/// What is said of a day by which something had to be done.
pub const fn overdue_word(lang: Lang) -> &'static str {
    lang.pick("已逾期", "overdue")
}

/// What is said of a day that is over.
pub const fn past_word(lang: Lang) -> &'static str {
    lang.pick("已过", "past")
}

fn days_in_prose(step: &ProcedureStep, finding: &StepFinding, as_of: AsOf, lang: Lang) -> String {
    let days: Vec<String> = finding.days.iter().map(|day| day.in_prose(lang)).collect();
    let days = lang.list(&days);
    if step.due.as_ref().is_some_and(Due::recurs) {
        return format!("{}{days}", lang.pick("接下来：", "next: "));
    }
    let is_past = finding.days.iter().all(|day| *day < as_of);
    let state = if finding.overdue { Some(overdue_word(lang)) } else { is_past.then(|| past_word(lang)) };
    match (state, lang) {
        (None, _) => days,
        (Some(state), Lang::Zh) => format!("{days}（{state}）"),
        (Some(state), Lang::En) => format!("{days} ({state})"),
    }
}

/// None where months lack the day, so that it moves to their last, or where the last day is not known yet.
fn recurrence(due: &Due, finding: &StepFinding) -> Option<Recurrence> {
    const IN_EVERY_MONTH: u8 = 28;
    let (every, until) = match due {
        Due::Yearly(rule) => (Period::Years(1), &rule.until),
        Due::Every(rule) => (rule.period, &rule.until),
        Due::On(_) | Due::After(_) => return None,
    };
    let is_exact = match due {
        Due::Every(rule) if !matches!(rule.period, Period::Days(_)) => {
            finding.from.is_some_and(|from| from.day_of_month() <= IN_EVERY_MONTH)
        }
        _ => true,
    };
    let is_bounded = until.is_none() || finding.until.is_some();
    (is_exact && is_bounded).then_some(Recurrence { every, until: finding.until })
}

/// From which day and until when it was reckoned, and what the pack says of it.
fn reckoning(case: &Case<'_>, step: &ProcedureStep, finding: &StepFinding, lang: Lang) -> Vec<String> {
    let own = step.reckoning.as_ref().map(|text| text.get(lang).to_owned());
    let Some((from, due)) = finding.from.zip(step.due.as_ref()).filter(|_| !finding.days.is_empty()) else {
        return Vec::new();
    };
    let anchor = due.anchors().first().and_then(|(_, anchor)| anchor_label(case, anchor, lang)).unwrap_or_default();
    let from = from.in_prose(lang);
    let counted = match (finding.until.map(|until| until.in_prose(lang)), lang) {
        (None, Lang::Zh) => format!("自“{anchor}”（{from}）起推算。"),
        (None, Lang::En) => format!("Counted from “{anchor}”, {from}."),
        (Some(until), Lang::Zh) => format!("自“{anchor}”（{from}）起推算，到{until}为止。"),
        (Some(until), Lang::En) => format!("Counted from “{anchor}”, {from}, until {until}."),
    };
    [counted].into_iter().chain(own).collect()
}

/// What the day is the day of.
fn anchor_label(case: &Case<'_>, anchor: &Anchor, lang: Lang) -> Option<String> {
    let text = match anchor {
        Anchor::Fact(id) => &case.pack().fact(id)?.label,
        Anchor::Step(id) => &case.track.track.procedure.iter().find(|step| step.id == *id)?.title,
    };
    Some(text.get(lang).to_owned())
}
