//! Why a result is what it is: a tree from the result down to the facts, as data. `say` puts it into words.

use serde::Serialize;

use crate::model::{Amount, Quantity, Truth, Value};
use crate::pack::Number;
use crate::pack::condition::Op;
use crate::pack::measure::Start;

mod flat;
mod tiers;
mod tree;

pub use flat::{deciding, judged, looked_at, points, steps};
pub use tiers::tiers;
pub use tree::{condition, indicator, measure};

/// A step, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    #[serde(flatten)]
    pub step: Step,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Self>,
}

/// One step of a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Step {
    /// Every part has to hold.
    All {
        truth: Truth,
    },
    /// One part has to hold.
    Any {
        truth: Truth,
    },
    /// Some of the parts have to hold.
    AtLeast {
        n: usize,
        truth: Truth,
    },
    /// The part must not hold.
    Not {
        truth: Truth,
    },
    /// Where the part falls short, the authority judges.
    Judged {
        truth: Truth,
    },
    /// A passage that can be read in more than one way.
    Reading {
        reading: String,
        case: String,
    },
    /// A fact against what is needed of it.
    Fact {
        fact: String,
        value: Option<Value>,
        needs: Need,
        truth: Truth,
    },
    /// The points of a group of the score of a track, or of all, against what they have to come to.
    Points {
        track: String,
        group: Option<String>,
        points: Amount,
        from: Quantity,
        truth: Truth,
    },
    /// A number that is worked out, against a multiple of another.
    Numbers {
        number: Reckoning,
        op: Op,
        times: Quantity,
        of: Reckoning,
        truth: Truth,
    },
    /// `each` for every unit that counts.
    PerUnit {
        fact: String,
        value: Option<Value>,
        each: Quantity,
        counted: Option<Quantity>,
        amount: Amount,
    },
    /// The tier a number has reached, and the next one above it.
    Tier {
        fact: String,
        value: Option<Value>,
        reached: Option<Start>,
        next: Option<NextTier>,
        amount: Amount,
    },
    /// The same for a number that is worked out.
    TierBy {
        number: Reckoning,
        reached: Option<Start>,
        next: Option<NextTier>,
        amount: Amount,
    },
    /// The amount that belongs to an option.
    Choice {
        fact: String,
        value: Option<Value>,
        amount: Amount,
    },
    /// An amount that is only there where something holds.
    When {
        truth: Truth,
        amount: Amount,
    },
    Fixed {
        amount: Amount,
    },
    /// A number of yuan that is worked out.
    Worked {
        number: Reckoning,
        amount: Amount,
    },
    /// Support that is no sum.
    InKind {
        amount: Amount,
    },
    /// The authority decides within a range.
    Discretion {
        amount: Amount,
    },
    /// Anything from one amount up to another, by what is not in the answers.
    UpTo {
        amount: Amount,
    },
    Sum {
        amount: Amount,
    },
    LargerOf {
        amount: Amount,
    },
    /// A ceiling that takes effect.
    Capped {
        at: Quantity,
        before: Amount,
        amount: Amount,
    },
    /// The same where the ceiling is worked out.
    CappedBy {
        number: Reckoning,
        at: Amount,
        before: Amount,
        amount: Amount,
    },
}

/// A number that is worked out from facts, and what it comes to as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Reckoning {
    /// Those that apply, in order.
    pub terms: Vec<Summand>,
    pub low: Quantity,
    pub high: Quantity,
    /// How it is worked out, where that is more than adding up and taking away. The pack has it for whoever reads JSON.
    #[serde(skip)]
    pub formula: Option<Number<Stated>>,
}

/// A fact as it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    pub fact: String,
    pub value: Option<Value>,
}

/// A fact that is added, or taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Summand {
    pub fact: String,
    pub value: Option<Value>,
    pub less: bool,
}

/// What a condition needs of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Need {
    Yes,
    Given,
    Compare {
        op: Op,
        threshold: Quantity,
    },
    /// Against `times` what another fact is; `threshold` is what that comes to, where it is known.
    CompareFacts {
        op: Op,
        times: Quantity,
        of: String,
        threshold: Option<Quantity>,
    },
    OneOf {
        options: Vec<String>,
        /// What the authority judges.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        discretion: Vec<String>,
    },
    Includes {
        options: Vec<String>,
        /// How many of them are enough, where not all are needed.
        #[serde(skip_serializing_if = "Option::is_none")]
        at_least: Option<usize>,
    },
}

/// The tier above the one reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct NextTier {
    pub starts: Start,
    /// How many more units reach it; only for counts.
    pub more: Option<Quantity>,
    pub amount: Quantity,
}

impl Step {
    /// Whether it holds, where it is about something that can.
    pub const fn truth(&self) -> Option<Truth> {
        match self {
            Self::All { truth }
            | Self::Any { truth }
            | Self::AtLeast { truth, .. }
            | Self::Not { truth }
            | Self::Judged { truth }
            | Self::Numbers { truth, .. }
            | Self::Points { truth, .. }
            | Self::Fact { truth, .. } => Some(*truth),
            _ => None,
        }
    }

    /// What it comes to, where it is an amount.
    pub const fn amount(&self) -> Option<Amount> {
        match self {
            Self::PerUnit { amount, .. }
            | Self::Tier { amount, .. }
            | Self::TierBy { amount, .. }
            | Self::UpTo { amount }
            | Self::Choice { amount, .. }
            | Self::When { amount, .. }
            | Self::Fixed { amount }
            | Self::Worked { amount, .. }
            | Self::InKind { amount }
            | Self::Discretion { amount }
            | Self::Sum { amount }
            | Self::LargerOf { amount }
            | Self::Capped { amount, .. }
            | Self::CappedBy { amount, .. } => Some(*amount),
            _ => None,
        }
    }
}

impl Reason {
    const fn leaf(step: Step) -> Self {
        Self { step, parts: Vec::new() }
    }

    /// Whether it holds; a reading is as true as the case that was chosen.
    pub fn truth(&self) -> Option<Truth> {
        match (&self.step, self.parts.first()) {
            (Step::Reading { .. }, Some(chosen)) => chosen.truth(),
            (step, _) => step.truth(),
        }
    }

    /// What it comes to.
    pub fn amount(&self) -> Option<Amount> {
        match (&self.step, self.parts.first()) {
            (Step::Reading { .. }, Some(chosen)) => chosen.amount(),
            (step, _) => step.amount(),
        }
    }
}
