//! Where a line may end: a number stays whole, and with its unit.

/// The most that is kept on one line, in letters of half width: a column has to hold it.
pub const WIDEST: usize = 32;

/// A piece of a text. All pieces together are the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    pub text: &'a str,
    /// It stands on one line. Any other piece is broken as its script allows.
    pub is_whole: bool,
}

/// A text as runs: each number, date, code or telephone number is whole, with its currency, its unit and the punctuation
/// that closes it.
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let (mut flowing, mut rest) = (text, text);
    let mut after_word = false;
    while let Some(first) = rest.chars().next() {
        let whole = if after_word { None } else { figure(rest).map(|length| length + closing(rest, length)) };
        let (step, next) = rest.split_at(whole.unwrap_or(first.len_utf8()));
        if whole.is_some() {
            let (before, _) = flowing.split_at(flowing.len() - rest.len());
            runs.extend((!before.is_empty()).then_some(Run { text: before, is_whole: false }));
            runs.push(Run { text: step, is_whole: true });
            flowing = next;
        }
        after_word = step.ends_with(is_word);
        rest = next;
    }
    runs.extend((!flowing.is_empty()).then_some(Run { text: flowing, is_whole: false }));
    runs
}

/// The width in letters: what is not ASCII is wide.
pub fn letters(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// How many bytes from here stay on one line: what begins with a number, and goes on as long as number follows number,
/// the most that is not too wide.
fn figure(text: &str) -> Option<usize> {
    let fits = |length: &usize| text.get(..*length).is_some_and(|figure| letters(figure) <= WIDEST);
    let lead = lead(text);
    let mut length = lead + number(text.get(lead..)?)?;
    if !fits(&length) {
        // A heap of digits is no number; it is broken where it has to be.
        return None;
    }
    loop {
        let unit = length + unit(text.get(length..)?);
        length = if fits(&unit) { unit } else { return Some(length) };
        match text.get(length..).and_then(onward).map(|more| length + more) {
            Some(longer) if fits(&longer) => length = longer,
            _ => return Some(length),
        }
    }
}

/// The punctuation right behind. No script begins a line with it, but a narrow column would.
fn closing(text: &str, length: usize) -> usize {
    let behind = text.get(length..).unwrap_or_default();
    behind.chars().take_while(|c| CLOSERS.contains(*c)).take(2).map(char::len_utf8).sum()
}

pub const CLOSERS: &str = ",.;:)]!?，。；：、）】！？”’》";

/// What belongs in front of a number.
fn lead(text: &str) -> usize {
    const LEADS: [&str; 12] = ["CNY ", "RMB ", "No. ", "Article ", "第 ", "第", "¥", "￥", "+", "-", "−", "≥"];
    let sign = LEADS.iter().find(|lead| text.starts_with(**lead)).map_or(0, |lead| lead.len());
    // The name of a document, such as 烟政字〔2020〕47号. Where it begins nothing says, so a word before it may come along.
    let name: usize = text.chars().take_while(|c| is_han(*c)).take(NAME).map(char::len_utf8).sum();
    let bracket = text.get(name..).filter(|rest| rest.starts_with('〔')).map(|_| name + '〔'.len_utf8());
    bracket.unwrap_or(sign)
}

/// The most characters of such a name.
const NAME: usize = 5;

/// Letters and digits with a digit among them, and what joins them: `1,234.5`, `2026-03-01`, `30–35`, `91370303MA3C`.
fn number(text: &str) -> Option<usize> {
    let joins = |c: char| matches!(c, '.' | ',' | ':' | '/' | '-' | '‐' | '‑' | '–' | '−' | '~' | '～' | '〕');
    let mut length = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let goes_on = is_word(c) || length > 0 && joins(c) && chars.peek().is_some_and(|next| is_word(*next));
        if !goes_on {
            break;
        }
        length += c.len_utf8();
    }
    text.get(..length).filter(|number| number.contains(is_digit)).map(str::len)
}

/// What stands behind a number: a sign, a unit in Chinese characters, or one word; none has the length zero.
fn unit(text: &str) -> usize {
    let space = usize::from(text.starts_with(' '));
    let Some(unit) = text.get(space..) else { return 0 };
    let sign = unit.chars().next().filter(|c| matches!(c, '%' | '％' | '‰' | '℃' | '〕'));
    let word = || {
        let letters = unit.chars().take_while(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '²' | '³'));
        letters.map(char::len_utf8).sum::<usize>()
    };
    match sign.map(char::len_utf8).or_else(|| Some(counted(unit))).filter(|length| *length > 0) {
        Some(length) => space + length,
        // A word without a space belongs to the number itself.
        None if space == 1 && word() > 0 => space + word(),
        None => 0,
    }
}

