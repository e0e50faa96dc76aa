//! Amounts: each end by itself.

use zhice::model::{Kind, Value};
use zhice::pack::cumulation::Stacking;
use zhice::pack::measure::{Start, Tier};
use zhice::pack::{AmountRule, Fact};

use super::fraction::Fraction;
use super::money::{End, Money};
use super::{ONE, Range, Units, World, number, units};

impl<'a> World<'a> {
    pub(super) fn range(&self, rule: &'a AmountRule) -> Range {
        Range { least: self.end(rule, End::Least), most: self.end(rule, End::Most) }
    }

    fn end(&self, rule: &'a AmountRule, end: End) -> Money {
        let pick = |ends: Vec<Money>| match end {
            End::Least => ends.into_iter().min().unwrap(),
            End::Most => ends.into_iter().max().unwrap(),
        };
        match rule {
            AmountRule::Fixed(amount) => Money::Units(units(*amount)),
            AmountRule::Between { low, high } => pick(vec![Money::Units(units(*low)), Money::Units(units(*high))]),
            AmountRule::PerUnit { fact: id, each } => {
                let fact = self.fact(id);
                let count = match (self.answers.get(id), end) {
                    (Some(value), _) => Money::Units(number(value)),
                    (None, End::Least) => Money::Units(fact.min.map_or(0, units).max(0)),
                    (None, End::Most) => fact.max.map_or(Money::Boundless, |max| Money::Units(units(max))),
                };
                let once = !self.every_unit && *self.stacking() == Stacking::AddOneUnitEach;
                let counted = if once { count.min(Money::Units(ONE)) } else { count };
                counted.map(|count| count * units(*each) / ONE).only_where(self.applies(id), end)
            }
            AmountRule::Tiered { fact: id, tiers } => {
                let numbers = match self.answers.get(id) {
                    Some(value) => vec![number(value)],
                    None => candidates(self.fact(id), tiers),
                };
                let amounts = numbers.into_iter().map(|number| Money::Units(reached(tiers, Fraction::of(number))));
                pick(amounts.collect()).only_where(self.applies(id), end)
            }
            AmountRule::TieredBy(by) => {
                let [_, (least, most)] = self.said_ends(&by.number);
                let starts = by.tiers.iter().flat_map(|tier| {
                    let bound = units(tier.starts.bound());
                    [bound, bound + 1]
                });
                let inside = starts.map(Fraction::of).filter(|number| (least..=most).contains(number));
                let tier = if by.falling { highest } else { reached };
                pick(inside.chain([least, most]).map(|number| Money::Units(tier(&by.tiers, number))).collect())
            }
            AmountRule::Number(number) => self.yuan(number, end),
            AmountRule::InKind => Money::NOTHING,
            AmountRule::UpTo { from, to } => match end {
                End::Least => self.end(from, end),
                End::Most => self.end(from, end).max(self.end(to, end)),
            },
            AmountRule::ByChoice { fact: id, amounts } => {
                let of = |option: &str| amounts.iter().find(|one| one.option == option);
                let amount = |option: &str| of(option).map_or(Money::NOTHING, |one| self.yuan(&one.amount, end));
                let possible = match self.answers.get(id) {
                    Some(Value::Choice(chosen)) => vec![amount(chosen)],
                    _ => self.fact(id).options.iter().map(|option| amount(&option.id)).collect(),
                };
                pick(possible).only_where(self.applies(id), end)
            }
            AmountRule::When { condition, then } => self.end(then, end).only_where(self.says(condition), end),
            AmountRule::Sum(parts) => {
                parts.iter().map(|part| self.end(part, end)).reduce(Money::and).unwrap_or(Money::NOTHING)
            }
            AmountRule::LargerOf(parts) => parts.iter().map(|part| self.end(part, end)).max().unwrap(),
            AmountRule::Capped { at, of } => self.end(of, end).min(self.yuan(at, end)),
            AmountRule::ByReading { reading, cases } => self.end(self.case(reading, cases), end),
        }
    }
}

/// The numbers at which anything could change, as far as the fact allows them.
fn candidates(fact: &Fact, tiers: &[Tier]) -> Vec<Units> {
    let step = if fact.kind == Kind::Count { ONE } else { 1 };
    let starts = tiers.iter().flat_map(|tier| {
        let bound = units(tier.starts.bound());
        [bound - step, bound, bound + step]
    });
    let from = fact.min.map(units);
    let from = if matches!(fact.kind, Kind::Count | Kind::Money) { Some(from.unwrap_or(0).max(0)) } else { from };
    let to = fact.max.map(units);
    let inside = |number: &Units| from.is_none_or(|from| *number >= from) && to.is_none_or(|to| *number <= to);
    starts.chain(from).chain(to).filter(inside).collect()
}

/// The largest amount among the tiers that a number is in; the tiers may stand in any order.
fn reached(tiers: &[Tier], number: Fraction) -> Units {
    inside(tiers, number).map(|tier| units(tier.amount)).max().unwrap_or(0)
}

/// The amount of the tier that starts last, whatever it brings.
fn highest(tiers: &[Tier], number: Fraction) -> Units {
    let last = inside(tiers, number).max_by_key(|tier| (tier.starts.bound(), matches!(tier.starts, Start::Over(_))));
    last.map_or(0, |tier| units(tier.amount))
}

fn inside(tiers: &[Tier], number: Fraction) -> impl Iterator<Item = &Tier> {
    tiers.iter().filter(move |tier| match tier.starts {
        Start::Over(bound) => number > Fraction::of(units(bound)),
        Start::From(bound) => number >= Fraction::of(units(bound)),
    })
}
