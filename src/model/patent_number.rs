//! 专利申请号, the numbers of applications for patents and of patents by ZC 0006-2003.
//!
//! Two digits of the year, the kind and five of a series until September 2003, four, the kind and seven since; behind a
//! point the check digit, modulo 11 with X for ten. A patent has the number of its application with `ZL` before it.

use std::fmt;

use super::text::half_width_of;

/// A number whose check digit fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatentNumber {
    /// Half width, capitals, a point before the check digit: `ZL200310100002.X`.
    pub normal: String,
    /// Of a patent that was granted: `ZL` stands before it.
    pub is_granted: bool,
    /// In which the application was filed.
    pub year: u16,
    pub kind: PatentKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatentKind {
    Invention,
    UtilityModel,
    Design,
}

/// Why a text is no such number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatentNumberError {
    /// A spreadsheet took it for a number and kept only its head: `2.02311E+12`.
    Shortened,
    /// The number of a publication, which ends with a letter: `CN101234567B`.
    Publication(char),
    Character(char),
    /// It has this many digits.
    Length(usize),
    /// The check digit is missing; it would be this one.
    NoCheckDigit(char),
    /// No year at its head in which applications were numbered like this.
    Year(String),
    /// No kind of patent.
    Kind(char),
    /// A digit is wrong: the check digit is the one, and would have to be the other.
    CheckDigit {
        stated: char,
        due: char,
    },
}

/// Reads a number in any writing.
pub fn read(text: &str) -> Result<PatentNumber, PatentNumberError> {
    let written = half_width_of(text).to_ascii_uppercase();
    if written.contains("E+") {
        return Err(PatentNumberError::Shortened);
    }
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '·');
    let plain = written.replace(is_between, "").replace('。', ".");
    let granted = plain.strip_prefix("ZL");
    let number = granted.or_else(|| plain.strip_prefix("CN")).unwrap_or(&plain);
    let (digits, stated) = parts(number)?;
    let (head, rest) = digits.split_at_checked(if digits.len() == 8 { 2 } else { 4 }).unwrap_or_default();
    let year = year_of(head).ok_or_else(|| PatentNumberError::Year(head.to_owned()))?;
    let kind = match rest.chars().next().unwrap_or_default() {
        '1' | '8' => PatentKind::Invention,
        '2' | '9' => PatentKind::UtilityModel,
        '3' => PatentKind::Design,
        other => return Err(PatentNumberError::Kind(other)),
    };
    let due = check_digit(&digits);
    match stated {
        Some(stated) if stated != due => return Err(PatentNumberError::CheckDigit { stated, due }),
        // The numbers of the first four years had none.
        None if year > 1988 => return Err(PatentNumberError::NoCheckDigit(due)),
        _ => {}
    }
    let prefix = if granted.is_some() { "ZL" } else { "" };
    Ok(PatentNumber { normal: format!("{prefix}{digits}.{due}"), is_granted: granted.is_some(), year, kind })
}

/// Eight or twelve digits, and the check digit if there is one: behind a point, or as the last of an odd number.
fn parts(number: &str) -> Result<(String, Option<char>), PatentNumberError> {
    let letter = number.trim_end_matches(|c: char| c.is_ascii_digit()).chars().last();
    if let Some(letter) = letter.filter(|c| matches!(c, 'A' | 'B' | 'C' | 'D' | 'S' | 'U' | 'Y')) {
        return Err(PatentNumberError::Publication(letter));
    }
    let mut digits: Vec<char> = number.chars().filter(|c| *c != '.').collect();
    let length = digits.len();
    let has_point = number.chars().rev().nth(1) == Some('.');
    let last = if has_point || length % 2 == 1 { digits.pop() } else { None };
    let odd = digits.iter().copied().find(|c| !c.is_ascii_digit());
    if let Some(odd) = odd.or_else(|| last.filter(|c| !c.is_ascii_digit() && *c != 'X')) {
        return Err(PatentNumberError::Character(odd));
    }
    if !matches!(digits.len(), 8 | 12) {
        return Err(PatentNumberError::Length(length));
    }
    Ok((digits.into_iter().collect(), last))
}

/// The weights go from 2 to 9 and begin anew.
fn check_digit(digits: &str) -> char {
    let weighed = digits.chars().zip((2..=9).cycle()).map(|(digit, weight)| digit.to_digit(10).unwrap_or(0) * weight);
    char::from_digit(weighed.sum::<u32>() % 11, 10).unwrap_or('X')
}

/// Two digits from 1985 to 2003, four from 2003 on.
fn year_of(head: &str) -> Option<u16> {
    match (head.len(), head.parse().ok()?) {
        (2, year @ 85..=99) => Some(1900 + year),
        (2, year @ 0..=3) => Some(2000 + year),
        (4, year @ 2003..=2099) => Some(year),
        _ => None,
    }
}

