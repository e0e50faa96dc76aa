//! Chinese numerals: 一百二十八, 壹佰贰拾捌, 三千万.

use super::Quantity;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/// From the smallest: units within a group of four digits, then groups.
const PLACES: [&str; 4] = ["", "十", "百", "千"];
const GROUPS: [&str; 3] = ["", "万", "亿"];

/// The number a numeral stands for. Read, written again and compared, so that only a numeral in its one full form is
/// taken: 一百二 may be 102 or 120, and 一二八 three digits or one number.
pub fn read(text: &str) -> Option<Quantity> {
    let plain: String = text.chars().map(common).collect();
    let value = value_of(&plain)?;
    let full = write(value);
    // 十二 is 一十二, at the head of a numeral alone.
    let is_short = full.strip_prefix('一').is_some_and(|rest| rest.starts_with('十') && rest == plain);
    (plain == full || is_short).then(|| Quantity::whole(value))
}

/// The everyday form of a numeral's character.
const fn common(c: char) -> char {
    match c {
        '〇' => '零',
        '壹' => '一',
        '贰' | '两' | '貳' => '二',
        '叁' | '參' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' | '陸' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        '萬' => '万',
        '億' => '亿',
        c => c,
    }
}

/// Adds up digits by their places; whether the numeral is well formed is for `read` to see.
fn value_of(text: &str) -> Option<i64> {
    let (mut total, mut group, mut digit) = (0_i64, 0_i64, None);
    let place = |c: char, of: &[&str]| of.iter().position(|word| word.chars().eq([c]));
    for c in text.chars() {
        if let Some(value) = DIGITS.iter().position(|known| *known == c) {
            digit = Some(i64::try_from(value).ok()?);
        } else if let Some(at) = place(c, &PLACES) {
            group += digit.take().unwrap_or(1) * 10_i64.pow(u32::try_from(at).ok()?);
        } else {
            let at = place(c, &GROUPS)?;
            group += digit.take().unwrap_or(0);
            total += group.checked_mul(10_000_i64.pow(u32::try_from(at).ok()?))?;
            group = 0;
        }
    }
    (!text.is_empty()).then_some(total + group + digit.unwrap_or(0)).filter(|value| *value < 1_000_000_000_000)
}

/// The full form of a number below 10,000 亿.
fn write(value: i64) -> String {
    if value == 0 {
        return "零".to_owned();
    }
    let digits: Vec<usize> = value.to_string().bytes().map(|byte| usize::from(byte - b'0')).collect();
    let (mut text, mut gap, mut group_is_empty) = (String::new(), false, true);
    for (index, digit) in digits.iter().enumerate() {
        let at = digits.len() - 1 - index;
        if *digit == 0 {
            gap = true;
        } else {
            // One 零 stands for any number of them before a digit; at the end of a group they are not said.
            if gap && !text.is_empty() {
                text.push('零');
            }
            (gap, group_is_empty) = (false, false);
            text.extend(DIGITS.get(*digit));
            text.push_str(PLACES.get(at % 4).unwrap_or(&""));
        }
        if at.is_multiple_of(4) {
            text.push_str(if group_is_empty { "" } else { GROUPS.get(at / 4).unwrap_or(&"") });
            (gap, group_is_empty) = (gap && group_is_empty, true);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_numeral_in_its_full_form() {
        for (text, value) in [
            ("零", 0),
            ("〇", 0),
            ("九", 9),
            ("十", 10),
            ("十二", 12),
            ("一十二", 12),
            ("二十", 20),
            ("一百二十八", 128),
            ("壹佰贰拾捌", 128),
            ("一百零二", 102),
            ("两千", 2_000),
            ("一千零一十", 1_010),
            ("三千万", 30_000_000),
            ("一万零五", 10_005),
            ("二十万三千", 203_000),
            ("一亿零三千", 100_003_000),
            ("一亿零三百万", 103_000_000),
            ("九千九百九十九亿", 999_900_000_000),
        ] {
            assert_eq!(read(text), Some(Quantity::whole(value)), "{text}");
        }
    }

    #[test]
    fn leaves_what_may_be_read_in_two_ways() {
        for text in [
            "",
            "一二八",
            "一百二",
            "百",
            "一百零",
            "零零",
            "十十",
            "一十百",
            "万",
            "百一十",
            "一万万",
            "半",
            "3千",
            "二百五十万万",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let few = 0..30_000;
        let many = (0..60).flat_map(|power| [7_i64, 13, 90_001].map(|seed| (seed << (power % 30)) % 1_000_000_000_000));
        for value in few.chain(many) {
            assert_eq!(read(&write(value)), Some(Quantity::whole(value)), "{}", write(value));
        }
    }
}
