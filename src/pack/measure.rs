//! Instruments of support and how much they come to.

use serde::{Deserialize, Serialize};

use super::condition::CaseOf;
use super::number::NumberTiers;
use super::{Condition, Number};
use crate::model::{Quantity, Text};

/// One instrument of support.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub id: String,
    pub title: Text,
    pub form: Form,
    pub limit: Limit,
    /// Ids of the conditions of the track and of the gates of its support that must hold first.
    pub requires: Vec<String>,
    /// What else must hold, beyond an amount above zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub amount: AmountRule,
    /// What is not received beside it from other programmes. Within the track, `largest_of_each` says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_with: Vec<NotWith>,
    /// What an applicant should know beside the figure; may be absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    pub cite: String,
}

/// Support of another programme that is not received for the same matter (不重复享受).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotWith {
    /// What it is, in words.
    pub says: Text,
    /// Its programme, track and measure, as far as there is a pack of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    pub cite: String,
}

/// What the support is given as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Form {
    Money,
    Voucher,
    /// Rent that is paid or let off.
    Rent,
    /// Interest that is paid.
    Interest,
    /// A service, free or cheaper.
    Service,
    /// To come first, or by a shorter way.
    Priority,
    /// A title or a mention.
    Honour,
}

impl Form {
    pub const ALL: [Self; 7] =
        [Self::Money, Self::Voucher, Self::Rent, Self::Interest, Self::Service, Self::Priority, Self::Honour];

    /// Whether it is counted in yuan; `None` where it may be or not.
    pub const fn is_sum(self) -> Option<bool> {
        match self {
            Self::Money | Self::Voucher | Self::Rent | Self::Interest => Some(true),
            Self::Service => None,
            Self::Priority | Self::Honour => Some(false),
        }
    }
}

/// Whether the document's figure is a ceiling (不超过) or the sum itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    AtMost,
    Exact,
}

/// How an amount in yuan is worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AmountRule {
    Fixed(Quantity),
    /// A number of yuan that is worked out; nothing where it is below nothing.
    Number(Number),
    /// No sum: a service, a priority, an honour.
    InKind,
    /// Anything from `low` to `high`, as the authority decides.
    Between {
        low: Quantity,
        high: Quantity,
    },
    /// `each` for every unit of a count.
    PerUnit {
        fact: String,
        each: Quantity,
    },
    /// The amount of the highest tier that is reached; nothing below the first.
    Tiered {
        fact: String,
        tiers: Vec<Tier>,
    },
    /// The same by a number that is worked out.
    TieredBy(NumberTiers),
    /// An amount for each option of a choice; options not listed bring nothing.
    ByChoice {
        fact: String,
        amounts: Vec<ChoiceAmount>,
    },
    /// Nothing unless the condition holds.
    When {
        condition: Condition,
        then: Box<Self>,
    },
    Sum(Vec<Self>),
    LargerOf(Vec<Self>),
    /// Never more than a ceiling, which may be worked out: 不超过实际支出.
    Capped {
        at: Number,
        of: Box<Self>,
    },
    /// Anything from one amount up to another: what lies between them is not in the answers.
    UpTo {
        from: Box<Self>,
        to: Box<Self>,
    },
    ByReading {
        reading: String,
        cases: Vec<CaseOf<Self>>,
    },
}

/// A tier starts beyond a number (`over`, 超过) or at it (`from`, 以上).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    pub starts: Start,
    pub amount: Quantity,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Start {
    Over(Quantity),
    From(Quantity),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceAmount {
    pub option: String,
    pub amount: Number,
}

impl Start {
    pub const fn bound(self) -> Quantity {
        match self {
            Self::Over(bound) | Self::From(bound) => bound,
        }
    }

    pub fn is_reached_by(self, number: Quantity) -> bool {
        match self {
            Self::Over(bound) => number > bound,
            Self::From(bound) => number >= bound,
        }
    }
}

impl AmountRule {
    /// The parts of this rule, each with its step in a JSON pointer.
    pub fn parts(&self) -> Vec<(String, &Self)> {
        match self {
            Self::Sum(parts) => parts.iter().enumerate().map(|(index, part)| (format!("sum/{index}"), part)).collect(),
            Self::LargerOf(parts) => {
                parts.iter().enumerate().map(|(index, part)| (format!("larger_of/{index}"), part)).collect()
            }
            Self::When { then, .. } => vec![("when/then".to_owned(), then)],
            Self::Capped { of, .. } => vec![("capped/of".to_owned(), of)],
            Self::UpTo { from, to } => vec![("up_to/from".to_owned(), from), ("up_to/to".to_owned(), to)],
            Self::ByReading { cases, .. } => {
                let step = |index| format!("by_reading/cases/{index}/then");
                cases.iter().enumerate().map(|(index, case)| (step(index), &case.then)).collect()
            }
            Self::Fixed(_)
            | Self::Between { .. }
            | Self::PerUnit { .. }
            | Self::Tiered { .. }
            | Self::TieredBy(_)
            | Self::Number(_)
            | Self::InKind
            | Self::ByChoice { .. } => Vec::new(),
        }
    }

    /// The fact a leaf looks at.
    pub fn fact(&self) -> Option<&str> {
        match self {
            Self::PerUnit { fact, .. } | Self::Tiered { fact, .. } | Self::ByChoice { fact, .. } => Some(fact),
            _ => None,
        }
    }

    /// The numbers it is worked out from, each with its step in a JSON pointer.
    pub fn numbers(&self) -> Vec<(String, &Number)> {
        match self {
            Self::Number(number) => vec![("number".to_owned(), number)],
            Self::TieredBy(by) => vec![("tiered_by/number".to_owned(), &by.number)],
            Self::Capped { at, .. } => vec![("capped/at".to_owned(), at)],
            Self::ByChoice { amounts, .. } => {
                let step = |index| format!("by_choice/amounts/{index}/amount");
                amounts.iter().enumerate().map(|(index, one)| (step(index), &one.amount)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Every fact in the tree, in order, with repetitions.
    pub fn facts(&self) -> Vec<&str> {
        let looked_at = match self {
            Self::When { condition, .. } => condition.facts(),
            _ => self.numbers().into_iter().flat_map(|(_, number)| number.facts()).collect(),
        };
        let own = self.fact().into_iter().chain(looked_at);
        own.chain(self.parts().into_iter().flat_map(|(_, part)| part.facts())).collect()
    }
}
