//! A strict reader for JSON that people hand in: it says where and what, and takes nothing twice.

use std::cell::RefCell;
use std::fmt;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// How large and how deep a document may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub bytes: usize,
    pub depth: usize,
}

impl Limits {
    /// Answers and drafts.
    pub const DRAFT: Self = Self { bytes: 256 * 1024, depth: 16 };
    /// Policy packs.
    pub const PACK: Self = Self { bytes: 1024 * 1024, depth: 48 };
}

/// Why a text was refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong, lower case.
    pub message: String,
    /// JSON pointer of the place that was being read; empty for the document itself.
    pub pointer: String,
    /// One-based; zero where the text was not read at all.
    pub line: usize,
    pub column: usize,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { message, pointer, line, column } = self;
        match (pointer.as_str(), line) {
            ("", 0) => write!(f, "{message}"),
            ("", _) => write!(f, "line {line}, column {column}: {message}"),
            _ => write!(f, "line {line}, column {column} (`{pointer}`): {message}"),
        }
    }
}

/// Reads one JSON document. Refuses duplicate keys, control and bidirectional characters, and what exceeds the limits.
pub fn read(text: &str, limits: Limits) -> Result<Value, JsonError> {
    if text.len() > limits.bytes {
        let message = format!("larger than {} KiB", limits.bytes / 1024);
        return Err(JsonError { message, pointer: String::new(), line: 0, column: 0 });
    }
    let place = Place::default();
    let mut deserializer = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    let node = Node { place: &place, depth: limits.depth };
    node.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value)).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let full = error.to_string();
        let message = full.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&full).to_owned();
        JsonError { message, pointer: place.pointer(), line, column }
    })
}

/// Appends one step to a JSON pointer, escaped as RFC 6901 wants it.
pub fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
}

/// The steps from the root to what is being read; left as it stands when reading fails.
#[derive(Default)]
struct Place(RefCell<Vec<String>>);

impl Place {
    fn enter(&self, step: String) {
        self.0.borrow_mut().push(step);
    }

    fn leave(&self) {
        self.0.borrow_mut().pop();
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in self.0.borrow().iter() {
            push_step(&mut pointer, step);
        }
        pointer
    }
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
            self.place.enter(key.clone());
            clean(&key)?;
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

/// Characters that change how text is read without being seen: controls and bidirectional marks.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn clean<E: de::Error>(text: &str) -> Result<(), E> {
    match text.chars().find(|c| is_hidden(*c)) {
        None => Ok(()),
        Some(found) => Err(E::custom(format!("text holds the invisible character U+{:04X}", u32::from(found)))),
    }
}

/// A typed value from JSON that was already read; the error names the place as a JSON pointer.
pub fn shape<T: for<'de> Deserialize<'de>>(value: &Value) -> Result<T, JsonError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let mut pointer = String::new();
        for segment in error.path() {
            match segment {
                serde_path_to_error::Segment::Seq { index } => push_step(&mut pointer, &index.to_string()),
                serde_path_to_error::Segment::Map { key } => push_step(&mut pointer, key),
                serde_path_to_error::Segment::Enum { variant } => push_step(&mut pointer, variant),
                serde_path_to_error::Segment::Unknown => {}
            }
        }
        JsonError { message: plain(&error.inner().to_string()), pointer, line: 0, column: 0 }
    })
}

/// The words of a person who reads JSON, for those of the library that reads it.
fn plain(message: &str) -> String {
    const WORDS: [(&str, &str); 10] = [
        ("unknown field", "unknown key"),
        ("missing field", "missing key"),
        ("duplicate field", "repeated key"),
        ("unknown variant", "unknown word"),
        ("invalid type: sequence", "wrong type: list"),
        ("invalid type: map", "wrong type: object"),
        ("invalid type", "wrong type"),
        ("expected a sequence", "expected a list"),
        ("expected a map", "expected an object"),
        ("expected string or map", "expected a word or an object"),
    ];
    // The name of a type says nothing to whoever wrote the file.
    let message = match message.split_once("expected struct ") {
        Some((before, _)) => format!("{before}expected an object"),
        None => message.to_owned(),
    };
    WORDS.iter().fold(message, |message, (theirs, ours)| message.replace(theirs, ours))
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
    fn names_what_and_where() {
        check(r#"{"a":{"b":1,"b":2}}"#, "line 1, column 15 (`/a/b`): key `b` stands twice");
        check("{\"a\":[1,\n\"\u{202e}x\"]}", "line 2, column 6 (`/a/1`): text holds the invisible character U+202E");
        check("[[[[[1]]]]]", "line 1, column 5 (`/0/0/0/0`): nested too deeply");
        check(r#"{"a":tru}"#, "line 1, column 9 (`/a`): expected ident");
        check("[1] 2", "line 1, column 5: trailing characters");
        check(&" ".repeat(201), "larger than 0 KiB");
    }
}
