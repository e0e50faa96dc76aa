//! Conditions, amounts and cumulation: every id known, every fact looked at the way its type allows.

use std::collections::BTreeSet;

use super::super::condition::{Case, Comparison};
use super::super::cumulation::CumulationRule;
use super::super::diagnostic::{Code, Diagnostic};
use super::super::measure::{Start, Tier};
use super::super::{AmountRule, Condition, Fact, PackFile, Track};
use super::{dangling, unused};
use crate::model::{Kind, Quantity};

/// Checks all rules of a file.
pub fn check(file: &PackFile, found: &mut Vec<Diagnostic>) {
    let mut checker = Checker { file, found, readings: BTreeSet::new() };
    for (index, fact) in file.facts.iter().enumerate() {
        if let Some(condition) = &fact.asked_when {
            checker.condition(condition, &format!("/facts/{index}/asked_when"), None);
        }
    }
    for (index, track) in file.tracks.iter().enumerate() {
        checker.track(track, &format!("/tracks/{index}"));
    }
    let Checker { found, readings, .. } = checker;
    for (index, reading) in file.readings.iter().enumerate() {
        if !readings.contains(reading.id.as_str()) {
            found.push(unused(&format!("/readings/{index}"), "reading", &reading.id));
        }
    }
}

struct Checker<'a> {
    file: &'a PackFile,
    found: &'a mut Vec<Diagnostic>,
    readings: BTreeSet<&'a str>,
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
        for (name, requirements) in [("conditions", &track.conditions), ("priorities", &track.priorities)] {
            for (index, requirement) in requirements.iter().enumerate() {
                self.condition(&requirement.needs, &format!("{place}/{name}/{index}/needs"), Some(&asked));
            }
        }
        for (index, indicator) in track.indicators.iter().enumerate() {
            let pointer = format!("{place}/indicators/{index}/measured/maturity/fact");
            self.fact(indicator.measured.fact(), &pointer, &[Kind::Choice], Some(&asked));
        }
        let Some(support) = &track.support else { return };
        for (index, measure) in support.measures.iter().enumerate() {
            let place = format!("{place}/support/measures/{index}");
            for id in measure.requires.iter().filter(|id| !track.conditions.iter().any(|one| one.id == **id)) {
                self.found.push(dangling(&format!("{place}/requires"), "condition", id));
            }
            if let Some(condition) = &measure.when {
                self.condition(condition, &format!("{place}/when"), Some(&asked));
            }
            self.amount(&measure.amount, &format!("{place}/amount"), &asked);
        }
        if let CumulationRule::ByReading { reading, cases } = &support.cumulation.rule {
            self.cases(reading, cases, &format!("{place}/support/cumulation/rule/by_reading"));
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

    fn condition(&mut self, condition: &'a Condition, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        const NUMERIC: [Kind; 4] = [Kind::Count, Kind::Number, Kind::Percent, Kind::Money];
        match condition {
            Condition::All(parts) | Condition::Any(parts) if parts.is_empty() => {
                self.report(Code::EmptyGroup, pointer, "a group without parts", "list the parts, or remove the group");
            }
            Condition::AtLeast { n, of } if *n == 0 || *n > of.len() => {
                let message = format!("at least {n} of {} parts", of.len());
                self.report(Code::EmptyGroup, pointer, message, "`n` lies between one and the number of parts");
            }
            Condition::Is(id) => _ = self.fact(id, &format!("{pointer}/is"), &[Kind::Bool], asked),
            Condition::Given(id) => _ = self.fact(id, &format!("{pointer}/given"), &[Kind::Text, Kind::Date], asked),
            Condition::Compare(Comparison { fact, value, .. }) => {
                if let Some(fact) = self.fact(fact, &format!("{pointer}/compare/fact"), &NUMERIC, asked) {
                    self.threshold(fact, *value, &format!("{pointer}/compare/value"));
                }
            }
            Condition::OneOf { fact, options } => {
                let fact = self.fact(fact, &format!("{pointer}/one_of/fact"), &[Kind::Choice], asked);
                self.options(fact, options, &format!("{pointer}/one_of/options"));
            }
            Condition::Includes { fact, options } => {
                let fact = self.fact(fact, &format!("{pointer}/includes/fact"), &[Kind::Set], asked);
                self.options(fact, options, &format!("{pointer}/includes/options"));
            }
            Condition::ByReading { reading, cases } => self.cases(reading, cases, &format!("{pointer}/by_reading")),
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) | Condition::AtLeast { .. } => {}
        }
        for (step, part) in condition.parts() {
            self.condition(part, &format!("{pointer}/{step}"), asked);
        }
    }

    fn options(&mut self, fact: Option<&Fact>, options: &[String], pointer: &str) {
        if options.is_empty() {
            self.report(Code::EmptyGroup, pointer, "no options", "list at least one option of the fact");
        }
        if let Some((_, twice)) =
            options.iter().enumerate().find(|(index, id)| options.iter().take(*index).any(|one| one == *id))
        {
            self.report(Code::Id, pointer, format!("option `{twice}` stands twice"), "keep one");
        }
        let Some(fact) = fact else { return };
        for option in options.iter().filter(|id| fact.option(id).is_none()) {
            self.found.push(dangling(pointer, "option of this fact", option));
        }
    }

    /// A by-reading rule has exactly one entry for each case.
    fn cases<T>(&mut self, id: &'a str, cases: &[Case<T>], pointer: &str) {
        let Some(reading) = self.file.readings.iter().find(|reading| reading.id == id) else {
            self.found.push(dangling(&format!("{pointer}/reading"), "reading", id));
            return;
        };
        self.readings.insert(id);
        for case in &reading.cases {
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

    fn amount(&mut self, rule: &'a AmountRule, pointer: &str, asked: &BTreeSet<&str>) {
        match rule {
            AmountRule::Fixed(amount) | AmountRule::Capped { at: amount, .. } => self.positive(*amount, pointer),
            AmountRule::Between { low, high } => {
                self.positive(*high, pointer);
                if *low < Quantity::ZERO {
                    self.report(Code::OutOfDomain, pointer, format!("`low` is {low}"), "support is never taken back");
                }
                if low > high {
                    self.report(Code::OutOfDomain, pointer, "`low` is larger than `high`", "swap the two");
                }
            }
            AmountRule::PerUnit { fact, each } => {
                self.positive(*each, pointer);
                let fact = self.fact(fact, &format!("{pointer}/per_unit/fact"), &[Kind::Count], Some(asked));
                let most = fact.map(|fact| fact.domain().largest_input());
                if most.is_some_and(|most| !each.times_fits(most)) {
                    let message = "the largest count times this amount cannot be held exactly";
                    self.report(Code::OutOfDomain, pointer, message, "give the fact a `max`");
                }
            }
            AmountRule::Tiered { fact, tiers } => {
                let kinds = [Kind::Count, Kind::Number, Kind::Percent, Kind::Money];
                if let Some(fact) = self.fact(fact, &format!("{pointer}/tiered/fact"), &kinds, Some(asked)) {
                    for (index, tier) in tiers.iter().enumerate() {
                        self.threshold(fact, tier.starts.bound(), &format!("{pointer}/tiered/tiers/{index}/starts"));
                    }
                }
                self.tiers(tiers, &format!("{pointer}/tiered/tiers"));
            }
            AmountRule::ByChoice { fact, amounts } => {
                let fact = self.fact(fact, &format!("{pointer}/by_choice/fact"), &[Kind::Choice], Some(asked));
                let options: Vec<String> = amounts.iter().map(|one| one.option.clone()).collect();
                self.options(fact, &options, &format!("{pointer}/by_choice/amounts"));
                for (index, one) in amounts.iter().enumerate() {
                    self.positive(one.amount, &format!("{pointer}/by_choice/amounts/{index}/amount"));
                }
            }
            AmountRule::When { condition, .. } => {
                self.condition(condition, &format!("{pointer}/when/condition"), Some(asked));
            }
            AmountRule::Sum(parts) | AmountRule::LargerOf(parts) if parts.is_empty() => {
                self.report(Code::EmptyGroup, pointer, "an amount without parts", "list the parts");
            }
            AmountRule::ByReading { reading, cases } => self.cases(reading, cases, &format!("{pointer}/by_reading")),
            AmountRule::Sum(_) | AmountRule::LargerOf(_) => {}
        }
        for (step, part) in rule.parts() {
            self.amount(part, &format!("{pointer}/{step}"), asked);
        }
    }

    fn positive(&mut self, amount: Quantity, pointer: &str) {
        if !amount.is_positive() {
            self.report(Code::OutOfDomain, pointer, format!("{amount} is no amount of support"), "give a positive sum");
        }
    }

    /// From the lowest to the highest, in bounds and in amounts, so that none hides another.
    fn tiers(&mut self, tiers: &[Tier], pointer: &str) {
        if tiers.is_empty() {
            self.report(Code::EmptyGroup, pointer, "no tiers", "list at least one tier");
        }
        if let Some(lowest) = tiers.first() {
            self.positive(lowest.amount, &format!("{pointer}/0/amount"));
        }
        let rank = |start: Start| (start.bound(), matches!(start, Start::Over(_)));
        for (index, pair) in tiers.windows(2).enumerate() {
            if let [lower, higher] = pair
                && (rank(lower.starts) >= rank(higher.starts) || lower.amount >= higher.amount)
            {
                let message = format!("tier {} does not lie above tier {}", index + 2, index + 1);
                let help = "order tiers from the lowest to the highest; amounts grow with them";
                self.report(Code::Tiers, &format!("{pointer}/{}", index + 1), message, help);
            }
        }
    }
}
