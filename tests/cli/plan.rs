//! `zhice plan`.

use serde_json::json;

use crate::zhice::Zhice;

const AGENCY: &str = r#"{
  "agency.patent_licensed": true,
  "agency.in_zone": true,
  "agency.pledge_loans": 3,
  "agency.securitisations": 1,
  "agency.brand_national": true,
  "agency.brand_provincial": true,
  "agency.cases_won": 2,
  "agency.abnormal_filings": false,
  "agency.invention_grants": 71
}"#;

fn plan(readings: &[&str]) -> Zhice {
    Zhice::new()
        .file("answers.json", AGENCY)
        .args(["plan", "--programme", "zibo-2020-zone", "--track", "agency", "--answers", "answers.json"])
        .args(readings.iter().flat_map(|reading| ["--reading", reading]))
}

#[test]
fn one_measure_in_all() {
    let plan = plan(&["zibo.once=one_measure"]).args(["--format", "json"]).exits(0).json();
    assert_eq!(plan["chosen"], json!([{ "measure": "brand", "amount": { "low": 200_000, "high": 200_000 } }]));
    assert_eq!(plan["runner_up"]["chosen"], json!(["securitisation"]));
    assert_eq!(plan["runner_up"]["less"], 100_000);
    // Open answers on pledge loans and the like could not change it, those on custody or attorneys could.
    assert_eq!(plan["settled"], false);
    let given_up: Vec<_> =
        plan["forfeits"].as_array().into_iter().flatten().map(|one| one["measure"].clone()).collect();
    assert_eq!(json!(given_up), json!(["brand", "securitisation", "case-win", "pledge-loan", "grants"]));
}

#[test]
fn measures_that_add_up_leave_no_choice_but_within_one() {
    let plan = plan(&[]).args(["--format", "json"]).exits(0).json();
    assert_eq!(plan["total"]["low"], 440_000);
    assert_eq!(plan["runner_up"], json!(null));
    assert_eq!(
        plan["forfeits"],
        json!([{
            "measure": "brand",
            "facts": ["agency.brand_provincial"],
            "amount": { "low": 100_000, "high": 100_000 },
            "gives_way_to": "brand"
        }])
    );
}

#[test]
fn the_page_says_what_is_given_up() {
    plan(&["zibo.once=one_measure"]).exits(0).golden("plan-agency.zh.txt");
    plan(&["zibo.once=one_measure"]).args(["--lang", "en"]).exits(0).golden("plan-agency.en.txt");
}

#[test]
fn a_track_without_measures() {
    Zhice::new()
        .file("answers.json", "{}")
        .args(["plan", "--programme", "zibo-2020-zone", "--track", "zone", "--answers", "answers.json"])
        .refused(&["track `zone` has no measures to choose from, --track, choose another track"]);
}
