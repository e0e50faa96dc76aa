//! `zhice reach`.

use serde_json::{Value, json};

use crate::zhice::Zhice;

/// An agency in the zone: 71 grants, 3 loans, nothing else.
const AGENCY: &str = r#"{
  "agency.patent_licensed": true,
  "agency.in_zone": true,
  "agency.pledge_loans": 3,
  "agency.securitisations": 0,
  "agency.custody_mode": "none",
  "agency.new_attorneys": 0,
  "agency.brand_national": false,
  "agency.brand_provincial": false,
  "agency.cases_won": 0,
  "agency.abnormal_filings": false,
  "agency.invention_grants": 71,
  "agency.zeroing": false,
  "agency.doubling": false
}"#;

fn on(programme: &str, track: &str, answers: &str, goal: &str) -> Zhice {
    Zhice::new()
        .file("answers.json", answers)
        .args(["reach", "--programme", programme, "--track", track, "--answers", "answers.json", "--goal", goal])
        .args(["--as-of", "2020-10-01"])
}

fn found(programme: &str, track: &str, answers: &str, goal: &str) -> Value {
    on(programme, track, answers, goal).args(["--format", "json"]).exits(0).json()
}

fn change(fact: &str, from: impl Into<Value>, to: impl Into<Value>) -> Value {
    let (from, to): (Value, Value) = (from.into(), to.into());
    json!({ "fact": fact, "from": from, "to": to })
}

#[test]
fn the_next_tier_of_a_measure() {
    let reach = found("zibo-2020-zone", "agency", AGENCY, "measure:grants");
    assert_eq!(reach["reachable"], true);
    assert_eq!(reach["changes"], json!([change("agency.invention_grants", 71, 121)]));
    assert_eq!(reach["alternatives"], json!([]));
}

#[test]
fn ways_that_tie_are_all_told() {
    let reach = found("zibo-2020-zone", "agency", AGENCY, "measure:zero-or-double");
    let way = |drive: &str, grants: u8| {
        json!([
            change(&format!("agency.{drive}"), false, true),
            change(&format!("agency.{drive}_grants"), Value::Null, grants),
        ])
    };
    assert_eq!(reach["changes"], way("zeroing", 1));
    assert_eq!(reach["alternatives"], json!([way("doubling", 5)]));
}

