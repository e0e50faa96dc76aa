//! When a step is due: a day the document gives, or one that is reckoned from a day in the life of the applicant.

use std::fmt;

use serde::de::{EnumAccess, Error as _, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Date, MonthDay, Period};

/// A day, or the rule by which it is reckoned. A day stands as `"2023-08-10"`, a rule as an object of one key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", remote = "Self")]
pub enum Due {
    On(Date),
    /// When a period has run: 三个月内, 三年期满.
    After(After),
    /// On the same day of every year: 每年1月31日前.
    Yearly(Yearly),
    /// Each time a period has run: 每两年.
    Every(Every),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct After {
    pub period: Period,
    pub from: Anchor,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Yearly {
    pub on: MonthDay,
    /// The first one lies after this day.
    pub from: Anchor,
    /// The last one lies on this day or before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Anchor>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Every {
    pub period: Period,
    pub from: Anchor,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Anchor>,
}

/// A day to reckon from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// A `date` fact.
    Fact(String),
    /// Another step of the procedure, with one day of its own.
    Step(String),
}

impl Due {
    /// The days it is reckoned from and to, each with its step in a JSON pointer.
    pub fn anchors(&self) -> Vec<(&'static str, &Anchor)> {
        let (from, until) = match self {
            Self::On(_) => return Vec::new(),
            Self::After(rule) => (("after/from", &rule.from), None),
            Self::Yearly(rule) => (("yearly/from", &rule.from), rule.until.as_ref().map(|day| ("yearly/until", day))),
            Self::Every(rule) => (("every/from", &rule.from), rule.until.as_ref().map(|day| ("every/until", day))),
        };
        [from].into_iter().chain(until).collect()
    }

    /// The day it is reckoned from.
    pub fn starts(&self) -> Option<&Anchor> {
        self.anchors().first().map(|(_, anchor)| *anchor)
    }

    /// The period that runs, with its step in a JSON pointer.
    pub const fn period(&self) -> Option<(&'static str, Period)> {
        match self {
            Self::On(_) | Self::Yearly(_) => None,
            Self::After(rule) => Some(("after/period", rule.period)),
            Self::Every(rule) => Some(("every/period", rule.period)),
        }
    }

    /// Whether it comes again and again.
    pub const fn recurs(&self) -> bool {
        matches!(self, Self::Yearly(_) | Self::Every(_))
    }
}

const RULES: &[&str] = &["YYYY-MM-DD", "after", "yearly", "every"];

impl Serialize for Due {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::On(day) if serializer.is_human_readable() => day.serialize(serializer),
            worded => Self::serialize(worded, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Due {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        deserializer.deserialize_enum("Due", RULES, DueVisitor)
    }
}

struct DueVisitor;

impl<'de> Visitor<'de> for DueVisitor {
    type Value = Due;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day or a rule")
    }

    /// A word without content is a day, one with content a rule.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Due, A::Error> {
        let (word, content) = data.variant::<String>()?;
        match word.as_str() {
            "after" => content.newtype_variant().map(Due::After),
            "yearly" => content.newtype_variant().map(Due::Yearly),
            "every" => content.newtype_variant().map(Due::Every),
            _ => {
                let day = word.parse().map_err(|_| A::Error::unknown_variant(&word, RULES))?;
                content.unit_variant().map(|()| Due::On(day))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::model::json::shape;

    #[test]
    fn a_day_and_every_rule_reads_back() {
        for json in [
            json!("2023-08-10"),
            json!({"after": {"period": {"months": 3}, "from": {"fact": "zone.approved_on"}}}),
            json!({"yearly": {"on": "01-31", "from": {"fact": "zone.approved_on"}, "until": {"step": "accept"}}}),
            json!({"every": {"period": {"years": 2}, "from": {"fact": "zone.titled_on"}}}),
        ] {
            let due: Due = shape(&json).unwrap();
            assert_eq!(serde_json::to_value(due).unwrap(), json);
        }
    }

    #[test]
    fn what_is_neither_is_refused_where_it_stands() {
        let from = json!({"fact": "a"});
        for (json, pointer) in [
            (json!("2023-02-30"), ""),
            (json!("yearly"), ""),
            (json!({"before": {"from": from}}), "/before"),
            (json!({"after": {"period": {"weeks": 3}, "from": from}}), "/after/period/weeks"),
            (json!({"after": {"period": {"months": -3}, "from": from}}), "/after/period/months"),
            (json!({"yearly": {"on": "02-29", "from": from}}), "/yearly/on"),
            (json!({"every": {"period": {"years": 2}}}), "/every"),
            (json!(["2023-08-10"]), ""),
        ] as [(Value, &str); 8]
        {
            assert_eq!(shape::<Due>(&json).unwrap_err().pointer, pointer, "{json}");
        }
    }
}
