//! Conditions, amounts and cumulation: every id known, every fact looked at the way its type allows.

use std::collections::BTreeSet;

use super::super::condition::CaseOf;
use super::super::cumulation::{CumulationRule, Stacking};
use super::super::diagnostic::{Code, Diagnostic};
use super::super::reading::ReadingCase;
use super::super::{Condition, Fact, Measure, PackFile, Track};
use super::{dangling, unused};
use crate::model::{Kind, Quantity};

mod amount;
mod ceiling;
mod condition;
mod indicator;
mod number;
mod procedure;
mod proposal;
mod rows;

const NUMERIC: [Kind; 4] = [Kind::Count, Kind::Number, Kind::Percent, Kind::Money];

/// Checks all rules of a file.
pub fn check(file: &PackFile, found: &mut Vec<Diagnostic>) {
    let (readings, parameters, apart) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut checker = Checker { file, found, readings, parameters, apart };
    for (index, parameter) in file.parameters.iter().enumerate() {
        let figures: Vec<_> = parameter.values.iter().map(|value| (value.from, &value.value)).collect();
        if figures.is_empty() {
            let place = format!("/parameters/{index}/values");
            checker.report(Code::EmptyGroup, &place, "a parameter without figures", "give the figure of each day");
        }
        checker.figures(&figures, &format!("/parameters/{index}/values"));
    }
    for (index, fact) in file.facts.iter().enumerate() {
        checker.columns(fact, &format!("/facts/{index}"));
        if let Some(number) = &fact.counted {
            checker.counted(fact, number, &format!("/facts/{index}/counted"));
        }
        if let Some(condition) = &fact.asked_when {
            checker.condition(condition, &format!("/facts/{index}/asked_when"), None);
        }
        if let Some(proposal) = &fact.proposed {
            checker.proposal(fact, proposal, &format!("/facts/{index}/proposed"));
        }
    }
    for (index, track) in file.tracks.iter().enumerate() {
        checker.track(track, &format!("/tracks/{index}"));
    }
    let Checker { found, readings, parameters, apart, .. } = checker;
    for (index, parameter) in file.parameters.iter().enumerate() {
        if !parameters.contains(parameter.id.as_str()) {
            found.push(unused(&format!("/parameters/{index}"), "parameter", &parameter.id));
        }
    }
    for (index, reading) in file.readings.iter().enumerate() {
        if !readings.contains(reading.id.as_str()) {
            found.push(unused(&format!("/readings/{index}"), "reading", &reading.id));
            continue;
        }
        for (later, case) in reading.cases.iter().enumerate() {
            let same = |earlier: &&ReadingCase| !apart.contains(&(&*reading.id, &*earlier.id, &*case.id));
            if let Some(earlier) = reading.cases.iter().take(later).find(same) {
                let message = format!("case `{}` says everywhere what `{}` says", case.id, earlier.id);
                let place = format!("/readings/{index}/cases/{later}");
                let help = "remove one of the two, or encode what sets them apart";
                found.push(Diagnostic::error(Code::Unused, place, message, help).as_warning());
            }
        }
    }
}

struct Checker<'a> {
    file: &'a PackFile,
    found: &'a mut Vec<Diagnostic>,
    readings: BTreeSet<&'a str>,
    parameters: BTreeSet<&'a str>,
    /// A reading and two of its cases, the earlier first, that differ in some rule.
    apart: BTreeSet<(&'a str, &'a str, &'a str)>,
}

impl<'a> Checker<'a> {
    fn report(&mut self, code: Code, pointer: &str, message: impl Into<String>, help: &str) {
        self.found.push(Diagnostic::error(code, pointer, message, help));
    }

