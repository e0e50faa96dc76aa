//! Calendar days, written `YYYY-MM-DD`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::text::{Lang, half_width_of};

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
        Self::from_day_number(i32::try_from(days).ok()?.checked_add(719_468)?)
    }

    /// The day with this number, where 1 March of the year 0 is the first. Counted in eras of 400 years that start on
    /// 1 March, so that the leap day comes last.
    fn from_day_number(number: i32) -> Option<Self> {
        let (era, day_of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// The inverse of `from_day_number`.
    pub(super) fn day_number(self) -> i32 {
        let Self { year, month, day } = self;
        let year = i32::from(year) - i32::from(month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let from_march = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * from_march + 2) / 5 + i32::from(day) - 1;
        era * 146_097 + 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year
    }

    /// Reads a day the way people write it: `2026-3-1`, `2026年3月1日`, `2026/3/1`, `20260301`. Blanks may stand beside a
    /// separator, but not between two digits.
    pub fn read(text: &str) -> Result<Self, DateError> {
        let plain = half_width_of(text);
        let plain = plain.strip_suffix(['日', '号']).unwrap_or(&plain);
        let parts: Vec<&str> = plain.split(['-', '/', '.', '年', '月']).map(str::trim).collect();
        match parts.as_slice() {
            [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}").parse(),
            [digits] if digits.len() == 8 => {
                let (year, rest) = digits.split_at_checked(4).ok_or(DateError)?;
                let (month, day) = rest.split_at_checked(2).ok_or(DateError)?;
                format!("{year}-{month}-{day}").parse()
            }
            _ => Err(DateError),
        }
    }

    /// The day after; `None` after the last there is.
    pub fn next(self) -> Option<Self> {
        let Self { year, month, day } = self;
        Self::new(year, month, day + 1).or_else(|| Self::new(year, month + 1, 1)).or_else(|| Self::new(year + 1, 1, 1))
    }

    /// The day before; `None` before the first there is.
    pub fn previous(self) -> Option<Self> {
        let Self { year, month, day } = self;
        match (day, month) {
            (1, 1) => Self::new(year.checked_sub(1)?, 12, 31),
            (1, _) => Self::last_of(year, month - 1),
            _ => Self::new(year, month, day - 1),
        }
    }

    /// So many days later, or earlier where the number is negative; `None` beyond the calendar.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_day_number(self.day_number().checked_add(days)?)
    }

    /// So many months later, or earlier: the same day of that month, or its last where it has no such day.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let count = (i32::from(self.year) * 12 + i32::from(self.month) - 1).checked_add(months)?;
        let year = u16::try_from(count.div_euclid(12)).ok()?;
        let month = u8::try_from(count.rem_euclid(12) + 1).ok()?;
        Self::new(year, month, self.day).or_else(|| Self::last_of(year, month))
    }

    fn last_of(year: u16, month: u8) -> Option<Self> {
        (28..=31).rev().find_map(|day| Self::new(year, month, day))
    }

    #[must_use]
    pub const fn first_of_month(self) -> Self {
        Self { day: 1, ..self }
    }

    pub const fn is_in_month_of(self, other: Self) -> bool {
        self.year == other.year && self.month == other.month
    }

    pub const fn year(self) -> u16 {
        self.year
    }

    pub const fn month(self) -> u8 {
        self.month
    }

    pub const fn day_of_month(self) -> u8 {
        self.day
    }

    /// The day of the week, counted from Monday as zero, by Sakamoto's method.
    pub fn weekday(self) -> u8 {
        const OFFSETS: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = self.year - u16::from(self.month < 3);
        let offset = OFFSETS.get(usize::from(self.month) - 1).copied().unwrap_or_default();
        let from_sunday = year + year / 4 - year / 100 + year / 400 + offset + u16::from(self.day);
        u8::try_from((from_sunday + 6) % 7).unwrap_or_default()
    }

    /// As prose writes it: `2026年11月21日`, `21 November 2026`.
    pub fn in_prose(self, lang: Lang) -> String {
        let Self { year, month, day } = self;
        match lang {
            Lang::Zh => format!("{year}年{month}月{day}日"),
            Lang::En => format!("{day} {} {year}", self.month_name()),
        }
    }

    /// The month as prose writes it: `2026年11月`, `November 2026`.
    pub fn month_in_prose(self, lang: Lang) -> String {
        let Self { year, month, .. } = self;
        match lang {
            Lang::Zh => format!("{year}年{month}月"),
            Lang::En => format!("{} {year}", self.month_name()),
        }
    }

    fn month_name(self) -> &'static str {
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
        MONTHS.get(usize::from(self.month).saturating_sub(1)).copied().unwrap_or_default()
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
    fn a_day_is_read_the_way_people_write_it() {
        for text in [
            "2026-01-05",
            "2026-1-5",
            "2026年1月5日",
            " 2026 年 1 月 5 号\n",
            "2026/1/5",
            "2026.01.05",
            "20260105",
            "２０２６－１－５",
        ] {
            assert_eq!(Date::read(text).unwrap().to_string(), "2026-01-05", "{text}");
        }
        for text in [
            "2026",
            "2026105",
            "2026年13月1日",
            "5.1.2026",
            "2026-02-30",
            "明天",
            "",
            "2026-1-1 2",
            "2026-1-5 2026-1-6",
        ] {
            assert_eq!(Date::read(text), Err(DateError), "{text}");
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
            assert_eq!(day(days + 1).previous(), Some(day(days)));
            assert_eq!(day(0).plus_days(i32::try_from(days).unwrap()), Some(day(days)));
            // The epoch began on a Thursday.
            assert_eq!(u32::from(day(days).weekday()), (days + 3) % 7, "{}", day(days));
        }
        assert_eq!(Date::FIRST.previous(), None);
        assert_eq!("9999-12-31".parse::<Date>().unwrap().next(), None);
    }

    #[test]
    fn months_and_weeks_are_gone_through_both_ways() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (from, months, to) in [
            ("2026-01-31", 1, "2026-02-28"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2026-01-15", -1, "2025-12-15"),
            ("2026-11-25", 14, "2028-01-25"),
        ] {
            assert_eq!(day(from).plus_months(months), Some(day(to)), "{from} {months}");
        }
        assert_eq!(day("2024-03-01").plus_days(-1), Some(day("2024-02-29")));
        assert_eq!(day("2026-12-28").plus_days(7), Some(day("2027-01-04")));
        assert_eq!((day("0001-01-05").plus_days(-7), day("9999-12-31").plus_months(1)), (None, None));
        assert_eq!((day("9999-12-31").plus_days(i32::MAX), day("9999-12-31").plus_months(i32::MAX)), (None, None));
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
