//! Numbers that a rule works out: one notion for thresholds, unit counts, ceilings and amounts.

use serde::{Deserialize, Serialize};

use super::condition::{Op, once};
use super::constant::Constant;
use super::measure::Tier;
use super::rows::Rows;
use crate::model::{Date, Quantity};

/// A number as it is worked out. A plain `5` and a text such as `"50%"` or `"20 元/平方米"` are constants. A fact that does
/// not apply counts as nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename = "NumberOf{F}"))]
#[serde(rename_all = "snake_case", deny_unknown_fields, remote = "Self")]
pub enum Number<F = String> {
    /// The answer to a fact.
    Fact(F),
    /// The parts added up.
    Sum(Vec<Self>),
    /// What is left of `from` without the others.
    Minus { from: Box<Self>, less: Vec<Self> },
    /// The product. A percentage in it is a share: `["50%", {"fact": "rent.paid"}]`.
    Times(Vec<Self>),
    /// `of` divided by `by`. By nothing it can be anything, and the authority decides.
    Over { of: Box<Self>, by: Box<Self> },
    /// How many per cent `of` is of `among`.
    Share { of: Box<Self>, among: Box<Self> },
    /// By how many per cent a number grew. From nothing it can be anything, and the authority decides.
    Growth { from: Box<Self>, to: Box<Self> },
    /// The least of the parts: 不超过.
    LeastOf(Vec<Self>),
    /// The largest of the parts.
    LargestOf(Vec<Self>),
    /// Never below this number.
    FloorAt { at: Quantity, of: Box<Self> },
    /// Without what follows the point: every full one counts (每满).
    Whole(Box<Self>),
    /// Each part of a number at a rate of its own: 超过 10 件的部分.
    InParts { of: Box<Self>, parts: Vec<Part> },
    /// Full years from one day to another; nothing while the second is not after the first.
    Years(Between<F>),
    /// Full months from one day to another.
    Months(Between<F>),
    /// Days from one day to another.
    Days(Between<F>),
    /// The figure of the year in which the day of the assessment lies: that of the last year named that is not after it.
    ByYear(Vec<FromYear>),
    /// How many rows of a list count.
    Count(Box<Rows<F>>),
    /// A column of the rows that count, added up.
    Total { column: String, of: Box<Rows<F>> },
    /// A parameter of the pack, as it is on the day of the assessment.
    Parameter(String),
    #[cfg_attr(feature = "cli", schemars(untagged))]
    Constant(Constant),
}

/// The part of a number beyond a bound, up to the bound of the next part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub over: Quantity,
    /// What each unit of it counts: `"1000 元/件"`, or a share of money: `"5%"`.
    pub each: Constant,
}

/// From one day to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename = "BetweenOf{F}"))]
#[serde(deny_unknown_fields, bound(deserialize = "F: Deserialize<'de>"))]
pub struct Between<F = String> {
    pub from: Day<F>,
    /// Left out, it is the day of the assessment.
    #[serde(default, skip_serializing_if = "Day::is_as_of")]
    pub to: Day<F>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename = "DayOf{F}"))]
#[serde(rename_all = "snake_case")]
pub enum Day<F = String> {
    /// The day of the assessment.
    #[default]
    AsOf,
    /// The answer to a `date` fact.
    Fact(F),
    /// A day the document gives.
    On(Date),
}

/// A figure from a year on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FromYear {
    pub from: u16,
    pub value: Constant,
}

/// A number that is worked out against a multiple of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NumberRelation {
    pub number: Number,
    pub op: Op,
    #[serde(default = "once")]
    pub times: Quantity,
    pub of: Number,
}

/// Tiers by a number that is worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NumberTiers {
    pub number: Number,
    pub tiers: Vec<Tier>,
    /// A higher tier may bring less, as where support ends little by little.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub falling: bool,
}

