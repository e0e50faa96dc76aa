//! By how much a number grew, in per cent, cut off after the fourth decimal.

use std::cmp::Ordering;

use super::Quantity;

/// Whole and share of a rate alike count in millionths: a hundredth of the least per cent that can be written.
const WHOLE: i128 = 1_000_000;

/// As many years as anybody averages over.
const MOST_YEARS: u32 = 100;

/// By how many per cent a number grew in all; `None` where nothing grows from the base, or the result is no number that
/// can be entered.
pub fn growth(from: Quantity, to: Quantity) -> Option<Quantity> {
    entered(grown(from, to)?)
}

fn grown(from: Quantity, to: Quantity) -> Option<i128> {
    from.is_positive().then(|| ((to.in_units() - from.in_units()) * WHOLE).div_euclid(from.in_units()))
}

/// By how many per cent a year a number grew on average: the rate that, compounded over the years, does not lead beyond
/// the number it grew to. Bisection over exact products.
pub fn yearly_growth(from: Quantity, to: Quantity, years: Quantity) -> Option<Quantity> {
    let in_all = grown(from, to)?;
    let years = (1..=MOST_YEARS).find(|whole| Quantity::whole(i64::from(*whole)) == years)?;
    if to < Quantity::ZERO {
        return None;
    }
    let reaches = |rate: i128| compounded(from, WHOLE + rate, years).cmp_to(&compounded(to, WHOLE, years));
    // What shrinks loses less a year than in all, what grows gains less: nothing else is tried.
    let (mut low, mut high) = if in_all < 0 { (-WHOLE, 0) } else { (0, in_all + 1) };
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if reaches(middle) == Ordering::Greater {
            high = middle;
        } else {
            low = middle;
        }
    }
    entered(low)
}

fn entered(units: i128) -> Option<Quantity> {
    (units.abs() <= Quantity::MAX_INPUT.in_units()).then(|| Quantity::narrow(units))
}

/// A natural number of any size, in limbs of 32 bits from the least; no limb at the end is zero but that of zero.
struct Natural(Vec<u32>);

/// `number × rate^years`.
fn compounded(number: Quantity, rate: i128, years: u32) -> Natural {
    let one = Natural(vec![1]).times(number.in_units().unsigned_abs());
    (0..years).fold(one, |product, _| product.times(rate.unsigned_abs()))
}

impl Natural {
    fn times(self, factor: u128) -> Self {
        let (mut limbs, mut carried) = (Vec::with_capacity(self.0.len() + 4), 0_u128);
        let mut own = self.0.into_iter();
        loop {
            let limb = own.next();
            carried += limb.map_or(0, |limb| u128::from(limb) * factor);
            if limb.is_none() && carried == 0 {
                return Self(limbs);
            }
            limbs.push(u32::try_from(carried & u128::from(u32::MAX)).unwrap_or_default());
            carried >>= 32;
        }
    }

    fn cmp_to(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(growth: Option<Quantity>) -> Option<String> {
        growth.map(|growth| growth.to_string())
    }

    #[test]
    fn growth_is_cut_off_downwards_and_needs_a_base() {
        let growth = |from: i64, to: i64| written(growth(Quantity::whole(from), Quantity::whole(to)));
        assert_eq!(growth(80, 100).as_deref(), Some("25"));
        assert_eq!(growth(3, 4).as_deref(), Some("33.3333"));
        assert_eq!(growth(3, 2).as_deref(), Some("-33.3334"));
        assert_eq!(growth(7, 0).as_deref(), Some("-100"));
        assert_eq!((growth(0, 5), growth(-5, 5)), (None, None));
        assert_eq!(super::growth(Quantity::STEP, Quantity::MAX_INPUT), None, "more than anybody can enter");
    }

    #[test]
    fn a_yearly_average_is_compounded_exactly() {
        let growth = |from: i64, to: i64, years| {
            written(yearly_growth(Quantity::whole(from), Quantity::whole(to), Quantity::whole(years)))
        };
        for (from, to, years, average) in [
            (125, 216, 3, "20"),
            (125, 215, 3, "19.8145"),
            (1000, 2744, 3, "40"),
            (10_000, 28_561, 4, "30"),
            (80, 100, 1, "25"),
            (100, 100, 5, "0"),
            (4, 1, 2, "-50"),
            (3, 2, 2, "-18.3504"),
            (7, 0, 3, "-100"),
            (1, 99_999_999_999, 20, "254.8133"),
        ] {
            assert_eq!(growth(from, to, years).as_deref(), Some(average), "{from} to {to} in {years}");
        }
        assert_eq!((growth(0, 5, 2), growth(5, 6, 0), growth(5, -6, 2)), (None, None, None));
    }

    /// The rate that is given does not lead beyond the end, and the next one does.
    #[test]
    fn an_average_is_the_largest_rate_that_holds() {
        for (from, to, years) in [(7, 11, 2), (997, 1009, 7), (12, 5, 3), (99_999_999, 99_999_998, 9)] {
            let (from, to) = (Quantity::whole(from), Quantity::whole(to));
            let rate = yearly_growth(from, to, Quantity::whole(i64::from(years))).unwrap().in_units();
            let against = |rate| compounded(from, WHOLE + rate, years).cmp_to(&compounded(to, WHOLE, years));
            assert_ne!(against(rate), Ordering::Greater);
            assert_eq!(against(rate + 1), Ordering::Greater);
        }
    }
}
