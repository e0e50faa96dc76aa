//! Lone surrogates: escapes such as `\ud83d` that are half of a character, without the other half beside them. Programs that
//! cut texts by their length in UTF-16 leave them behind, and no text can hold them.

use std::borrow::Cow;
use std::ops::Range;

/// The length of an escape: `\ud83d`.
const ESCAPE: usize = 6;

/// Where the halves stand that have no other half.
pub fn halves(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += text.get(at..)?.find('\\')?;
            let here = at;
            match (unit(text, here), unit(text, here + ESCAPE)) {
                (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => at += 2 * ESCAPE,
                (Some(0xd800..=0xdfff), _) => {
                    at += ESCAPE;
                    return Some(here..at);
                }
                // Whatever else is escaped is no backslash of its own.
                _ => at += 1 + text.get(here + 1..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8),
            }
        }
    })
}

/// The text without them.
pub fn without_halves(text: &str) -> Cow<'_, str> {
    let mut whole = String::new();
    let mut kept = 0;
    for half in halves(text) {
        whole.push_str(text.get(kept..half.start).unwrap_or_default());
        kept = half.end;
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    whole.push_str(text.get(kept..).unwrap_or_default());
    Cow::Owned(whole)
}

/// The number of the escape that stands here, if one does.
fn unit(text: &str, at: usize) -> Option<u16> {
    let digits = text.get(at..at + ESCAPE)?.strip_prefix("\\u")?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_half_without_the_other_is_left_out() {
        for (text, whole) in [
            (r#"{"a":"x\ud800y"}"#, r#"{"a":"xy"}"#),
            (r#""\udc00\ud83d\ude00\uD83D""#, r#""\ud83d\ude00""#),
            (r#""\ud800\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\\ud800 \n\\\ud800""#, r#""\\ud800 \n\\""#),
            (r#""\ud8"#, r#""\ud8"#),
            ("\"知\\\"\\", "\"知\\\"\\"),
        ] {
            assert_eq!(without_halves(text), whole, "{text}");
        }
    }
}
