//! `zhice batch`.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;

use serde_json::{Map, Value, json};
use zhice::engine::assess;
use zhice::engine::{Assessment, Status};
use zhice::model::Amount;
use zhice::pack::builtin;

use crate::zhice::{SETTLED, Zhice};

/// The longest line that is read.
const LONGEST: usize = 4 * 1024 * 1024;

fn on_sample(lines: impl AsRef<[u8]>) -> Zhice {
    Zhice::on_sample("batch").file("answers.ndjson", lines).args(["--answers", "answers.ndjson"])
}

/// Lines in, and the lines that have to come out.
#[track_caller]
fn check(lines: impl AsRef<[u8]>, code: i32, expected: &[&str]) {
    let ran = on_sample(lines).exits(code);
    assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), expected);
    assert!(ran.stdout.is_empty() || ran.stdout.ends_with('\n'));
}

/// The numbers and errors of the lines, with `None` for a line that was taken.
fn errors(stdout: &str) -> Vec<(u64, Option<String>)> {
    let line = |text: &str| -> (u64, Option<String>) {
        let json: Value = serde_json::from_str(text).expect("each line is JSON");
        (json["line"].as_u64().expect("a number"), json["error"].as_str().map(ToOwned::to_owned))
    };
    stdout.lines().map(line).collect()
}

#[test]
fn a_line_for_each_line() {
    let settled = SETTLED.replace('\n', " ");
    let taken = r#"{"line":1,"verdict":"eligible","low":25000,"high":25000,"reached":0,"short":0,"unknown":0}"#;
    check(settled.clone() + "\n", 0, &[taken]);
    check(settled, 0, &[taken]);
    check(
        "{}\r\n{\"body.plan\": false}\r\n",
        0,
        &[
            r#"{"line":1,"verdict":"undetermined","low":0,"high":50000,"reached":0,"short":0,"unknown":1}"#,
            r#"{"line":2,"verdict":"ineligible","low":0,"high":0,"reached":0,"short":0,"unknown":1}"#,
        ],
    );
    check("", 0, &[]);
}

#[test]
fn what_a_track_does_not_have_is_null_or_nothing() {
    Zhice::new()
        .file("sample.json", crate::zhice::SAMPLE)
        .args(["batch", "--pack", "sample.json", "--track", "record"])
        .stdin("{}")
        .exits(0)
        .stdout("{\"line\":1,\"verdict\":null,\"low\":0,\"high\":0,\"reached\":0,\"short\":0,\"unknown\":0}\n");
    // Nothing bounds the number of loans.
    Zhice::new()
        .args(["batch", "--programme", "zibo-2020-zone", "--track", "agency"])
        .stdin("{}")
        .exits(0)
        .stdout_json("/high", &Value::Null);
}

#[test]
fn readings_are_those_of_the_other_verbs() {
    let staff = SETTLED.replace('\n', " ").replace("15", "10");
    for (reading, high) in [("over", 15_000), ("from", 25_000)] {
        on_sample(&staff)
            .args(["--reading", &format!("sample.over={reading}")])
            .exits(0)
            .stdout_json("/high", &json!(high));
    }
    on_sample("{}")
        .args(["--reading", "sample.over=under"])
        .refused(&["reading `sample.over` has no case `under`, --reading, its cases are over, from"]);
}

#[test]
fn a_line_that_cannot_be_taken_says_why_in_its_place() {
    const FLAT: &str = r#"write one flat JSON object, {"fact id": value, …}"#;
    let lines: [(&[u8], Option<&str>); 11] = [
        (b"{}", None),
        (b"{\"body.plan\": 1}", Some("wrong type, expected true or false, at `/body.plan`")),
        (b"{\"body.plan\": true}", None),
        (b" \t", Some("a blank line, take it out, or write {} where nothing is known")),
        (b"[]", Some("not a JSON object, FLAT")),
        (b"plan: yes", Some("expected value, line 6, column 1, FLAT")),
        (b"{\"body.plan\":", Some("EOF while parsing a value, at `/body.plan` (line 7, column 13), FLAT")),
        (
            b"{\"body.staff\": 3, \"body.staff\": 4}",
            Some("key `body.staff` stands twice, at `/body.staff` (line 8, column 30), FLAT"),
        ),
        (b"{\"body.address\": \"\xff\xfe\"}", Some("not text in UTF-8, save it again as UTF-8")),
        (
            b"{\"body.plans\": true, \"body.staff\": -1}",
            Some(
                "no such fact, at `/body.plans`, did you mean `body.plan`?; \
                 less than the least possible value 0, at `/body.staff`, leave the key out if it is not known",
            ),
        ),
        (b"{}", None),
    ];
    let found = errors(&on_sample(lines.map(|(line, _)| line).join(&b'\n')).exits(1).stdout);
    let expected = lines.map(|(_, error)| error.map(|error| error.replace("FLAT", FLAT)));
    assert_eq!(found, (1..).zip(expected).collect::<Vec<_>>());
}