/// The unit in Chinese characters: all of them where they are few, else the longest that is known, else the first.
fn counted(text: &str) -> usize {
    const FEW: usize = 4;
    const KNOWN: [&str; 13] = [
        "个百分点",
        "个工作日",
        "平方公里",
        "平方米",
        "个月",
        "工作日",
        "万元",
        "亿元",
        "万人",
        "小时",
        "分钟",
        "公里",
        "人次",
    ];
    let han = || text.chars().take_while(|c| is_han(*c));
    match han().count() {
        0 => 0,
        count if count <= FEW => han().map(char::len_utf8).sum(),
        _ => {
            let known = KNOWN.iter().find(|unit| text.starts_with(**unit)).map(|unit| unit.len());
            known.or_else(|| han().next().map(char::len_utf8)).unwrap_or_default()
        }
    }
}

/// From the end of a number and its unit to the end of one that goes on with it: `2026年` with `3月`, `138 0013` with
/// `8000`, `2` with `of 5`.
fn onward(text: &str) -> Option<usize> {
    let link = [" of ", " ", ""].into_iter().find(|link| text.starts_with(*link))?;
    text.get(link.len()..).filter(|rest| rest.starts_with(is_digit)).and_then(number).map(|length| link.len() + length)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_digit(c)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wholes(text: &str) -> Vec<&str> {
        let wholes = runs(text).into_iter().filter(|run| run.is_whole);
        wholes.map(|run| run.text.trim_end_matches(|c| CLOSERS.contains(c))).collect()
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        for (text, whole) in [
            ("专利质押 128 项，要求不少于 100 项", vec!["128 项", "100 项"]),
            ("最高可达 30 万元，每家 1.5 万元的补贴资金", vec!["30 万元", "1.5 万元"]),
            ("which brings CNY 300,000–350,000 in all", vec!["CNY 300,000–350,000 in"]),
            ("比例 66.67 %；增幅 20%以上", vec!["66.67 %", "20%"]),
            ("提高 3 个百分点以上，占地 5,000 平方米以上", vec!["3 个百分点", "5,000 平方米"]),
            ("1 patent, 128 service points", vec!["1 patent", "128 service"]),
            ("有效期自2026年3月1日起，至 2027 年 2 月 28 日止", vec!["2026年3月1日起", "2027 年 2 月 28 日止"]),
            ("as of 21 November 2026.", vec!["21 November 2026"]),
            ("2026-03-01 以前", vec!["2026-03-01 以前"]),
            ("自受理之日起10个工作日内作出决定", vec!["10个工作日"]),
            ("统一社会信用代码 91370303MA3C4D5E6F。", vec!["91370303MA3C4D5E6F"]),
            (
                "电话 0533-2771234、138 0013 8000、+86 533 277 1234",
                vec!["0533-2771234", "138 0013 8000", "+86 533 277 1234"],
            ),
            (
                "根据烟政字〔2020〕47号，另见国知发运字〔2023〕28号。",
                vec!["根据烟政字〔2020〕47号", "国知发运字〔2023〕28号"],
            ),
            ("2 of 5; all 3", vec!["2 of 5", "3"]),
            ("第 12 条、第3页", vec!["第 12 条", "第3页"]),
            ("没有数字的句子。", vec![]),
        ] {
            assert_eq!(wholes(text), whole, "{text}");
        }
    }

    #[test]
    fn what_closes_a_number_stays_with_it() {
        let text = "已有 240 家，目标 240 家（见第 3 页）。";
        let runs: Vec<&str> = runs(text).into_iter().map(|run| run.text).collect();
        assert_eq!(runs, ["已有 ", "240 家，", "目标 ", "240 家", "（见", "第 3 页）。"]);
    }

    #[test]
    fn what_is_too_wide_for_a_column_is_broken_somewhere() {
        assert_eq!(wholes(&"9".repeat(200)), Vec::<&str>::new());
        assert_eq!(wholes(&"9".repeat(WIDEST)), ["9".repeat(WIDEST)]);
        let long = "123456789 ".repeat(10);
        assert!(wholes(&long).len() > 1 && wholes(&long).iter().all(|whole| letters(whole) <= WIDEST));
    }
}
