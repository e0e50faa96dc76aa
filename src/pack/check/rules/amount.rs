//! Amounts: positive sums, exact products, tiers in order.

use std::collections::BTreeSet;

use super::super::super::diagnostic::Code;
use super::super::super::measure::{Start, Tier};
use super::super::super::unit::Counts;
use super::super::super::{AmountRule, Constant, Measure, Number};
use super::{Checker, NUMERIC};
use crate::model::text::text;
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
                    let help = text!("支持金额不为负", "support is never taken back");
                    self.report(Code::OutOfDomain, pointer, text!("`low` 为 {low}", "`low` is {low}"), help);
                }
                if low > high {
                    let message = text!("`low` 大于 `high`", "`low` is larger than `high`");
                    self.report(Code::OutOfDomain, pointer, message, text!("对调两个数", "swap the two"));
                }
            }
            AmountRule::PerUnit { fact, each } => {
                self.positive(*each, pointer);
                let fact = self.fact(fact, &format!("{pointer}/per_unit/fact"), &[Kind::Count], Some(asked));
                let most = fact.map(|fact| fact.domain().largest_input());
                if most.is_some_and(|most| !each.times_fits(most)) {
                    let message = text!(
                        "数量取最大时，与这一金额相乘得不出精确的数",
                        "the largest count times this amount cannot be held exactly"
                    );
                    let help = text!("给填报项写上 `max`", "give the fact a `max`");
                    self.report(Code::OutOfDomain, pointer, message, help);
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
                let message = text!("金额没有写出各部分", "an amount without parts");
                self.report(Code::EmptyGroup, pointer, message, text!("列出各部分", "list the parts"));
            }
            AmountRule::ByReading { reading, cases } => self.cases(reading, cases, &format!("{pointer}/by_reading")),
            AmountRule::Sum(_) | AmountRule::LargerOf(_) | AmountRule::UpTo { .. } | AmountRule::InKind => {}
        }
        for (step, part) in rule.parts() {
            if *part == AmountRule::InKind {
                let message = text!("不是金额的内容不能作金额的一部分", "no sum as a part of a sum");
                let help = text!(
                    "把没有金额的内容单列为支持事项，`amount` 写 `\"in_kind\"`",
                    "make what brings no sum a measure of its own, whose `amount` is `\"in_kind\"`"
                );
                self.report(Code::TypeMismatch, &format!("{pointer}/{step}"), message, help);
            }
            self.amount(part, &format!("{pointer}/{step}"), asked);
        }
    }

    /// What is an honour brings no sum, and money is one.
    pub(super) fn form(&mut self, measure: &Measure, place: &str) {
        let in_kind = measure.amount == AmountRule::InKind;
        let message = match measure.form.is_sum() {
            Some(true) if in_kind => text!("属于资金，却没有金额", "money without a sum"),
            Some(false) if !in_kind => text!("不属于资金，却写了金额", "a sum for what is none"),
            _ => return,
        };
        let help = text!(
            "属于资金的写金额，其余写 `\"in_kind\"`",
            "give what is a sum an amount, and what is none `\"in_kind\"`"
        );
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
            let message = if self.is_scoring {
                text!("{amount} 不能作得分", "{amount} is no number of points")
            } else {
                text!("{amount} 不能作支持金额", "{amount} is no amount of support")
            };
            self.report(Code::OutOfDomain, pointer, message, text!("写正数", "give a positive sum"));
        }
    }

    /// From the lowest to the highest, in bounds and in amounts, so that none hides another.
    fn tiers(&mut self, tiers: &[Tier], falling: bool, pointer: &str) {
        if tiers.is_empty() {
            let help = text!("至少写一档", "list at least one tier");
            self.report(Code::EmptyGroup, pointer, text!("没有写各档", "no tiers"), help);
        }
        if let Some(lowest) = tiers.first() {
            self.positive(lowest.amount, &format!("{pointer}/0/amount"));
        }
        let rank = |start: Start| (start.bound(), matches!(start, Start::Over(_)));
        for (index, pair) in tiers.windows(2).enumerate() {
            let [lower, higher] = pair else { continue };
            let (pointer, before, this) = (format!("{pointer}/{}", index + 1), index + 1, index + 2);
            if rank(lower.starts) >= rank(higher.starts) {
                let message =
                    text!("第 {this} 档的起点不高于第 {before} 档", "tier {this} starts no later than tier {before}");
                let help = text!(
                    "各档从低到高排列，起点各不相同",
                    "order tiers from the lowest to the highest, each with a start of its own"
                );
                self.report(Code::Overlapping, &pointer, message, help);
            } else if falling {
                self.positive(higher.amount, &format!("{pointer}/amount"));
            } else if lower.amount >= higher.amount {
                let message =
                    text!("第 {this} 档不比第 {before} 档多", "tier {this} brings no more than tier {before}");
                let help = text!(
                    "金额逐档增加；文件规定逐档减少的，写 `falling`",
                    "amounts grow from tier to tier, unless the tiers are `falling`"
                );
                self.report(Code::Tiers, &pointer, message, help);
            }
        }
    }
}
