//! What a number counts, as a type: yuan per square metre times square metres is yuan.

use std::collections::BTreeMap;

use super::constant::PERCENT;
use super::number::{Between, Part};
use super::{Column, Constant, Fact, Number, PackFile};
use crate::model::{Grow, Kind, Lang, Unit};

/// The unit of money.
pub const YUAN: &str = "元";
/// The unit of scores.
pub const POINTS: &str = "分";

/// What a number counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counts {
    /// A bare figure: it counts whatever stands beside it.
    Any,
    Percent,
    /// Units with their powers; none for a plain number.
    Units(BTreeMap<String, i32>),
}

/// Two parts of a number that do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The way to the second of them.
    pub pointer: String,
    pub first: Counts,
    pub second: Counts,
}

impl Counts {
    pub fn yuan() -> Self {
        Self::of_unit(YUAN)
    }

    pub fn points() -> Self {
        Self::of_unit(POINTS)
    }

    fn plain() -> Self {
        Self::Units(BTreeMap::new())
    }

    /// `元/平方米` is yuan to the first power and square metres to the power of minus one.
    fn of_unit(unit: &str) -> Self {
        if unit == PERCENT {
            return Self::Percent;
        }
        let (above, below) = unit.split_once('/').map_or((unit, None), |(above, below)| (above, Some(below)));
        let named = |unit: &str| (!matches!(unit.trim(), "" | "1")).then(|| unit.trim().to_owned());
        let powers = named(above).map(|unit| (unit, 1)).into_iter();
        Self::Units(powers.chain(below.and_then(named).map(|unit| (unit, -1))).grown())
    }

    pub fn of_constant(constant: &Constant) -> Self {
        constant.unit.as_deref().map_or(Self::Any, Self::of_unit)
    }

    pub fn of_fact(fact: &Fact) -> Self {
        Self::of_kind(fact.kind, fact.unit.as_ref())
    }

    pub fn of_column(column: &Column) -> Self {
        Self::of_kind(column.kind, column.unit.as_ref())
    }

    fn of_kind(kind: Kind, unit: Option<&Unit>) -> Self {
        match (kind, unit) {
            (Kind::Money, _) => Self::yuan(),
            (Kind::Percent, _) => Self::Percent,
            (_, Some(unit)) => Self::of_unit(&unit.zh),
            (_, None) => Self::plain(),
        }
    }

    /// Whether it counts something there could be a rate for.
    pub fn has_unit(&self) -> bool {
        matches!(self, Self::Units(units) if !units.is_empty())
    }

    /// Whether it is a number of nothing in particular.
    pub fn is_plain(&self) -> bool {
        *self == Self::plain()
    }

    /// What both count, if they go together.
    pub fn with(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Any, one) | (one, Self::Any) => Some(one),
            (one, other) if one == other || (other.counts_whatever() && one.is_counted()) => Some(one),
            (one, other) => (one.counts_whatever() && other.is_counted()).then_some(other),
        }
    }

    /// Whether it counts in words that go with whatever is counted.
    fn counts_whatever(&self) -> bool {
        ["个", "项"].into_iter().any(|word| *self == Self::of_unit(word))
    }

    /// Whether it counts one thing, other than money.
    fn is_counted(&self) -> bool {
        let Self::Units(units) = self else { return false };
        units.len() == 1 && units.iter().all(|(unit, power)| unit != YUAN && *power == 1)
    }

    fn power(&self, sign: i32) -> BTreeMap<String, i32> {
        match self {
            Self::Any | Self::Percent => BTreeMap::new(),
            Self::Units(units) => units.iter().map(|(unit, power)| (unit.clone(), power * sign)).grown(),
        }
    }

    /// Of a product, or of a quotient where the sign of the other is negative.
    fn times(&self, other: &Self, sign: i32) -> Self {
        let mut units = self.power(1);
        for (unit, power) in other.power(sign) {
            *units.entry(unit).or_default() += power;
        }
        units.retain(|_, power| *power != 0);
        Self::Units(units)
    }

    /// For whoever is told of a clash; units as the pack names them.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Any => lang.pick("任何数", "anything").to_owned(),
            Self::Percent => lang.pick("百分比", "per cent").to_owned(),
            Self::Units(units) if units.is_empty() => lang.pick("没有单位的数", "a plain number").to_owned(),
            Self::Units(units) => {
                let listed = |sign: i32| {
                    let side = units.iter().filter(move |(_, power)| power.signum() == sign);
                    let one = |(unit, power): (&String, &i32)| match power.abs() {
                        1 => unit.clone(),
                        power => format!("{unit}^{power}"),
                    };
                    side.map(one).collect::<Vec<_>>().join("·")
                };
                match (listed(1), listed(-1)) {
                    (above, below) if below.is_empty() => format!("`{above}`"),
                    (above, below) if above.is_empty() => format!("`1/{below}`"),
                    (above, below) => format!("`{above}/{below}`"),
                }
            }
        }
    }
}

