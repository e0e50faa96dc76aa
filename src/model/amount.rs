//! An amount that may not be settled yet: everything between a low and a high end is possible.

use serde::{Deserialize, Serialize};

use super::quantity::Quantity;

/// A closed range of yuan. Where there is no `high`, nothing bounds it from above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Amount {
    pub low: Quantity,
    pub high: Option<Quantity>,
}

impl Amount {
    pub const ZERO: Self = Self::exactly(Quantity::ZERO);

    pub const fn exactly(amount: Quantity) -> Self {
        Self { low: amount, high: Some(amount) }
    }

    pub const fn between(low: Quantity, high: Quantity) -> Self {
        Self { low, high: Some(high) }
    }

    pub const fn at_least(low: Quantity) -> Self {
        Self { low, high: None }
    }

    pub fn is_settled(self) -> bool {
        self.high == Some(self.low)
    }

    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { low: self.low.plus(other.low), high: self.high.zip(other.high).map(|(a, b)| a.plus(b)) }
    }

    /// Each end multiplied by a factor that is not negative.
    #[must_use]
    pub fn times(self, factor: Quantity) -> Self {
        Self { low: self.low.times(factor), high: self.high.map(|high| high.times(factor)) }
    }

    /// The larger of two amounts, end by end.
    #[must_use]
    pub fn larger(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.zip(other.high).map(|(a, b)| a.max(b)) }
    }

    /// The smaller of two amounts, end by end.
    #[must_use]
    pub fn smaller(self, other: Self) -> Self {
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (one, other) => one.or(other),
        };
        Self { low: self.low.min(other.low), high }
    }

    /// No end above the ceiling.
    #[must_use]
    pub fn capped(self, ceiling: Quantity) -> Self {
        Self { low: self.low.min(ceiling), high: Some(self.high.map_or(ceiling, |high| high.min(ceiling))) }
    }

    /// From what is certain of this amount to the most that either can be.
    #[must_use]
    pub fn up_to(self, other: Self) -> Self {
        Self { low: self.low, ..self.larger(other) }
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.zip(other.high).map(|(a, b)| a.max(b)) }
    }

    /// Whether every amount in `other` is also in this range.
    pub fn holds(self, other: Self) -> bool {
        let below = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(mine), Some(theirs)) => theirs <= mine,
        };
        self.low <= other.low && below
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn yuan(amount: i64) -> Quantity {
        Quantity::whole(amount)
    }

    #[test]
    fn no_upper_bound_is_a_value_that_a_ceiling_ends() {
        let open = Amount::at_least(yuan(10)).plus(Amount::exactly(yuan(5)));
        assert_eq!(open, Amount::at_least(yuan(15)));
        assert_eq!(open.capped(yuan(200)), Amount::between(yuan(15), yuan(200)));
        assert_eq!(open.larger(Amount::exactly(yuan(20))), Amount::at_least(yuan(20)));
    }

    #[test]
    fn a_range_holds_what_is_inside_it() {
        let range = Amount::ZERO.or(Amount::exactly(yuan(9)));
        assert!(range.holds(Amount::between(yuan(1), yuan(9))));
        assert!(!range.holds(Amount::at_least(yuan(1))));
        assert!(Amount::at_least(yuan(0)).holds(range));
    }
}
