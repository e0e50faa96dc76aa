//! The strict reader: it says where and what, and takes nothing twice.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::half::{halves, without_halves};
use super::{JsonError, JsonErrorKind, Limits, NUMBER_KEY, Place, is_hidden};
use crate::model::text::visible;

/// Reads one JSON document. Refuses duplicate keys, control and bidirectional characters, and what exceeds the limits.
pub fn read(text: &str, limits: Limits) -> Result<Value, JsonError> {
    read_texts(text, limits, Hidden::Refused)
}

/// Reads what another program says in place of a person: characters that leave no trace, and halves of characters, are
/// left out of its texts, as they are of what is typed or pasted.
pub fn read_visible(text: &str, limits: Limits) -> Result<Value, JsonError> {
    read_texts(&without_halves(text), limits, Hidden::LeftOut)
}

/// What becomes of characters that cannot be seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hidden {
    Refused,
    LeftOut,
}

fn read_texts(text: &str, limits: Limits, hidden: Hidden) -> Result<Value, JsonError> {
    if text.len() > limits.bytes {
        return Err(JsonError::new(JsonErrorKind::TooLarge(limits.bytes)));
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(JsonError::new(JsonErrorKind::Empty));
    }
    let place = Place::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let node = Node { place: &place, depth: limits.depth, hidden };
    let value = node.deserialize(&mut deserializer).map_err(|error| {
        let kind = place.refused.take().unwrap_or_else(|| syntax(text, &error));
        JsonError { kind, pointer: place.pointer(), line: error.line(), column: error.column() }
    })?;
    deserializer.end().map_err(|error| {
        let (line, column) = (error.line(), error.column());
        JsonError { kind: JsonErrorKind::Trailing, pointer: String::new(), line, column }
    })?;
    Ok(value)
}

/// What is no JSON. Of the errors of the reader the class is known, and the place.
fn syntax(text: &str, error: &serde_json::Error) -> JsonErrorKind {
    let (line, column) = (error.line(), error.column());
    if let Some(found) = control_character(text, line, column) {
        return JsonErrorKind::Unescaped(found);
    }
    // The reader stops at the first half that stands alone.
    if let Some(half) = halves(text).next().filter(|half| half.start < offset(text, line, column)) {
        return JsonErrorKind::Half(text.get(half).unwrap_or_default().to_owned());
    }
    let full = error.to_string();
    let reader = full.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&full).to_owned();
    if error.is_eof() { JsonErrorKind::CutOff(reader) } else { JsonErrorKind::Syntax(reader) }
}

/// Where a line and a column are, in bytes from the front.
fn offset(text: &str, line: usize, column: usize) -> usize {
    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>() + column
}

/// The control character inside a string at which the reader stopped. What stands before it was read without error,
/// so its quotes tell whether a string is open.
fn control_character(text: &str, line: usize, column: usize) -> Option<char> {
    let (found, before) = text.as_bytes().get(..offset(text, line, column))?.split_last()?;
    let mut in_string = false;
    let mut bytes = before.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => in_string = !in_string,
            b'\\' => _ = bytes.next(),
            _ => {}
        }
    }
    (in_string && found.is_ascii_control()).then(|| char::from(*found))
}

/// The text that bytes stand for.
pub fn text(bytes: &[u8]) -> Result<&str, JsonError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let lines = before.split(|byte| *byte == b'\n');
        let column = lines.clone().next_back().map_or(0, <[u8]>::len) + 1;
        JsonError { kind: JsonErrorKind::NotUtf8, pointer: String::new(), line: lines.count(), column }
    })
}

#[derive(Clone, Copy)]
struct Node<'a> {
    place: &'a Place,
    depth: usize,
    hidden: Hidden,
}

