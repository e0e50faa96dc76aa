//! The search itself: split what is open until the rules are decided, one way or the other.

use super::domain::VariableDomain;
use super::{Formula, Space, Taken};
use crate::model::Truth;
use crate::pack::rules::Slot;

/// After this many steps a question is left open: nothing is reported that was not proved.
const MAX_STEPS: usize = 2_000;

/// Two halves of what a variable may still be.
type Split = (usize, [VariableDomain; 2]);

impl Space<'_> {
    /// Whether some answers bring all rules together to be met; `neutral` says whether not applicable is as good.
    pub fn possible(&self, rules: &[&Formula], neutral: bool, taken: &[Taken]) -> bool {
        let mut open = vec![self.domains(taken)];
        for _ in 0..MAX_STEPS {
            let Some(mut domains) = open.pop() else { return false };
            if !self.narrow(&mut domains) {
                continue;
            }
            let mut view = View { space: self, domains: &domains, applies: vec![None; self.gates.len()] };
            match Truth::all(rules.iter().map(|rule| view.truth(rule))) {
                Truth::NotApplicable if neutral => return true,
                Truth::NotApplicable | Truth::NotMet => continue,
                // The authority may decide for the applicant.
                Truth::Met | Truth::Judged => return true,
                Truth::Unknown => {}
            }
            let Some((variable, halves)) = view.best_split(rules) else { return true };
            // The last to be put there is looked at first.
            for half in halves.into_iter().rev().filter(|half| !half.is_empty()) {
                let mut domains = domains.clone();
                if let Some(domain) = domains.get_mut(variable) {
                    *domain = half;
                }
                open.push(domains);
            }
        }
        true
    }

    /// The readings under which the rules cannot all be met; `None` alone where that is so under every reading.
    pub fn obstacles(&self, rules: &[Formula]) -> Vec<Option<Taken>> {
        let rules: Vec<&Formula> = rules.iter().collect();
        if !self.possible(&rules, true, &[]) {
            return vec![None];
        }
        let taken = self.readings(&rules).into_iter().map(Some);
        taken.filter(|taken| !self.possible(&rules, true, taken.as_slice())).collect()
    }

    /// Of rules that cannot be met together, some that cannot either and of which none can be left out.
    pub fn core(&self, rules: &[Formula], neutral: bool, taken: Option<Taken>) -> Vec<usize> {
        let mut core: Vec<usize> = (0..rules.len()).collect();
        for index in 0..rules.len() {
            let fewer: Vec<usize> = core.iter().copied().filter(|other| *other != index).collect();
            let left: Vec<&Formula> = fewer.iter().filter_map(|index| rules.get(*index)).collect();
            if !left.is_empty() && !self.possible(&left, neutral, taken.as_slice()) {
                core = fewer;
            }
        }
        core
    }

    /// Relations are held to the ranges of their numbers; false if one of them has nothing left.
    fn narrow(&self, domains: &mut [VariableDomain]) -> bool {
        self.relations.iter().all(|relation| {
            let number = |slot: Slot| self.facts.get(slot.0).and_then(|variable| domains.get(*variable)).copied();
            let feasible = number(relation.fact).zip(number(relation.of));
            let feasible = feasible.map_or(u64::MAX, |(fact, of)| fact.against(relation.times, of));
            match domains.get_mut(relation.variable) {
                Some(VariableDomain::Options(open)) => {
                    *open &= feasible;
                    *open != 0
                }
                _ => true,
            }
        })
    }
}

/// The rules under what is still open.
struct View<'a> {
    space: &'a Space<'a>,
    domains: &'a [VariableDomain],
    /// Whether each fact applies, as far as somebody asked.
    applies: Vec<Option<Truth>>,
}

impl View<'_> {
    fn truth(&mut self, rule: &Formula) -> Truth {
        match rule {
            Formula::All(parts) => Truth::all(parts.iter().map(|part| self.truth(part))),
            Formula::Any(parts) => Truth::any(parts.iter().map(|part| self.truth(part))),
            Formula::AtLeast(n, parts) => Truth::at_least(*n, parts.iter().map(|part| self.truth(part))),
            Formula::Not(part) => self.truth(part).not(),
            Formula::Judged(part) => self.truth(part).judged(),
            Formula::Reading(variable, cases) => {
                let mut open = self.open_cases(*variable, cases).into_iter().map(|case| self.truth(case));
                let first = open.next().unwrap_or(Truth::Unknown);
                if open.all(|other| other == first) { first } else { Truth::Unknown }
            }
            Formula::Leaf { facts, variable, look } => {
                let applies = facts.iter().fold(Truth::Met, |all, fact| all.and(self.applies(*fact)));
                look.truth(self.domain(*variable)).where_applicable(applies)
            }
        }
    }

    fn applies(&mut self, fact: Slot) -> Truth {
        let Some(Some(gate)) = self.space.gates.get(fact.0) else { return Truth::Met };
        if let Some(known) = self.applies.get(fact.0).copied().flatten() {
            return known;
        }
        let applies = self.truth(gate).gates();
        if let Some(place) = self.applies.get_mut(fact.0) {
            *place = Some(applies);
        }
        applies
    }

    fn domain(&self, variable: usize) -> VariableDomain {
        self.domains.get(variable).copied().unwrap_or(VariableDomain::Options(0))
    }

    fn open_cases<'f>(&self, variable: usize, cases: &'f [Formula]) -> Vec<&'f Formula> {
        let VariableDomain::Options(open) = self.domain(variable) else { return Vec::new() };
        (0..).zip(cases).filter(|(bit, _)| open & (1 << *bit) != 0).map(|(_, case)| case).collect()
    }

    /// A split of the variable that most open leaves look at: contradictions show up there first.
    fn best_split(&mut self, rules: &[&Formula]) -> Option<Split> {
        let mut found = Vec::new();
        let mut asked = vec![false; self.applies.len()];
        for rule in rules {
            self.splits(rule, &mut asked, &mut found);
        }
        let mut counts = vec![0_usize; self.domains.len()];
        for (variable, _) in &found {
            if let Some(count) = counts.get_mut(*variable) {
                *count += 1;
            }
        }
        found.into_iter().rev().max_by_key(|(variable, _)| counts.get(*variable).copied())
    }

    /// Walks down to the leaves on which it depends what the rule says; each gate once.
    fn splits(&mut self, rule: &Formula, asked: &mut [bool], found: &mut Vec<Split>) {
        if self.truth(rule) != Truth::Unknown {
            return;
        }
        match rule {
            Formula::All(_) | Formula::Any(_) | Formula::AtLeast(..) | Formula::Not(_) | Formula::Judged(_) => {
                for part in rule.parts() {
                    self.splits(part, asked, found);
                }
            }
            Formula::Reading(variable, cases) => match self.open_cases(*variable, cases).as_slice() {
                [only] => self.splits(only, asked, found),
                _ => {
                    if let VariableDomain::Options(open) = self.domain(*variable) {
                        let first = open & open.wrapping_neg();
                        found.push((
                            *variable,
                            [VariableDomain::Options(first), VariableDomain::Options(open & !first)],
                        ));
                    }
                }
            },
            Formula::Leaf { facts, variable, look } => {
                found.extend(look.split(self.domain(*variable)).map(|halves| (*variable, halves)));
                for fact in facts {
                    let Some(again) = asked.get_mut(fact.0) else { continue };
                    if std::mem::replace(again, true) {
                        continue;
                    }
                    if let Some(Some(gate)) = self.space.gates.get(fact.0) {
                        self.splits(gate, asked, found);
                    }
                }
            }
        }
    }
}
