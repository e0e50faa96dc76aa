//! The one exact number type: an integer count of ten-thousandths.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::de::Unexpected;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::{Number, Value};

/// A count, a percentage, an area or an amount of yuan, exact to four decimals.
///
/// Arithmetic goes through `i128` and saturates; the pack checker refuses any rule whose largest
/// result would come near the limit, so saturation is never seen in a checked pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(i64);

/// Why a text is not a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityError {
    /// Something other than an optional minus, digits and at most one point.
    NotANumber,
    /// More than four digits after the point.
    TooManyDecimals,
    /// More than eleven digits before the point.
    TooLarge,
}

impl Quantity {
    pub const ZERO: Self = Self(0);
    /// The least distance between two quantities that differ.
    pub const STEP: Self = Self(1);
    /// The largest there is.
    pub const MAX: Self = Self(i64::MAX);
    /// The largest quantity that can be entered: eleven digits and four decimals, which every JSON reader keeps exactly.
    pub const MAX_INPUT: Self = Self(999_999_999_999_999);
    /// The largest count that can be entered: eight digits, so that a count times a sum of money stays exact.
    pub const MAX_COUNT: Self = Self::whole(99_999_999);
    const SCALE: i64 = 10_000;
    const DECIMALS: usize = 4;
    const WHOLE_DIGITS: usize = 11;
    const WAN_DIGITS: usize = 4;

    /// A whole number of units (or yuan).
    pub const fn whole(units: i64) -> Self {
        Self(units.saturating_mul(Self::SCALE))
    }

    /// So many ten-thousandths; `None` where that is too large.
    pub fn from_units(units: i128) -> Option<Self> {
        i64::try_from(units).ok().map(Self)
    }

    /// This many ten-thousandths, for sums that may outgrow a quantity.
    pub const fn in_units(self) -> i128 {
        self.0 as i128
    }

