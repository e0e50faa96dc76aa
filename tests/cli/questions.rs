//! `zhice questions`.

use serde_json::json;

use crate::zhice::Zhice;

#[test]
fn lists_what_a_track_asks() {
    let of = |track: &str, lang: &str| {
        Zhice::new().args(["questions", "--programme", "zibo-2020-zone", "--track", track, "--lang", lang]).exits(0)
    };
    of("zone", "zh").golden("questions-zone.zh.txt");
    of("agency", "en").golden("questions-agency.en.txt");
}

#[test]
fn shows_every_type_and_what_is_only_recorded() {
    Zhice::on_sample("questions").args(["--lang", "en"]).exits(0).golden("questions-sample.en.txt");
}

#[test]
fn json_has_the_same() {
    Zhice::on_sample("questions")
        .args(["--format", "json"])
        .exits(0)
        .stdout_json("/programme", &json!("sample"))
        .stdout_json("/track", &json!("apply"))
        .stdout_json("/topics/0/id", &json!("basics"))
        .stdout_json("/topics/0/title", &json!("基本情况"))
        .stdout_json(
            "/topics/0/facts/0",
            &json!({
                "id": "body.plan", "type": "bool", "question": "有方案吗？", "label": "有方案", "unit": null,
                "options": [], "cite": "第一条"
            }),
        )
        .stdout_json(
            "/topics/1/facts/0",
            &json!({
                "id": "body.staff", "type": "count", "question": "有多少人？", "label": "人员", "unit": "人",
                "max": 500, "options": [], "cite": "第三条"
            }),
        )
        .stdout_json(
            "/topics/1/facts/2/asked_when",
            &json!({ "compare": { "fact": "body.courses", "op": "at_least", "value": 1 } }),
        )
        .stdout_json(
            "/topics/1/facts/3/options",
            &json!([{ "id": "started", "label": "已启动" }, { "id": "done", "label": "已完成" }]),
        )
        .stdout_json("/record/0/id", &json!("body.income"));
}

#[test]
fn shows_what_a_conclusion_is_proposed_from_and_when_to_choose_a_step() {
    let of = |args: [&str; 4]| {
        let track = ["questions", "--programme", "cnipa-2023-zone", "--track", "pilot"];
        Zhice::new().args(track).args(args).exits(0)
    };
    of(["--lang", "en", "--format", "text"])
        .stdout_has("proposed from, for the person to confirm: zone.chain_services\n")
        .stdout_has("not_yet  Not yet\n          None of it is there yet, or no papers show any of it.\n");
    of(["--lang", "zh", "--format", "json"]).stdout_json(
        "/topics/1/facts/7/proposed",
        &json!({ "condition": { "all": [
            { "is": "gov.patent_agents_dealt_with" },
            { "is": "gov.trademark_agents_dealt_with" },
            { "is": "gov.patent_filings_withdrawn" },
            { "is": "gov.trademark_filings_withdrawn" },
        ] } }),
    );
}

#[test]
fn a_track_that_records_nothing_has_an_empty_record() {
    Zhice::new()
        .args(["questions", "--programme", "zibo-2020-zone", "--track", "agency", "--format", "json"])
        .exits(0)
        .stdout_json("/topics/0/facts/0/id", &json!("agency.patent_licensed"));
}
