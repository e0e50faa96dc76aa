//! Conditions, amounts and cumulation: every id known, every fact looked at the way its type allows.

use std::collections::BTreeSet;

use super::super::condition::CaseOf;
use super::super::cumulation::{CumulationRule, Stacking};
use super::super::diagnostic::{Code, Diagnostic};
use super::super::reading::ReadingCase;
use super::super::score::Score;
use super::super::{Condition, Fact, Measure, PackFile, Track};
use super::noun::Noun;
use crate::model::text::text;
use crate::model::{Kind, Quantity, Text};

mod amount;
mod ceiling;
mod condition;
mod indicator;
mod number;
mod procedure;
mod proposal;
mod rows;
mod score;
mod unit;

const NUMERIC: [Kind; 4] = [Kind::Count, Kind::Number, Kind::Percent, Kind::Money];

/// Checks all rules of a file.
pub fn check(file: &PackFile, found: &mut Vec<Diagnostic>) {
    let (readings, parameters, apart) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut checker = Checker { file, found, readings, parameters, apart, is_scoring: false, scored: None };
    for (index, parameter) in file.parameters.iter().enumerate() {
        let figures: Vec<_> = parameter.values.iter().map(|value| (value.from, &value.value)).collect();
        if figures.is_empty() {
            let place = format!("/parameters/{index}/values");
            let help = text!("写出各日期起的数", "give the figure of each day");
            checker.report(Code::EmptyGroup, &place, text!("参数没有写数", "a parameter without figures"), help);
        }
        checker.figures(&figures, &format!("/parameters/{index}/values"));
    }
    for (index, fact) in file.facts.iter().enumerate() {
        checker.unit(fact.kind, fact.unit.as_ref(), &format!("/facts/{index}"));
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
            found.push(Noun::PARAMETER.unused(&format!("/parameters/{index}"), &parameter.id));
        }
    }
    for (index, reading) in file.readings.iter().enumerate() {
        if !readings.contains(reading.id.as_str()) {
            found.push(Noun::READING.unused(&format!("/readings/{index}"), &reading.id));
            continue;
        }
        for (later, case) in reading.cases.iter().enumerate() {
            let same = |earlier: &&ReadingCase| !apart.contains(&(&*reading.id, &*earlier.id, &*case.id));
            if let Some(earlier) = reading.cases.iter().take(later).find(same) {
                let (id, other) = (&case.id, &earlier.id);
                let message =
                    text!("情形 `{id}` 在各处都与 `{other}` 相同", "case `{id}` says everywhere what `{other}` says");
                let place = format!("/readings/{index}/cases/{later}");
                let help = text!(
                    "删去一种，或者把两者的区别写成规则",
                    "remove one of the two, or encode what sets them apart"
                );
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
    /// Amounts are points for now.
    is_scoring: bool,
    /// The score that conditions can ask for.
    scored: Option<&'a Score>,
}

impl<'a> Checker<'a> {
    fn report(&mut self, code: Code, pointer: &str, message: Text, help: Text) {
        self.found.push(Diagnostic::error(code, pointer, message, help));
    }

    fn track(&mut self, track: &'a Track, place: &str) {
        let mut asked = BTreeSet::new();
        for (index, topic) in track.topics.iter().enumerate() {
            self.asked(&topic.facts, &format!("{place}/topics/{index}/facts"), &mut asked);
        }
        self.asked(&track.record, &format!("{place}/record"), &mut asked);
        self.scored = None;
        if let Some(score) = &track.score {
            self.score(score, &format!("{place}/score"), &asked);
        }
        self.scored = track.score.as_ref();
        self.gates(track, &asked);
        self.proposed(&track.id, &asked);
        self.listed(&track.id, &asked);
        for (index, id) in track.dropped.iter().enumerate().filter(|(_, id)| asked.contains(id.as_str())) {
            let message = text!(
                "本类别询问 `{id}`，又把它列入 `dropped`",
                "`{id}` is asked on this track, and said to be dropped"
            );
            let help = text!("从 `dropped` 中删去", "remove it from `dropped`");
            self.report(Code::Id, &format!("{place}/dropped/{index}"), message, help);
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
                let message = text!("截止受理早于开始受理", "a round that closes before it opens");
                let place = format!("{place}/rounds/{index}/closes");
                self.report(Code::OutOfDomain, &place, message, text!("对调两个日期", "swap the two days"));
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
                self.found.push(Noun::CONDITION.dangling(&format!("{place}/requires"), id));
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
            let help = text!("写出各组，或者用 `add`", "name the groups, or use `add`");
            self.report(Code::EmptyGroup, &place, text!("一组也没有写", "no groups"), help);
        }
        let mut grouped = BTreeSet::new();
        for (index, group) in groups.iter().enumerate() {
            let place = format!("{place}/{index}");
            if group.len() < 2 {
                let message = text!("一组不足两个支持事项", "a group of fewer than two measures");
                self.report(Code::EmptyGroup, &place, message, text!("写出两个以上", "name two or more"));
            }
            for id in group {
                if !measures.iter().any(|measure| measure.id == *id) {
                    self.found.push(Noun::MEASURE.dangling(&place, id));
                } else if !grouped.insert(id) {
                    let message = text!("支持事项 `{id}` 归入了两组", "measure `{id}` is grouped twice");
                    self.report(Code::Overlapping, &place, message, text!("只留在一组", "keep it in one group"));
                }
            }
        }
    }

    /// Every fact of a track is asked once.
    fn asked(&mut self, ids: &'a [String], place: &str, asked: &mut BTreeSet<&'a str>) {
        for (index, id) in ids.iter().enumerate() {
            let pointer = format!("{place}/{index}");
            if !self.file.facts.iter().any(|fact| fact.id == *id) {
                self.found.push(Noun::FACT.dangling(&pointer, id));
            } else if !asked.insert(id) {
                let message = text!("本类别两次询问 `{id}`", "`{id}` is asked twice on this track");
                self.report(Code::Id, &pointer, message, text!("只问一次", "ask it once"));
            }
        }
    }

    /// A fact is asked only where something else holds: that, too, has to be asked on the track.
    fn gates(&mut self, track: &Track, asked: &BTreeSet<&str>) {
        for (index, fact) in self.file.facts.iter().enumerate().filter(|(_, fact)| asked.contains(fact.id.as_str())) {
            let looked_at = fact.asked_when.iter().flat_map(Condition::facts);
            let known = |id: &str| asked.contains(id) || !self.file.facts.iter().any(|fact| fact.id == id);
            if let Some(id) = looked_at.into_iter().find(|id| !known(id)) {
                let (track, fact) = (&track.id, &fact.id);
                let message = text!(
                    "类别 `{track}` 是否询问 `{fact}` 取决于 `{id}`，却没有询问 `{id}`",
                    "track `{track}` asks `{fact}` depending on `{id}`, but never asks that"
                );
                self.report(Code::Dangling, &format!("/facts/{index}/asked_when"), message, ask_it());
            }
        }
    }

    /// The fact, if there is one, the track asks it, and its type is allowed here.
    fn fact(&mut self, id: &str, pointer: &str, kinds: &[Kind], asked: Option<&BTreeSet<&str>>) -> Option<&'a Fact> {
        let Some(fact) = self.file.facts.iter().find(|fact| fact.id == id) else {
            self.found.push(Noun::FACT.dangling(pointer, id));
            return None;
        };
        if asked.is_some_and(|asked| !asked.contains(id)) {
            let message =
                text!("本类别依据 `{id}` 判断，却没有询问它", "this track decides by `{id}` but never asks it");
            self.report(Code::Dangling, pointer, message, ask_it());
        }
        if kinds.contains(&fact.kind) {
            return Some(fact);
        }
        let (kind, [zh, en]) = (fact.kind.name(), names(kinds));
        let message =
            text!("`{id}` 的类型是 `{kind}`，这条规则只用于 {zh}", "`{id}` is a {kind}, this rule looks at a {en}");
        self.report(Code::TypeMismatch, pointer, message, other_type());
        None
    }

    /// A by-reading rule has exactly one entry for each case.
    fn cases<T: PartialEq>(&mut self, id: &'a str, cases: &[CaseOf<T>], pointer: &str) {
        let Some(reading) = self.file.readings.iter().find(|reading| reading.id == id) else {
            self.found.push(Noun::READING.dangling(&format!("{pointer}/reading"), id));
            return;
        };
        self.readings.insert(id);
        let then = |case: &ReadingCase| cases.iter().find(|entry| entry.case == case.id).map(|entry| &entry.then);
        for (later, case) in reading.cases.iter().enumerate() {
            let others = reading.cases.iter().take(later).filter(|earlier| then(earlier) != then(case));
            self.apart.extend(others.map(|earlier| (&*reading.id, &*earlier.id, &*case.id)));
            let entries = cases.iter().filter(|entry| entry.case == case.id).count();
            if entries != 1 {
                let case = &case.id;
                let message = text!(
                    "理解方式 `{id}` 的情形 `{case}` 写了 {entries} 项",
                    "case `{case}` of reading `{id}` has {entries} entries"
                );
                let help = text!("每种情形写一项", "give each case one entry");
                self.report(Code::EmptyGroup, &format!("{pointer}/cases"), message, help);
            }
        }
        for entry in cases.iter().filter(|entry| reading.case_index(&entry.case).is_none()) {
            self.found.push(Noun::CASE.dangling(&format!("{pointer}/cases"), &entry.case));
        }
    }

    fn threshold(&mut self, fact: &Fact, value: Quantity, pointer: &str) {
        let below = fact.domain().floor().is_some_and(|floor| value < floor);
        let above = fact.max.is_some_and(|max| value > max);
        if below || above || (fact.kind == Kind::Count && !value.is_whole()) {
            let id = &fact.id;
            let message = text!("`{id}` 不可能是 {value}", "`{id}` can never be {value}");
            let help = text!("改正门槛，或者改填报项的上下限", "correct the threshold, or the bounds of the fact");
            self.report(Code::OutOfDomain, pointer, message, help);
        }
    }
}

/// Types by their names, in Chinese and in English.
fn names(kinds: &[Kind]) -> [String; 2] {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    [format!("`{}`", names.join("`、`")), names.join(" or ")]
}

fn ask_it() -> Text {
    text!("把它加进这一类别的某个分组", "add it to a topic of the track")
}

fn other_type() -> Text {
    text!("换成适合这一类型的规则，或者改类型", "use the rule that fits the type, or change the type")
}