impl<F> Number<F> {
    /// The parts of this number, each with its step in a JSON pointer.
    pub fn parts(&self) -> Vec<(String, &Self)> {
        let numbered = |at: &str, parts: &'_ [Self]| -> Vec<String> {
            (0..parts.len()).map(|index| format!("{at}/{index}")).collect()
        };
        match self {
            Self::Sum(parts) => numbered("sum", parts).into_iter().zip(parts).collect(),
            Self::Times(parts) => numbered("times", parts).into_iter().zip(parts).collect(),
            Self::LeastOf(parts) => numbered("least_of", parts).into_iter().zip(parts).collect(),
            Self::LargestOf(parts) => numbered("largest_of", parts).into_iter().zip(parts).collect(),
            Self::Minus { from, less } => {
                let first = ("minus/from".to_owned(), &**from);
                std::iter::once(first).chain(numbered("minus/less", less).into_iter().zip(less)).collect()
            }
            Self::Over { of, by } => vec![("over/of".to_owned(), of), ("over/by".to_owned(), by)],
            Self::Share { of, among } => vec![("share/of".to_owned(), of), ("share/among".to_owned(), among)],
            Self::Growth { from, to } => vec![("growth/from".to_owned(), from), ("growth/to".to_owned(), to)],
            Self::FloorAt { of, .. } => vec![("floor_at/of".to_owned(), of)],
            Self::InParts { of, .. } => vec![("in_parts/of".to_owned(), of)],
            Self::Whole(of) => vec![("whole".to_owned(), of)],
            Self::Fact(_)
            | Self::Constant(_)
            | Self::Years(_)
            | Self::Months(_)
            | Self::Days(_)
            | Self::ByYear(_)
            | Self::Count(_)
            | Self::Total { .. }
            | Self::Parameter(_) => Vec::new(),
        }
    }

    /// Every fact it is worked out from, in order, with repetitions.
    pub fn leaves(&self) -> Vec<&F> {
        let mut leaves = Vec::new();
        self.any(&mut |fact| {
            leaves.push(fact);
            false
        });
        leaves
    }

    /// Whether this holds of a fact it is worked out from: each is looked at in order, until it does.
    pub fn any<'n>(&'n self, is: &mut dyn FnMut(&'n F) -> bool) -> bool {
        match self {
            Self::Fact(fact) => is(fact),
            Self::Count(rows) | Self::Total { of: rows, .. } => is(&rows.list),
            Self::Years(between) | Self::Months(between) | Self::Days(between) => {
                [&between.from, &between.to].into_iter().filter_map(Day::fact).any(is)
            }
            _ => self.parts().into_iter().any(|(_, part)| part.any(is)),
        }
    }

    /// The rows of lists it is worked out from, each with the column that is added up.
    pub fn tallies(&self) -> Vec<(&Rows<F>, Option<&String>)> {
        match self {
            Self::Count(rows) => vec![(rows, None)],
            Self::Total { column, of } => vec![(of, Some(column))],
            _ => self.parts().into_iter().flat_map(|(_, part)| part.tallies()).collect(),
        }
    }

    /// The same number of other facts.
    pub fn map<G>(&self, to: &dyn Fn(&F) -> G) -> Number<G> {
        let one = |part: &Self| Box::new(part.map(to));
        let all = |parts: &[Self]| parts.iter().map(|part| part.map(to)).collect();
        match self {
            Self::Fact(fact) => Number::Fact(to(fact)),
            Self::Constant(constant) => Number::Constant(constant.clone()),
            Self::Sum(parts) => Number::Sum(all(parts)),
            Self::Minus { from, less } => Number::Minus { from: one(from), less: all(less) },
            Self::Times(parts) => Number::Times(all(parts)),
            Self::Over { of, by } => Number::Over { of: one(of), by: one(by) },
            Self::Share { of, among } => Number::Share { of: one(of), among: one(among) },
            Self::Growth { from, to: later } => Number::Growth { from: one(from), to: one(later) },
            Self::LeastOf(parts) => Number::LeastOf(all(parts)),
            Self::LargestOf(parts) => Number::LargestOf(all(parts)),
            Self::FloorAt { at, of } => Number::FloorAt { at: *at, of: one(of) },
            Self::Whole(of) => Number::Whole(one(of)),
            Self::InParts { of, parts } => Number::InParts { of: one(of), parts: parts.clone() },
            Self::Years(between) => Number::Years(between.map(to)),
            Self::Months(between) => Number::Months(between.map(to)),
            Self::Days(between) => Number::Days(between.map(to)),
            Self::ByYear(years) => Number::ByYear(years.clone()),
            Self::Count(rows) => Number::Count(Box::new(rows.map(to))),
            Self::Total { column, of } => Number::Total { column: column.clone(), of: Box::new(of.map(to)) },
            Self::Parameter(id) => Number::Parameter(id.clone()),
        }
    }

    /// Whether it only adds facts up and takes them away, so that its terms say all.
    pub fn is_plain(&self) -> bool {
        match self {
            Self::Fact(_) => true,
            Self::Sum(_) | Self::Minus { .. } | Self::FloorAt { .. } => {
                self.parts().into_iter().all(|(_, part)| part.is_plain())
            }
            _ => false,
        }
    }
}

impl Number {
    pub fn facts(&self) -> Vec<&str> {
        self.leaves().into_iter().map(String::as_str).collect()
    }
}

impl<F> From<Quantity> for Number<F> {
    fn from(value: Quantity) -> Self {
        Self::Constant(Constant::plain(value))
    }
}

impl<F> Between<F> {
    fn map<G>(&self, to: &dyn Fn(&F) -> G) -> Between<G> {
        Between { from: self.from.map(to), to: self.to.map(to) }
    }
}

impl<F> Day<F> {
    pub const fn is_as_of(&self) -> bool {
        matches!(self, Self::AsOf)
    }

    pub const fn fact(&self) -> Option<&F> {
        if let Self::Fact(fact) = self { Some(fact) } else { None }
    }

    fn map<G>(&self, to: &dyn Fn(&F) -> G) -> Day<G> {
        match self {
            Self::AsOf => Day::AsOf,
            Self::Fact(fact) => Day::Fact(to(fact)),
            Self::On(day) => Day::On(*day),
        }
    }
}

impl NumberRelation {
    pub fn facts(&self) -> Vec<&str> {
        [self.number.facts(), self.of.facts()].concat()
    }
}
