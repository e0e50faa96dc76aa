//! A track: its conditions, and what cannot hold together with them.

use super::super::super::diagnostic::{Code, Diagnostic};
use super::super::super::indicator::{Indicator, Measured};
use super::super::super::score::Score;
use super::super::super::{Condition, Measure, Track};
use super::super::possible::Formula;
use super::{CONTRADICTORY, Logic, Never, mend};
use crate::model::Text;

impl Logic<'_> {
    pub(super) fn track(&mut self, track: &Track, place: &str) {
        // A condition that nobody can meet is said once, and left out of what it is part of.
        let mut conditions: Vec<(&str, &Condition)> = Vec::new();
        for (index, condition) in track.conditions.iter().enumerate() {
            if self.rule(&condition.needs, &format!("{place}/conditions/{index}/needs"), &CONTRADICTORY) {
                conditions.push((&condition.id, &condition.needs));
            }
        }
        let needs: Vec<&Condition> = conditions.iter().map(|(_, needs)| *needs).collect();
        let all =
            Never { zh: "没有人能同时符合各项条件", en: "nobody can meet all conditions", ..CONTRADICTORY };
        let eligible = self.together(&needs, 0, &format!("{place}/conditions"), &all);
        for (index, priority) in track.priorities.iter().enumerate() {
            let pointer = format!("{place}/priorities/{index}/needs");
            if self.rule(&priority.needs, &pointer, &CONTRADICTORY) && eligible {
                let never = Never {
                    code: Code::Unreachable,
                    zh: "符合各项条件的，都不能同时符合这一项",
                    en: "nobody who meets the conditions can meet this as well",
                };
                self.together(&[&needs[..], &[&priority.needs]].concat(), needs.len(), &pointer, &never);
            }
        }
        for (index, indicator) in track.indicators.iter().enumerate() {
            self.indicator(indicator, &format!("{place}/indicators/{index}/measured"));
        }
        for (step, one) in track.score.iter().flat_map(Score::requirements) {
            self.rule(&one.needs, &format!("{place}/score/{step}/needs"), &CONTRADICTORY);
        }
        for (step, item) in track.score.iter().flat_map(Score::items) {
            self.amount(&item.points, &format!("{place}/score/{step}/points"), &mut Vec::new(), &mut Vec::new());
        }
        for (index, check) in track.checks.iter().enumerate() {
            self.rule(&check.holds, &format!("{place}/checks/{index}/holds"), &CONTRADICTORY);
        }
        for (index, link) in track.leads_to.iter().enumerate() {
            if let Some(when) = &link.when {
                self.rule(when, &format!("{place}/leads_to/{index}/when"), &CONTRADICTORY);
            }
        }
        let mut gates: Vec<(&str, &Condition)> = Vec::new();
        for (index, gate) in track.support.iter().flat_map(|support| &support.gates).enumerate() {
            if self.rule(&gate.needs, &format!("{place}/support/gates/{index}/needs"), &CONTRADICTORY) {
                gates.push((&gate.id, &gate.needs));
            }
        }
        let measures = track.support.iter().flat_map(|support| &support.measures);
        for (index, measure) in measures.enumerate() {
            let required =
                conditions.iter().chain(&gates).filter(|(id, _)| measure.requires.iter().any(|one| one == id));
            let required = required.map(|(_, needs)| *needs).collect();
            self.measure(measure, required, &format!("{place}/support/measures/{index}"));
        }
    }

    /// Reports rules each of which somebody can meet, but nobody all, and says whether somebody can.
    /// What the first `said` of them come to among themselves was reported elsewhere.
    fn together(&mut self, needs: &[&Condition], said: usize, pointer: &str, never: &Never<'_>) -> bool {
        let rules: Vec<Formula> = needs.iter().map(|one| self.space.formula(one)).collect();
        let obstacles = self.space.obstacles(&rules);
        let possible = !obstacles.contains(&None);
        for taken in obstacles {
            let core = self.space.core(&rules, true, taken);
            // One rule alone was reported where it stands.
            if core.len() > 1 && core.iter().any(|index| *index >= said) {
                let core = core.iter().filter_map(|index| needs.get(*index).copied());
                let Text { zh, en } = self.words(core, taken);
                let message = Text { zh: format!("{}：{zh}", never.zh), en: format!("{}: {en}", never.en) };
                let one = Diagnostic::error(never.code, pointer, message, mend());
                let warns = possible || never.code == Code::Unreachable;
                self.found.push(if warns { one.as_warning() } else { one });
            }
        }
        possible
    }

    fn indicator(&mut self, indicator: &Indicator, pointer: &str) {
        match &indicator.measured {
            Measured::Target(goal) => {
                self.rule(&Condition::Compare(goal.clone()), &format!("{pointer}/target"), &CONTRADICTORY);
            }
            Measured::Comparison(goal) => {
                self.rule(&Condition::CompareFacts(goal.clone()), &format!("{pointer}/comparison"), &CONTRADICTORY);
            }
            Measured::Checklist(points) => {
                let pointer = format!("{pointer}/checklist");
                let mut needs = Vec::new();
                for (index, point) in points.iter().enumerate() {
                    if self.rule(point, &format!("{pointer}/{index}"), &CONTRADICTORY) {
                        needs.push(point);
                    }
                }
                let all =
                    Never { zh: "没有人能同时达到各点", en: "nobody can reach all points", ..CONTRADICTORY };
                self.together(&needs, 0, &pointer, &all);
            }
            Measured::Maturity { .. } => {}
        }
    }

    fn measure<'m>(&mut self, measure: &'m Measure, mut needs: Vec<&'m Condition>, place: &str) {
        let required = needs.len();
        if let Some(when) = &measure.when
            && self.rule(when, &format!("{place}/when"), &CONTRADICTORY)
        {
            needs.push(when);
        }
        let all = Never {
            zh: "没有人能在符合所需条件的同时满足 `when`",
            en: "nobody can meet `when` together with what is required",
            ..CONTRADICTORY
        };
        if self.together(&needs, required, place, &all) {
            let mut context = needs.iter().map(|one| self.space.formula(one)).collect();
            self.amount(&measure.amount, &format!("{place}/amount"), &mut context, &mut Vec::new());
        }
    }
}
