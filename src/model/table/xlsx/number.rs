//! Numbers as a workbook keeps them: the shortest decimal of a binary float, perhaps with an exponent.

use crate::model::Date;

/// How many digits spreadsheets show and promise.
const DIGITS: usize = 15;
/// Beyond this many places a number is left as it stands.
const PLACES: i32 = 40;

/// A plain decimal with the digits a spreadsheet shows: `0.30000000000000004` is 0.3.
pub fn plain(text: &str) -> Option<String> {
    let (sign, unsigned) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let written = format!("{whole}{decimals}");
    if written.is_empty() || !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = written.trim_start_matches('0');
    let leading = i32::try_from(written.len() - digits.len()).ok()?;
    let exponent: i32 = exponent.parse().ok()?;
    // The number is 0.digits times ten to this.
    let point = i32::try_from(whole.len()).ok()?.checked_sub(leading)?.checked_add(exponent)?;
    if !(-PLACES..=PLACES).contains(&point) {
        return None;
    }
    let (digits, point) = rounded(digits, point);
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let length = i32::try_from(digits.len()).ok()?;
    Some(match usize::try_from(point).ok().and_then(|point| digits.split_at_checked(point)) {
        _ if point <= 0 => format!("{sign}0.{}{digits}", zeros(-point)),
        Some((whole, rest)) if !rest.is_empty() => format!("{sign}{whole}.{rest}"),
        _ => format!("{sign}{digits}{}", zeros(point - length)),
    })
}

/// At most fifteen digits; a carry out of the first moves the point.
fn rounded(digits: &str, point: i32) -> (String, i32) {
    let Some((kept, rest)) = digits.split_at_checked(DIGITS) else { return (digits.to_owned(), point) };
    if !rest.starts_with(['5', '6', '7', '8', '9']) {
        return (kept.to_owned(), point);
    }
    let up = kept.parse::<u64>().map_or_else(|_| kept.to_owned(), |kept| (kept + 1).to_string());
    let carried = i32::from(up.len() > kept.len());
    (up, point + carried)
}

/// The day of a serial number. Spreadsheets believe in a 29 February 1900, so that only what is after it is sure.
pub fn day(serial: &str, from_1904: bool) -> Option<Date> {
    let whole: i32 = plain(serial)?.split('.').next()?.parse().ok()?;
    let serial = whole.checked_add(if from_1904 { 1462 } else { 0 }).filter(|serial| *serial > 60)?;
    Date::new(1899, 12, 30)?.plus_days(serial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_the_spreadsheet_shows() {
        for (text, shown) in [
            ("128", "128"),
            ("0", "0"),
            ("-0.0", "0"),
            ("0.30000000000000004", "0.3"),
            ("1.1000000000000001", "1.1"),
            ("-12.50", "-12.5"),
            ("2.0031010000200001E+12", "2003101000020"),
            ("202310123456.7", "202310123456.7"),
            ("1E3", "1000"),
            ("1.2E-3", "0.0012"),
            ("99999999999999996", "100000000000000000"),
            ("0.99999999999999996", "1"),
        ] {
            assert_eq!(plain(text).as_deref(), Some(shown), "{text}");
        }
        for text in ["", ".", "-", "x", "1e", "1e99", "1e9999999999", "--1", "1.2.3", "NaN"] {
            assert_eq!(plain(text), None, "{text}");
        }
    }

    #[test]
    fn serial_numbers_are_days() {
        for (serial, from_1904, day) in [
            ("45296", false, "2024-01-05"),
            ("45296.75", false, "2024-01-05"),
            ("43834", true, "2024-01-05"),
            ("61", false, "1900-03-01"),
        ] {
            assert_eq!(super::day(serial, from_1904).map(|day| day.to_string()).as_deref(), Some(day), "{serial}");
        }
        for serial in ["0", "60", "-1", "0.5", "99999999", "x"] {
            assert_eq!(day(serial, false), None, "{serial}");
        }
    }
}
