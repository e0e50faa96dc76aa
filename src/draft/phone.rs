//! Telephone numbers of mainland China, as people write them.

/// A mobile number: 1, then 3 to 9, then nine digits; `+86` or `0086` may come first.
pub fn is_mobile(text: &str) -> bool {
    let plain = without_spaces(text).replace('-', "");
    let national = plain.strip_prefix("+86").or_else(|| plain.strip_prefix("0086")).unwrap_or(&plain);
    let mut digits = national.chars();
    national.len() == 11
        && digits.next() == Some('1')
        && digits.next().is_some_and(|second| ('3'..='9').contains(&second))
        && digits.all(|digit| digit.is_ascii_digit())
}

/// A landline: an area code of three or four digits, seven or eight digits, an extension; only the middle is required.
pub fn is_landline(text: &str) -> bool {
    let plain = without_spaces(text).replace(['（', '('], "").replace(['）', ')'], "-").replace(['转', '#'], "-");
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = plain.split('-').collect();
    let area = |part: &str| (3..=4).contains(&part.len()) && part.starts_with('0');
    let number = |part: &str| (7..=8).contains(&part.len());
    let joined =
        |part: &str| [3, 4].iter().any(|at| part.split_at_checked(*at).is_some_and(|(a, n)| area(a) && number(n)));
    let extension = |part: &str| (1..=6).contains(&part.len());
    parts.iter().all(digits)
        && match parts.as_slice() {
            [one] => number(one) || joined(one),
            [first, second] => {
                (area(first) && number(second)) || ((number(first) || joined(first)) && extension(second))
            }
            [first, second, third] => area(first) && number(second) && extension(third),
            _ => false,
        }
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles() {
        for good in ["13812345678", "+8613812345678", "0086 199 1234 5678", "138-1234-5678"] {
            assert!(is_mobile(good), "{good}");
        }
        for bad in ["", "12812345678", "1381234567", "138123456789", "23812345678", "1381234567a"] {
            assert!(!is_mobile(bad), "{bad}");
        }
    }

    #[test]
    fn landlines() {
        for good in [
            "2771234",
            "82771234",
            "0533-2771234",
            "(0533)2771234",
            "（0533）2771234",
            "010-82771234-801",
            "05332771234转801",
            "2771234-8",
        ] {
            assert!(is_landline(good), "{good}");
        }
        for bad in
            ["", "277123", "0533", "533-2771234", "0533-277123", "0533-2771234-8012345", "0533-2771234-1-1", "phone"]
        {
            assert!(!is_landline(bad), "{bad}");
        }
    }
}
