//! Runs the engine over the cases in `tests/cases`: answers and what has to come of them, as data.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read its files has nothing to go on with"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use zhice::engine::{Verdict, assess};
use zhice::model::{Answers, Truth};
use zhice::pack::load::TrackRef;
use zhice::pack::{Choices, Pack, builtin};

use self::support::cases::{AS_OF, Case, CaseFile};

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
            let condition = assessment.eligibility.conditions.iter().find(|one| one.truth == Truth::NotMet);
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
    let cases = match CaseFile::read(&text) {
        Ok(cases) => cases,
        Err(why) => return vec![format!("{name}: {why}")],
    };
    let start = format!("{}.{}.", cases.programme, cases.track);
    if !name.starts_with(&start) {
        return vec![format!("{name}: the name of the file has to start with `{start}`")];
    }
    let pack = match cases.pack() {
        Ok(pack) => pack,
        Err(why) => return vec![format!("{name}: {why}")],
    };
    let track = pack.track(&cases.track).expect("the track was found before");
    let failed = cases.cases.iter().filter_map(|case| {
        let wrong = run(track, &cases.base, case).unwrap_or_else(|why| vec![why]);
        (!wrong.is_empty()).then(|| format!("{name}: {}\n  {}", case.name, wrong.join("\n  ")))
    });
    failed.collect()
}

/// Every expectation of a case that does not hold.
fn run(track: TrackRef<'_>, base: &Map<String, Value>, case: &Case) -> Result<Vec<String>, String> {
    let inputs = case.inputs(track.pack, base)?;
    let assessment = assess(track, &inputs.answers, inputs.as_of, &inputs.choices);
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

/// What the assessment says where `key` expects something, cut down to what is expected of it.
fn observe(assessment: &Value, key: &str, expected: &Value) -> Result<Value, String> {
    let at = |pointer: &str| assessment.pointer(pointer).cloned().unwrap_or_default();
    Ok(match key {
        "standing" => at("/standing"),
        "verdict" => at("/eligibility/verdict"),
        "span_verdicts" => in_order_of(expected, at("/eligibility/span").as_array().cloned().unwrap_or_default()),
        "missing" => at("/missing"),
        "total" => range(&at("/support/total")),
        "money" => range(&at("/support/by_form/money")),
        "voucher" => range(&at("/support/by_form/voucher")),
        "span" => range(&at("/support/span")),
        "conditions" => truths(&by_id(&at("/eligibility/conditions")), object(expected, key)?),
        "priorities" => truths(&by_id(&at("/priorities")), object(expected, key)?),
        "indicators" => parts(&by_id(&at("/indicators")), object(expected, key)?, |found, part| match part {
            "status" | "value" | "target" | "gap" => Some(found[part].clone()),
            _ => None,
        })?,
        "measures" => parts(&by_id(&at("/support/measures")), object(expected, key)?, |found, part| match part {
            "truth" => Some(found[part].clone()),
            "low" | "high" => Some(found["amount"][part].clone()),
            _ => None,
        })?,
        "dates" => parts(&by_id(&at("/dates")), object(expected, key)?, |found, part| match part {
            "phase" | "days" | "from" | "until" | "overdue" | "missing" => Some(found[part].clone()),
            _ => None,
        })?,
        "checks" => by_id(&at("/checks")).keys().cloned().collect(),
        "leads_to" => truths(&by_id(&at("/leads_to")), object(expected, key)?),
        "matters" => {
            let readings = at("/readings");
            let moving = readings.as_array().into_iter().flatten().filter(|one| one["matters"] == true);
            in_order_of(expected, moving.map(|one| one["id"].clone()).collect())
        }
        unknown => return Err(format!("`{unknown}` is nothing a case can expect")),
    })
}

/// The entries of a list by their id.
fn by_id(list: &Value) -> Map<String, Value> {
    let entries = list.as_array().into_iter().flatten();
    entries.filter_map(|entry| Some((entry.get("id")?.as_str()?.to_owned(), entry.clone()))).collect()
}

/// The truth of each entry that is asked for.
fn truths(found: &Map<String, Value>, wanted: &Map<String, Value>) -> Value {
    let truth = |id: &String| found.get(id).map(|one| one["truth"].clone()).unwrap_or_default();
    wanted.keys().map(|id| (id.clone(), truth(id))).collect()
}

/// The parts of each entry that are asked for; `pick` knows which there are.
fn parts(
    found: &Map<String, Value>,
    wanted: &Map<String, Value>,
    pick: impl Fn(&Value, &str) -> Option<Value>,
) -> Result<Value, String> {
    let mut observed = Map::new();
    for (id, wanted) in wanted {
        // Nothing is expected to be there.
        if wanted.is_null() {
            observed.insert(id.clone(), found.get(id).cloned().unwrap_or_default());
            continue;
        }
        let part = |key: &String| {
            let known = pick(found.get(id).unwrap_or(&Value::Null), key);
            let known = known.ok_or_else(|| format!("`{key}` is nothing a case can expect of `{id}`"))?;
            Ok((key.clone(), known))
        };
        let parts = object(wanted, id)?.keys().map(part).collect::<Result<Map<_, _>, String>>()?;
        observed.insert(id.clone(), if found.contains_key(id) { Value::Object(parts) } else { Value::Null });
    }
    Ok(Value::Object(observed))
}

/// A list of names: their order says nothing, so it follows the expectation's where that has the name.
fn in_order_of(expected: &Value, mut names: Vec<Value>) -> Value {
    let wanted = expected.as_array().cloned().unwrap_or_default();
    names.sort_by_key(|name| wanted.iter().position(|one| one == name).unwrap_or(usize::MAX));
    Value::Array(names)
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
            "span_verdicts": ["eligible", "undetermined"],
            "conditions": { "has-plan": "met", "local": "met" },
            "priorities": { "in-park": "met" },
            "indicators": { "progress": { "status": "unknown", "value": "done" }, "speed": { "gap": 1 } },
            "measures": { "courses": { "truth": "unknown", "high": 25000 }, "staff": { "gap": 1 } },
            "weight": 3
        }
    }))
    .expect("a case");
    let wrong = run(pack.track("apply").expect("a track"), &Map::new(), &case).expect("a run");
    assert_eq!(
        wrong,
        [
            "conditions.local: expected \"met\", found \"unknown\"",
            "indicators.progress.value: expected \"done\", found null",
            "indicators.speed: expected {\"gap\":1}, found null",
            "`gap` is nothing a case can expect of `staff`",
            "priorities.in-park: expected \"met\", found \"unknown\"",
            "span_verdicts: expected [\"eligible\",\"undetermined\"], found [\"undetermined\"]",
            "verdict: expected \"eligible\", found \"undetermined\"",
            "`weight` is nothing a case can expect",
        ]
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_place() {
    let case = json!({ "name": "a", "expect": { "verdict": null } });
    let file = |cases: Value| json!({ "programme": "p", "track": "t", "cases": cases }).to_string();
    let told = |text: &str| CaseFile::read(text).err().unwrap_or_default();
    assert_eq!(told(&file(json!([case]))), "");
    assert_eq!(told(&file(json!([case, case]))), "two cases are called `a` (at `/cases/1/name`)");
    let idle = json!({ "name": "b", "expect": {} });
    assert_eq!(told(&file(json!([case, idle]))), "`b` expects nothing (at `/cases/1/expect`)");
    let late = json!({ "name": "c", "as_of": "2020-02-30", "expect": { "verdict": null } });
    assert!(told(&file(json!([late]))).ends_with("(at `/cases/0/as_of`)"), "{}", told(&file(json!([late]))));
}
