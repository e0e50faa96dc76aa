//! Runs the engine over the cases in `tests/cases`: answers and what has to come of them, as data.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot read its files has nothing to go on with")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use zhice::cli::replay::run;
use zhice::engine::{Verdict, assess};
use zhice::model::{Answers, Truth};
use zhice::pack::cases::{AS_OF, Case, CaseFile};
use zhice::pack::{Choices, Pack, builtin};

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
        Err(why) => return vec![format!("{name}: {}", why.en)],
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
        let wrong: Vec<&str> = wrong.iter().map(|text| text.en.as_str()).collect();
        (!wrong.is_empty()).then(|| format!("{name}: {}\n  {}", case.name, wrong.join("\n  ")))
    });
    failed.collect()
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
        wrong.iter().map(|text| text.en.as_str()).collect::<Vec<_>>(),
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
    let told = |text: &str| CaseFile::read(text).err().unwrap_or_default().en;
    assert_eq!(told(&file(json!([case]))), "");
    assert_eq!(told(&file(json!([case, case]))), "two cases are called `a` (at `/cases/1/name`)");
    let idle = json!({ "name": "b", "expect": {} });
    assert_eq!(told(&file(json!([case, idle]))), "`b` expects nothing (at `/cases/1/expect`)");
    let late = json!({ "name": "c", "as_of": "2020-02-30", "expect": { "verdict": null } });
    assert!(told(&file(json!([late]))).ends_with("(at `/cases/0/as_of`)"), "{}", told(&file(json!([late]))));
}
