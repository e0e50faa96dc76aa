//! Where in a text the value of a JSON pointer stands.

use super::push_step;

/// Line and column, from one, at which the value of a pointer starts in a text that is JSON. Where the text has no such
/// value, the place of the innermost part around it.
pub fn locate(text: &str, pointer: &str) -> (usize, usize) {
    let text = text.trim_start_matches('\u{feff}');
    let mut cursor = Cursor { rest: text };
    cursor.space();
    let mut found = cursor.rest.len();
    let mut reached = String::new();
    while reached != pointer {
        let Some(step) = cursor.enter(|step| {
            let mut next = reached.clone();
            push_step(&mut next, step);
            let leads_on = pointer.strip_prefix(&next).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            leads_on.then_some(next)
        }) else {
            break;
        };
        reached = step;
        found = cursor.rest.len();
    }
    let before = text.get(..text.len().saturating_sub(found)).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count();
    (before.matches('\n').count() + 1, column + 1)
}

/// A reader that stands before what is left of a text.
struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Steps over a character, and the space behind it.
    fn eat(&mut self, wanted: char) -> bool {
        let Some(rest) = self.rest.strip_prefix(wanted) else { return false };
        self.rest = rest;
        self.space();
        true
    }

    /// Goes to the first part of an object or a list that is wanted.
    fn enter(&mut self, wanted: impl Fn(&str) -> Option<String>) -> Option<String> {
        let is_object = self.eat('{');
        if !is_object && !self.eat('[') {
            return None;
        }
        for index in 0_usize.. {
            if self.rest.starts_with(['}', ']']) {
                return None;
            }
            let step = if is_object { self.key()? } else { index.to_string() };
            if let Some(found) = wanted(&step) {
                return Some(found);
            }
            self.skip();
            if !self.eat(',') {
                return None;
            }
        }
        None
    }

    fn key(&mut self) -> Option<String> {
        let before = self.rest;
        self.skip_text();
        let written = before.get(..before.len() - self.rest.len())?;
        self.space();
        self.eat(':').then(|| serde_json::from_str(written).ok())?
    }

    /// Steps over a value, however deep it is.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.rest.chars().next() {
                None => return,
                Some('"') => self.skip_text(),
                Some(c) => {
                    // Between parts, or within a number or a word.
                    if depth == 0 && matches!(c, ',' | '}' | ']') {
                        return;
                    }
                    match c {
                        '{' | '[' => depth += 1,
                        '}' | ']' => depth -= 1,
                        _ => {}
                    }
                    self.rest = self.rest.get(c.len_utf8()..).unwrap_or_default();
                }
            }
        }
    }

    fn skip_text(&mut self) {
        let mut escaped = false;
        let end = self.rest.char_indices().skip(1).find(|(_, c)| {
            let is_end = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            is_end
        });
        self.rest = end.and_then(|(at, _)| self.rest.get(at + 1..)).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_leads_to_the_line_and_column_of_its_value() {
        let text = "\u{feff}{\n  \"a\": [1, {\"b/c\": \"}\\\"]\", \"键\": [[], {}]}],\n  \"d\": -5e3\n}";
        for (pointer, place) in [
            ("", (1, 1)),
            ("/a", (2, 8)),
            ("/a/0", (2, 9)),
            ("/a/1", (2, 12)),
            ("/a/1/b~1c", (2, 20)),
            ("/a/1/键", (2, 33)),
            ("/a/1/键/1", (2, 38)),
            ("/d", (3, 8)),
            // What is not there has the place of what is around it.
            ("/a/7", (2, 8)),
            ("/a/1/x/y", (2, 12)),
            ("/d/e", (3, 8)),
        ] {
            assert_eq!(locate(text, pointer), place, "{pointer}");
        }
    }

    #[test]
    fn no_text_stops_it() {
        for text in ["", "{", "{\"a", "[1,", "]", "{\"a\" 1}", "\"", "{\"a\":\"\\"] {
            locate(text, "/a/0/b");
        }
    }
}