#[test]
fn a_blank_line_at_the_very_end_is_no_record() {
    check("\n\n", 1, &[r#"{"line":1,"error":"a blank line, take it out, or write {} where nothing is known"}"#]);
    assert_eq!(errors(&on_sample("{}\n\n").exits(0).stdout), [(1, None)]);
    assert_eq!(errors(&on_sample("{}\n  ").exits(0).stdout), [(1, None)]);
}

#[test]
fn a_line_wrong_from_end_to_end_names_some_of_it() {
    let many: Map<String, Value> = (10..110).map(|number| (format!("body.{number}"), json!(1))).collect();
    let found = errors(&on_sample(Value::Object(many).to_string()).exits(1).stdout);
    let error = found[0].1.as_deref().expect("an error");
    assert!(error.starts_with("no such fact, at `/body.10`, "), "{error}");
    assert!(error.ends_with("; and 90 more"), "{error}");
    assert_eq!(error.matches("no such fact").count(), 10);
}

#[test]
fn a_line_that_is_too_long_is_an_error_and_no_more() {
    let large = "larger than 4096 KiB, see that each line has the answers of one applicant";
    let of = |length: usize| format!("{{}}{}", " ".repeat(length - 2));
    let text = [of(LONGEST), of(LONGEST + 1), of(3 * LONGEST), "{}".to_owned(), "x".repeat(2 * LONGEST)].join("\n");
    let found = errors(&on_sample(text).exits(1).stdout);
    let large = Some(large.to_owned());
    assert_eq!(found, [(1, None), (2, large.clone()), (3, large.clone()), (4, None), (5, large)]);
}

#[test]
fn order_is_kept_over_many_chunks() {
    // Lines of very different length and work, so that chunks are done at different times.
    let line = |number: usize| {
        let address = "长".repeat(if number.is_multiple_of(97) { 2_000 } else { number % 7 });
        format!("{{\"body.plan\": true, \"body.courses\": {}, \"body.address\": \"x{address}\"}}\n", number % 4)
    };
    let stdout = on_sample((0..20_000).map(line).collect::<String>()).exits(0).stdout;
    assert_eq!(stdout.lines().count(), 20_000);
    for (number, line) in stdout.lines().enumerate() {
        let json: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(json["line"], number + 1);
        assert_eq!(json["high"], 30_000 + 5_000 * (number % 4), "{line}");
    }
}

#[test]
fn what_comes_in_goes_out_before_the_input_ends() {
    let run = Zhice::on_sample("batch");
    let mut child = run.start();
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for line in 1..=3 {
        input.write_all(b"{}\n").expect("the command reads");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("the command answers");
        assert!(answer.starts_with(&format!("{{\"line\":{line},")), "{answer}");
    }
    drop(input);
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let run = Zhice::on_sample("batch");
    let mut child = run.start();
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    // It goes on reading until it notices, and no further.
    while input.write_all(b"{}\n").is_ok() {}
    let mut stderr = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut stderr).expect("text");
    assert_eq!((child.wait().expect("an end").code(), stderr.as_str()), (Some(0), ""));
}

#[test]
fn input_that_cannot_be_read() {
    let on = |file: &str| Zhice::on_sample("batch").args(["--answers", file]);
    on("gone.ndjson").refused(&["no such file, gone.ndjson, check the path"]);
    on(".").refused(&["a folder, not a file, ., name the file in it"]);
    Zhice::new()
        .args(["batch", "--pack", "-", "--track", "apply"])
        .refused(&["standard input cannot be read twice, --answers, name a file for one of the two"]);
}

#[test]
fn every_case_comes_out_as_assess_has_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for file in fs::read_dir(folder).expect("the cases") {
        let text = fs::read_to_string(file.expect("a file").path()).expect("text");
        agrees(&serde_json::from_str(&text).expect("JSON"));
    }
}

