//! What each word of the pack language says and an example of it, for editors that read the schema: in both languages,
//! since an officer may read either.

mod words;

use schemars::Schema;
use serde_json::{Map, Value};

use words::{VALUES, WORDS};

/// Gives every word of a schema a description, and an example wherever one is known. English that a noun has for its own
/// word stays, and the Chinese for that word is added.
pub fn explain(schema: &mut Schema, root: &str) {
    if let Some(fields) = schema.as_object_mut() {
        for (key, part) in fields.iter_mut() {
            match (key.as_str(), part.as_object_mut()) {
                ("$defs", Some(nouns)) => nouns.iter_mut().for_each(|(noun, part)| within(part, noun)),
                _ => within_key(key, part, root),
            }
        }
    }
}

fn within(part: &mut Value, noun: &str) {
    match part {
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(key, part)| within_key(key, part, noun));
            value(fields, noun);
        }
        Value::Array(parts) => parts.iter_mut().for_each(|part| within(part, noun)),
        _ => {}
    }
}

/// Adds the Chinese for a word that stands alone.
fn value(fields: &mut Map<String, Value>, noun: &str) {
    let word = fields.get("const").and_then(Value::as_str);
    let known = word.and_then(|word| VALUES.iter().find(|(on, known, _)| *on == noun && *known == word));
    let Some((.., zh)) = known else { return };
    let own = fields.get("description").and_then(Value::as_str).unwrap_or_default();
    fields.insert("description".to_owned(), format!("{own}\n\n{zh}。").into());
}

fn within_key(key: &str, part: &mut Value, noun: &str) {
    within(part, noun);
    let properties = part.as_object_mut().filter(|_| key == "properties");
    for (word, property) in properties.into_iter().flatten() {
        let known = |on: &str| WORDS.iter().find(|(noun, known, ..)| *noun == on && known == word);
        let Some((on, _, zh, en, example)) = known(noun).or_else(|| known("*")) else { continue };
        let Some(fields) = property.as_object_mut() else { continue };
        let own = fields.get("description").and_then(Value::as_str);
        if own.is_none() || *on == noun {
            fields.insert("description".to_owned(), format!("{}\n\n{zh}。", own.unwrap_or(en)).into());
        }
        if let Ok(example) = serde_json::from_str::<Value>(example) {
            fields.entry("examples").or_insert_with(|| Value::Array(vec![example]));
        }
    }
}
