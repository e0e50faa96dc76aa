//! Amounts: positive sums, exact products, tiers in order.

use std::collections::BTreeSet;

use super::super::super::AmountRule;
use super::super::super::diagnostic::Code;
use super::super::super::measure::{Start, Tier};
use super::{Checker, NUMERIC};
use crate::model::{Kind, Quantity};

impl<'a> Checker<'a> {
    pub(super) fn amount(&mut self, rule: &'a AmountRule, pointer: &str, asked: &BTreeSet<&str>) {
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
                if let Some(fact) = self.fact(fact, &format!("{pointer}/tiered/fact"), &NUMERIC, Some(asked)) {
                    for (index, tier) in tiers.iter().enumerate() {
                        self.threshold(fact, tier.starts.bound(), &format!("{pointer}/tiered/tiers/{index}/starts"));
                    }
                }
                self.tiers(tiers, &format!("{pointer}/tiered/tiers"));
            }
            AmountRule::TieredBy(by) => {
                let pointer = format!("{pointer}/tiered_by");
                let facts = self.number(&by.number, &format!("{pointer}/number"), Some(asked));
                self.alike(&facts, &format!("{pointer}/number"));
                self.tiers(&by.tiers, &format!("{pointer}/tiers"));
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
            AmountRule::Sum(_) | AmountRule::LargerOf(_) | AmountRule::UpTo { .. } => {}
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
            let [lower, higher] = pair else { continue };
            let pointer = format!("{pointer}/{}", index + 1);
            if rank(lower.starts) >= rank(higher.starts) {
                let message = format!("tier {} starts no later than tier {}", index + 2, index + 1);
                let help = "order tiers from the lowest to the highest, each with a start of its own";
                self.report(Code::Overlapping, &pointer, message, help);
            } else if lower.amount >= higher.amount {
                let message = format!("tier {} brings no more than tier {}", index + 2, index + 1);
                self.report(Code::Tiers, &pointer, message, "amounts grow from tier to tier");
            }
        }
    }
}
