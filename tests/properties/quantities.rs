//! Round trip of quantities: they are exact, what is printed is what was read.

use proptest::prelude::*;
use zhice::model::Quantity;

use super::hold::hold;
use super::naive::units;

/// Eleven digits and four decimals, without the point.
const MOST: i64 = 999_999_999_999_999;

/// The quantity that is this many ten-thousandths.
fn quantity(count: i64) -> Quantity {
    let (sign, size) = (if count < 0 { "-" } else { "" }, count.unsigned_abs());
    format!("{sign}{}.{:04}", size / 10_000, size % 10_000).parse().unwrap()
}

#[test]
fn what_is_printed_reads_back_the_same() {
    hold(2_000, -MOST..=MOST, |count| {
        let quantity = quantity(count);
        prop_assert_eq!(units(quantity), i128::from(count));
        prop_assert_eq!(quantity.to_string().parse(), Ok(quantity));
        let json = serde_json::to_string(&quantity).unwrap();
        prop_assert_eq!(serde_json::from_str::<Quantity>(&json).unwrap(), quantity);
        prop_assert_eq!(json, quantity.to_string());
        Ok(())
    });
}

#[test]
fn order_and_arithmetic_are_those_of_whole_numbers() {
    let count = || prop_oneof![-MOST..=MOST, -10_000_000..=10_000_000_i64];
    hold(1_000, (count(), count()), |(a, b)| {
        let (left, right) = (quantity(a), quantity(b));
        prop_assert_eq!(left.cmp(&right), a.cmp(&b));
        prop_assert_eq!(units(left.plus(right)), i128::from(a) + i128::from(b));
        prop_assert_eq!(units(left.minus(right)), i128::from(a) - i128::from(b));
        let product = i128::from(a) * i128::from(b) / 10_000;
        prop_assert_eq!(left.times_fits(right), i64::try_from(product).is_ok());
        let held = product.clamp(i64::MIN.into(), i64::MAX.into());
        prop_assert_eq!(units(left.times(right)), held);
        Ok(())
    });
}

#[test]
fn no_text_is_too_odd_to_be_refused_in_peace() {
    hold(1_000, "[-+]?[0-9]{0,14}[.,]?[0-9]{0,6}[eE万%]?", |text| {
        if let Ok(quantity) = text.parse::<Quantity>() {
            prop_assert_eq!(quantity.to_string().parse(), Ok(quantity));
        }
        Ok(())
    });
}
