//! From answers and dossier to the draft file.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::application::sections;
use super::dossier::Dossier;
use super::inputs::Inputs;
use super::paper::Paper;
use super::path::{Path, Segment};
use super::section::Section;
use super::words;
use crate::engine::assess::{ENGINE, PackStamp};
use crate::engine::{Assessment, Case, assess_case};
use crate::model::digest::{digest, mark};
use crate::model::{Answers, AsOf, Grow, Lang};
use crate::pack::load::TrackRef;
use crate::pack::rules::facts_of;
use crate::report::Report;

/// The format this program writes and reads.
pub const FORMAT: &str = "zhice.draft/1";

/// A draft as it was drawn up: the file, and what is printed of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Sealed with a mark for each line a person entered and a digest over the whole.
    pub json: Value,
    pub paper: Paper,
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

/// Draws up the draft of an application.
pub fn build(track: TrackRef<'_>, inputs: &Inputs) -> Draft {
    build_naming(track, inputs, &BTreeMap::new())
}

/// The same; its paper names what was typed and is no answer, by fact. The file is worked out from answers alone, as
/// `verify` does it again.
pub fn build_naming(track: TrackRef<'_>, inputs: &Inputs, unread: &BTreeMap<String, String>) -> Draft {
    let inputs = &Inputs { answers: of_track(&inputs.answers, track), ..inputs.clone() };
    let Inputs { answers, dossier, as_of, choices, lang } = inputs;
    let (as_of, lang) = (*as_of, *lang);
    let case = Case::on(as_of, track, answers, choices);
    let assessment = assess_case(&case, as_of);
    let report = Report::of(&case, &assessment, lang);
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
        readings: readings.grown(),
        answers,
        dossier,
        assessment: &assessment,
        application: sections(track, inputs, &BTreeMap::new(), &report),
    };
    // Keys are strings and numbers are finite, so this cannot fail; an empty draft would be refused by `verify`.
    let mut json = serde_json::to_value(&draft).unwrap_or_default();
    let marks = marks(&json);
    if let Some(fields) = json.as_object_mut() {
        fields.insert("marks".to_owned(), marks);
    }
    let digest = seal(&json);
    let on_paper = if unread.is_empty() { draft.application } else { sections(track, inputs, unread, &report) };
    let paper = Paper::new(file.id.clone(), lang, as_of, digest.clone(), on_paper);
    if let Some(fields) = json.as_object_mut() {
        fields.insert("digest".to_owned(), Value::String(digest));
    }
    Draft { json, paper }
}

impl Draft {
    /// Over everything in the file.
    pub fn digest(&self) -> &str {
        self.json.get("digest").and_then(Value::as_str).unwrap_or_default()
    }
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
    entered(draft).into_iter().map(|(path, mark)| (path.to_string(), Value::String(mark))).grown::<Map<_, _>>().into()
}

/// Every line that cannot be recomputed, with its mark.
pub(super) fn entered(draft: &Value) -> Vec<(Path, String)> {
    const ENTERED: [&str; 8] = ["programme", "track", "lang", "as_of", "engine", "readings", "answers", "dossier"];
    let mut lines = Vec::new();
    for key in ENTERED {
        if let Some(value) = draft.get(key) {
            push_lines(value, &mut Path::of(key), &mut lines);
        }
    }
    lines
}

fn push_lines(value: &Value, path: &mut Path, lines: &mut Vec<(Path, String)>) {
    let fields = match value {
        Value::Object(fields) => fields,
        // A list has a line for each row.
        Value::Array(rows) if rows.iter().any(Value::is_object) => {
            for (index, row) in rows.iter().enumerate() {
                path.enter(Segment::At(index));
                lines.push((path.clone(), mark(row)));
                path.leave();
            }
            return;
        }
        line => return lines.push((path.clone(), mark(line))),
    };
    for (key, value) in fields {
        path.enter(Segment::Key(key.clone()));
        push_lines(value, path, lines);
        path.leave();
    }
}

/// The draft as a file: indented, so that a person can read it line by line.
pub fn to_file(draft: &Value) -> String {
    let mut text = serde_json::to_string_pretty(draft).unwrap_or_default();
    text.push('\n');
    text
}
