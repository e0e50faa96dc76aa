//! `zhice schema`. Whether the schemas fit is for validators of other makers to say: `cargo xtask test` asks them.

use serde_json::{Value, json};

use crate::handbook::Language;
use crate::zhice::Zhice;

fn schema(what: &str) -> Value {
    Zhice::new().args(["schema", what]).exits(0).json()
}

#[test]
fn the_published_schemas_are_those_of_this_program() {
    Zhice::new().args(["schema", "pack"]).exits(0).same_as("public/pack.schema.json");
    Zhice::new().args(["schema", "draft"]).exits(0).same_as("public/draft.schema.json");
}

#[test]
fn each_says_what_it_is_of() {
    for what in ["pack", "draft"] {
        let schema = schema(what);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("urn:zhice:{what}:1"));
        for key in ["title", "description"] {
            assert!(schema[key].as_str().is_some_and(|text| !text.is_empty()), "{what}: no {key}");
        }
    }
}

#[test]
fn a_pack_may_say_either_format_and_a_draft_its_own() {
    assert_eq!(schema("pack")["properties"]["format"]["enum"], json!(["zhice.pack/2", "zhice.pack/1"]));
    assert_eq!(schema("draft")["properties"]["format"]["const"], "zhice.draft/1");
}

#[test]
fn nothing_unknown_gets_into_a_pack() {
    let parts = parts(schema("pack"));
    let objects: Vec<&Value> = parts.iter().filter(|part| part["type"] == "object").collect();
    assert!(objects.len() > 30, "{}", objects.len());
    for object in objects {
        assert_eq!(object["additionalProperties"], false, "{object}");
    }
}

#[test]
fn the_words_are_those_of_a_person_who_writes_files() {
    for part in ["pack", "draft"].into_iter().flat_map(|what| parts(schema(what))) {
        let Some(text) = part["description"].as_str() else { continue };
        let of_the_program = ["::", "](", "serde", "Some(", "None"].into_iter().find(|word| text.contains(word));
        assert_eq!(of_the_program, None, "{text}");
    }
}

/// An editor says of each word what it means: a word that is new gets its words in `src/cli/schema/glossary.rs`.
#[test]
fn every_word_of_a_pack_is_explained_and_its_examples_fit() {
    let language = Language { schema: schema("pack") };
    let mut words = 0;
    for part in parts(language.schema.clone()) {
        for (word, property) in part["properties"].as_object().into_iter().flatten().filter(|(_, one)| one.is_object())
        {
            words += 1;
            let text = property["description"].as_str().unwrap_or_default();
            assert!(
                text.contains("\n\n") && text.ends_with('。'),
                "`{word}` is not explained in both languages: {text:?}"
            );
            for example in property["examples"].as_array().into_iter().flatten() {
                assert!(language.fits(property, example), "`{word}`: {example}");
            }
        }
    }
    assert!(words > 300, "{words}");
}

/// The schema and everything in it.
fn parts(schema: Value) -> Vec<Value> {
    let within: Vec<Value> = match &schema {
        Value::Object(fields) => fields.values().cloned().flat_map(parts).collect(),
        Value::Array(items) => items.iter().cloned().flat_map(parts).collect(),
        _ => Vec::new(),
    };
    [vec![schema], within].concat()
}

#[test]
fn there_are_two() {
    Zhice::new().args(["schema", "answers"]).refused(&["no such value `answers`, <WHAT>, write one of pack, draft"]);
}
