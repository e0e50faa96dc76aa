//! Interval arithmetic: a number that is worked out, from the least to the most it can still be.

use super::ratio::Ratio;
use super::{Amount, Quantity};

/// An end of an interval: a number, or none that bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    Below,
    At(Ratio),
    Above,
}

/// Both ends included. Where each fact stands once in a reckoning, both ends can come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub low: End,
    pub high: End,
}

impl Interval {
    /// Any number at all: what a share of nothing comes to, and what no number holds any more.
    pub const EVERYTHING: Self = Self { low: End::Below, high: End::Above };
    pub const ZERO: Self = Self::exactly(Quantity::ZERO);
    const ONE: Self = Self::exactly(Quantity::whole(1));

    pub const fn exactly(number: Quantity) -> Self {
        Self::at(Ratio::new(number))
    }

    const fn at(number: Ratio) -> Self {
        Self { low: End::At(number), high: End::At(number) }
    }

    /// From one number to another, without an end where there is none.
    pub fn between(low: Option<Quantity>, high: Option<Quantity>) -> Self {
        let end = |number: Quantity| End::At(Ratio::new(number));
        Self { low: low.map_or(End::Below, end), high: high.map_or(End::Above, end) }
    }

    pub fn is_settled(self) -> bool {
        self.settled().is_some()
    }

    /// The number, once it is known.
    pub fn settled(self) -> Option<Ratio> {
        match (self.low, self.high) {
            (End::At(low), End::At(high)) if low == high => Some(low),
            _ => None,
        }
    }

    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.low.plus(other.low).zip(self.high.plus(other.high)).into()
    }

    #[must_use]
    pub fn negated(self) -> Self {
        Self { low: self.high.negated(), high: self.low.negated() }
    }

    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    /// The least and the most of the products of the ends.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        // Most multiples are of one.
        if other == Self::ONE {
            return self;
        }
        let of_ends = |one: End| Some([one.times(other.low)?, one.times(other.high)?]);
        let ends = of_ends(self.low).zip(of_ends(self.high)).map(|([a, b], [c, d])| {
            let (least, most) = (a.min(b), a.max(b));
            (least.min(c).min(d), most.max(c).max(d))
        });
        ends.into()
    }

    /// Anything while the other may be zero.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        let zero = End::At(Ratio::ZERO);
        if other.low <= zero && zero <= other.high {
            return Self::EVERYTHING;
        }
        let inverse = other.high.inverse().zip(other.low.inverse());
        inverse.map_or(Self::EVERYTHING, |(low, high)| self.times(Self { low, high }))
    }

    #[must_use]
    pub fn larger(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    #[must_use]
    pub fn smaller(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.min(other.high) }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// Without what follows the point.
    #[must_use]
    pub fn whole(self) -> Self {
        let whole = |end| if let End::At(number) = end { End::At(number.whole()) } else { end };
        Self { low: whole(self.low), high: whole(self.high) }
    }

    pub fn holds(self, other: Self) -> bool {
        self.low <= other.low && other.high <= self.high
    }

    /// As yuan: cut off after the fourth decimal, and never below nothing.
    pub fn in_yuan(self) -> Amount {
        let yuan = |number: Ratio| number.cut().map(|yuan| yuan.max(Quantity::ZERO));
        let low = if let End::At(low) = self.low { yuan(low).unwrap_or_default() } else { Quantity::ZERO };
        let high = match self.high {
            End::Below => Some(Quantity::ZERO),
            End::At(high) => yuan(high),
            End::Above => None,
        };
        Amount { low, high }
    }
}

impl From<Option<(End, End)>> for Interval {
    /// What is too large for exact arithmetic can be anything.
    fn from(ends: Option<(End, End)>) -> Self {
        ends.map_or(Self::EVERYTHING, |(low, high)| Self { low, high })
    }
}

