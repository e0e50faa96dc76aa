//! From answers and dossier to the draft file.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::application::{Section, sections};
use super::dossier::Dossier;
use super::words;
use crate::engine::assess::{ENGINE, PackStamp};
use crate::engine::{Assessment, assess};
use crate::model::digest::{digest, mark};
use crate::model::json::push_step;
use crate::model::{Answers, AsOf, Lang};
use crate::pack::Choices;
use crate::pack::load::TrackRef;
use crate::pack::rules::facts_of;

/// The format this program writes and reads.
pub const FORMAT: &str = "zhice.draft/1";

/// What a draft is made from. The same inputs make the same draft, whoever makes it.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    pub track: TrackRef<'a>,
    pub answers: &'a Answers,
    pub dossier: &'a Dossier,
    pub as_of: AsOf,
    pub choices: &'a Choices,
    pub lang: Lang,
}

#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct DraftFile<'a> {
    format: &'static str,
    notice: &'static str,
    programme: &'a str,
    track: &'a str,
    lang: Lang,
    as_of: AsOf,
    pack: PackStamp,
    engine: &'static str,
    readings: BTreeMap<&'a str, &'a str>,
    answers: &'a Answers,
    dossier: &'a Dossier,
    assessment: &'a Assessment,
    application: Vec<Section>,
}

/// The draft as JSON, sealed with a mark for each line a person entered and a digest over the whole.
pub fn build(inputs: Inputs<'_>) -> Value {
    let Inputs { track, dossier, as_of, choices, lang, .. } = inputs;
    let answers = &of_track(inputs.answers, track);
    let inputs = Inputs { answers, ..inputs };
    let assessment = assess(track, answers, as_of, choices);
    let file = &track.pack.file;
    let readings = track.rules.readings.iter().filter_map(|position| {
        let reading = file.readings.get(*position)?;
        let case = reading.cases.get(choices.case(*position))?;
        Some((reading.id.as_str(), case.id.as_str()))
    });
    let draft = DraftFile {
        format: FORMAT,
        notice: words::draft_notice(lang),
        programme: &file.id,
        track: &track.track.id,
        lang,
        as_of,
        pack: assessment.pack.clone(),
        engine: ENGINE,
        readings: readings.collect(),
        answers,
        dossier,
        assessment: &assessment,
        application: sections(inputs, &assessment),
    };
    // Keys are strings and numbers are finite, so this cannot fail; an empty draft would be refused by `verify`.
    let mut json = serde_json::to_value(&draft).unwrap_or_default();
    let marks = marks(&json);
    if let Some(fields) = json.as_object_mut() {
        fields.insert("marks".to_owned(), marks);
    }
    let digest = seal(&json);
    if let Some(fields) = json.as_object_mut() {
        fields.insert("digest".to_owned(), Value::String(digest));
    }
    json
}

/// Answers to what this track asks. Others, given for another programme, stay out of the draft.
fn of_track(answers: &Answers, track: TrackRef<'_>) -> Answers {
    let asked = facts_of(track.track);
    answers.iter().filter(|(id, _)| asked.contains(id)).map(|(id, value)| (id.to_owned(), value.clone())).collect()
}

/// The digest of a draft: over everything but the digest itself.
pub fn seal(draft: &Value) -> String {
    let mut fields = draft.as_object().cloned().unwrap_or_default();
    fields.remove("digest");
    digest(&Value::Object(fields))
}

/// A short mark for every line that cannot be recomputed, by JSON pointer.
pub fn marks(draft: &Value) -> Value {
    const MARKED: [&str; 8] = ["programme", "track", "lang", "as_of", "engine", "readings", "answers", "dossier"];
    let mut marks = Map::new();
    for key in MARKED {
        if let Some(value) = draft.get(key) {
            let mut pointer = String::new();
            push_step(&mut pointer, key);
            mark_lines(value, &mut pointer, &mut marks);
        }
    }
    Value::Object(marks)
}

fn mark_lines(value: &Value, pointer: &mut String, marks: &mut Map<String, Value>) {
    let Some(fields) = value.as_object() else {
        marks.insert(pointer.clone(), Value::String(mark(value)));
        return;
    };
    let depth = pointer.len();
    for (key, value) in fields {
        push_step(pointer, key);
        mark_lines(value, pointer, marks);
        pointer.truncate(depth);
    }
}

/// The draft as a file: indented, so that a person can read it line by line.
pub fn to_file(draft: &Value) -> String {
    let mut text = serde_json::to_string_pretty(draft).unwrap_or_default();
    text.push('\n');
    text
}