impl Node<'_> {
    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        let depth = self.depth.checked_sub(1).ok_or_else(|| self.place.refuse(JsonErrorKind::TooDeep))?;
        Ok(Self { depth, ..self })
    }

    fn clean<E: de::Error>(self, text: String) -> Result<String, E> {
        match text.chars().find(|c| is_hidden(*c)) {
            _ if self.hidden == Hidden::LeftOut => Ok(visible(&text)),
            None => Ok(text),
            Some(found) => Err(self.place.refuse(JsonErrorKind::Hidden(found))),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        // The line ends of other systems are line ends.
        self.clean(text.replace("\r\n", "\n")).map(Value::String)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut array = Vec::new();
        self.place.enter(array.len().to_string());
        while let Some(item) = items.next_element_seed(inner)? {
            array.push(item);
            self.place.leave();
            self.place.enter(array.len().to_string());
        }
        self.place.leave();
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == NUMBER_KEY && object.is_empty() {
                let text = entries.next_value::<Value>()?;
                return number(text.as_str().unwrap_or_default());
            }
            // A key that cannot be shown is no part of a place either.
            let key = self.clean(key)?;
            self.place.enter(key.clone());
            if object.contains_key(&key) {
                return Err(self.place.refuse(JsonErrorKind::RepeatedKey(key)));
            }
            let value = entries.next_value_seed(inner)?;
            object.insert(key, value);
            self.place.leave();
        }
        Ok(Value::Object(object))
    }
}

fn number<E: de::Error>(text: &str) -> Result<Value, E> {
    text.parse().map(Value::Number).map_err(|_| E::custom("not a number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Limits = Limits { bytes: 200, depth: 4 };

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text, SMALL).unwrap_err().to_string(), expected);
    }

    #[test]
    fn keeps_numbers_as_they_were_written() {
        assert_eq!(read(r#"{"a":[1.50,-3],"b":null}"#, SMALL).unwrap().to_string(), r#"{"a":[1.50,-3],"b":null}"#);
        assert_eq!(read(r#""a\r\nb""#, SMALL).unwrap(), "a\nb");
        assert_eq!(read("\u{feff}7", SMALL).unwrap().to_string(), "7");
    }

    #[test]
    fn of_another_program_what_cannot_be_seen_is_left_out() {
        let read = |text| read_visible(text, SMALL).map(|json| json.to_string());
        assert_eq!(read(r#"{"a":"\ufeffx\ud83d","b":1}"#), Ok(r#"{"a":"x","b":1}"#.to_owned()));
    }

    #[test]
    fn another_encoding_is_named_with_its_place() {
        assert_eq!(text("{\"知\": 1}".as_bytes()), Ok("{\"知\": 1}"));
        assert_eq!(text(b"{\n  \"\xb2\xdd\"").unwrap_err().to_string(), "line 2, column 4: not text in UTF-8");
        assert_eq!(text(b"\xff\xfe{").unwrap_err().to_string(), "line 1, column 1: not text in UTF-8");
    }

    #[test]
    fn names_what_and_where() {
        check(r#"{"a":{"b":1,"b":2}}"#, "line 1, column 15 (`/a/b`): key `b` stands twice");
        check("{\"a\":[1,\n\"\u{202e}x\"]}", "line 2, column 6 (`/a/1`): text holds the invisible character U+202E");
        check(r#"{"a":"b\rc"}"#, "line 1, column 11 (`/a`): text holds the invisible character U+000D");
        check("{\"a\":{\"\\u001b[2J\":1}}", "line 1, column 17 (`/a`): text holds the invisible character U+001B");
        check("[[[[[1]]]]]", "line 1, column 5 (`/0/0/0/0`): nested too deeply");
        check(
            "{\"a\":\"b\nc\"}",
            "line 2, column 0 (`/a`): text holds the control character U+000A, not written as an escape",
        );
        check(
            "{\"a\\\\\":\n\"b\u{1}\"}",
            "line 2, column 3 (`/a\\`): text holds the control character U+0001, not written as an escape",
        );
        check(
            r#"{"a":["x","\ud800y"]}"#,
            r"line 1, column 18 (`/a/1`): text holds `\ud800`, half of a character without the other half",
        );
        check(
            r#"{"a":"\uDC00"}"#,
            r"line 1, column 12 (`/a`): text holds `\uDC00`, half of a character without the other half",
        );
        check("[\"\",tru\n]", "line 2, column 0 (`/1`): expected ident");
        check("[\"a", "line 1, column 3 (`/0`): EOF while parsing a string");
        check(r#"{"a":tru}"#, "line 1, column 9 (`/a`): expected ident");
        check("[1] 2", "line 1, column 5: trailing characters");
        check(&" ".repeat(201), "larger than 0 KiB");
        check("\u{feff} \n", "nothing in it");
    }
}
