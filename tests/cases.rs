//! Runs the engine over the cases in `tests/cases`: answers and what has to come of them, as data.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read its files has nothing to go on with"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value, json};
use zhice::engine::{Verdict, assess};
use zhice::model::json::{Limits, read, shape};
use zhice::model::{Answers, AsOf};
use zhice::pack::load::TrackRef;
use zhice::pack::{Choices, Pack, builtin};

/// A day within the term of the document, for cases that do not turn on it.
const AS_OF: &str = "2020-10-01";

/// A file of cases: `<programme>.<track>.<what>.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    programme: String,
    track: String,
    /// Answers that all cases share.
    #[serde(default)]
    base: Map<String, Value>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// Laid over the base; null takes an answer away.
    #[serde(default)]
    answers: Map<String, Value>,
    #[serde(default)]
    readings: BTreeMap<String, String>,
    as_of: Option<String>,
    expect: Map<String, Value>,
}

#[test]
fn every_case_comes_out_as_expected() {
    let failures: Vec<String> = case_files().iter().flat_map(|file| failures(file)).collect();
    assert!(failures.is_empty(), "\n\n{}\n", failures.join("\n\n"));
}

#[test]
fn every_track_has_cases() {
    let named: Vec<String> = case_files().iter().map(|file| file_name(file)).collect();
    for pack in builtin::all() {
        for track in &pack.file.tracks {
            let start = format!("{}.{}.", pack.file.id, track.id);
            assert!(named.iter().any(|name| name.starts_with(&start)), "no file tests/cases/{start}*.json");
        }
    }
}

#[test]
fn no_answers_are_never_ineligible() {
    let as_of = AS_OF.parse().expect("a day");
    for pack in builtin::all() {
        for id in pack.file.tracks.iter().map(|track| &track.id) {
            let track = pack.track(id).expect("its own track");
            let assessment = assess(track, &Answers::default(), as_of, &Choices::default());
            let place = format!("{} {id}", pack.file.id);
            assert_ne!(assessment.eligibility.verdict, Some(Verdict::Ineligible), "{place}");
            let condition =
                assessment.eligibility.conditions.iter().find(|one| one.truth == zhice::model::Truth::NotMet);
            assert!(condition.is_none(), "{place}: {condition:?}");
        }
    }
}

