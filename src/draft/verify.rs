//! Replaying a draft: everything in it that follows from something else is worked out again and compared.

use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::build::{FORMAT, Inputs, build, marks, seal};
use super::dossier::Dossier;
use crate::model::json::{self, JsonError, Limits, push_step};
use crate::model::{Answers, AsOf, Lang};
use crate::pack::answers::AnswersError;
use crate::pack::load::UnknownReading;
use crate::pack::{Choices, Pack};

/// A draft as it was read, before anything in it is believed.
#[derive(Clone, Debug)]
pub struct DraftInputs {
    pub track: String,
    pub lang: Lang,
    pub as_of: AsOf,
    pub choices: Choices,
    pub answers: Answers,
    pub dossier: Dossier,
}

/// What verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub programme: String,
    pub track: String,
    /// The draft was drawn up with another version of the pack; `(draft, here)`.
    pub other_pack: Option<(String, String)>,
    pub differences: Vec<Difference>,
}

/// One line that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A line the applicant entered is not what it was when the draft was drawn up.
    Changed { pointer: String, stated: Value },
    /// A line that follows from the others does not follow.
    Recomputed { pointer: String, stated: Option<Value>, recomputed: Option<Value> },
    /// Something was changed that no line accounts for.
    Digest { stated: String, actual: String },
}

/// Why a file could not be verified at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VerifyError {
    Unreadable(JsonError),
    Format(String),
    UnknownProgramme(String),
    UnknownTrack { programme: String, track: String },
    Reading(UnknownReading),
    Answers(AnswersError),
}

#[derive(Deserialize)]
struct DraftFile {
    format: String,
    programme: String,
    track: String,
    lang: Lang,
    as_of: AsOf,
    pack: Stamp,
    readings: std::collections::BTreeMap<String, String>,
    answers: Value,
    dossier: Dossier,
    marks: Map<String, Value>,
    digest: String,
}

#[derive(Deserialize)]
struct Stamp {
    version: String,
    digest: String,
}

