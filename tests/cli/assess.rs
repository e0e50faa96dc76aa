//! `zhice assess`.

use serde_json::{Value, json};
use zhice::engine::assess;
use zhice::pack::{Choices, Pack};

use crate::zhice::{SAMPLE, SETTLED, Zhice};

/// An agency part of the way through its answers.
const PARTIAL: &str = r#"{
  "agency.patent_licensed": true,
  "agency.in_zone": true,
  "agency.pledge_loans": 3,
  "agency.securitisations": 0,
  "agency.custody_mode": "full",
  "agency.new_attorneys": 0,
  "agency.cases_won": 5,
  "agency.abnormal_filings": false,
  "agency.invention_grants": 128
}"#;

/// A zone that lacks one condition.
const ZONE: &str = r#"{
  "zone.mechanism": true,
  "zone.plan": true,
  "zone.policies": true,
  "zone.industry_advantage": true,
  "zone.innovative_cluster": true,
  "zone.service_points": 1,
  "zone.coverage": ["patent", "trademark", "custody"],
  "zone.site_kind": "innovation_park",
  "zone.work_measures": "established"
}"#;

fn on_zibo(track: &str, answers: &str, lang: &str) -> Zhice {
    Zhice::new()
        .file("answers.json", answers)
        .args(["assess", "--programme", "zibo-2020-zone", "--answers", "answers.json"])
        .args(["--track", track, "--lang", lang])
}

#[test]
fn the_page_reads_like_a_conclusion() {
    let within = ["--as-of", "2020-10-01"];
    on_zibo("agency", PARTIAL, "zh").args(within).exits(0).golden("assess-agency.zh.txt");
    on_zibo("agency", PARTIAL, "en").args(within).exits(0).golden("assess-agency.en.txt");
    on_zibo("zone", ZONE, "zh").args(within).exits(0).golden("assess-zone.zh.txt");
    on_zibo("zone", ZONE, "en").args(within).exits(0).golden("assess-zone.en.txt");
}

#[test]
fn an_ended_document_is_assessed_under_its_banner() {
    on_zibo("agency", "{}", "zh").args(["--as-of", "2024-05-01"]).exits(0).golden("assess-agency-ended.zh.txt");
}

#[test]
fn one_measure_in_all_says_which_one_counts() {
    on_zibo("agency", PARTIAL, "zh")
        .args(["--as-of", "2020-10-01", "--reading", "zibo.once=one_measure"])
        .exits(0)
        .stdout_has("计入合计：涉外或重大影响案件胜诉\n")
        .stdout_has("采用 one_measure（一年只享受一项）");
}

#[test]
fn a_settled_case_has_nothing_left_to_ask() {
    let page = Zhice::with_answers("assess", SETTLED).args(["--lang", "en"]).exits(0).golden("assess-sample.en.txt");
    assert!(!page.stdout.contains("Next question"));
}

#[test]
fn a_track_without_conditions_and_support_has_its_page_too() {
    Zhice::new()
        .file("sample.json", SAMPLE)
        .file("answers.json", "{}")
        .args(["assess", "--pack", "sample.json", "--track", "record", "--answers", "answers.json"])
        .exits(0)
        .stdout_has("示例项目 · 备案\n");
}

#[test]
fn json_is_the_assessment_as_the_engine_gives_it() {
    let pack = Pack::load(SAMPLE).expect("the sample loads").pack;
    let answers = pack.read_answers(SETTLED).expect("the answers fit");
    let day = "2020-10-01".parse().expect("a day");
    let assessment = assess(pack.track("apply").expect("its track"), &answers, day, &Choices::default());
    let expected = serde_json::to_string_pretty(&assessment).expect("JSON") + "\n";
    Zhice::with_answers("assess", SETTLED).args(["--format", "json"]).exits(0).stdout(&expected);
}

#[test]
fn json_keeps_the_public_contract() {
    let json = Zhice::with_answers("assess", SETTLED).args(["--format", "json"]).exits(0).json();
    let keys = |value: &Value| -> Vec<String> { value.as_object().expect("an object").keys().cloned().collect() };
    for key in ["format", "programme", "track", "as_of", "engine", "pack", "standing", "eligibility", "indicators"] {
        assert!(keys(&json).contains(&key.to_owned()), "no `{key}`");
    }
    assert_eq!(json["format"], "zhice.assessment/1");
    assert_eq!(json["standing"], "in_force");
    assert_eq!(json["eligibility"]["verdict"], "eligible");
    assert_eq!(json["eligibility"]["conditions"][0]["cite"], "第一条");
    assert_eq!(json["indicators"][0]["status"], "not_applicable");
    assert_eq!(json["support"]["total"], json!({ "low": 25_000, "high": 25_000 }));
    assert_eq!(json["support"]["by_form"]["voucher"], json!({ "low": 10_000, "high": 10_000 }));
    assert_eq!(json["support"]["chosen"], json!(["courses", "staff"]));
    assert_eq!(json["support"]["readings"], json!([{ "id": "sample.over", "case": "over", "matters": false }]));
    assert_eq!(json["missing"], json!([]));
    assert_eq!(json["next"], Value::Null);
}

#[test]
fn an_open_count_has_no_upper_bound() {
    Zhice::with_answers("assess", r#"{"body.plan": true}"#)
        .args(["--format", "json"])
        .exits(0)
        .stdout_json("/support/measures/0/amount", &json!({ "low": 0, "high": 20_000 }));
    on_zibo("agency", "{}", "zh").args(["--format", "json"]).exits(0).stdout_json("/support/total/high", &Value::Null);
}

#[test]
fn without_a_day_it_is_today() {
    let json = on_zibo("agency", "{}", "zh").args(["--format", "json"]).exits(0).json();
    assert_eq!(json["standing"], "trial_ended");
}

#[test]
fn a_day_from_which_others_are_reckoned_is_asked_about_while_it_has_not_come() {
    let assess = |day: &str| {
        Zhice::new()
            .file("answers.json", format!("{{\"zone.stage\": \"recognised\", \"zone.titled_on\": \"{day}\"}}"))
            .args(["assess", "--programme", "zhejiang-2018-zone", "--track", "zone", "--answers", "answers.json"])
            .args(["--as-of", "2020-10-01"])
    };
    let ahead = assess("2020-10-02").args(["--format", "json"]).exits(0).json();
    assert_eq!(ahead["checks"][0]["id"], "zone.titled_on.ahead");
    assert_eq!(ahead["checks"][0]["entered"], json!([{ "fact": "zone.titled_on", "value": "2020-10-02" }]));
    assess("2020-10-02").exits(0).stdout_has("这一天晚于测算日，请核对；尚未发生的，先不填写。");
    let come = assess("2020-10-01").args(["--format", "json"]).exits(0).json();
    assert_eq!(come["checks"], json!([]));
    // It is a question, not a condition.
    assert_eq!(ahead["eligibility"], come["eligibility"]);
}
