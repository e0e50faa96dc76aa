//! The made-up programme of docs/writing-a-pack.md: it uses every construct of the language, and every snippet is of it.
//! The document names every word of the language, in Chinese and in English.

use std::collections::BTreeSet;

use serde_json::{Deserializer, Value};

use crate::zhice::Zhice;

const HANDBOOK: &str = include_str!("../packs/good/handbook.json");
const DOCS: [&str; 2] =
    [include_str!("../../docs/writing-a-pack.md"), include_str!("../../docs/writing-a-pack.zh-CN.md")];

fn handbook() -> Value {
    serde_json::from_str(HANDBOOK).expect("a pack")
}

#[test]
fn the_handbook_uses_every_construct_of_the_language() {
    let language = Language { schema: Zhice::new().args(["schema", "pack"]).exits(0).json() };
    let (mut all, mut used) = (BTreeSet::new(), BTreeSet::new());
    constructs(&language.schema, "", &mut all);
    language.uses(&language.schema, "", &handbook(), &mut used);
    assert!(all.len() > 350, "{}", all.len());
    let unused: Vec<&String> = all.difference(&used).collect();
    assert!(unused.is_empty(), "tests/packs/good/handbook.json has none of these: {unused:#?}");
}

#[test]
fn the_document_names_every_word_of_the_language() {
    let mut all = BTreeSet::new();
    words(&Zhice::new().args(["schema", "pack"]).exits(0).json(), &mut all);
    assert!(all.len() > 200, "{}", all.len());
    for doc in DOCS {
        let code = doc.split('`').skip(1).step_by(2);
        let named: BTreeSet<&str> =
            code.flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '_')).collect();
        let left_out: Vec<&String> = all.iter().filter(|word| !named.contains(word.as_str())).collect();
        assert!(left_out.is_empty(), "{left_out:?}");
    }
}

/// Every key, and every word that stands for itself.
fn words(part: &Value, all: &mut BTreeSet<String>) {
    if let Value::Object(fields) = part {
        let keys = fields.get("properties").and_then(Value::as_object);
        all.extend(keys.into_iter().flat_map(|keys| keys.keys().cloned()));
        all.extend(part["const"].as_str().map(ToOwned::to_owned));
        fields.iter().filter(|(key, _)| *key != "examples").for_each(|(_, part)| words(part, all));
    }
    part.as_array().into_iter().flatten().for_each(|part| words(part, all));
}

/// Every key, and every word that stands for itself, by its place in the schema.
fn constructs(part: &Value, place: &str, all: &mut BTreeSet<String>) {
    match part {
        Value::Object(fields) => {
            let keys = fields.get("properties").and_then(Value::as_object);
            all.extend(keys.into_iter().flat_map(|keys| keys.keys()).map(|key| format!("{place}/properties/{key}")));
            if part["const"].is_string() {
                all.insert(place.to_owned());
            }
            let within = fields.iter().filter(|(key, _)| *key != "examples");
            within.for_each(|(key, part)| constructs(part, &format!("{place}/{key}"), all));
        }
        Value::Array(parts) => {
            parts.iter().enumerate().for_each(|(index, part)| constructs(part, &format!("{place}/{index}"), all));
        }
        _ => {}
    }
}

/// The schema, to hold values against.
pub struct Language {
    pub schema: Value,
}

impl Language {
    /// Follows a reference to where it leads.
    fn noun<'a>(&'a self, part: &'a Value) -> Option<(&'a str, &'a Value)> {
        let path = part["$ref"].as_str()?.trim_start_matches('#');
        Some((path, self.schema.pointer(path).expect("what is referred to")))
    }

    fn ways(part: &Value) -> impl Iterator<Item = (String, &Value)> {
        ["oneOf", "anyOf"].into_iter().flat_map(move |key| {
            let ways = part[key].as_array().into_iter().flatten().enumerate();
            ways.map(move |(index, way)| (format!("/{key}/{index}"), way))
        })
    }

    /// Whether a value is of a shape, as far as this language needs to look.
    pub fn fits(&self, part: &Value, value: &Value) -> bool {
        if let Some((_, noun)) = self.noun(part) {
            return self.fits(noun, value);
        }
        let is = |kind: &str| match kind {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            _ => value.is_number(),
        };
        let kinds: Vec<&str> = match &part["type"] {
            Value::String(kind) => vec![kind],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        let has = |key: &Value| key.as_str().is_some_and(|key| value.get(key).is_some());
        let known = |key: &String| part["properties"].get(key).is_some();
        let is_closed = part["additionalProperties"] == false;
        (kinds.is_empty() || kinds.into_iter().any(is))
            && (part["const"].is_null() || part["const"] == *value)
            && part["required"].as_array().into_iter().flatten().all(has)
            && value.as_object().into_iter().flatten().all(|(key, _)| !is_closed || known(key))
            && (Self::ways(part).next().is_none() || Self::ways(part).any(|(_, way)| self.fits(way, value)))
    }

    fn uses(&self, part: &Value, place: &str, value: &Value, used: &mut BTreeSet<String>) {
        if let Some((path, noun)) = self.noun(part) {
            return self.uses(noun, path, value, used);
        }
        if part["const"] == *value {
            used.insert(place.to_owned());
        }
        for (step, way) in Self::ways(part).filter(|(_, way)| self.fits(way, value)) {
            self.uses(way, &format!("{place}{step}"), value, used);
        }
        for (key, value) in value.as_object().into_iter().flatten() {
            if let Some(property) = part["properties"].get(key) {
                let place = format!("{place}/properties/{key}");
                used.insert(place.clone());
                self.uses(property, &place, value, used);
            }
        }
        for value in value.as_array().into_iter().flatten() {
            self.uses(&part["items"], &format!("{place}/items"), value, used);
        }
    }
}

#[test]
fn every_snippet_of_the_document_is_of_the_handbook() {
    let handbook = handbook();
    let blocks_of = |doc: &'static str| -> Vec<&str> {
        doc.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default()).collect()
    };
    let [blocks, in_chinese] = DOCS.map(blocks_of);
    assert_eq!(blocks, in_chinese);
    assert!(blocks.len() >= 8, "{}", blocks.len());
    for block in blocks {
        let mut snippets = 0;
        for snippet in Deserializer::from_str(block).into_iter::<Value>() {
            let snippet = snippet.unwrap_or_else(|error| panic!("{error} in\n{block}"));
            assert!(holds(&handbook, &snippet), "not in the handbook: {snippet}");
            snippets += 1;
        }
        assert!(snippets > 0, "{block}");
    }
    assert!(!holds(&handbook, &serde_json::json!({ "is": "handbook.nothing" })), "this test finds nothing");
}

/// Whether something in the tree is the snippet; a snippet may leave out keys and elements.
fn holds(tree: &Value, snippet: &Value) -> bool {
    matches(tree, snippet)
        || match tree {
            Value::Object(fields) => fields.values().any(|part| holds(part, snippet)),
            Value::Array(parts) => parts.iter().any(|part| holds(part, snippet)),
            _ => false,
        }
}

fn matches(tree: &Value, snippet: &Value) -> bool {
    match (tree, snippet) {
        (Value::Object(tree), Value::Object(snippet)) => {
            snippet.iter().all(|(key, part)| tree.get(key).is_some_and(|there| matches(there, part)))
        }
        (Value::Array(tree), Value::Array(snippet)) => {
            let mut rest = tree.iter();
            snippet.iter().all(|part| rest.any(|there| matches(there, part)))
        }
        _ => tree == snippet,
    }
}