fn case_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let listed = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = listed.map(|entry| entry.expect("a folder entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

fn file_name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What is wrong with a file, a block for each case.
fn failures(file: &Path) -> Vec<String> {
    let name = file_name(file);
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{name}: {error}"));
    let cases: CaseFile = match read(&text, Limits::PACK).and_then(|json| shape(&json)) {
        Ok(cases) => cases,
        Err(error) => return vec![format!("{name}: {error} (at `{}`)", error.pointer)],
    };
    let start = format!("{}.{}.", cases.programme, cases.track);
    if !name.starts_with(&start) {
        return vec![format!("{name}: the name of the file has to start with `{start}`")];
    }
    let Some(Ok(loaded)) = builtin::load(&cases.programme) else {
        return vec![format!("{name}: no programme `{}` that loads", cases.programme)];
    };
    let Some(track) = loaded.pack.track(&cases.track) else {
        return vec![format!("{name}: no track `{}`", cases.track)];
    };
    let failed = cases.cases.iter().filter_map(|case| {
        let wrong = run(track, &cases.base, case).unwrap_or_else(|why| vec![why]);
        (!wrong.is_empty()).then(|| format!("{name}: {}\n  {}", case.name, wrong.join("\n  ")))
    });
    failed.collect()
}

/// Every expectation of a case that does not hold.
fn run(track: TrackRef<'_>, base: &Map<String, Value>, case: &Case) -> Result<Vec<String>, String> {
    let mut answers = base.clone();
    answers.extend(case.answers.clone());
    let answers = track.pack.take_answers(&Value::Object(answers)).map_err(|error| error.to_string())?;
    let choices = choices(track.pack, &case.readings)?;
    let as_of: AsOf = case.as_of.as_deref().unwrap_or(AS_OF).parse().map_err(|_| "`as_of` is no day".to_owned())?;
    let assessment = assess(track, &answers, as_of, &choices);
    let actual = serde_json::to_value(&assessment).map_err(|error| error.to_string())?;
    let mut wrong = Vec::new();
    for (key, expected) in &case.expect {
        match observe(&actual, key, expected) {
            Ok(found) if found == *expected => {}
            Ok(found) => wrong.extend(differences(key, expected, &found)),
            Err(why) => wrong.push(why),
        }
    }
    Ok(wrong)
}

fn choices(pack: &Pack, readings: &BTreeMap<String, String>) -> Result<Choices, String> {
    let pairs = readings.iter().map(|(reading, case)| (reading.as_str(), case.as_str()));
    pack.choices(pairs).map_err(|error| error.to_string())
}

/// What the assessment says where `key` expects something, cut down to what is expected of it.
fn observe(assessment: &Value, key: &str, expected: &Value) -> Result<Value, String> {
    let at = |pointer: &str| assessment.pointer(pointer).cloned().unwrap_or_default();
    let by_id = |pointer: &str| -> Map<String, Value> {
        let list = at(pointer);
        let entries = list.as_array().into_iter().flatten();
        entries.filter_map(|entry| Some((entry.get("id")?.as_str()?.to_owned(), entry.clone()))).collect()
    };
    Ok(match key {
        "standing" => at("/standing"),
        "verdict" => at("/eligibility/verdict"),
        "missing" => at("/missing"),
        "total" => range(&at("/support/total")),
        "money" => range(&at("/support/by_form/money")),
        "voucher" => range(&at("/support/by_form/voucher")),
        "span" => range(&at("/support/span")),
        "conditions" => {
            let found = by_id("/eligibility/conditions");
            let truth = |id: &String| found.get(id).and_then(|one| one.get("truth")).cloned().unwrap_or_default();
            object(expected, key)?.keys().map(|id| (id.clone(), truth(id))).collect()
        }
        "measures" => {
            let found = by_id("/support/measures");
            let mut observed = Map::new();
            for (id, wanted) in object(expected, key)? {
                observed.insert(id.clone(), measure(found.get(id), object(wanted, id)?)?);
            }
            Value::Object(observed)
        }
        "matters" => {
            let readings = at("/support/readings");
            let moving = readings.as_array().into_iter().flatten().filter(|one| one["matters"] == true);
            let mut ids: Vec<Value> = moving.map(|one| one["id"].clone()).collect();
            // A list of names: their order says nothing, so it follows the expectation's where that has the name.
            let wanted = expected.as_array().cloned().unwrap_or_default();
            ids.sort_by_key(|id| wanted.iter().position(|one| one == id).unwrap_or(usize::MAX));
            Value::Array(ids)
        }
        unknown => return Err(format!("`{unknown}` is nothing a case can expect")),
    })
}

fn measure(found: Option<&Value>, wanted: &Map<String, Value>) -> Result<Value, String> {
    let Some(found) = found else { return Ok(Value::Null) };
    let part = |key: &String| match key.as_str() {
        "truth" => Ok(found["truth"].clone()),
        "low" | "high" => Ok(found["amount"][key].clone()),
        unknown => Err(format!("`{unknown}` is nothing a case can expect of a measure")),
    };
    wanted.keys().map(|key| Ok((key.clone(), part(key)?))).collect::<Result<Map<_, _>, _>>().map(Value::Object)
}

fn object<'v>(value: &'v Value, place: &str) -> Result<&'v Map<String, Value>, String> {
    value.as_object().ok_or_else(|| format!("`{place}` has to be an object"))
}

fn range(amount: &Value) -> Value {
    if amount.is_null() { Value::Null } else { json!([amount["low"], amount["high"]]) }
}

/// One line for each leaf that differs.
fn differences(place: &str, expected: &Value, found: &Value) -> Vec<String> {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            let differing = wanted.iter().filter(|(key, value)| found.get(*key) != Some(value));
            differing
                .flat_map(|(key, value)| {
                    differences(&format!("{place}.{key}"), value, found.get(key).unwrap_or(&Value::Null))
                })
                .collect()
        }
        _ => vec![format!("{place}: expected {expected}, found {found}")],
    }
}

#[test]
fn a_wrong_expectation_is_told_with_its_place() {
    let pack = Pack::load(include_str!("packs/good/sample.json")).expect("the sample loads").pack;
    let case: Case = serde_json::from_value(json!({
        "name": "wrong",
        "answers": { "body.plan": true, "body.courses": 5 },
        "expect": {
            "verdict": "eligible",
            "conditions": { "has-plan": "met", "local": "met" },
            "measures": { "courses": { "truth": "unknown", "high": 25000 } },
            "weight": 3
        }
    }))
    .expect("a case");
    let wrong = run(pack.track("apply").expect("a track"), &Map::new(), &case).expect("a run");
    assert_eq!(
        wrong,
        [
            "conditions.local: expected \"met\", found \"unknown\"",
            "measures.courses.high: expected 25000, found 20000",
            "verdict: expected \"eligible\", found \"undetermined\"",
            "`weight` is nothing a case can expect",
        ]
    );
}