impl fmt::Display for PatentNumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shortened => f.write_str(
                "the spreadsheet has cut this number short; set the column to text there and enter the number again",
            ),
            Self::Publication(letter) => write!(
                f,
                "the number of a publication (it ends with `{letter}`); give the number of the patent or the \
                 application instead, such as `ZL200310100002.X`"
            ),
            Self::Character(c) => {
                write!(f, "a patent number has digits only, and perhaps X at its end; `{c}` does not belong in it")
            }
            Self::Length(length) => write!(
                f,
                "{length} digits, where a patent number has 13 with its check digit (9 before October 2003); compare it \
                 with the certificate"
            ),
            Self::NoCheckDigit(due) => {
                write!(f, "the check digit behind the point is missing; for this number it would be `{due}`")
            }
            Self::Year(head) => write!(
                f,
                "begins with `{head}`, which is no year of a Chinese patent application; compare it with the \
                 certificate, and take care not to give the number of a publication"
            ),
            Self::Kind(kind) => write!(
                f,
                "`{kind}` behind the year is no kind of patent: 1 or 8 is an invention, 2 or 9 a utility model, 3 a \
                 design; compare it with the certificate"
            ),
            Self::CheckDigit { stated, due } => write!(
                f,
                "the check digit is `{stated}` and would have to be `{due}`: a digit is wrong or two have changed \
                 places; compare it with the certificate"
            ),
        }
    }
}

impl PatentNumberError {
    /// The same in Chinese.
    pub fn in_chinese(&self) -> String {
        match self {
            Self::Shortened => "号码被电子表格截短了，请在表格中把该列设为文本后重新填写".to_owned(),
            Self::Publication(letter) => {
                format!("这是公布或公告号（末尾为“{letter}”），请改填专利号或申请号，如 ZL200310100002.X")
            }
            Self::Character(c) => format!("专利号只有数字，末位可以是 X，不应有“{c}”"),
            Self::Length(length) => {
                format!("有 {length} 位，专利号连校验位应为 13 位（2003 年 10 月以前为 9 位），请对照证书核对")
            }
            Self::NoCheckDigit(due) => format!("缺少小数点后的校验位，按此号码应为“{due}”"),
            Self::Year(head) => {
                format!("开头的“{head}”不是中国专利申请的年份，请对照证书核对，注意不要填公布或公告号")
            }
            Self::Kind(kind) => {
                format!("年份后的“{kind}”不是专利种类：1、8 为发明，2、9 为实用新型，3 为外观设计，请对照证书核对")
            }
            Self::CheckDigit { stated, due } => {
                format!("校验位是“{stated}”，按前面的数字应为“{due}”，可能有一位写错或两位颠倒，请对照证书核对")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_any_writing() {
        use PatentKind::{Design, Invention, UtilityModel};
        for (text, normal, year, kind) in [
            ("ZL200310100002.X", "ZL200310100002.X", 2003, Invention),
            ("200310100002X", "200310100002.X", 2003, Invention),
            ("cn200410030787.2", "200410030787.2", 2004, Invention),
            ("zl 2004 1 0030787.2", "ZL200410030787.2", 2004, Invention),
            ("ＺＬ２００４１００３０７８７．２", "ZL200410030787.2", 2004, Invention),
            ("ZL\u{200b}200410030787。2\r\n", "ZL200410030787.2", 2004, Invention),
            ("202380012345.6", "202380012345.6", 2023, Invention),
            ("ZL202321234567.6", "ZL202321234567.6", 2023, UtilityModel),
            ("ZL202390000001.9", "ZL202390000001.9", 2023, UtilityModel),
            ("ZL202330765432.1", "ZL202330765432.1", 2023, Design),
            ("ZL98105556.7", "ZL98105556.7", 1998, Invention),
            ("02 2 34567.1", "02234567.1", 2002, UtilityModel),
            // Without a check digit until 1988.
            ("85100001", "85100001.0", 1985, Invention),
        ] {
            let read = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!((read.normal.as_str(), read.year, read.kind), (normal, year, kind), "{text}");
            assert_eq!(read.is_granted, normal.starts_with("ZL"), "{text}");
            assert_eq!(super::read(&read.normal), Ok(read), "the normal form is its own");
        }
    }

    #[test]
    fn others_are_refused_with_a_reason() {
        use PatentNumberError as Error;
        for (text, error) in [
            ("", Error::Length(0)),
            ("ZL", Error::Length(0)),
            ("2.00311E+11", Error::Shortened),
            ("CN101234567B", Error::Publication('B')),
            ("CN 1234567 C", Error::Publication('C')),
            ("CN212345678U", Error::Publication('U')),
            ("CN305123456S", Error::Publication('S')),
            ("CN1234567A1", Error::Publication('A')),
            ("CN101234567", Error::Year("10".into())),
            ("ZL20031010000X.2", Error::Character('X')),
            ("ZL2003I0100002.X", Error::Character('I')),
            ("PCT/CN2023/012345", Error::Character('P')),
            ("发明专利", Error::Character('发')),
            ("ZL20031010002.X", Error::Length(12)),
            ("ZL20041003078.2", Error::Length(12)),
            ("200410030787", Error::NoCheckDigit('2')),
            ("2004100307872345", Error::Length(16)),
            ("84100001.2", Error::Year("84".into())),
            ("04100001.2", Error::Year("04".into())),
            ("200210030787.2", Error::Year("2002".into())),
            ("200440030787.2", Error::Kind('4')),
            ("200410030787.3", Error::CheckDigit { stated: '3', due: '2' }),
            ("200410037087.2", Error::CheckDigit { stated: '2', due: '6' }),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
    }

    #[test]
    fn one_wrong_digit_never_passes() {
        let digits = "20041003078";
        for (at, wrong) in (0..digits.len()).flat_map(|at| ('0'..='9').map(move |wrong| (at, wrong))) {
            let changed: String = digits.chars().enumerate().map(|(i, c)| if i == at { wrong } else { c }).collect();
            let number = format!("{changed}7.2");
            assert_eq!(read(&number).is_ok(), changed == digits, "{number}");
        }
    }
}
