//! Units behind a number: what stands behind the figure of `1.2万`, `50%` or `五成`, and which number is meant.

use super::{Kind, Quantity};

/// A number with something behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<'t> {
    pub number: Quantity,
    pub behind: &'t str,
}

impl<'t> Figure<'t> {
    /// The longest number at the head of a text, and the word behind it.
    pub fn split(text: &'t str, number: impl Fn(&str) -> Option<Quantity>) -> Option<Self> {
        let splits = text.char_indices().rev().map(|(at, _)| text.split_at(at));
        let (number, behind) = splits.into_iter().find_map(|(head, rest)| Some((number(head.trim_end())?, rest)))?;
        let behind = behind.trim();
        // More digits make it another number; of marks alone nobody says what they count.
        let is_more = |c: char| c.is_ascii_digit() || "零〇一二两三四五六七八九十百千".contains(c);
        let is_word = behind.contains(|c: char| c.is_alphabetic() || matches!(c, '%' | '‰'));
        (is_word && !behind.contains(is_more)).then_some(Self { number, behind })
    }

    /// The same number in the unit that is asked for, where that is exact.
    pub fn in_unit(&self, kind: Kind, unit: &str) -> Option<Quantity> {
        // 一成 is a tenth.
        if kind == Kind::Percent {
            return (self.behind == "成").then(|| self.shifted(1)).flatten();
        }
        let ((power, base), (own, own_base)) = (tens(self.behind), tens(unit));
        let is_own = base == own_base || (base.is_empty() && (own == 0 || own == power));
        is_own.then(|| self.shifted(power - own)).flatten()
    }

    /// Its point so many digits further right.
    fn shifted(&self, by: i32) -> Option<Quantity> {
        let (units, tens) = (self.number.in_units(), 10_i128.pow(by.unsigned_abs()));
        let units = if by < 0 { (units % tens == 0).then(|| units / tens) } else { units.checked_mul(tens) };
        Quantity::from_units(units?)
    }
}

/// The power of ten at the head of a unit, and what it is a power of: `万元` is four and `元`.
fn tens(unit: &str) -> (i32, &str) {
    let powers = [("万", 4), ("萬", 4), ("亿", 8), ("億", 8)];
    let found = powers.iter().find_map(|(word, power)| Some((*power, unit.strip_prefix(word)?)));
    found.unwrap_or((0, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_is_said_where_it_is_exact() {
        let read = |text: &str| super::super::numeral::read(text).or_else(|| text.parse().ok());
        for (text, kind, unit, behind, means) in [
            ("1.2万", Kind::Count, "件", "万", Some("12000")),
            ("20 万", Kind::Number, "元", "万", Some("200000")),
            ("3亿", Kind::Number, "亿元", "亿", Some("3")),
            ("5000万元", Kind::Number, "亿元", "万元", Some("0.5")),
            ("1元", Kind::Number, "亿元", "元", None),
            ("20万", Kind::Number, "亿元", "万", None),
            ("五成", Kind::Percent, "%", "成", Some("50")),
            ("50%", Kind::Count, "件", "%", None),
            ("5‰", Kind::Percent, "%", "‰", None),
            ("12a", Kind::Count, "件", "a", None),
            ("三十家", Kind::Count, "件", "家", None),
        ] {
            let figure = Figure::split(text, read).unwrap();
            let means = means.map(|means| means.parse().unwrap());
            assert_eq!((figure.behind, figure.in_unit(kind, unit)), (behind, means), "{text}");
        }
        for text in ["", "万", "好几项", "128。", "1e3", "一百二", "3万5"] {
            assert_eq!(Figure::split(text, read), None, "{text}");
        }
    }
}
