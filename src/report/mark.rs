//! The sign of a finding: a shape and a class for its colour, so that nothing is told by colour alone.

use crate::engine::{Status, Verdict};
use crate::model::Truth;

/// One sign for one kind of finding, in every face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Met,
    /// A rating at the top of its scale.
    Done,
    /// A rating between the ends of its scale.
    UnderWay,
    /// A rating at the bottom of its scale.
    NotBegun,
    NotMet,
    /// Left to the authority.
    Judged,
    Unknown,
    /// It does not apply, or brings nothing without anything standing in its way.
    Idle,
}

impl Mark {
    pub const fn shape(self) -> &'static str {
        match self {
            Self::Met => "✓",
            Self::Done => "●",
            Self::UnderWay => "◐",
            Self::NotBegun => "○",
            Self::NotMet => "✕",
            Self::Judged => "◇",
            Self::Unknown => "?",
            Self::Idle => "–",
        }
    }

    /// The class that gives it its colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Met | Self::Done => "met",
            Self::UnderWay | Self::NotBegun => "plain",
            Self::NotMet => "not",
            Self::Judged => "judged",
            Self::Unknown => "unknown",
            Self::Idle => "idle",
        }
    }
}

impl From<Truth> for Mark {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::Met => Self::Met,
            Truth::NotMet => Self::NotMet,
            Truth::Unknown => Self::Unknown,
            Truth::Judged => Self::Judged,
            Truth::NotApplicable => Self::Idle,
        }
    }
}

impl From<Status> for Mark {
    fn from(status: Status) -> Self {
        match status {
            Status::Reached => Self::Met,
            Status::Short => Self::NotMet,
            Status::Unknown => Self::Unknown,
            Status::Judged => Self::Judged,
            Status::NotApplicable => Self::Idle,
        }
    }
}

impl From<Verdict> for Mark {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Eligible => Self::Met,
            Verdict::Ineligible => Self::NotMet,
            Verdict::Undetermined => Self::Unknown,
            Verdict::Judged => Self::Judged,
        }
    }
}