impl Report {
    pub const fn holds(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Reads a draft and works it out again with the pack that `find` has for its programme.
pub fn verify<'p>(text: &str, find: impl Fn(&str) -> Option<&'p Pack>) -> Result<Report, VerifyError> {
    let (json, file) = read(text)?;
    let pack = find(&file.programme).ok_or_else(|| VerifyError::UnknownProgramme(file.programme.clone()))?;
    let inputs = take(&file, pack)?;
    let track = pack.track(&inputs.track).ok_or_else(|| unknown_track(&file))?;
    let again = build(Inputs {
        track,
        answers: &inputs.answers,
        dossier: &inputs.dossier,
        as_of: inputs.as_of,
        choices: &inputs.choices,
        lang: inputs.lang,
    });

    let again = drawn_up_by(json.get("engine"), again);
    let mut differences = changed_lines(&json, &file.marks);
    compare(Some(&json), Some(&again), &mut String::new(), &mut differences);
    let actual = seal(&json);
    if actual != file.digest {
        differences.push(Difference::Digest { stated: file.digest.clone(), actual });
    }
    let here = (&pack.file.version, &pack.digest);
    let other_pack = ((&file.pack.version, &file.pack.digest) != here)
        .then(|| (file.pack.version.clone(), pack.file.version.clone()));
    Ok(Report { programme: file.programme, track: file.track, other_pack, differences })
}

/// The programme a draft is for.
pub fn programme(text: &str) -> Result<String, VerifyError> {
    read(text).map(|(_, file)| file.programme)
}

/// What a person entered into a draft, for going on with it.
pub fn inputs(text: &str, pack: &Pack) -> Result<DraftInputs, VerifyError> {
    let (_, file) = read(text)?;
    take(&file, pack)
}

fn read(text: &str) -> Result<(Value, DraftFile), VerifyError> {
    let json = json::read(text, Limits::DRAFT).map_err(VerifyError::Unreadable)?;
    let format = json.get("format").and_then(Value::as_str).unwrap_or_default();
    if format != FORMAT {
        return Err(VerifyError::Format(format.to_owned()));
    }
    let file: DraftFile = json::shape(&json).map_err(VerifyError::Unreadable)?;
    debug_assert_eq!(file.format, FORMAT, "checked above");
    Ok((json, file))
}

fn take(file: &DraftFile, pack: &Pack) -> Result<DraftInputs, VerifyError> {
    let readings = file.readings.iter().map(|(reading, case)| (reading.as_str(), case.as_str()));
    let choices = pack.choices(readings).map_err(VerifyError::Reading)?;
    let answers = pack.take_answers(&file.answers).map_err(VerifyError::Answers)?;
    pack.track(&file.track).ok_or_else(|| unknown_track(file))?;
    let dossier = file.dossier.clone();
    Ok(DraftInputs { track: file.track.clone(), lang: file.lang, as_of: file.as_of, choices, answers, dossier })
}

fn unknown_track(file: &DraftFile) -> VerifyError {
    VerifyError::UnknownTrack { programme: file.programme.clone(), track: file.track.clone() }
}

/// Entered lines whose mark is not the one in the draft, and marks whose line is gone.
fn changed_lines(json: &Value, stated: &Map<String, Value>) -> Vec<Difference> {
    let actual = marks(json);
    let actual = actual.as_object().cloned().unwrap_or_default();
    let mut pointers: Vec<&String> = actual.keys().chain(stated.keys()).collect();
    pointers.sort_unstable();
    pointers.dedup();
    let changed = pointers.into_iter().filter(|pointer| actual.get(*pointer) != stated.get(*pointer));
    let line = |pointer: &String| json.pointer(pointer).cloned().unwrap_or_default();
    changed.map(|pointer| Difference::Changed { pointer: pointer.clone(), stated: line(pointer) }).collect()
}

/// The engine's own version may grow without the result changing: the draft says which one it was, under a mark.
fn drawn_up_by(engine: Option<&Value>, mut again: Value) -> Value {
    for pointer in ["/engine", "/assessment/engine"] {
        if let Some((stated, here)) = engine.zip(again.pointer_mut(pointer)) {
            here.clone_from(stated);
        }
    }
    again
}

/// Walks both documents and notes every leaf that differs.
fn compare(stated: Option<&Value>, again: Option<&Value>, pointer: &mut String, differences: &mut Vec<Difference>) {
    // These two are compared on their own.
    const NOT_COMPARED: [&str; 2] = ["/marks", "/digest"];
    if NOT_COMPARED.contains(&pointer.as_str()) {
        return;
    }
    let depth = pointer.len();
    match (stated, again) {
        (Some(Value::Object(left)), Some(Value::Object(right))) => {
            let mut keys: Vec<&String> = left.keys().chain(right.keys()).collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                push_step(pointer, key);
                compare(left.get(key), right.get(key), pointer, differences);
                pointer.truncate(depth);
            }
        }
        (Some(Value::Array(left)), Some(Value::Array(right))) => {
            for index in 0..left.len().max(right.len()) {
                push_step(pointer, &index.to_string());
                compare(left.get(index), right.get(index), pointer, differences);
                pointer.truncate(depth);
            }
        }
        (stated, recomputed) if stated != recomputed => differences.push(Difference::Recomputed {
            pointer: pointer.clone(),
            stated: stated.cloned(),
            recomputed: recomputed.cloned(),
        }),
        _ => {}
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<Value>| value.as_ref().map_or_else(|| "nothing".to_owned(), ToString::to_string);
        match self {
            Self::Changed { pointer, stated } => {
                write!(f, "`{pointer}`: now {stated}, but that is not what it was when the draft was drawn up")
            }
            Self::Recomputed { pointer, stated, recomputed } => {
                write!(f, "`{pointer}`: the draft says {}, recomputed {}", shown(stated), shown(recomputed))
            }
            Self::Digest { stated, actual } => {
                write!(f, "`/digest`: the draft says {stated}, its content has {actual}")
            }
        }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "{error}"),
            Self::Format(found) if found.is_empty() => {
                write!(f, "`/format`: missing; a draft says `{FORMAT}` there")
            }
            Self::Format(found) => {
                write!(f, "`/format`: `{found}` is not known; this program reads `{FORMAT}`")
            }
            Self::UnknownProgramme(id) => {
                write!(
                    f,
                    "`/programme`: no programme `{id}`; `zhice programmes` lists them, `--pack FILE` brings another"
                )
            }
            Self::UnknownTrack { programme, track } => {
                write!(f, "`/track`: programme `{programme}` has no track `{track}`")
            }
            Self::Reading(error) => write!(f, "`/readings`: {error}"),
            Self::Answers(error) => write!(f, "in `/answers`: {error}"),
        }
    }
}
