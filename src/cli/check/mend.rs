//! How to mend what is a slip: the nearest known word by edit distance, and marks of full width.

use serde_json::Value;

use crate::model::json::{JsonError, JsonErrorKind};
use crate::model::text::{half_width_of, text};
use crate::model::{Text, numeral};
use crate::pack::{Code, Diagnostic};

/// Marks that a Chinese keyboard writes where JSON wants others.
const FULL_WIDTH: [(&str, char); 5] = [("，、", ','), ("：", ':'), ("“”„＂", '"'), ("｛【「", '{'), ("｝】」", '}')];

/// What is said of a text that is no JSON, or not of the shape of a pack: its place stands beside it.
pub fn unreadable(error: &JsonError, text: &str) -> Diagnostic {
    let found = Diagnostic::from(JsonError { line: 0, column: 0, ..error.clone() });
    let help = match &error.kind {
        JsonErrorKind::UnknownKey { key: wrong, known } | JsonErrorKind::UnknownWord { word: wrong, known } => {
            nearest(wrong, known).map(|near| text!("把 `{wrong}` 改为 `{near}`", "write `{near}` instead of `{wrong}`"))
        }
        JsonErrorKind::RepeatedKey(key) => Some(text!("只留一个 `{key}`", "keep one `{key}`")),
        JsonErrorKind::MissingKey(key) => Some(text!("补上 `{key}`", "add `{key}`")),
        JsonErrorKind::Syntax(_) | JsonErrorKind::Trailing => {
            let wrong = character(text, error).map(|(_, wrong)| wrong);
            let right = wrong.and_then(|wrong| FULL_WIDTH.into_iter().find(|(marks, _)| marks.contains(wrong)));
            Some(wrong.zip(right).map_or_else(slips, |(wrong, (_, right))| {
                text!("把 `{wrong}` 改为半角的 `{right}`", "write the half-width `{right}` instead of `{wrong}`")
            }))
        }
        JsonErrorKind::Unescaped('\n') => Some(text!(
            "看上一行是否少了右引号；文字里要换行的，写成 `\\n`",
            "see whether the line before lacks its closing quote; a line break within a text is written `\\n`"
        )),
        _ => None,
    };
    Diagnostic { help: help.unwrap_or_else(|| found.help.clone()), ..found }
}

/// What it can be where the character alone does not tell.
fn slips() -> Text {
    text!(
        "看这里和上一行：逗号是否少写、多写，引号是否成对，数字里是否有逗号、空格或全角字符，`true` 和 `false` 是否小写，是否有 `//` 注释",
        "look here and at the line before: a comma too few or too many, quotes without their other half, a number with commas, blanks or digits of full width, `true` or `false` with a capital, a `//` comment"
    )
}

/// Line and column, from one, of an error of the reader, which counts bytes.
pub fn place(text: &str, error: &JsonError) -> Option<(usize, usize)> {
    let column = character(text, error).map_or(error.column, |(before, _)| before + 1);
    (error.line > 0).then_some((error.line, column))
}

/// The character at which the reader stopped, and how many stand before it on its line.
fn character(text: &str, error: &JsonError) -> Option<(usize, char)> {
    let line = text.split('\n').nth(error.line.checked_sub(1)?)?;
    let before = line.char_indices().take_while(|(at, found)| at + found.len_utf8() < error.column).count();
    line.chars().nth(before).map(|found| (before, found))
}

/// A finding whose help names the nearest id, or the nearest citation.
pub fn mended(diagnostic: Diagnostic, json: &Value) -> Diagnostic {
    let key = match diagnostic.code {
        Code::Dangling => "id",
        Code::Uncited => "cite",
        _ => return diagnostic,
    };
    let Some(wrong) = json.pointer(&diagnostic.pointer).and_then(Value::as_str) else { return diagnostic };
    let mut known = Vec::new();
    // A citation is right where it is a clause; an id wherever it stands.
    collect(if key == "cite" { json.get("clauses").unwrap_or(json) } else { json }, key, &mut known);
    let cited = numbers(wrong);
    let near = if key == "cite" && !cited.is_empty() {
        // Another article is no slip.
        known.retain(|clause| numbers(clause) == cited);
        known.into_iter().min_by_key(|clause| distance(wrong, clause))
    } else {
        nearest(wrong, &known)
    };
    match near {
        Some(near) => {
            let Text { zh, en } = diagnostic.help;
            let help = text!("{zh}；是不是 `{near}`？", "{en}; did you mean `{near}`?");
            Diagnostic { help, ..diagnostic }
        }
        None => diagnostic,
    }
}