    pub const fn is_whole(self) -> bool {
        self.0 % Self::SCALE == 0
    }

    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The product, cut off after the fourth decimal.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        match self.0.checked_mul(other.0) {
            Some(product) => Self(product / Self::SCALE),
            None => Self::narrow(i128::from(self.0) * i128::from(other.0) / i128::from(Self::SCALE)),
        }
    }

    /// The product, rounded up to the fourth decimal.
    #[must_use]
    pub fn times_up(self, other: Self) -> Self {
        let scale = i128::from(Self::SCALE);
        let product = i128::from(self.0) * i128::from(other.0);
        Self::narrow(product.div_euclid(scale) + i128::from(product.rem_euclid(scale) > 0))
    }

    /// This number against `factor × of`, without rounding the product.
    pub fn cmp_product(self, factor: Self, of: Self) -> Ordering {
        (i128::from(self.0) * i128::from(Self::SCALE)).cmp(&(i128::from(factor.0) * i128::from(of.0)))
    }

    /// The largest number that, `factor` times, does not exceed this one; the factor is positive.
    #[must_use]
    pub fn shared_by(self, factor: Self) -> Self {
        Self::narrow((i128::from(self.0) * i128::from(Self::SCALE)).div_euclid(i128::from(factor.0.max(1))))
    }

    /// The least whole number that is not below this one.
    #[must_use]
    pub const fn whole_up(self) -> Self {
        Self((self.0.saturating_add(Self::SCALE - 1)).div_euclid(Self::SCALE) * Self::SCALE)
    }

    /// A number about half-way to another, a whole number of steps away; `None` where they are neighbours.
    pub fn middle(self, other: Self, step: Self) -> Option<Self> {
        let step = i128::from(step.0.max(1));
        let steps = (i128::from(other.0) - i128::from(self.0)) / step;
        (steps.abs() > 1).then(|| Self::narrow(i128::from(self.0) + steps / 2 * step))
    }

    /// Whether the product fits without saturating.
    pub fn times_fits(self, other: Self) -> bool {
        let product = i128::from(self.0) * i128::from(other.0) / i128::from(Self::SCALE);
        i64::try_from(product).is_ok()
    }

    /// This many yuan counted in 万 (ten thousand); `None` where that would need more than two decimals.
    pub const fn in_wan(self) -> Option<Self> {
        if self.0 % (100 * Self::SCALE) == 0 { Some(Self(self.0 / Self::SCALE)) } else { None }
    }

    /// Reads a number of 万 (ten thousand): `1200.5` is 12,005,000.
    pub fn from_wan(text: &str) -> Result<Self, QuantityError> {
        Self::read(text, Self::WAN_DIGITS)
    }

    /// This number counted in 万, to as many decimals as it takes; `from_wan` reads it back.
    pub fn to_wan(self) -> String {
        let mut text = String::new();
        // A string takes whatever is written to it.
        _ = self.write(&mut text, Self::DECIMALS + Self::WAN_DIGITS);
        text
    }

    /// Plain decimal with thousands separators: `1,234.5`.
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let mut grouped = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        if !decimals.is_empty() {
            grouped.push('.');
            grouped.push_str(decimals);
        }
        grouped
    }

    /// Reads a number whose point stands so many digits further left than it should.
    fn read(text: &str, shift: usize) -> Result<Self, QuantityError> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !decimals.is_none_or(all_digits) {
            return Err(QuantityError::NotANumber);
        }
        let (decimals, places) = (decimals.unwrap_or("").trim_end_matches('0'), Self::DECIMALS + shift);
        if decimals.len() > places {
            return Err(QuantityError::TooManyDecimals);
        }
        let whole = whole.trim_start_matches('0');
        if !whole.is_empty() && whole.len() + places > Self::WHOLE_DIGITS + Self::DECIMALS {
            return Err(QuantityError::TooLarge);
        }
        let padding = std::iter::repeat_n(b'0', places - decimals.len());
        let digits = whole.bytes().chain(decimals.bytes()).chain(padding);
        let units = digits.fold(0, |units, digit| units * 10 + i64::from(digit - b'0'));
        Ok(Self(if negative { -units } else { units }))
    }

    /// The count of ten-thousandths with its point before the last so many digits.
    fn write(self, f: &mut impl fmt::Write, mut places: usize) -> fmt::Result {
        let units = self.0.unsigned_abs();
        let one = (0..places).fold(1, |one, _| one * 10);
        let (whole, mut decimals) = (units / one, units % one);
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{whole}")?;
        if decimals == 0 {
            return Ok(());
        }
        while decimals % 10 == 0 {
            (decimals, places) = (decimals / 10, places - 1);
        }
        write!(f, ".{decimals:0>places$}")
    }

    pub(super) fn narrow(wide: i128) -> Self {
        let limit = if wide < 0 { i64::MIN } else { i64::MAX };
        Self(i64::try_from(wide).unwrap_or(limit))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, Self::DECIMALS)
    }
}

impl FromStr for Quantity {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        Self::read(text, 0)
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return self.0.serialize(serializer);
        }
        let number: Number = self.to_string().parse().map_err(ser::Error::custom)?;
        number.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    /// Any value is taken in first: what is no number can then be named, whatever way numbers travel.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return i64::deserialize(deserializer).map(Self);
        }
        let value = Value::deserialize(deserializer)?;
        let found = match &value {
            Value::Number(number) => return number.as_str().parse().map_err(de::Error::custom),
            Value::Null => Unexpected::Unit,
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        Err(de::Error::invalid_type(found, &"a number"))
    }
}

impl QuantityError {
    pub(super) const ALL: [Self; 3] = [Self::NotANumber, Self::TooManyDecimals, Self::TooLarge];

