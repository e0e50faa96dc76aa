//! Telephone numbers of mainland China, as people write them, each with its normal form.

use crate::model::text::half_width_of;

/// Mobile numbers: `13812345678`. `+86`, `0086` or `86` may come first.
pub fn mobile(text: &str) -> Option<String> {
    each(text, one_mobile)
}

/// Landlines and service numbers: `0533-2771234-801`, `400-123-4567`.
pub fn landline(text: &str) -> Option<String> {
    each(text, one_landline)
}

/// Several numbers, parted by a stroke or 、.
fn each(text: &str, normal: fn(&str) -> Option<String>) -> Option<String> {
    let text = half_width_of(text);
    let numbers = text.split(['/', '、']).map(normal).collect::<Option<Vec<_>>>()?;
    Some(numbers.join(" / "))
}

/// 1, then 3 to 9, then nine digits.
fn one_mobile(text: &str) -> Option<String> {
    let plain = text.replace(|c: char| c.is_whitespace() || matches!(c, '-' | '(' | ')'), "");
    let national = ["+86", "0086", "86"].iter().find_map(|code| plain.strip_prefix(code)).unwrap_or(&plain);
    let mut digits = national.chars();
    let holds = is_digits(national, 11, 11)
        && digits.next() == Some('1')
        && digits.next().is_some_and(|second| ('3'..='9').contains(&second));
    holds.then(|| national.to_owned())
}

/// An area code of three or four digits, seven or eight digits, an extension; only the middle is required.
fn one_landline(text: &str) -> Option<String> {
    let plain =
        text.replace("分机", "-").replace(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '转' | '#'), "-");
    let (abroad, national) = match plain.trim_matches('-').split_once("86") {
        Some(("+" | "00", national)) => (true, national),
        Some(("", national)) if national.starts_with('-') => (true, national),
        _ => (false, plain.as_str()),
    };
    let mut parts: Vec<String> = national.split('-').filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect();
    // Behind the code of the country an area code loses its nought.
    if let Some(first) = parts.first_mut().filter(|first| abroad && !first.starts_with(['0', '4', '8'])) {
        first.insert(0, '0');
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    if !parts.iter().all(|part| is_digits(part, 1, usize::MAX)) {
        return None;
    }
    service(&parts).or_else(|| in_an_area(&parts))
}

/// A number for the whole country, ten digits that begin with 400 or 800.
fn service(parts: &[&str]) -> Option<String> {
    let (number, extension) = joined(parts, |length| length == 10)?;
    let is_service = number.starts_with("400") || number.starts_with("800");
    let (area, rest) = number.split_at_checked(3).filter(|_| is_service)?;
    let (first, last) = rest.split_at_checked(3)?;
    Some(format!("{area}-{first}-{last}{extension}"))
}

fn in_an_area(parts: &[&str]) -> Option<String> {
    let is_number = |length: usize| (7..=8).contains(&length);
    let (first, others) = parts.split_first()?;
    let (area, number) = if !first.starts_with('0') {
        (String::new(), joined(parts, is_number)?)
    } else if (3..=4).contains(&first.len()) {
        (format!("{first}-"), joined(others, is_number)?)
    } else {
        // The area codes of three digits are 010 and those with 02.
        let (area, rest) =
            first.split_at_checked(if first.starts_with("01") || first.starts_with("02") { 3 } else { 4 })?;
        let parts: Vec<&str> = [rest].into_iter().chain(others.iter().copied()).collect();
        (format!("{area}-"), joined(&parts, is_number)?)
    };
    let (number, extension) = number;
    Some(format!("{area}{number}{extension}"))
}

/// A number that may be written in parts of three or more digits, and the extension behind it.
fn joined(parts: &[&str], is_long_enough: impl Fn(usize) -> bool) -> Option<(String, String)> {
    let mut number = String::new();
    let mut rest = parts.iter();
    while !is_long_enough(number.len()) {
        number.push_str(rest.next().filter(|part| part.len() >= 3)?);
    }
    match rest.as_slice() {
        [] => Some((number, String::new())),
        [extension] if extension.len() <= 6 => Some((number, format!("-{extension}"))),
        _ => None,
    }
}

fn is_digits(text: &str, least: usize, most: usize) -> bool {
    (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles() {
        for text in [
            "13812345678",
            "+8613812345678",
            "0086 138 1234 5678",
            "138-1234-5678",
            "86 13812345678",
            "86 138 1234 5678",
            "(+86)138 1234 5678",
            "１３８１２３４５６７８",
            "138－1234－5678",
        ] {
            assert_eq!(mobile(text).as_deref(), Some("13812345678"), "{text}");
        }
        assert_eq!(mobile("13812345678、19912345678").as_deref(), Some("13812345678 / 19912345678"));
        for bad in [
            "",
            "12812345678",
            "1381234567",
            "138123456789",
            "23812345678",
            "1381234567a",
            "13812345678 19912345678",
            "13812345678/",
        ] {
            assert_eq!(mobile(bad), None, "{bad}");
        }
    }

    #[test]
    fn landlines() {
        for (text, normal) in [
            ("2771234", "2771234"),
            ("82771234", "82771234"),
            ("0533-2771234", "0533-2771234"),
            ("0533－2771234", "0533-2771234"),
            ("0533——2771234", "0533-2771234"),
            ("0533 277 1234", "0533-2771234"),
            ("(0533)2771234", "0533-2771234"),
            ("（0533）2771234", "0533-2771234"),
            ("05332771234", "0533-2771234"),
            ("01082771234", "010-82771234"),
            ("010-8277 1234", "010-82771234"),
            ("010-82771234-801", "010-82771234-801"),
            ("05332771234转801", "0533-2771234-801"),
            ("0533-2771234 分机 801", "0533-2771234-801"),
            ("2771234-8", "2771234-8"),
            ("+86-533-2771234", "0533-2771234"),
            ("+86 0533 2771234", "0533-2771234"),
            ("0086 10 8277 1234", "010-82771234"),
            ("86-533-2771234", "0533-2771234"),
            ("+865332771234", "0533-2771234"),
            ("4001234567", "400-123-4567"),
            ("400-123-4567", "400-123-4567"),
            ("400-1234-567", "400-123-4567"),
            ("+86 400 123 4567", "400-123-4567"),
            ("800-8101234-2", "800-810-1234-2"),
            ("0533-2771234／2771235", "0533-2771234 / 2771235"),
            ("０５３３－２７７１２３４、400-123-4567", "0533-2771234 / 400-123-4567"),
        ] {
            assert_eq!(landline(text).as_deref(), Some(normal), "{text}");
            assert_eq!(landline(normal).as_deref(), Some(normal), "the normal form is its own");
        }
        for bad in [
            "",
            "277123",
            "0533",
            "533-2771234",
            "0533-277123",
            "0533-2771234-8012345",
            "0533-2771234-1-1",
            "phone",
            "500-123-4567",
            "400-123-456",
            "0533-2771234 0533-2771235",
            "13812345678",
        ] {
            assert_eq!(landline(bad), None, "{bad}");
        }
    }
}
