//! `zhice draft`.

use serde_json::{Value, json};

use crate::zhice::{SETTLED, Zhice};

const DOSSIER: &str = r#"{
  "applicant": { "name": "示例事务所", "credit_code": "91350100M000100Y43", "mobile": "13812345678" },
  "narratives": { "outlook": "明年再办 4 次培训。" },
  "materials": { "plan": "have" },
  "evidence": { "body.staff": "社保名单 1 份" },
  "declarations": ["truthful"]
}"#;

#[test]
fn holds_all_that_was_entered() {
    Zhice::with_answers("draft", SETTLED)
        .file("dossier.json", DOSSIER)
        .args(["--dossier", "dossier.json", "--reading", "sample.over=from"])
        .exits(0)
        .stdout_json("/format", &json!("zhice.draft/1"))
        .stdout_json("/notice", &json!("草稿，未提交"))
        .stdout_json("/readings", &json!({ "sample.over": "from" }))
        .stdout_json("/answers/body.area", &json!(80.5))
        .stdout_json("/dossier/applicant/name", &json!("示例事务所"))
        .stdout_json("/dossier/declarations", &json!(["truthful"]))
        .stdout_json("/assessment/eligibility/verdict", &json!("eligible"))
        .stdout_json("/application/0/id", &json!("cover"));
}

#[test]
fn the_same_inputs_make_the_same_draft() {
    let draft = || Zhice::with_answers("draft", SETTLED).exits(0).stdout;
    assert_eq!(draft(), draft());
}

#[test]
fn without_a_dossier_it_is_empty() {
    let json = Zhice::with_answers("draft", "{}").args(["--lang", "en"]).exits(0).json();
    assert_eq!(json["lang"], "en");
    assert_eq!(json["dossier"]["applicant"], json!({}));
    assert_eq!(json["answers"], json!({}));
    let outstanding = json["application"].as_array().expect("sections").iter().find(|one| one["id"] == "outstanding");
    assert_ne!(outstanding.map_or(&Value::Null, |one| &one["rows"]), &json!([]));
}

#[test]
fn a_dossier_that_cannot_be_taken() {
    let refused = |dossier: &str, line: &str| {
        Zhice::with_answers("draft", "{}")
            .file("dossier.json", dossier)
            .args(["--dossier", "dossier.json"])
            .refused(&[&format!("{line}, zhice draft --help shows a dossier")]);
    };
    refused("[]", "not a JSON object, dossier.json");
    refused("{\"applicant\": []}", "wrong type: list, expected an object, dossier.json at `/applicant`");
    refused(
        "{\"applicant\": {\"name\": 3}}",
        "wrong type: number, expected a string, dossier.json at `/applicant/name`",
    );
    refused("{\"narratives\": {\"a\": 3}}", "wrong type: number, expected a string, dossier.json at `/narratives/a`");
    refused(
        "{\"materials\": {\"plan\": \"lost\"}}",
        "unknown word `lost`, expected one of `have`, `preparing`, `not_applicable`, dossier.json at `/materials/plan`",
    );
    refused(
        "{\"papers\": {}}",
        "unknown key `papers`, expected one of `applicant`, `narratives`, `materials`, `evidence`, `declarations`, \
         dossier.json at `/papers`",
    );
}