impl End {
    /// The number where the interval ends, cut off; the largest of its sign where nothing bounds it.
    pub fn cut(self) -> Quantity {
        let most = Quantity::MAX;
        match self {
            Self::Below => Quantity::ZERO.minus(most),
            Self::At(number) => {
                number.cut().unwrap_or(if number.sign() < 0 { Quantity::ZERO.minus(most) } else { most })
            }
            Self::Above => most,
        }
    }

    fn plus(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::At(one), Self::At(other)) => one.plus(other).map(Self::At),
            (Self::At(_), open) | (open, _) => Some(open),
        }
    }

    fn negated(self) -> Self {
        match self {
            Self::Below => Self::Above,
            Self::At(number) => Self::At(number.negated()),
            Self::Above => Self::Below,
        }
    }

    const fn sign(self) -> i128 {
        match self {
            Self::Below => -1,
            Self::At(number) => number.sign(),
            Self::Above => 1,
        }
    }

    /// Nothing times whatever it may be is nothing.
    fn times(self, other: Self) -> Option<Self> {
        match (self, other, self.sign() * other.sign()) {
            (_, _, 0) => Some(Self::At(Ratio::ZERO)),
            (Self::At(one), Self::At(other), _) => one.times(other).map(Self::At),
            (_, _, sign) => Some(if sign < 0 { Self::Below } else { Self::Above }),
        }
    }

    fn inverse(self) -> Option<Self> {
        match self {
            Self::At(number) => number.inverse().map(Self::At),
            Self::Below | Self::Above => Some(Self::At(Ratio::ZERO)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(low: i64, high: i64) -> Interval {
        Interval::between(Some(Quantity::whole(low)), Some(Quantity::whole(high)))
    }

    const fn from(low: i64) -> Interval {
        Interval { low: End::At(Ratio::new(Quantity::whole(low))), high: End::Above }
    }

    #[test]
    fn a_product_takes_the_ends_that_reach_furthest() {
        assert_eq!(of(2, 3).times(of(4, 5)), of(8, 15));
        assert_eq!(of(-2, 3).times(of(4, 5)), of(-10, 15));
        assert_eq!(of(-2, 3).times(of(-4, 5)), of(-12, 15));
        assert_eq!(of(0, 3).times(from(2)), from(0));
        assert_eq!(of(0, 0).times(Interval::EVERYTHING), of(0, 0), "nothing of whatever it is");
    }

    #[test]
    fn a_share_of_what_may_be_nothing_can_be_anything() {
        assert_eq!(of(6, 6).over(of(2, 3)), of(2, 3));
        assert_eq!(of(-6, 6).over(of(2, 3)), of(-3, 3));
        assert_eq!(of(6, 6).over(from(2)), of(0, 3));
        assert_eq!(of(6, 6).over(of(-3, -2)), of(-3, -2));
        for by in [of(0, 0), of(0, 3), of(-1, 1), Interval::EVERYTHING] {
            assert_eq!(of(6, 6).over(by), Interval::EVERYTHING, "{by:?}");
        }
    }

    #[test]
    fn an_open_end_stays_open_until_something_bounds_it() {
        assert_eq!(from(2).minus(from(1)), Interval::EVERYTHING);
        assert_eq!(from(2).smaller(of(5, 9)), of(2, 9));
        assert_eq!(from(2).larger(of(5, 9)), from(5));
        assert_eq!(from(2).in_yuan(), Amount::at_least(Quantity::whole(2)));
        assert_eq!(of(-2, -1).in_yuan(), Amount::ZERO);
        assert_eq!(Interval::EVERYTHING.in_yuan(), Amount::at_least(Quantity::ZERO));
    }

    #[test]
    fn what_outgrows_exact_numbers_is_open_at_both_ends() {
        let large = Interval::exactly(Quantity::MAX_INPUT);
        let huge = (0..4).fold(large, |product, _| product.times(large));
        assert_eq!(huge, Interval::EVERYTHING);
        assert_eq!(large.times(large).in_yuan(), Amount::at_least(Quantity::ZERO), "no sum of yuan");
    }
}
