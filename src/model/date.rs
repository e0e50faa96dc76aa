//! Calendar days, written `YYYY-MM-DD`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::text::Lang;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The day an assessment speaks of. The engine has no clock: whoever calls it says which day it is.
pub type AsOf = Date;

impl Date {
    /// The first day there is.
    pub const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// The day, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let real = (1..=9999).contains(&year) && (1..=last).contains(&day);
        real.then_some(Self { year, month, day })
    }

    /// The day `days` after 1970-01-01.
    pub fn from_days_since_epoch(days: u32) -> Option<Self> {
        // Counted in eras of 400 years that start on 1 March, so that the leap day comes last.
        let shifted = days.checked_add(719_468)?;
        let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year_of_era + u32::from(month <= 2);
        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// The day after; `None` after the last there is.
    pub fn next(self) -> Option<Self> {
        let Self { year, month, day } = self;
        Self::new(year, month, day + 1).or_else(|| Self::new(year, month + 1, 1)).or_else(|| Self::new(year + 1, 1, 1))
    }

    /// As prose writes it: `2026年11月21日`, `21 November 2026`.
    pub fn in_prose(self, lang: Lang) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let Self { year, month, day } = self;
        match lang {
            Lang::Zh => format!("{year}年{month}月{day}日"),
            Lang::En => {
                let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
                format!("{day} {name} {year}")
            }
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// By when: a year as documents give it, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    Year(u16),
    Day(Date),
}

impl Deadline {
    /// The day on which it ends: of a year, the last.
    pub fn last_day(self) -> Option<Date> {
        match self {
            Self::Year(year) => Date::new(year, 12, 31),
            Self::Day(day) => Some(day),
        }
    }

    /// `2026年`, `2026`, or the day as prose writes it.
    pub fn in_prose(self, lang: Lang) -> String {
        match self {
            Self::Year(year) => format!("{year}{}", lang.pick("年", "")),
            Self::Day(day) => day.in_prose(lang),
        }
    }
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl FromStr for Deadline {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let first = || format!("{text}-01-01").parse::<Date>().map(|day| Self::Year(day.year));
        text.parse().map(Self::Day).or_else(|_| first())
    }
}

impl Serialize for Deadline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Deadline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(|_| de::Error::custom("neither YYYY nor YYYY-MM-DD"))
    }
}

/// The text is not a day of the calendar written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a calendar day written YYYY-MM-DD")
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let mut part = |width: usize| -> Option<u16> {
            let digits = parts.next().filter(|part| part.len() == width && part.bytes().all(|b| b.is_ascii_digit()))?;
            digits.parse().ok()
        };
        let (year, month, day) = (part(4), part(2), part(2));
        let date = match (year, month, day, parts.next()) {
            (Some(year), Some(month), Some(day), None) => u8::try_from(month)
                .ok()
                .zip(u8::try_from(day).ok())
                .and_then(|(month, day)| Self::new(year, month, day)),
            _ => None,
        };
        date.ok_or(DateError)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_days_of_the_calendar() {
        for good in ["2020-02-29", "2000-02-29", "2026-11-21", "0001-01-01"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for bad in [
            "2021-02-29",
            "1900-02-29",
            "2020-13-01",
            "2020-1-01",
            "20-01-01",
            "2020-01-01-1",
            "2020-00-10",
            "+020-01-01",
            "",
        ] {
            assert_eq!(bad.parse::<Date>(), Err(DateError), "{bad}");
        }
    }

    #[test]
    fn counts_days_from_the_epoch() {
        for (days, day) in [(0, "1970-01-01"), (11_016, "2000-02-29"), (18_499, "2020-08-25"), (20_778, "2026-11-21")] {
            assert_eq!(Date::from_days_since_epoch(days).unwrap().to_string(), day);
        }
    }

    #[test]
    fn each_day_comes_after_the_one_before() {
        for days in 0..150_000 {
            let day = |days| Date::from_days_since_epoch(days).unwrap();
            assert_eq!(day(days).next(), Some(day(days + 1)));
        }
        assert_eq!("9999-12-31".parse::<Date>().unwrap().next(), None);
    }

    #[test]
    fn a_deadline_is_a_year_or_a_day() {
        for good in ["2026", "2023-08-10"] {
            assert_eq!(serde_json::to_value(good.parse::<Deadline>().unwrap()).unwrap(), good);
        }
        for bad in ["26", "2026-02", "2026-01-01-01", "+026", ""] {
            assert_eq!(bad.parse::<Deadline>(), Err(DateError), "{bad}");
        }
        let year = "2026".parse::<Deadline>().unwrap();
        assert_eq!(year.in_prose(Lang::Zh), "2026年");
        assert_eq!(year.last_day(), "2026-12-31".parse().ok());
    }

    #[test]
    fn prose_has_no_padding() {
        let day: Date = "2020-08-05".parse().unwrap();
        assert_eq!(day.in_prose(Lang::Zh), "2020年8月5日");
        assert_eq!(day.in_prose(Lang::En), "5 August 2020");
    }
}
