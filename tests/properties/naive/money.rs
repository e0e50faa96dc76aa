//! Sums of money that may have no end.

use zhice::model::Amount;

use super::{Says, Units, units};

/// An end of a range of yuan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Money {
    Units(Units),
    Boundless,
}

/// From the least to the most it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub least: Money,
    pub most: Money,
}

#[derive(Clone, Copy)]
pub enum End {
    Least,
    Most,
}

impl From<Amount> for Range {
    fn from(amount: Amount) -> Self {
        let most = amount.high.map_or(Money::Boundless, |high| Money::Units(units(high)));
        Self { least: Money::Units(units(amount.low)), most }
    }
}

impl Money {
    pub const NOTHING: Self = Self::Units(0);

    pub fn map(self, change: impl Fn(Units) -> Units) -> Self {
        match self {
            Self::Units(units) => Self::Units(change(units)),
            Self::Boundless => Self::Boundless,
        }
    }

    pub fn and(self, other: Self) -> Self {
        match other {
            Self::Units(units) => self.map(|mine| mine + units),
            Self::Boundless => Self::Boundless,
        }
    }

    /// This end of what is left of it under a requirement.
    pub fn only_where(self, says: Says, end: End) -> Self {
        match (says, end) {
            (Says::Yes | Says::Void, _) => self,
            (Says::No, _) => Self::NOTHING,
            (Says::Open | Says::Left, End::Least) => self.min(Self::NOTHING),
            (Says::Open | Says::Left, End::Most) => self.max(Self::NOTHING),
        }
    }
}