    fn track(&mut self, track: &'a Track, place: &str) {
        let mut asked = BTreeSet::new();
        for (index, topic) in track.topics.iter().enumerate() {
            self.asked(&topic.facts, &format!("{place}/topics/{index}/facts"), &mut asked);
        }
        self.asked(&track.record, &format!("{place}/record"), &mut asked);
        self.gates(track, &asked);
        self.proposed(&track.id, &asked);
        self.listed(&track.id, &asked);
        for (index, id) in track.dropped.iter().enumerate().filter(|(_, id)| asked.contains(id.as_str())) {
            let message = format!("`{id}` is asked on this track, and said to be dropped");
            self.report(Code::Id, &format!("{place}/dropped/{index}"), message, "remove it from `dropped`");
        }
        for (name, requirements) in [("conditions", &track.conditions), ("priorities", &track.priorities)] {
            for (index, requirement) in requirements.iter().enumerate() {
                self.condition(&requirement.needs, &format!("{place}/{name}/{index}/needs"), Some(&asked));
            }
        }
        for (index, indicator) in track.indicators.iter().enumerate() {
            self.indicator(indicator, &format!("{place}/indicators/{index}"), &asked);
        }
        self.procedure(track, place, &asked);
        for (index, round) in track.rounds.iter().enumerate() {
            if round.opens.is_some_and(|opens| opens > round.closes) {
                let help = "swap the two days";
                let place = format!("{place}/rounds/{index}/closes");
                self.report(Code::OutOfDomain, &place, "a round that closes before it opens", help);
            }
        }
        for (index, check) in track.checks.iter().enumerate() {
            self.condition(&check.holds, &format!("{place}/checks/{index}/holds"), Some(&asked));
        }
        for (index, link) in track.leads_to.iter().enumerate() {
            if let Some(when) = &link.when {
                self.condition(when, &format!("{place}/leads_to/{index}/when"), Some(&asked));
            }
        }
        let Some(support) = &track.support else { return };
        self.support_gates(track, support, place, &asked);
        for (index, measure) in support.measures.iter().enumerate() {
            let place = format!("{place}/support/measures/{index}");
            let known = |id: &str| track.conditions.iter().chain(&support.gates).any(|one| one.id == id);
            for id in measure.requires.iter().filter(|id| !known(id)) {
                self.found.push(dangling(&format!("{place}/requires"), "condition", id));
            }
            if let Some(condition) = &measure.when {
                self.condition(condition, &format!("{place}/when"), Some(&asked));
            }
            self.form(measure, &place);
            self.amount(&measure.amount, &format!("{place}/amount"), &asked);
        }
        self.cumulation(&support.cumulation.rule, &support.measures, &format!("{place}/support/cumulation/rule"));
        self.ceilings(support, &format!("{place}/support/cumulation/ceilings"), &asked);
    }

    fn cumulation(&mut self, rule: &'a CumulationRule, measures: &[Measure], place: &str) {
        match rule {
            CumulationRule::Always(stacking) => self.stacking(stacking, measures, &format!("{place}/always")),
            CumulationRule::ByReading { reading, cases } => {
                self.cases(reading, cases, &format!("{place}/by_reading"));
                for (index, case) in cases.iter().enumerate() {
                    self.stacking(&case.then, measures, &format!("{place}/by_reading/cases/{index}/then"));
                }
            }
        }
    }

    /// Measures of which only the largest is received are known, and each stands in one group.
    fn stacking(&mut self, stacking: &Stacking, measures: &[Measure], place: &str) {
        let Stacking::LargestOfEach(groups) = stacking else { return };
        let place = format!("{place}/largest_of_each");
        if groups.is_empty() {
            self.report(Code::EmptyGroup, &place, "no groups", "name the groups, or use `add`");
        }
        let mut grouped = BTreeSet::new();
        for (index, group) in groups.iter().enumerate() {
            let place = format!("{place}/{index}");
            if group.len() < 2 {
                self.report(Code::EmptyGroup, &place, "a group of fewer than two measures", "name two or more");
            }
            for id in group {
                if !measures.iter().any(|measure| measure.id == *id) {
                    self.found.push(dangling(&place, "measure", id));
                } else if !grouped.insert(id) {
                    self.report(
                        Code::Overlapping,
                        &place,
                        format!("measure `{id}` is grouped twice"),
                        "keep it in one group",
                    );
                }
            }
        }
    }

