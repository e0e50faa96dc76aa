//! Conditions: each leaf looks at a fact the way its type allows.

use std::collections::BTreeSet;

use super::super::super::condition::{Comparison, Relation};
use super::super::super::diagnostic::Code;
use super::super::super::{Condition, Fact};
use super::super::noun::Noun;
use super::{Checker, NUMERIC};
use crate::model::text::text;
use crate::model::{Kind, Quantity};

impl<'a> Checker<'a> {
    pub(super) fn condition(&mut self, condition: &'a Condition, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        match condition {
            Condition::All(parts) | Condition::Any(parts) if parts.is_empty() => {
                self.no_parts(pointer);
            }
            Condition::AtLeast { n, of } if *n == 0 || *n > of.len() => {
                let parts = of.len();
                let message = text!("{parts} 项中至少 {n} 项", "at least {n} of {parts} parts");
                let help = text!("`n` 应在 1 与项数之间", "`n` lies between one and the number of parts");
                self.report(Code::EmptyGroup, pointer, message, help);
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
                        let message = text!(
                            "选项 `{both}` 既算符合，又留给主管部门判断",
                            "option `{both}` is both enough and left to the authority"
                        );
                        let help = text!("只留在一处", "keep it in one of the two lists");
                        self.report(Code::Overlapping, &pointer, message, help);
                    }
                }
            }
            Condition::Includes { fact, options, at_least } => {
                let fact = self.fact(fact, &format!("{pointer}/includes/fact"), &[Kind::Set], asked);
                self.options(fact, options, &format!("{pointer}/includes/options"));
                if let Some(n) = at_least.filter(|n| *n == 0 || *n > options.len()) {
                    let count = options.len();
                    let message = text!("{count} 个选项中至少 {n} 个", "at least {n} of {count} options");
                    let help = text!(
                        "`at_least` 应在 1 与选项个数之间",
                        "`at_least` lies between one and the number of options"
                    );
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
        let (left, right) = (&fact.id, &of.id);
        if fact.id == of.id {
            let message = text!("`{left}` 与自己相比", "`{left}` is compared with itself");
            let help = text!("写出与它相比的填报项", "name the fact it is held against");
            self.report(Code::Id, &format!("{pointer}/of"), message, help);
        } else if fact.kind != of.kind {
            let (kind, other) = (fact.kind.name(), of.kind.name());
            let message = text!(
                "`{left}` 的类型是 `{kind}`，`{right}` 的类型是 `{other}`",
                "`{left}` is a {kind}, `{right}` a {other}"
            );
            let help = text!("类型相同的填报项才能相比", "compare facts of the same type");
            self.report(Code::TypeMismatch, &format!("{pointer}/of"), message, help);
        }
        let times = relation.times;
        let units = fact.unit.as_ref().zip(of.unit.as_ref()).filter(|(unit, other)| unit.zh != other.zh);
        if let Some((unit, other)) = units.filter(|_| times == Quantity::whole(1)) {
            let (unit, other) = (&unit.zh, &other.zh);
            let message = text!(
                "`{left}` 的单位是 `{unit}`，`{right}` 的单位是 `{other}`",
                "`{left}` counts `{unit}`, `{right}` counts `{other}`"
            );
            let help = text!(
                "单位相同的填报项才能相比；单位不同的，用 `times` 写出两者的比例",
                "compare facts of the same unit, or give the rate between the two as `times`"
            );
            self.report(Code::TypeMismatch, &format!("{pointer}/of"), message, help);
        }
        if !times.is_positive() || !times.times_fits(of.domain().largest_input()) {
            let message = text!("{times} 不能作倍数", "{times} is no factor");
            let help = text!("写较小的正数", "give a positive, smaller number");
            self.report(Code::OutOfDomain, &format!("{pointer}/times"), message, help);
        }
    }

    /// A group of conditions, or of conditions on rows, that holds nothing.
    pub(super) fn no_parts(&mut self, pointer: &str) {
        let help = text!("列出各项，或者删去这一组", "list the parts, or remove the group");
        self.report(Code::EmptyGroup, pointer, text!("这一组没有内容", "a group without parts"), help);
    }

    pub(super) fn options(&mut self, fact: Option<&Fact>, options: &[String], pointer: &str) {
        if options.is_empty() {
            let help = text!("至少写填报项的一个选项", "list at least one option of the fact");
            self.report(Code::EmptyGroup, pointer, text!("没有写选项", "no options"), help);
        }
        if let Some((_, twice)) =
            options.iter().enumerate().find(|(index, id)| options.iter().take(*index).any(|one| one == *id))
        {
            let message = text!("选项 `{twice}` 出现两次", "option `{twice}` stands twice");
            self.report(Code::Overlapping, pointer, message, text!("只留一个", "keep one"));
        }
        let Some(fact) = fact else { return };
        for option in options.iter().filter(|id| fact.option(id).is_none()) {
            self.found.push(Noun::OPTION.dangling(pointer, option));
        }
    }
}
