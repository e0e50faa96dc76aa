//! Replaying a draft: everything in it that follows from something else is worked out again and compared.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::build::{FORMAT, build, entered, seal};
use super::difference::{Difference, DifferenceKind};
use super::dossier::Dossier;
use super::inputs::Inputs;
use super::path::{Path, Segment};
use crate::engine::assess::ENGINE;
use crate::model::json::{self, JsonError, JsonErrorKind, Limits};
use crate::model::{AsOf, Grow, Lang};
use crate::pack::Pack;
use crate::pack::answers::AnswersError;
use crate::pack::load::UnknownReading;

/// What verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    pub programme: String,
    pub track: String,
    /// As the draft states it.
    pub digest: String,
    /// The draft was drawn up with another version of the pack; `(draft, here)`.
    pub other_pack: Option<(String, String)>,
    /// The draft was drawn up by another version of the engine; `(draft, here)`.
    pub other_engine: Option<(String, String)>,
    pub differences: Vec<Difference>,
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
struct UnverifiedDraft {
    format: String,
    programme: String,
    track: String,
    lang: Lang,
    as_of: AsOf,
    pack: Stamp,
    readings: BTreeMap<String, String>,
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

impl UnverifiedDraft {
    /// Whether it was drawn up with another pack, or another version of it.
    fn is_of_another(&self, pack: &Pack) -> bool {
        (&self.pack.version, &self.pack.digest) != (&pack.file.version, &pack.digest)
    }
}

impl Verification {
    pub const fn holds(&self) -> bool {
        self.differences.is_empty()
    }

    /// Nothing was changed since the draft was drawn up: what differs was worked out by other rules.
    pub fn is_as_drawn_up(&self) -> bool {
        self.differences.iter().all(|one| !matches!(one.kind, DifferenceKind::Entered | DifferenceKind::Digest))
    }

    /// The results are those of the draft; only their words, or what led to them, are others.
    pub fn has_same_results(&self) -> bool {
        self.differences.iter().all(|one| matches!(one.kind, DifferenceKind::Repeated | DifferenceKind::Pack))
    }
}

/// What comes of working a draft out again.
pub fn verify<'p>(text: &str, find: impl Fn(&str) -> Option<&'p Pack>) -> Result<Verification, VerifyError> {
    replay(text, find).map(|(verification, _)| verification)
}

/// Reads a draft and works it out again with the pack that `find` has for its programme. Gives also what it was made
/// from, for going on with it.
pub fn replay<'p>(text: &str, find: impl Fn(&str) -> Option<&'p Pack>) -> Result<(Verification, Inputs), VerifyError> {
    let (json, file) = read(text)?;
    let pack = find(&file.programme).ok_or_else(|| VerifyError::UnknownProgramme(file.programme.clone()))?;
    let inputs = take(&file, pack)?;
    let track = pack.track(&file.track).ok_or_else(|| unknown_track(&file))?;
    let again = drawn_up_by(json.get("engine"), build(track, &inputs).json);
    let is_of_another = file.is_of_another(pack);
    let mut comparison =
        DocumentDiff { path: Path::default(), by_id: is_of_another, differences: changed_lines(&json, &file.marks) };
    comparison.walk(Some(&json), Some(&again));
    let mut differences = comparison.differences;
    let actual = seal(&json);
    if actual != file.digest {
        differences.push(Difference::digest(file.digest.clone(), actual));
    }
    let other_pack = is_of_another.then(|| (file.pack.version, pack.file.version.clone()));
    let engine = json.get("engine").and_then(Value::as_str).filter(|engine| *engine != ENGINE);
    let other_engine = engine.map(|engine| (engine.to_owned(), ENGINE.to_owned()));
    let UnverifiedDraft { programme, track, digest, .. } = file;
    Ok((Verification { programme, track, digest, other_pack, other_engine, differences }, inputs))
}

/// The programme a draft is for.
pub fn programme(text: &str) -> Result<String, VerifyError> {
    read(text).map(|(_, file)| file.programme)
}

fn read(text: &str) -> Result<(Value, UnverifiedDraft), VerifyError> {
    let json = json::read(text, Limits::DRAFT).map_err(VerifyError::Unreadable)?;
    let format = json.get("format").and_then(Value::as_str).unwrap_or_default();
    if format != FORMAT {
        return Err(VerifyError::Format(format.to_owned()));
    }
    let day = json.get("as_of").and_then(Value::as_str);
    if day.is_some_and(|day| day.parse::<AsOf>().is_err()) {
        return Err(VerifyError::Unreadable(JsonError::new(JsonErrorKind::NotADay).at("/as_of")));
    }
    let file: UnverifiedDraft = json::shape(&json).map_err(VerifyError::Unreadable)?;
    debug_assert_eq!(file.format, FORMAT, "checked above");
    Ok((json, file))
}