#[test]
fn what_cannot_change_stays() {
    let with = AGENCY.replace(r#""agency.abnormal_filings": false"#, r#""agency.abnormal_filings": true"#);
    let reach = found("zibo-2020-zone", "agency", &with, "measure:grants");
    assert_eq!((&reach["reachable"], &reach["changes"]), (&json!(false), &json!([])));
    on("zibo-2020-zone", "agency", &with, "measure:grants").exits(0).stdout("改变可以改变的情况，也达不到这一目标\n");
}

#[test]
fn a_sum_is_short_by_a_yuan() {
    let answers = r#"{"fund.central": 10000000, "fund.local": 11999999, "fund.zone": 4000000, "fund.market": 4000000}"#;
    let reach = found("yantai-2020-operation", "funding", answers, "eligible");
    assert_eq!(reach["changes"], json!([change("fund.local", 11_999_999, 12_000_000)]));
}

#[test]
fn an_indicator() {
    let reach = found("zibo-2024-city", "city", r#"{"city.trademarks": 104999}"#, "indicator:trademarks");
    assert_eq!(reach["changes"], json!([change("city.trademarks", 104_999, 105_000)]));
}

#[test]
fn one_condition() {
    let answers = r#"{"zone.service_points": 1, "zone.coverage": []}"#;
    let reach = found("zibo-2020-zone", "zone", answers, "condition:agency-base");
    assert_eq!(reach["goal"], "condition:agency-base");
    assert_eq!(reach["changes"], json!([change("zone.service_points", 1, 2)]));
}

#[test]
fn a_goal_that_is_reached_needs_nothing() {
    let reach = found("zibo-2020-zone", "agency", AGENCY, "total:40000");
    assert_eq!((&reach["reachable"], &reach["changes"]), (&json!(true), &json!([])));
    on("zibo-2020-zone", "agency", AGENCY, "total:40000").exits(0).stdout("这一目标已经达到\n");
}

#[test]
fn the_page_names_what_changes() {
    let answers = r#"{"zone.agency_count": 12, "carrier.kind": "incubator", "carrier.strong": true}"#;
    let zone = || on("zhejiang-2018-zone", "zone", answers, "eligible");
    zone().exits(0).golden("reach-zone.zh.txt");
    zone().args(["--lang", "en"]).exits(0).golden("reach-zone.en.txt");
}

/// Nobody is told to be another kind of body, or to lie elsewhere.
#[test]
fn what_the_applicant_is_does_not_change_and_the_page_names_what_the_authority_judges() {
    let answers = r#"{"zone.agency_count": 12, "carrier.kind": "other", "carrier.strong": true}"#;
    let reach = found("zhejiang-2018-zone", "zone", answers, "eligible");
    assert_eq!((&reach["reachable"], &reach["discretion"]), (&json!(false), &json!(["carrier.kind"])));
    on("zhejiang-2018-zone", "zone", answers, "eligible")
        .exits(0)
        .stdout("改变可以改变的情况，也达不到这一目标\n\n依托单位类型：按现在的情况，是否符合由主管部门判断。\n");
}

/// A zone of several sites describes them; it does not become one of a single site.
#[test]
fn what_is_open_is_answered_before_an_answer_is_altered() {
    let answers = r#"{"zone.boundary_east": "东路", "zone.boundary_south": "南路", "zone.boundary_west": "西路",
        "zone.boundary_north": "北路", "zone.area_km2": 3, "zone.multi_site": true}"#;
    let reach = found("cnipa-2023-zone", "demonstration", answers, "condition:scope");
    assert_eq!(reach["changes"], json!([{ "fact": "zone.site_functions", "from": null, "to": "…" }]));
    assert_eq!(reach["alternatives"], json!([]));
}

#[test]
fn a_goal_that_makes_no_sense() {
    let refused = |programme, track, goal, line: &str| on(programme, track, "{}", goal).refused(&[line]);
    refused(
        "zibo-2020-zone",
        "zone",
        "won",
        "`won` is no goal, --goal, write eligible, condition:ID, measure:ID, indicator:ID, pass, grade:ID or total:YUAN with a positive number",
    );
    refused(
        "zibo-2020-zone",
        "agency",
        "condition:funds",
        "no condition `funds`, --goal, its conditions are licensed, in-zone",
    );
    refused("zibo-2024-city", "city", "condition:funds", "no condition `funds`, --goal, this track has no conditions");
    refused("zibo-2020-zone", "zone", "measure:grants", "no measure `grants`, --goal, this track has no measures");
    refused("zibo-2020-zone", "zone", "total:5", "this track has no support, --goal, choose another goal");
    refused(
        "zibo-2020-zone",
        "zone",
        "indicator:work-talent",
        "the document sets no goal for `work-talent`, --goal, choose an indicator with a goal",
    );
    refused(
        "zibo-2024-city",
        "city",
        "eligible",
        "this track has no conditions, --goal, name an indicator with indicator:ID",
    );
}

/// What describes an applicant is only to be answered, and nobody is advised to have nothing, or next to nothing.
#[test]
fn with_nothing_answered_nobody_is_advised_to_be_another() {
    const TRACKS: [(&str, &str); 6] = [
        ("cnipa-2023-zone", "demonstration"),
        ("cnipa-2023-zone", "pilot"),
        ("yantai-2020-operation", "funding"),
        ("zhejiang-2018-zone", "zone"),
        ("zibo-2020-zone", "zone"),
        ("zibo-2020-zone", "agency"),
    ];
    let mut told = 0;
    for (programme, track) in TRACKS {
        let text = on(programme, track, "{}", "eligible").exits(0).stdout;
        told += usize::from(text.contains("如实填写"));
        for advice in ["0.0001", "需为 0", "需达到 0", "需为“省级人民政府”"] {
            assert!(!text.contains(advice), "{programme}/{track}: {advice} in\n{text}");
        }
    }
    assert!(told > 1);
}
