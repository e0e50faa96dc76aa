//! An exact fraction: what a share, a rate or a part of a year comes to before it is written down.

use std::cmp::Ordering;

use super::Quantity;

/// A fraction with a positive lower part. What does not fit any more is `None`, never rounded.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    over: i128,
    under: i128,
}

/// Quantities keep this lower part, so that sums of them need no reduction.
const SCALE: i128 = Quantity::whole(1).in_units();

impl Ratio {
    pub const ZERO: Self = Self { over: 0, under: SCALE };

    pub const fn new(number: Quantity) -> Self {
        Self { over: number.in_units(), under: SCALE }
    }

    /// In lowest terms, unless it is a quantity already.
    fn reduced(over: i128, under: i128) -> Self {
        let (mut divisor, mut rest) = (under, over.rem_euclid(under));
        while rest != 0 {
            (divisor, rest) = (rest, divisor.rem_euclid(rest));
        }
        Self { over: over / divisor, under: under / divisor }
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        if self.under == other.under {
            return Some(Self { over: self.over.checked_add(other.over)?, ..self });
        }
        let over = self.over.checked_mul(other.under)?.checked_add(other.over.checked_mul(self.under)?)?;
        Some(Self::reduced(over, self.under.checked_mul(other.under)?))
    }

    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self::reduced(self.over.checked_mul(other.over)?, self.under.checked_mul(other.under)?))
    }

    /// One by this number; `None` of zero.
    pub fn inverse(self) -> Option<Self> {
        match self.over.cmp(&0) {
            Ordering::Greater => Some(Self { over: self.under, under: self.over }),
            Ordering::Less => Some(Self { over: -self.under, under: self.over.checked_neg()? }),
            Ordering::Equal => None,
        }
    }

    #[must_use]
    pub fn negated(self) -> Self {
        Self { over: self.over.saturating_neg(), ..self }
    }

    pub const fn is_zero(self) -> bool {
        self.over == 0
    }

    /// Below zero, at it, or above.
    pub const fn sign(self) -> i128 {
        self.over.signum()
    }

    /// Without what follows the point.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { over: self.over.div_euclid(self.under), under: 1 }
    }

    /// Cut off after the fourth decimal, towards less; `None` where that is no quantity.
    pub fn cut(self) -> Option<Quantity> {
        let units = if self.under == SCALE { self.over } else { self.over.checked_mul(SCALE)?.div_euclid(self.under) };
        Quantity::from_units(units)
    }

    /// The least quantity that is not below it; `None` where there is none.
    pub fn cut_up(self) -> Option<Quantity> {
        Some(Quantity::ZERO.minus(self.negated().cut()?))
    }
}

impl Ord for Ratio {
    /// By continued fractions, so that nothing is ever multiplied.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.under == other.under {
            return self.over.cmp(&other.over);
        }
        let parts = |one: &Self| (one.over.div_euclid(one.under), one.over.rem_euclid(one.under));
        let ((whole, rest), (other_whole, other_rest)) = (parts(self), parts(other));
        whole.cmp(&other_whole).then_with(|| match (rest, other_rest) {
            (0, _) | (_, 0) => rest.cmp(&other_rest),
            // The larger rest has the smaller inverse.
            _ => Self { over: other.under, under: other_rest }.cmp(&Self { over: self.under, under: rest }),
        })
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(over: i64, under: i64) -> Ratio {
        let whole = |number| Ratio::new(Quantity::whole(number));
        whole(over).times(whole(under).inverse().unwrap()).unwrap()
    }

    #[test]
    fn a_third_three_times_is_one() {
        let third = ratio(1, 3);
        assert_eq!(third.plus(third).and_then(|two| two.plus(third)), Some(ratio(1, 1)));
        assert_eq!(third.times(ratio(3, 1)), Some(ratio(7, 7)));
        assert_eq!(third.cut().unwrap().to_string(), "0.3333");
        assert_eq!(third.negated().cut().unwrap().to_string(), "-0.3334", "cut off towards less");
        assert_eq!((third.cut_up().unwrap().to_string(), ratio(-7, 2).whole()), ("0.3334".to_owned(), ratio(-4, 1)));
    }

    #[test]
    fn fractions_are_told_apart_however_near_they_are() {
        let near = [(-7, 2), (-1, 3), (0, 1), (3333, 10_000), (1, 3), (3334, 10_000), (99, 100), (1, 1), (101, 100)];
        for (index, (over, under)) in near.into_iter().enumerate() {
            for (other_index, (other_over, other_under)) in near.into_iter().enumerate() {
                let compared = ratio(over, under).cmp(&ratio(other_over, other_under));
                assert_eq!(compared, index.cmp(&other_index), "{over}/{under} {other_over}/{other_under}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_nothing() {
        let large = Ratio::new(Quantity::MAX_INPUT);
        let square = large.times(large).unwrap();
        assert_eq!(square.times(square), None);
        assert_eq!(square.cut(), None);
        assert_eq!(Ratio::ZERO.inverse(), None);
    }
}
