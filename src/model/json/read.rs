//! The strict reader: it says where and what, and takes nothing twice.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{JsonError, Limits, Place, is_hidden};

/// Reads one JSON document. Refuses duplicate keys, control and bidirectional characters, and what exceeds the limits.
pub fn read(text: &str, limits: Limits) -> Result<Value, JsonError> {
    if text.len() > limits.bytes {
        let message = format!("larger than {} KiB", limits.bytes / 1024);
        return Err(JsonError { message, pointer: String::new(), line: 0, column: 0 });
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(JsonError { message: "nothing in it".to_owned(), pointer: String::new(), line: 0, column: 0 });
    }
    let place = Place::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let node = Node { place: &place, depth: limits.depth };
    node.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value)).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let full = error.to_string();
        let message = full.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&full).to_owned();
        JsonError { message, pointer: place.pointer(), line, column }
    })
}

/// The text that bytes stand for.
pub fn text(bytes: &[u8]) -> Result<&str, JsonError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let lines = before.split(|byte| *byte == b'\n');
        let column = lines.clone().next_back().map_or(0, <[u8]>::len) + 1;
        JsonError { message: "not text in UTF-8".to_owned(), pointer: String::new(), line: lines.count(), column }
    })
}

#[derive(Clone, Copy)]
struct Node<'a> {
    place: &'a Place,
    depth: usize,
}

impl Node<'_> {
    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        let depth = self.depth.checked_sub(1).ok_or_else(|| E::custom("nested too deeply"))?;
        Ok(Self { depth, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// The key under which `serde_json` hands over a number whose text is kept.
const NUMBER_KEY: &str = "$serde_json::private::Number";

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
        clean(text).map(|()| Value::String(text.to_owned()))
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
            clean(&key)?;
            self.place.enter(key.clone());
            if object.contains_key(&key) {
                return Err(de::Error::custom(format!("key `{key}` stands twice")));
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

fn clean<E: de::Error>(text: &str) -> Result<(), E> {
    match text.chars().find(|c| is_hidden(*c)) {
        None => Ok(()),
        Some(found) => Err(E::custom(format!("text holds the invisible character U+{:04X}", u32::from(found)))),
    }
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
        assert_eq!(read("\u{feff}7", SMALL).unwrap().to_string(), "7");
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
        check("{\"a\":{\"\\u001b[2J\":1}}", "line 1, column 17 (`/a`): text holds the invisible character U+001B");
        check("[[[[[1]]]]]", "line 1, column 5 (`/0/0/0/0`): nested too deeply");
        check(r#"{"a":tru}"#, "line 1, column 9 (`/a`): expected ident");
        check("[1] 2", "line 1, column 5: trailing characters");
        check(&" ".repeat(201), "larger than 0 KiB");
        check("\u{feff} \n", "nothing in it");
    }
}
