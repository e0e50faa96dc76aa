//! Replaying a draft: everything in it that follows from something else is worked out again and compared.

use std::collections::BTreeSet;
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

impl DraftFile {
    /// Whether it was drawn up with another pack, or another version of it.
    fn is_of_another(&self, pack: &Pack) -> bool {
        (&self.pack.version, &self.pack.digest) != (&pack.file.version, &pack.digest)
    }
}

impl Report {
    pub const fn holds(&self) -> bool {
        self.differences.is_empty()
    }

    /// Nothing was changed since the draft was drawn up: what differs comes from the pack alone.
    pub fn is_as_drawn_up(&self) -> bool {
        self.differences.iter().all(|difference| matches!(difference, Difference::Recomputed { .. }))
    }
}

/// What comes of working a draft out again.
pub fn verify<'p>(text: &str, find: impl Fn(&str) -> Option<&'p Pack>) -> Result<Report, VerifyError> {
    replay(text, find).map(|(report, _)| report)
}

/// Reads a draft and works it out again with the pack that `find` has for its programme. Gives also what a person
/// entered into it, for going on with it.
pub fn replay<'p>(text: &str, find: impl Fn(&str) -> Option<&'p Pack>) -> Result<(Report, DraftInputs), VerifyError> {
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
    let is_of_another = file.is_of_another(pack);
    let mut comparison =
        Comparison { pointer: String::new(), by_id: is_of_another, differences: changed_lines(&json, &file.marks) };
    comparison.walk(Some(&json), Some(&again));
    let mut differences = comparison.differences;
    let actual = seal(&json);
    if actual != file.digest {
        differences.push(Difference::Digest { stated: file.digest.clone(), actual });
    }
    let other_pack = is_of_another.then(|| (file.pack.version.clone(), pack.file.version.clone()));
    Ok((Report { programme: file.programme, track: file.track, other_pack, differences }, inputs))
}

/// The programme a draft is for.
pub fn programme(text: &str) -> Result<String, VerifyError> {
    read(text).map(|(_, file)| file.programme)
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

/// What another pack asked and this one does not is left out; the comparison then shows that it is gone.
fn take(file: &DraftFile, pack: &Pack) -> Result<DraftInputs, VerifyError> {
    let is_of_another = file.is_of_another(pack);
    let readings = file.readings.iter().map(|(reading, case)| (reading.as_str(), case.as_str()));
    let is_known = |pair: &(&str, &str)| !is_of_another || pack.choices([*pair]).is_ok();
    let choices = pack.choices(readings.filter(is_known)).map_err(VerifyError::Reading)?;
    let (answers, refused) = pack.sort_answers(&file.answers).map_err(VerifyError::Answers)?;
    if !is_of_another && !refused.is_empty() {
        return Err(VerifyError::Answers(AnswersError::Refused(refused)));
    }
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

/// A walk over two documents that notes every leaf that differs.
struct Comparison {
    pointer: String,
    /// Elements of lists belong together by their `id`, not by their place: another pack may have another order.
    by_id: bool,
    differences: Vec<Difference>,
}

impl Comparison {
    fn walk(&mut self, stated: Option<&Value>, again: Option<&Value>) {
        // These two are compared on their own.
        const NOT_COMPARED: [&str; 2] = ["/marks", "/digest"];
        if NOT_COMPARED.contains(&self.pointer.as_str()) {
            return;
        }
        match (stated, again) {
            (Some(Value::Object(left)), Some(Value::Object(right))) => {
                let mut keys: Vec<&String> = left.keys().chain(right.keys()).collect();
                keys.sort_unstable();
                keys.dedup();
                for key in keys {
                    self.step(key, left.get(key), right.get(key));
                }
            }
            (Some(Value::Array(left)), Some(Value::Array(right))) => {
                let pairs = if self.by_id { paired(left, right) } else { None };
                let in_place =
                    || (0..left.len().max(right.len())).map(|at| (at, left.get(at), right.get(at))).collect();
                for (index, left, right) in pairs.unwrap_or_else(in_place) {
                    self.step(&index.to_string(), left, right);
                }
            }
            (stated, recomputed) if stated != recomputed => self.differences.push(Difference::Recomputed {
                pointer: self.pointer.clone(),
                stated: stated.cloned(),
                recomputed: recomputed.cloned(),
            }),
            _ => {}
        }
    }

    fn step(&mut self, step: &str, stated: Option<&Value>, again: Option<&Value>) {
        let depth = self.pointer.len();
        push_step(&mut self.pointer, step);
        self.walk(stated, again);
        self.pointer.truncate(depth);
    }
}

/// Elements of two lists, at a place.
type Pairs<'a> = Vec<(usize, Option<&'a Value>, Option<&'a Value>)>;

/// The elements with the same `id`, at their place in the second list; then what only the first one has, at its place
/// there. None where an element has no id, or one that stands twice.
fn paired<'a>(left: &'a [Value], right: &'a [Value]) -> Option<Pairs<'a>> {
    let ids = |list: &'a [Value]| {
        let ids = list.iter().map(|value| value.get("id")?.as_str()).collect::<Option<Vec<&str>>>()?;
        let different: BTreeSet<&str> = ids.iter().copied().collect();
        (different.len() == ids.len()).then_some(ids)
    };
    let (left_ids, right_ids) = (ids(left)?, ids(right)?);
    let at = |ids: &[&str], id: &str| ids.iter().position(|known| *known == id);
    let here = right_ids
        .iter()
        .zip(right)
        .enumerate()
        .map(|(index, (id, right))| (index, at(&left_ids, id).and_then(|index| left.get(index)), Some(right)));
    let gone = left_ids.iter().zip(left).enumerate().filter(|(_, (id, _))| at(&right_ids, id).is_none());
    Some(here.chain(gone.map(|(index, (_, left))| (index, Some(left), None))).collect())
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
