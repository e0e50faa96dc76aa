//! A figure the document gives, with what it counts: `200000`, `50%`, `20 元/平方米`; and how one stands among the words
//! of a number.

use std::fmt;
use std::str::FromStr;

use serde::de::value::EnumAccessDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, Error as _, IntoDeserializer, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Number;
use crate::model::Quantity;

/// The sign of a percentage.
pub const PERCENT: &str = "%";

/// A number and its unit. Without a unit it counts whatever stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constant {
    pub value: Quantity,
    /// As the facts of the pack name it in Chinese, `元` for money, `%`; one `/` parts what is counted by from what counts.
    pub unit: Option<String>,
}

impl Constant {
    pub const fn plain(value: Quantity) -> Self {
        Self { value, unit: None }
    }

    pub fn is_percent(&self) -> bool {
        self.unit.as_deref() == Some(PERCENT)
    }
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit.as_deref() {
            None => write!(f, "{}", self.value),
            Some(PERCENT) => write!(f, "{}{PERCENT}", self.value),
            Some(unit) => write!(f, "{} {unit}", self.value),
        }
    }
}

/// The text begins with no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoConstant;

impl FromStr for Constant {
    type Err = NoConstant;

    fn from_str(text: &str) -> Result<Self, NoConstant> {
        let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '.'))).unwrap_or(text.len());
        let (number, unit) = text.split_at_checked(end).ok_or(NoConstant)?;
        let value = number.parse().map_err(|_| NoConstant)?;
        let unit = Some(unit.trim()).filter(|unit| !unit.is_empty());
        Ok(Self { value, unit: unit.map(ToOwned::to_owned) })
    }
}

impl Serialize for Constant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.unit {
            _ if !serializer.is_human_readable() => (self.value, &self.unit).serialize(serializer),
            None => self.value.serialize(serializer),
            Some(_) => serializer.collect_str(self),
        }
    }
}

const FIGURES: &[&str] = &["a number such as 5", "a text such as \"50%\" or \"20 元/件\""];

impl<'de> Deserialize<'de> for Constant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return Deserialize::deserialize(deserializer).map(|(value, unit)| Self { value, unit });
        }
        deserializer.deserialize_enum("Constant", FIGURES, FigureVisitor)
    }
}

struct FigureVisitor;

impl<'de> Visitor<'de> for FigureVisitor {
    type Value = Constant;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a figure")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Constant, A::Error> {
        let (word, content) = data.variant::<String>()?;
        let figure = word.parse().map_err(|_| A::Error::unknown_variant(&word, FIGURES))?;
        content.unit_variant().map(|()| figure)
    }
}

impl<F: Serialize> Serialize for Number<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Constant(constant) if serializer.is_human_readable() => constant.serialize(serializer),
            worded => Self::serialize(worded, serializer),
        }
    }
}

impl<'de, F: Deserialize<'de>> Deserialize<'de> for Number<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        deserializer.deserialize_enum("Number", &[], NumberVisitor(std::marker::PhantomData))
    }
}

struct NumberVisitor<F>(std::marker::PhantomData<F>);

impl<'de, F: Deserialize<'de>> Visitor<'de> for NumberVisitor<F> {
    type Value = Number<F>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    /// A figure is a word without content.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Number<F>, A::Error> {
        let (word, content) = data.variant::<String>()?;
        match word.parse() {
            Ok(figure) => content.unit_variant().map(|()| Number::Constant(figure)),
            Err(NoConstant) => Number::deserialize(EnumAccessDeserializer::new(Worded { word, content })),
        }
    }
}

/// A word that was looked at, with what belongs to it.
struct Worded<A> {
    word: String,
    content: A,
}

impl<'de, A: VariantAccess<'de>> EnumAccess<'de> for Worded<A> {
    type Error = A::Error;
    type Variant = A;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, A), A::Error> {
        Ok((seed.deserialize(self.word.into_deserializer())?, self.content))
    }
}