/// One run for each choice of readings among the cases of a file.
fn agrees(file: &Value) {
    let (programme, track) = (file["programme"].as_str().expect("an id"), file["track"].as_str().expect("an id"));
    let pack = builtin::load(programme).expect("it is built in").expect("it loads").pack;
    let track = pack.track(track).expect("its own track");
    let mut runs: BTreeMap<Vec<(&str, &str)>, Vec<Value>> = BTreeMap::new();
    for case in file["cases"].as_array().expect("cases") {
        let readings = case["readings"].as_object().into_iter().flatten();
        let readings = readings.map(|(id, case)| (id.as_str(), case.as_str().expect("an id"))).collect();
        let mut answers = file["base"].as_object().cloned().unwrap_or_default();
        answers.extend(case["answers"].as_object().cloned().unwrap_or_default());
        runs.entry(readings).or_default().push(Value::Object(answers));
    }
    for (readings, lines) in runs {
        let choices = pack.choices(readings.iter().copied()).expect("its own readings");
        let text = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let options = readings.iter().flat_map(|(id, case)| ["--reading".to_owned(), format!("{id}={case}")]);
        let ran = Zhice::new()
            .args(["batch", "--programme", programme, "--track", &track.track.id])
            .args(options)
            .stdin(&text)
            .exits(0);
        let day = "2020-10-01".parse().expect("a day");
        let expected = lines.iter().map(|line| pack.take_answers(line).expect("its own facts"));
        let expected = (1..).zip(expected).map(|(line, answers)| record(line, &assess(track, &answers, day, &choices)));
        assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{programme} {readings:?}");
    }
}

fn record(line: usize, assessment: &Assessment) -> String {
    let total = assessment.support.as_ref().map_or(Amount::ZERO, |support| support.total);
    let high = total.high.map_or_else(|| "null".to_owned(), |high| high.to_string());
    let verdict = serde_json::to_string(&assessment.eligibility.verdict).expect("JSON");
    let count = |status| assessment.indicators.iter().filter(|one| one.status == status).count();
    format!(
        "{{\"line\":{line},\"verdict\":{verdict},\"low\":{},\"high\":{high},\"reached\":{},\"short\":{},\"unknown\":{}}}",
        total.low,
        count(Status::Reached),
        count(Status::Short),
        count(Status::Unknown)
    )
}

#[test]
fn a_track_that_gives_points_has_them_on_each_line() {
    let rating = include_str!("../packs/good/made-up-rating.json");
    let answers = r#"{"rating.local":true,"rating.patents":5,"rating.services":"all","rating.management":8,"rating.complaints":1,"rating.fraud":false,"rating.exempt":false}"#;
    let open = answers.replace(r#""rating.services":"all","#, "");
    let ran = Zhice::new()
        .file("rating.json", rating)
        .file("answers.ndjson", format!("{answers}\n{open}\n"))
        .args(["batch", "--pack", "rating.json", "--track", "agency", "--answers", "answers.ndjson"])
        .args(["--as-of", "2025-08-01"])
        .exits(0);
    let lines: Vec<Value> = ran.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines[0]["points"], json!({ "low": 81, "high": 81 }));
    assert_eq!((&lines[0]["passes"], &lines[0]["grade"]), (&json!("met"), &json!({ "low": "good", "high": "good" })));
    let assessed = Zhice::new()
        .file("rating.json", rating)
        .file("answers.json", &open)
        .args(["assess", "--pack", "rating.json", "--track", "agency", "--answers", "answers.json"])
        .args(["--as-of", "2025-08-01", "--format", "json"])
        .exits(0)
        .json();
    for key in ["points", "passes", "grade"] {
        assert_eq!(lines[1][key], assessed["score"][key], "{key}");
    }
}
