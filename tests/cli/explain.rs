//! `zhice explain`.

use serde_json::json;

use crate::zhice::Zhice;

const AGENCY: &str = r#"{
  "agency.patent_licensed": true,
  "agency.in_zone": true,
  "agency.pledge_loans": 3,
  "agency.securitisations": 0,
  "agency.custody_mode": "full",
  "agency.new_attorneys": 0,
  "agency.brand_national": true,
  "agency.brand_provincial": true,
  "agency.cases_won": 5,
  "agency.abnormal_filings": false,
  "agency.invention_grants": 128
}"#;

fn explain(programme: &str, track: &str, answers: &str) -> Zhice {
    Zhice::new()
        .file("answers.json", answers)
        .args(["explain", "--programme", programme, "--track", track, "--answers", "answers.json"])
        .args(["--as-of", "2020-10-01"])
}

#[test]
fn every_sum_comes_down_to_its_facts() {
    explain("zibo-2020-zone", "agency", AGENCY).exits(0).golden("explain-agency.zh.txt");
    explain("zibo-2020-zone", "agency", AGENCY).args(["--lang", "en"]).exits(0).golden("explain-agency.en.txt");
}

#[test]
fn conditions_and_what_the_authority_judges() {
    let zone = r#"{"zone.site_kind_zj": "other", "zone.agency_count": 19, "zone.core_area_m2": 1000,
      "carrier.ip_system": true, "zone.resources": true, "zone.work_talent": "started"}"#;
    explain("zhejiang-2018-zone", "zone", zone).exits(0).golden("explain-zone.zh.txt");
    explain("zhejiang-2018-zone", "zone", zone).args(["--lang", "en"]).exits(0).golden("explain-zone.en.txt");
}

#[test]
fn figures_against_each_other() {
    let funds = r#"{"fund.central": 10000000, "fund.local": 11999999, "fund.zone": 4000000}"#;
    explain("yantai-2020-operation", "funding", funds).exits(0).golden("explain-funding.zh.txt");
    explain("yantai-2020-operation", "funding", funds).args(["--lang", "en"]).exits(0).golden("explain-funding.en.txt");
}

#[test]
fn as_data_a_statement_has_its_words_its_clause_and_its_tree() {
    let statements = explain("zibo-2020-zone", "agency", AGENCY).args(["--format", "json"]).exits(0).json();
    let statements = statements.as_array().cloned().unwrap_or_default();
    let about: Vec<_> = statements.iter().map(|one| one["about"].as_str().unwrap_or_default()).collect();
    assert_eq!(about.iter().filter(|about| **about == "measure").count(), 8);
    assert_eq!(about[about.len() - 2..], ["total", "verdict"]);
    let grants = statements.iter().find(|one| one["id"] == "grants").cloned().unwrap_or_default();
    assert_eq!(grants["cite"], "第九条（五）");
    assert_eq!(grants["amount"], json!({ "low": 30_000, "high": 30_000 }));
    let reading = &grants["reasons"][1];
    assert_eq!((&reading["rule"], &reading["case"]), (&json!("reading"), &json!("exclusive")));
    let within = &reading["parts"][0];
    assert_eq!((&within["reading"], &within["case"]), (&json!("zibo.same_grant"), &json!("counts")));
    assert_eq!(within["parts"][0]["value"], 128);
    assert_eq!(within["parts"][0]["reached"], json!({ "over": 120 }));
}