/// What another pack asked and this one does not is left out; the comparison then shows that it is gone.
fn take(file: &UnverifiedDraft, pack: &Pack) -> Result<Inputs, VerifyError> {
    let is_of_another = file.is_of_another(pack);
    let readings = file.readings.iter().map(|(reading, case)| (reading.as_str(), case.as_str()));
    let is_known = |pair: &(&str, &str)| !is_of_another || pack.choices([*pair]).is_ok();
    let choices = pack.choices(readings.filter(is_known)).map_err(VerifyError::Reading)?;
    let (answers, refused) = pack.sort_answers(&file.answers).map_err(VerifyError::Answers)?;
    if !is_of_another && !refused.is_empty() {
        return Err(VerifyError::Answers(AnswersError::Refused(refused)));
    }
    Ok(Inputs { answers, dossier: file.dossier.clone(), as_of: file.as_of, choices, lang: file.lang })
}

fn unknown_track(file: &UnverifiedDraft) -> VerifyError {
    VerifyError::UnknownTrack { programme: file.programme.clone(), track: file.track.clone() }
}

/// Entered lines whose mark is not the one in the draft, and marks whose line is gone.
fn changed_lines(json: &Value, stated: &Map<String, Value>) -> Vec<Difference> {
    let actual: BTreeMap<String, (Path, Value)> =
        entered(json).into_iter().map(|(path, mark)| (path.to_string(), (path, Value::String(mark)))).grown();
    let pointers: BTreeSet<&String> = actual.keys().chain(stated.keys()).grown();
    let changed = pointers.into_iter().filter_map(|pointer| match actual.get(pointer) {
        Some((_, mark)) if stated.get(pointer) == Some(mark) => None,
        Some((path, _)) => Some(path.clone()),
        None => Some(Path::through_keys(pointer)),
    });
    changed.map(|path| Difference::entered(path.clone(), path.find(json).cloned())).collect()
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
struct DocumentDiff {
    path: Path,
    /// Elements of lists belong together by their `id`, not by their place: another pack may have another order.
    by_id: bool,
    differences: Vec<Difference>,
}

impl DocumentDiff {
    fn walk(&mut self, stated: Option<&Value>, again: Option<&Value>) {
        // These two lines below the root are compared on their own.
        const APART: [&str; 2] = ["marks", "digest"];
        match (stated, again) {
            (Some(Value::Object(left)), Some(Value::Object(right))) => {
                let keys: BTreeSet<&String> = left.keys().chain(right.keys()).grown();
                let is_root = self.path == Path::default();
                for key in keys.into_iter().filter(|key| !is_root || !APART.contains(&key.as_str())) {
                    self.step(Segment::Key(key.clone()), left.get(key), right.get(key));
                }
            }
            (Some(Value::Array(left)), Some(Value::Array(right))) => {
                let pairs = if self.by_id { paired(left, right) } else { None };
                let in_place =
                    || (0..left.len().max(right.len())).map(|at| (at, left.get(at), right.get(at))).collect();
                for (index, left, right) in pairs.unwrap_or_else(in_place) {
                    self.step(Segment::At(index), left, right);
                }
            }
            (stated, again) if stated != again => {
                let difference = Difference::worked_out(self.path.clone(), stated.cloned(), again.cloned());
                self.differences.push(difference);
            }
            _ => {}
        }
    }

    fn step(&mut self, step: Segment, stated: Option<&Value>, again: Option<&Value>) {
        self.path.enter(step);
        self.walk(stated, again);
        self.path.leave();
    }
}

/// Elements of two lists, at a place.
type Pairs<'a> = Vec<(usize, Option<&'a Value>, Option<&'a Value>)>;

/// The elements with the same `id`, at their place in the second list; then what only the first one has, at its place
/// there. None where an element has no id, or one that stands twice.
fn paired<'a>(left: &'a [Value], right: &'a [Value]) -> Option<Pairs<'a>> {
    let ids = |list: &'a [Value]| {
        let ids = list.iter().map(|value| value.get("id")?.as_str()).collect::<Option<Vec<&str>>>()?;
        let different: BTreeSet<&str> = ids.iter().copied().grown();
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