/// Every text under a key.
fn collect<'a>(json: &'a Value, key: &str, found: &mut Vec<&'a str>) {
    match json {
        Value::Object(fields) => {
            found.extend(fields.get(key).and_then(Value::as_str));
            fields.values().for_each(|value| collect(value, key, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, key, found)),
        _ => {}
    }
}

/// The known word that differs least, if it differs in a third of its letters at most.
fn nearest<'a>(wrong: &str, known: &[&'a str]) -> Option<&'a str> {
    let others = known.iter().filter(|word| **word != wrong);
    // Letters that changed places are one slip.
    let slips = |word: &str| if letters(word) == letters(wrong) { 1 } else { distance(wrong, word) };
    let (distance, word) = others.map(|word| (slips(word), *word)).min()?;
    (distance <= (wrong.chars().count() / 3).max(1)).then_some(word)
}

/// The numbers of a citation in order, however they are written: 第九条 and 第9条 have the same.
fn numbers(cite: &str) -> Vec<String> {
    let is_digit = |c: char| c.is_ascii_digit() || "零〇一二三四五六七八九十百".contains(c);
    let runs = half_width_of(cite);
    let runs = runs.split(|c| !is_digit(c)).filter(|run| !run.is_empty());
    runs.map(|run| numeral::read(run).map_or_else(|| run.to_owned(), |number| number.to_string())).collect()
}

/// The letters of a word, in the order of the alphabet.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// How many letters one adds, leaves out or changes to get from one word to the other (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (index, letter) in from.chars().enumerate() {
        let mut next = vec![index + 1];
        for ((above, diagonal), wanted) in row.iter().skip(1).zip(&row).zip(&to) {
            let left = next.last().copied().unwrap_or_default();
            next.push((above + 1).min(left + 1).min(diagonal + usize::from(letter != *wanted)));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_character_at_an_error_is_found_behind_others_of_several_bytes() {
        for (text, found) in [("{\n\"甲\"： 1}", (2, 4, '：')), ("{\"a\": 1，", (1, 8, '，')), ("{“a", (1, 2, '“'))]
        {
            let error = crate::model::json::read(text, crate::model::json::Limits::PACK).unwrap_err();
            let (line, column) = place(text, &error).unwrap();
            assert_eq!((line, column, character(text, &error).unwrap().1), found, "{text}");
        }
    }

    #[test]
    fn the_nearest_word_is_one_that_a_slip_makes() {
        let known = ["plan", "agency.in_zone", "第九条（五）"];
        assert_eq!(nearest("plam", &known), Some("plan"));
        assert_eq!(nearest("plna", &known), Some("plan"));
        assert_eq!(nearest("plan", &["plan"]), None);
        assert_eq!(nearest("agency.inzone", &known), Some("agency.in_zone"));
        assert_eq!(nearest("第九条(五)", &known), Some("第九条（五）"));
        assert_eq!(nearest("rent", &known), None);
    }

    #[test]
    fn another_article_is_no_slip() {
        let json = serde_json::json!({"clauses": [{"cite": "第一条"}, {"cite": "第三条"}, {"cite": "第九条（五）"}]});
        let near = |wrong: &str| {
            let json = serde_json::json!({"clauses": json["clauses"], "cite": wrong});
            let found = Diagnostic::error(Code::Uncited, "/cite", text!("错", "wrong"), text!("改", "mend"));
            mended(found, &json).help.en
        };
        assert_eq!(near("第3条"), "mend; did you mean `第三条`?");
        assert_eq!(near("第９条(五)"), "mend; did you mean `第九条（五）`?");
        assert_eq!(near("第二条"), "mend");
    }
}
