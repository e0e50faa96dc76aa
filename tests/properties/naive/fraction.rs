//! Fractions of ten-thousandths, by school arithmetic.

use std::cmp::Ordering;

use super::{ONE, Units};

/// Units above a line, a plain number below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    above: Units,
    below: i128,
}

impl Fraction {
    pub const NOTHING: Self = Self::of(0);
    pub const HUNDRED: Self = Self::of(100 * ONE);

    pub const fn of(units: Units) -> Self {
        Self { above: units, below: 1 }
    }

    fn shortened(above: i128, below: i128) -> Self {
        let (mut divisor, mut rest) = (above.abs(), below.abs());
        while rest != 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        let sign = below.signum();
        Self { above: sign * above / divisor.max(1), below: sign * below / divisor.max(1) }
    }

    pub fn plus(self, other: Self) -> Self {
        Self::shortened(self.above * other.below + other.above * self.below, self.below * other.below)
    }

    pub fn minus(self, other: Self) -> Self {
        self.plus(Self { above: -other.above, ..other })
    }

    pub fn times(self, other: Self) -> Self {
        let (first, second) =
            (Self::shortened(self.above, other.below), Self::shortened(other.above, self.below * ONE));
        Self::shortened(first.above * second.above, first.below * second.below)
    }

    pub fn over(self, other: Self) -> Self {
        let (first, second) =
            (Self::shortened(self.above, other.above), Self::shortened(other.below * ONE, self.below));
        Self::shortened(first.above * second.above, first.below * second.below)
    }

    /// Whole units towards less.
    pub fn units(self) -> Units {
        self.above.div_euclid(self.below)
    }

    /// Without what follows the point.
    pub fn whole(self) -> Self {
        Self::of(self.above.div_euclid(self.below * ONE) * ONE)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        self.minus(*other).above.cmp(&0)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
