//! `zhice schema`: what a pack and a draft look like, as JSON Schema.

mod glossary;
mod nouns;

use std::io::Write;

use clap::{Args, ValueEnum};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::{Exit, VerbResult, terminal};
use crate::draft::build::{self, DraftFile};
use crate::engine::assess;
use crate::pack::{PackFile, programme};

/// Write the JSON Schema of pack files or of drafts
///
/// The schema (draft 2020-12) says what the file looks like, for editors and for validators. Whether a pack makes sense
/// is for `zhice check` to say, and whether a draft holds for `zhice verify`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Options {
    /// Whose schema to write
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// Policy packs
    Pack,
    /// Application drafts
    Draft,
}

const EXAMPLES: &str = "\
Examples:
  zhice schema pack >pack.schema.json
  zhice schema draft >draft.schema.json";

pub fn run(options: &Options, out: &mut dyn Write) -> VerbResult {
    let schema = match options.what {
        What::Pack => pack(),
        What::Draft => draft(),
    };
    terminal::json(out, &schema)?;
    Ok(Exit::Fine)
}

fn pack() -> Schema {
    let mut schema = generate::<PackFile>(SchemaSettings::draft2020_12().for_deserialize());
    schema.insert("$id".to_owned(), json!("urn:zhice:pack:1"));
    schema.insert("title".to_owned(), json!("知测 policy pack"));
    let description = "A programme as data: its document, its facts, its readings and its tracks. One file each.";
    schema.insert("description".to_owned(), json!(description));
    if let Some(format) = schema.pointer_mut("/properties/format") {
        *format = json!({ "enum": [programme::FORMAT, programme::EARLIER] });
    }
    glossary::explain(&mut schema, "PackFile");
    schema
}

fn draft() -> Schema {
    let mut schema = generate::<DraftFile<'_>>(SchemaSettings::draft2020_12().for_serialize());
    schema.insert("$id".to_owned(), json!("urn:zhice:draft:1"));
    schema.insert("title".to_owned(), json!("知测 application draft"));
    let description = "What was entered, what the engine made of it, and the application to be printed. \
                       `zhice verify` works it out again.";
    schema.insert("description".to_owned(), json!(description));
    fix(&mut schema, "/properties/format", build::FORMAT);
    fix(&mut schema, "/$defs/Assessment/properties/format", assess::FORMAT);
    seal(&mut schema);
    schema
}

/// What is put on a draft when all else is written.
fn seal(schema: &mut Schema) {
    let marks = json!({
        "description": "The first digits of the SHA-256 of each line that a person entered, by JSON pointer.",
        "type": "object",
        "propertyNames": { "pattern": "^/" },
        "additionalProperties": { "type": "string", "pattern": "^[0-9a-f]{8}$" },
    });
    let digest = json!({
        "description": "The SHA-256 of the canonical form (RFC 8785) of everything but this.",
        "type": "string",
        "pattern": "^sha256:[0-9a-f]{64}$",
    });
    for (key, part) in [("marks", marks), ("digest", digest)] {
        if let Some(properties) = schema.pointer_mut("/properties").and_then(Value::as_object_mut) {
            properties.insert(key.to_owned(), part);
        }
        if let Some(required) = schema.pointer_mut("/required").and_then(Value::as_array_mut) {
            required.push(key.into());
        }
    }
}

fn generate<T: JsonSchema>(settings: SchemaSettings) -> Schema {
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    RecursiveTransform(plain_format).transform(&mut schema);
    schema
}

/// The width of an integer in memory says nothing about a file.
fn plain_format(schema: &mut Schema) {
    if schema.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
        schema.remove("format");
    }
}

/// The only text that may stand there.
fn fix(schema: &mut Schema, pointer: &str, text: &str) {
    if let Some(place) = schema.pointer_mut(pointer) {
        *place = json!({ "const": text });
    }
}
