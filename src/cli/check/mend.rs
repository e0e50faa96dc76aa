//! The nearest id to one that is not known: by edit distance, as far as it can be a slip.

use serde_json::Value;

use crate::model::Text;
use crate::model::text::text;
use crate::pack::{Code, Diagnostic};

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
    match nearest(wrong, &known) {
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
    let apart = known.iter().map(|word| (distance(wrong, word), *word));
    let (distance, word) = apart.filter(|(distance, _)| *distance > 0).min()?;
    (distance <= (wrong.chars().count() / 3).max(1)).then_some(word)
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
    fn the_nearest_word_is_one_that_a_slip_makes() {
        let known = ["plan", "agency.in_zone", "第九条（五）"];
        assert_eq!(nearest("plam", &known), Some("plan"));
        assert_eq!(nearest("agency.inzone", &known), Some("agency.in_zone"));
        assert_eq!(nearest("第九条(五)", &known), Some("第九条（五）"));
        assert_eq!(nearest("rent", &known), None);
    }
}