    pub(super) const fn in_chinese(self) -> &'static str {
        match self {
            Self::NotANumber => "不是数字",
            Self::TooManyDecimals => "小数超过四位",
            Self::TooLarge => "数字过大",
        }
    }
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "not a plain decimal number",
            Self::TooManyDecimals => "more than four decimals",
            Self::TooLarge => "more than eleven digits before the point",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, printed: &str) {
        assert_eq!(text.parse::<Quantity>().map(|quantity| quantity.to_string()).as_deref(), Ok(printed));
    }

    #[test]
    fn reads_and_prints_exactly() {
        check("0", "0");
        check("-0.5", "-0.5");
        check("007.1200", "7.12");
        check("99999999999.9999", "99999999999.9999");
        check("1.00000", "1");
    }

    #[test]
    fn refuses_what_it_cannot_hold() {
        for (text, error) in [
            ("", QuantityError::NotANumber),
            ("1e3", QuantityError::NotANumber),
            ("+1", QuantityError::NotANumber),
            (".5", QuantityError::NotANumber),
            ("5.", QuantityError::NotANumber),
            ("--1", QuantityError::NotANumber),
            ("1.00001", QuantityError::TooManyDecimals),
            ("100000000000", QuantityError::TooLarge),
        ] {
            assert_eq!(text.parse::<Quantity>(), Err(error), "{text}");
        }
    }

    #[test]
    fn multiplies_through_the_wide_type() {
        let half: Quantity = "0.5".parse().unwrap();
        assert_eq!(Quantity::whole(7).times(half).to_string(), "3.5");
        assert!(!Quantity::MAX_INPUT.times_fits(Quantity::MAX_INPUT));
        assert_eq!(Quantity::MAX_INPUT.times(Quantity::MAX_INPUT), Quantity(i64::MAX));
    }

    #[test]
    fn compares_with_a_product_that_has_more_decimals_than_it_can_hold() {
        let quantity = |text: &str| text.parse::<Quantity>().unwrap();
        let (factor, of) = (quantity("1.2"), quantity("0.0002"));
        assert_eq!(quantity("0.0002").cmp_product(factor, of), Ordering::Less);
        assert_eq!(quantity("0.0003").cmp_product(factor, of), Ordering::Greater);
        assert_eq!(factor.times_up(of), quantity("0.0003"));
        assert_eq!(quantity("-1.2").times_up(of), quantity("-0.0002"));
        assert_eq!(Quantity::whole(12_000_000).cmp_product(factor, Quantity::whole(10_000_000)), Ordering::Equal);
    }

    #[test]
    fn groups_thousands() {
        for (text, grouped) in [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.5", "-1,234,567.5")] {
            assert_eq!(text.parse::<Quantity>().unwrap().grouped(), grouped);
        }
    }

    #[test]
    fn counts_yuan_in_wan() {
        assert_eq!(Quantity::whole(12_345_600).in_wan().unwrap().grouped(), "1,234.56");
        assert_eq!(Quantity::whole(11_999_999).in_wan(), None);
        assert_eq!("0.5".parse::<Quantity>().unwrap().in_wan(), None);
    }

    #[test]
    fn a_number_of_wan_is_read_and_written_exactly() {
        for (wan, yuan, written) in [
            ("1200", "12000000", "1200"),
            ("1200.50", "12005000", "1200.5"),
            ("0.0001", "1", "0.0001"),
            ("0.00005", "0.5", "0.00005"),
            ("0.00000001", "0.0001", "0.00000001"),
            ("9999999.99999999", "99999999999.9999", "9999999.99999999"),
            ("-3", "-30000", "-3"),
            ("0", "0", "0"),
        ] {
            let read = Quantity::from_wan(wan).unwrap();
            assert_eq!((read.to_string().as_str(), read.to_wan().as_str()), (yuan, written), "{wan}");
        }
        for (wan, error) in [
            ("0.000000001", QuantityError::TooManyDecimals),
            ("10000000", QuantityError::TooLarge),
            ("12.", QuantityError::NotANumber),
            ("", QuantityError::NotANumber),
        ] {
            assert_eq!(Quantity::from_wan(wan), Err(error), "{wan}");
        }
    }

    #[test]
    fn json_numbers_keep_their_exact_text() {
        let quantity: Quantity = serde_json::from_str("11.0001").unwrap();
        assert_eq!(serde_json::to_string(&quantity).unwrap(), "11.0001");
    }
}