    /// Every fact of a track is asked once.
    fn asked(&mut self, ids: &'a [String], place: &str, asked: &mut BTreeSet<&'a str>) {
        for (index, id) in ids.iter().enumerate() {
            let pointer = format!("{place}/{index}");
            if !self.file.facts.iter().any(|fact| fact.id == *id) {
                self.found.push(dangling(&pointer, "fact", id));
            } else if !asked.insert(id) {
                self.report(Code::Id, &pointer, format!("`{id}` is asked twice on this track"), "ask it once");
            }
        }
    }

    /// A fact is asked only where something else holds: that, too, has to be asked on the track.
    fn gates(&mut self, track: &Track, asked: &BTreeSet<&str>) {
        for (index, fact) in self.file.facts.iter().enumerate().filter(|(_, fact)| asked.contains(fact.id.as_str())) {
            let looked_at = fact.asked_when.iter().flat_map(Condition::facts);
            let known = |id: &str| asked.contains(id) || !self.file.facts.iter().any(|fact| fact.id == id);
            if let Some(id) = looked_at.into_iter().find(|id| !known(id)) {
                let message =
                    format!("track `{}` asks `{}` depending on `{id}`, but never asks that", track.id, fact.id);
                let help = "add it to a topic of the track";
                self.report(Code::Dangling, &format!("/facts/{index}/asked_when"), message, help);
            }
        }
    }

    /// The fact, if there is one, the track asks it, and its type is allowed here.
    fn fact(&mut self, id: &str, pointer: &str, kinds: &[Kind], asked: Option<&BTreeSet<&str>>) -> Option<&'a Fact> {
        let Some(fact) = self.file.facts.iter().find(|fact| fact.id == id) else {
            self.found.push(dangling(pointer, "fact", id));
            return None;
        };
        if asked.is_some_and(|asked| !asked.contains(id)) {
            let help = "add it to a topic of the track";
            self.report(Code::Dangling, pointer, format!("this track decides by `{id}` but never asks it"), help);
        }
        if kinds.contains(&fact.kind) {
            return Some(fact);
        }
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        let message = format!("`{id}` is a {}, this rule looks at a {}", fact.kind.name(), names.join(" or "));
        self.report(Code::TypeMismatch, pointer, message, "use the rule that fits the type, or change the type");
        None
    }

    /// A by-reading rule has exactly one entry for each case.
    fn cases<T: PartialEq>(&mut self, id: &'a str, cases: &[CaseOf<T>], pointer: &str) {
        let Some(reading) = self.file.readings.iter().find(|reading| reading.id == id) else {
            self.found.push(dangling(&format!("{pointer}/reading"), "reading", id));
            return;
        };
        self.readings.insert(id);
        let then = |case: &ReadingCase| cases.iter().find(|entry| entry.case == case.id).map(|entry| &entry.then);
        for (later, case) in reading.cases.iter().enumerate() {
            let others = reading.cases.iter().take(later).filter(|earlier| then(earlier) != then(case));
            self.apart.extend(others.map(|earlier| (&*reading.id, &*earlier.id, &*case.id)));
            let entries = cases.iter().filter(|entry| entry.case == case.id).count();
            if entries != 1 {
                let message = format!("case `{}` of reading `{id}` has {entries} entries", case.id);
                self.report(Code::EmptyGroup, &format!("{pointer}/cases"), message, "give each case one entry");
            }
        }
        for entry in cases.iter().filter(|entry| reading.case_index(&entry.case).is_none()) {
            self.found.push(dangling(&format!("{pointer}/cases"), "case of this reading", &entry.case));
        }
    }

    fn threshold(&mut self, fact: &Fact, value: Quantity, pointer: &str) {
        let below = fact.domain().floor().is_some_and(|floor| value < floor);
        let above = fact.max.is_some_and(|max| value > max);
        if below || above || (fact.kind == Kind::Count && !value.is_whole()) {
            let message = format!("`{}` can never be {value}", fact.id);
            self.report(Code::OutOfDomain, pointer, message, "correct the threshold, or the bounds of the fact");
        }
    }
}
