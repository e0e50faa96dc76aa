//! Amounts: positive sums, exact products, tiers in order.

use std::collections::BTreeSet;

use super::super::super::diagnostic::Code;
use super::super::super::measure::{Start, Tier};
use super::super::super::unit::Counts;
use super::super::super::{AmountRule, Constant, Measure, Number};
use super::{Checker, NUMERIC};
use crate::model::{Kind, Quantity};

impl<'a> Checker<'a> {
    pub(super) fn amount(&mut self, rule: &'a AmountRule, pointer: &str, asked: &BTreeSet<&str>) {
        match rule {
            AmountRule::Fixed(amount) => self.positive(*amount, pointer),
            AmountRule::Number(number) => self.yuan(number, &format!("{pointer}/number"), asked),
            AmountRule::Capped { at, .. } => self.yuan(at, &format!("{pointer}/capped/at"), asked),
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
                if let Some(fact) = self.fact(fact, &format!("{pointer}/tiered/fact"), &NUMERIC, Some(asked)) {
                    for (index, tier) in tiers.iter().enumerate() {
                        self.threshold(fact, tier.starts.bound(), &format!("{pointer}/tiered/tiers/{index}/starts"));
                    }
                }
                self.tiers(tiers, false, &format!("{pointer}/tiered/tiers"));
            }
            AmountRule::TieredBy(by) => {
                let pointer = format!("{pointer}/tiered_by");
                self.number(&by.number, None, &format!("{pointer}/number"), Some(asked));
                self.tiers(&by.tiers, by.falling, &format!("{pointer}/tiers"));
            }
            AmountRule::ByChoice { fact, amounts } => {
                let fact = self.fact(fact, &format!("{pointer}/by_choice/fact"), &[Kind::Choice], Some(asked));
                let options: Vec<String> = amounts.iter().map(|one| one.option.clone()).collect();
                self.options(fact, &options, &format!("{pointer}/by_choice/amounts"));
                for (index, one) in amounts.iter().enumerate() {
                    self.yuan(&one.amount, &format!("{pointer}/by_choice/amounts/{index}/amount"), asked);
                }
            }
            AmountRule::When { condition, .. } => {
                self.condition(condition, &format!("{pointer}/when/condition"), Some(asked));
            }
            AmountRule::Sum(parts) | AmountRule::LargerOf(parts) if parts.is_empty() => {
                self.report(Code::EmptyGroup, pointer, "an amount without parts", "list the parts");
            }
            AmountRule::ByReading { reading, cases } => self.cases(reading, cases, &format!("{pointer}/by_reading")),
            AmountRule::Sum(_) | AmountRule::LargerOf(_) | AmountRule::UpTo { .. } | AmountRule::InKind => {}
        }
        for (step, part) in rule.parts() {
            if *part == AmountRule::InKind {
                let help = "make what brings no sum a measure of its own, whose `amount` is `\"in_kind\"`";
                self.report(Code::TypeMismatch, &format!("{pointer}/{step}"), "no sum as a part of a sum", help);
            }
            self.amount(part, &format!("{pointer}/{step}"), asked);
        }
    }

    /// What is an honour brings no sum, and money is one.
    pub(super) fn form(&mut self, measure: &Measure, place: &str) {
        let in_kind = measure.amount == AmountRule::InKind;
        let message = match measure.form.is_sum() {
            Some(true) if in_kind => "money without a sum",
            Some(false) if !in_kind => "a sum for what is none",
            _ => return,
        };
        let help = "give what is a sum an amount, and what is none `\"in_kind\"`";
        self.report(Code::TypeMismatch, &format!("{place}/amount"), message, help);
    }

    /// A number of yuan, or of points. Where it is a plain figure, it is a positive one.
    pub(super) fn yuan(&mut self, number: &Number, pointer: &str, asked: &BTreeSet<&str>) {
        match number {
            Number::Constant(Constant { value, unit: None }) => self.positive(*value, pointer),
            number => {
                let wanted = if self.is_scoring { Counts::points() } else { Counts::yuan() };
                self.number(number, Some(wanted), pointer, Some(asked));
            }
        }
    }

    fn positive(&mut self, amount: Quantity, pointer: &str) {
        if !amount.is_positive() {
            let what = if self.is_scoring { "number of points" } else { "amount of support" };
            self.report(Code::OutOfDomain, pointer, format!("{amount} is no {what}"), "give a positive sum");
        }
    }

    /// From the lowest to the highest, in bounds and in amounts, so that none hides another.
    fn tiers(&mut self, tiers: &[Tier], falling: bool, pointer: &str) {
        if tiers.is_empty() {
            self.report(Code::EmptyGroup, pointer, "no tiers", "list at least one tier");
        }
        if let Some(lowest) = tiers.first() {
            self.positive(lowest.amount, &format!("{pointer}/0/amount"));
        }
        let rank = |start: Start| (start.bound(), matches!(start, Start::Over(_)));
        for (index, pair) in tiers.windows(2).enumerate() {
            let [lower, higher] = pair else { continue };
            let pointer = format!("{pointer}/{}", index + 1);
            if rank(lower.starts) >= rank(higher.starts) {
                let message = format!("tier {} starts no later than tier {}", index + 2, index + 1);
                let help = "order tiers from the lowest to the highest, each with a start of its own";
                self.report(Code::Overlapping, &pointer, message, help);
            } else if falling {
                self.positive(higher.amount, &format!("{pointer}/amount"));
            } else if lower.amount >= higher.amount {
                let message = format!("tier {} brings no more than tier {}", index + 2, index + 1);
                self.report(
                    Code::Tiers,
                    &pointer,
                    message,
                    "amounts grow from tier to tier, unless the tiers are `falling`",
                );
            }
        }
    }
}
