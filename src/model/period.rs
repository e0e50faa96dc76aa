//! Lengths of time as documents give them, and days that come every year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date::{Date, DateError};
use super::text::Lang;

/// A length of time. Months and years are those of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Days(u16),
    Months(u16),
    Years(u16),
}

impl Period {
    /// Whether there is any time in it.
    pub const fn is_zero(self) -> bool {
        matches!(self, Self::Days(0) | Self::Months(0) | Self::Years(0))
    }

    /// The day on which it ends when it has run so many times from a day, which itself does not count. It is reckoned
    /// from that day each time, so that a month without such a day moves no later end. `None` beyond the calendar.
    pub fn after(self, day: Date, times: u16) -> Option<Date> {
        let product = |number: u16| i32::from(number).checked_mul(i32::from(times));
        match self {
            Self::Days(days) => day.plus_days(product(days)?),
            Self::Months(months) => day.plus_months(product(months)?),
            Self::Years(years) => day.plus_months(product(years)?.checked_mul(12)?),
        }
    }

    /// `三个月`, `three months`, in figures.
    pub fn in_prose(self, lang: Lang) -> String {
        let (number, zh, one, many) = match self {
            Self::Days(days) => (days, "天", "day", "days"),
            Self::Months(months) => (months, "个月", "month", "months"),
            Self::Years(years) => (years, "年", "year", "years"),
        };
        match lang {
            Lang::Zh => format!("{number}{zh}"),
            Lang::En => format!("{number} {}", if number == 1 { one } else { many }),
        }
    }
}

/// Days from one day to another; nothing while the second is not after the first.
pub fn days_between(from: Date, to: Date) -> i64 {
    i64::from(to.day_number() - from.day_number()).max(0)
}

/// Full months from one day to another; nothing while the second is not after the first.
pub fn months_between(from: Date, to: Date) -> i64 {
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let most = months(to) - months(from);
    let is_full = from.plus_months(most).is_some_and(|day| day <= to);
    i64::from(if is_full { most } else { most - 1 }).max(0)
}

/// A day that every year has, written `MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

impl MonthDay {
    /// The day, if every year has it: 29 February is none.
    pub fn new(month: u8, day: u8) -> Option<Self> {
        const COMMON_YEAR: u16 = 2001;
        Date::new(COMMON_YEAR, month, day).map(|_| Self { month, day })
    }

    pub fn in_year(self, year: u16) -> Option<Date> {
        Date::new(year, self.month, self.day)
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl FromStr for MonthDay {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (month, day) = text.split_once('-').ok_or(DateError)?;
        let number = |text: &str| match text.as_bytes() {
            [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Ok((tens - b'0') * 10 + (ones - b'0')),
            _ => Err(DateError),
        };
        Self::new(number(month)?, number(day)?).ok_or(DateError)
    }
}

impl Serialize for MonthDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| de::Error::custom("not a day of every year written MM-DD"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_ends_on_the_day_of_its_month_or_on_the_last() {
        for (period, from, times, end) in [
            (Period::Months(3), "2023-11-29", 1, "2024-02-29"),
            (Period::Months(3), "2023-11-30", 1, "2024-02-29"),
            (Period::Months(3), "2024-11-30", 1, "2025-02-28"),
            (Period::Years(3), "2024-02-29", 1, "2027-02-28"),
            // Reckoned from the first day, not from one end to the next.
            (Period::Years(2), "2024-02-29", 2, "2028-02-29"),
            (Period::Months(1), "2026-01-31", 2, "2026-03-31"),
            (Period::Days(10), "2023-12-25", 1, "2024-01-04"),
            (Period::Days(10), "2023-12-25", 0, "2023-12-25"),
        ] {
            assert_eq!(period.after(day(from), times), Some(day(end)), "{period:?} {from} {times}");
        }
        for period in [Period::Days(u16::MAX), Period::Months(u16::MAX), Period::Years(u16::MAX)] {
            assert_eq!(period.after(day("9999-12-31"), u16::MAX), None);
        }
    }

    #[test]
    fn a_day_of_every_year_is_none_that_some_years_lack() {
        assert_eq!("01-31".parse::<MonthDay>().unwrap().in_year(2027), Some(day("2027-01-31")));
        for bad in ["02-29", "02-30", "13-01", "1-31", "0131", "01-31-1", "+1-31", ""] {
            assert_eq!(bad.parse::<MonthDay>(), Err(DateError), "{bad}");
        }
    }
}