impl PackFile {
    /// What a number counts, or the parts of it that do not go together. A fact that is not known counts anything.
    pub fn counts(&self, number: &Number, pointer: &str) -> Result<Counts, Clash> {
        let of = |part: &Number, step: &str| self.counts(part, &format!("{pointer}/{step}"));
        match number {
            Number::Fact(id) => {
                let fact = self.facts.iter().find(|fact| fact.id == *id);
                Ok(fact.map_or(Counts::Any, Counts::of_fact))
            }
            Number::Constant(constant) => Ok(Counts::of_constant(constant)),
            Number::Times(parts) => self.product(number, parts, pointer),
            Number::Over { of: whole, by } => {
                let (whole, by) = (of(whole, "over/of")?, of(by, "over/by")?);
                Ok(match (&whole, &by) {
                    (Counts::Percent, Counts::Any) => Counts::Percent,
                    (Counts::Any, Counts::Any) => Counts::Any,
                    _ => whole.times(&by, -1),
                })
            }
            Number::Share { of: part, among } => {
                self.alike(&[("share/of", part), ("share/among", among)], pointer).map(|_| Counts::Percent)
            }
            Number::Growth { from, to } => {
                self.alike(&[("growth/from", from), ("growth/to", to)], pointer).map(|_| Counts::Percent)
            }
            Number::InParts { of: whole, parts } => {
                let whole = of(whole, "in_parts/of")?;
                in_parts(&whole, parts, pointer)
            }
            Number::Years(Between { .. }) => Ok(Counts::of_unit("年")),
            Number::Months(Between { .. }) => Ok(Counts::of_unit("个月")),
            Number::Days(Between { .. }) => Ok(Counts::of_unit("天")),
            Number::ByYear(years) => Ok(years.first().map_or(Counts::Any, |year| Counts::of_constant(&year.value))),
            Number::Count(rows) => {
                let list = self.facts.iter().find(|fact| fact.id == rows.list);
                Ok(list.map_or(Counts::Any, Counts::of_fact))
            }
            Number::Total { column, of: rows } => {
                let list = self.facts.iter().find(|fact| fact.id == rows.list);
                Ok(list.and_then(|list| list.column(column)).map_or(Counts::Any, Counts::of_column))
            }
            Number::Parameter(id) => {
                let parameter = self.parameters.iter().find(|parameter| parameter.id == *id);
                let first = parameter.and_then(|parameter| parameter.values.first());
                Ok(first.map_or(Counts::Any, |value| Counts::of_constant(&value.value)))
            }
            Number::Sum(_)
            | Number::Minus { .. }
            | Number::LeastOf(_)
            | Number::LargestOf(_)
            | Number::FloorAt { .. }
            | Number::Whole(_) => {
                let parts = number.parts();
                let parts: Vec<(&str, &Number)> = parts.iter().map(|(step, part)| (step.as_str(), *part)).collect();
                self.alike(&parts, pointer)
            }
        }
    }

    /// Parts that are added up or compared count the same.
    fn alike(&self, parts: &[(&str, &Number)], pointer: &str) -> Result<Counts, Clash> {
        parts.iter().try_fold(Counts::Any, |first, (step, part)| {
            let pointer = format!("{pointer}/{step}");
            let second = self.counts(part, &pointer)?;
            first.clone().with(second.clone()).ok_or(Clash { pointer, first, second })
        })
    }

    /// Percentages in a product are shares; alone with bare figures they stay what they are.
    fn product(&self, number: &Number, parts: &[Number], pointer: &str) -> Result<Counts, Clash> {
        let mut factors = Vec::new();
        for (step, part) in number.parts() {
            factors.push(self.counts(part, &format!("{pointer}/{step}"))?);
        }
        let is_bare = |counts: &Counts| matches!(counts, Counts::Any);
        if factors.iter().all(is_bare) {
            return Ok(if parts.is_empty() { Counts::plain() } else { Counts::Any });
        }
        if factors.iter().all(|counts| is_bare(counts) || *counts == Counts::Percent) {
            return Ok(Counts::Percent);
        }
        Ok(factors.iter().fold(Counts::plain(), |product, factor| product.times(factor, 1)))
    }
}

/// What the parts of a number bring at their rates.
fn in_parts(whole: &Counts, parts: &[Part], pointer: &str) -> Result<Counts, Clash> {
    parts.iter().enumerate().try_fold(Counts::Any, |first, (index, part)| {
        let second = match Counts::of_constant(&part.each) {
            // A bare rate is one in yuan.
            Counts::Any => Counts::yuan(),
            each => each.times(whole, 1),
        };
        let pointer = format!("{pointer}/in_parts/parts/{index}/each");
        first.clone().with(second.clone()).ok_or(Clash { pointer, first, second })
    })
}
