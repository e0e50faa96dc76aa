//! `--pack FILE`: a programme from disk.

use serde_json::json;

use crate::zhice::{SAMPLE, SETTLED, Zhice};

#[test]
fn a_bad_pack_is_refused_with_all_that_is_wrong_with_it() {
    let bad =
        SAMPLE.replace("\"body.plan\" }", "\"body.plam\" }").replace("\"is\": \"body.plan\"", "\"is\": \"body.plam\"");
    let bad = bad.replace("\"over\": 20", "\"over\": 5").replace("\"en\": \"Art. 1\"", "\"en\": \"\"");
    Zhice::new()
        .file("sample.json", &bad)
        .file("answers.json", "{}")
        .args(["assess", "--pack", "sample.json", "--track", "apply", "--answers", "answers.json"])
        .refused(&[
            "no fact has the id `body.plam`, sample.json at `/tracks/0/conditions/0/needs/is`, correct the id, or declare the fact",
            "tier 2 starts no later than tier 1, sample.json at \
             `/tracks/0/support/measures/1/amount/by_reading/cases/0/then/tiered/tiers/1`, \
             order tiers from the lowest to the highest, each with a start of its own",
        ]);
}

#[test]
fn a_pack_that_is_no_json_is_refused_with_the_place() {
    Zhice::new()
        .file("sample.json", "{\"format\": \"zhice.pack/1\"")
        .args(["questions", "--pack", "sample.json", "--track", "apply"])
        .exits(2)
        .complains_of("line 1, column 25: EOF while parsing an object, sample.json");
    Zhice::new().file("sample.json", "[]").args(["programmes", "--pack", "sample.json"]).refused(&[
        "wrong type: list, expected an object, sample.json, compare the place with pack.schema.json or a pack that works",
    ]);
}

#[test]
fn an_object_where_a_number_belongs_is_said_to_be_one() {
    let wrong = SAMPLE.replacen("\"max\": 500", "\"max\": {\"a\": 500}", 1);
    assert_ne!(wrong, SAMPLE);
    Zhice::new()
        .file("sample.json", wrong)
        .args(["programmes", "--pack", "sample.json"])
        .exits(2)
        .complains_of("wrong type: object, expected a number, sample.json at `/facts/");
}

#[test]
fn a_warning_keeps_no_pack_from_serving() {
    let warned = SAMPLE.replace("\"role\": \"encoded\"", "\"role\": \"no_effect\"");
    assert_ne!(warned, SAMPLE);
    Zhice::with_answers("assess", SETTLED)
        .file("sample.json", warned)
        .args(["--format", "json"])
        .exits(0)
        .stdout_json("/eligibility/verdict", &json!("eligible"));
}

#[test]
fn the_programme_beside_it_has_to_be_its_own() {
    Zhice::on_sample("questions").args(["--programme", "sample"]).exits(0);
    Zhice::on_sample("questions").args(["--programme", "zibo-2020-zone"]).refused(&[
        "the pack is of programme `sample`, not of `zibo-2020-zone`, sample.json at `/id`, write --programme sample",
    ]);
}

#[test]
fn a_pack_can_come_from_standard_input() {
    Zhice::new().args(["questions", "--pack", "-", "--track", "apply"]).stdin(SAMPLE).exits(0).stdout_has("示例项目");
}
