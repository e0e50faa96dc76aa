//! `zhice check`.

use serde_json::json;

use crate::zhice::{SAMPLE, Zhice};

const MINIMAL: &str = include_str!("../packs/good/minimal.json");

#[test]
fn a_sound_pack_is_ok() {
    Zhice::new()
        .file("sample.json", SAMPLE)
        .file("minimal.json", MINIMAL)
        .args(["check", "sample.json", "minimal.json"])
        .exits(0)
        .stdout("sample.json: ok\nminimal.json: ok\n");
}

#[test]
fn errors_are_findings() {
    Zhice::new()
        .file("minimal.json", MINIMAL.replace("\"is\": \"plan\"", "\"is\": \"plam\""))
        .args(["check", "minimal.json"])
        .exits(1)
        .stdout(
            "minimal.json: error[dangling] at `/tracks/0/conditions/0/needs/is`: no fact has the id `plam`\n  \
             help: correct the id, or declare the fact\n\
             minimal.json: 1 error\n",
        );
}

#[test]
fn warnings_are_shown_and_are_fine() {
    Zhice::new()
        .file("minimal.json", MINIMAL.replace("encoded", "no_effect"))
        .args(["check", "minimal.json"])
        .exits(0)
        .stdout(
            "minimal.json: warning[uncited] at `/clauses/0`: clause `第一条` is said to have no effect, but it is cited\n  \
             help: make its role `encoded`\n\
             minimal.json: ok, 1 warning\n",
        );
}

#[test]
fn an_id_that_asks_two_things_in_two_packs_is_a_warning() {
    let other = MINIMAL.replace("\"id\": \"minimal\"", "\"id\": \"other\"");
    let asks = other.replace("Is there a plan?", "Has the plan been issued?");
    let check = |other: String| {
        Zhice::new().file("minimal.json", MINIMAL).file("other.json", other).args([
            "check",
            "minimal.json",
            "other.json",
        ])
    };
    check(asks).exits(0).stdout(
        "minimal.json: ok\n\
         other.json: warning[ambiguous] at `/facts/0/question`: `plan` has another `question` in `minimal`\n  \
         help: ask the same in both, or give one of the two an id of its own\n\
         other.json: ok, 1 warning\n",
    );
    check(other).exits(0).stdout("minimal.json: ok\nother.json: ok\n");
}

#[test]
fn the_file_name_is_the_id() {
    Zhice::new()
        .file("smallest.json", MINIMAL)
        .args(["check", "smallest.json"])
        .exits(1)
        .stdout_has("smallest.json: error[id] at `/id`: the id is `minimal`, but the file is called `smallest`\n");
    // Standard input has no name that could differ.
    Zhice::new().args(["check", "-"]).stdin(MINIMAL).exits(0).stdout("standard input: ok\n");
}

#[test]
fn what_is_no_json_is_a_finding_with_its_place() {
    Zhice::new()
        .file("minimal.json", "{\n  \"id\": oops\n}")
        .args(["check", "minimal.json"])
        .exits(1)
        .stdout_has("minimal.json: error[unreadable] at `/id`: line 2, column 9: expected value\n");
}

#[test]
fn one_file_that_cannot_be_read_does_not_hide_the_others() {
    Zhice::new()
        .file("minimal.json", MINIMAL)
        .args(["check", "gone.json", "minimal.json"])
        .exits(2)
        .stdout("minimal.json: ok\n")
        .complains(&["no such file, gone.json, check the path"]);
}

#[test]
fn json_has_the_same() {
    Zhice::new()
        .file("minimal.json", MINIMAL.replace("\"Art. 1\"", "\" \"").replace("\"en\": \"Apply\"", "\"en\": \" \""))
        .file("sample.json", SAMPLE)
        .args(["check", "minimal.json", "sample.json", "--format", "json"])
        .exits(1)
        .stdout_json(
            "",
            &json!([
                {
                    "file": "minimal.json",
                    "ok": false,
                    "diagnostics": [{
                        "severity": "error",
                        "code": "untranslated",
                        "pointer": "/tracks/0/title",
                        "message": "no words in `en`",
                        "help": "write it under `en`"
                    }]
                },
                { "file": "sample.json", "ok": true, "diagnostics": [] }
            ]),
        );
}
