//! Conditions: each leaf looks at a fact the way its type allows.

use std::collections::BTreeSet;

use super::super::super::condition::{Comparison, Relation};
use super::super::super::diagnostic::Code;
use super::super::super::{Condition, Fact};
use super::super::dangling;
use super::{Checker, NUMERIC};
use crate::model::{Kind, Quantity};

impl<'a> Checker<'a> {
    pub(super) fn condition(&mut self, condition: &'a Condition, pointer: &str, asked: Option<&BTreeSet<&str>>) {
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
            Condition::Compare(comparison) => self.comparison(comparison, &format!("{pointer}/compare"), asked),
            Condition::CompareFacts(relation) => self.relation(relation, &format!("{pointer}/compare_facts"), asked),
            Condition::OneOf { fact, options, discretion } => {
                let fact = self.fact(fact, &format!("{pointer}/one_of/fact"), &[Kind::Choice], asked);
                self.options(fact, options, &format!("{pointer}/one_of/options"));
                if !discretion.is_empty() {
                    let pointer = format!("{pointer}/one_of/discretion");
                    self.options(fact, discretion, &pointer);
                    if let Some(both) = discretion.iter().find(|id| options.contains(id)) {
                        let message = format!("option `{both}` is both enough and left to the authority");
                        self.report(Code::Overlapping, &pointer, message, "keep it in one of the two lists");
                    }
                }
            }
            Condition::Includes { fact, options, at_least } => {
                let fact = self.fact(fact, &format!("{pointer}/includes/fact"), &[Kind::Set], asked);
                self.options(fact, options, &format!("{pointer}/includes/options"));
                if let Some(n) = at_least.filter(|n| *n == 0 || *n > options.len()) {
                    let message = format!("at least {n} of {} options", options.len());
                    let help = "`at_least` lies between one and the number of options";
                    self.report(Code::EmptyGroup, &format!("{pointer}/includes/at_least"), message, help);
                }
            }
            Condition::CompareNumbers(relation) => {
                self.number_relation(relation, &format!("{pointer}/compare_numbers"), asked);
            }
            Condition::Score(test) => self.score_test(test, &format!("{pointer}/score")),
            Condition::ByReading { reading, cases } => self.cases(reading, cases, &format!("{pointer}/by_reading")),
            Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_)
            | Condition::Judged(_)
            | Condition::AtLeast { .. } => {}
        }
        for (step, part) in condition.parts() {
            self.condition(part, &format!("{pointer}/{step}"), asked);
        }
    }

    pub(super) fn comparison(&mut self, comparison: &Comparison, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        if let Some(fact) = self.fact(&comparison.fact, &format!("{pointer}/fact"), &NUMERIC, asked) {
            self.threshold(fact, comparison.value, &format!("{pointer}/value"));
        }
    }

    /// Two different facts of the same type, and a factor that keeps the product exact.
    pub(super) fn relation(&mut self, relation: &Relation, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        let fact = self.fact(&relation.fact, &format!("{pointer}/fact"), &NUMERIC, asked);
        let of = self.fact(&relation.of, &format!("{pointer}/of"), &NUMERIC, asked);
        let Some((fact, of)) = fact.zip(of) else { return };
        if fact.id == of.id {
            let message = format!("`{}` is compared with itself", fact.id);
            self.report(Code::Id, &format!("{pointer}/of"), message, "name the fact it is held against");
        } else if fact.kind != of.kind {
            let message = format!("`{}` is a {}, `{}` a {}", fact.id, fact.kind.name(), of.id, of.kind.name());
            self.report(Code::TypeMismatch, &format!("{pointer}/of"), message, "compare facts of the same type");
        }
        let times = relation.times;
        let units = fact.unit.as_ref().zip(of.unit.as_ref()).filter(|(unit, other)| unit.zh != other.zh);
        if let Some((unit, other)) = units.filter(|_| times == Quantity::whole(1)) {
            let message = format!("`{}` counts `{}`, `{}` counts `{}`", fact.id, unit.zh, of.id, other.zh);
            let help = "compare facts of the same unit, or give the rate between the two as `times`";
            self.report(Code::TypeMismatch, &format!("{pointer}/of"), message, help);
        }
        if !times.is_positive() || !times.times_fits(of.domain().largest_input()) {
            let message = format!("{times} is no factor");
            self.report(Code::OutOfDomain, &format!("{pointer}/times"), message, "give a positive, smaller number");
        }
    }

    pub(super) fn options(&mut self, fact: Option<&Fact>, options: &[String], pointer: &str) {
        if options.is_empty() {
            self.report(Code::EmptyGroup, pointer, "no options", "list at least one option of the fact");
        }
        if let Some((_, twice)) =
            options.iter().enumerate().find(|(index, id)| options.iter().take(*index).any(|one| one == *id))
        {
            self.report(Code::Overlapping, pointer, format!("option `{twice}` stands twice"), "keep one");
        }
        let Some(fact) = fact else { return };
        for option in options.iter().filter(|id| fact.option(id).is_none()) {
            self.found.push(dangling(pointer, "option of this fact", option));
        }
    }
}
