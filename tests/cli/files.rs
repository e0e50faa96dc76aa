//! Files that cannot be read, standard input, and a reader that goes away.

use std::io::{Read as _, Write as _};

use serde_json::json;

use crate::zhice::{SETTLED, Zhice};

const HERE: [&str; 4] = ["--as-of", "2020-10-01", "--answers", "answers.json"];

#[test]
fn no_such_file() {
    Zhice::on_sample("assess").args(HERE).refused(&["no such file, answers.json, check the path"]);
    Zhice::new()
        .args(["questions", "--pack", "nowhere/pack.json", "--track", "apply"])
        .refused(&["no such file, nowhere/pack.json, check the path"]);
    Zhice::new()
        .args(["verify", "a.json", "b.json"])
        .refused(&["no such file, a.json, check the path", "no such file, b.json, check the path"]);
    Zhice::new().args(["check", "a.json"]).refused(&["no such file, a.json, check the path"]);
}

#[test]
fn a_folder() {
    Zhice::on_sample("assess").args(["--answers", "."]).refused(&["a folder, not a file, ., name the file in it"]);
}

#[test]
fn not_text() {
    Zhice::on_sample("assess")
        .file("answers.json", b"{\"body.address\": \"\xff\xfe\"}")
        .args(HERE)
        .refused(&["not text in UTF-8, answers.json, save it again as UTF-8"]);
}

#[test]
fn a_minus_is_standard_input() {
    Zhice::on_sample("assess")
        .args(["--answers", "-", "--format", "json"])
        .stdin(SETTLED)
        .exits(0)
        .stdout_json("/eligibility/verdict", &json!("eligible"));
    Zhice::on_sample("assess")
        .args(["--answers", "-"])
        .stdin("{\"body.staff\": -1}")
        .exits(2)
        .complains_of("less than the least possible value 0, standard input at `/body.staff`");
}

#[test]
fn standard_input_is_read_once() {
    Zhice::on_sample("draft")
        .args(["--answers", "-", "--dossier", "-"])
        .refused(&["standard input cannot be read twice, --dossier, name a file for one of the two"]);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let run = Zhice::on_sample("assess").args(["--answers", "-"]);
    let mut child = run.start();
    // Nobody reads; only then does the command get its answers and begin to write.
    drop(child.stdout.take());
    child.stdin.take().expect("a pipe").write_all(SETTLED.as_bytes()).expect("the command reads");
    let mut stderr = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut stderr).expect("text");
    assert_eq!((child.wait().expect("an end").code(), stderr.as_str()), (Some(0), ""));
}
