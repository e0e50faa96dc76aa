//! Lists: rows of an answers file, what is counted from them, and the annex of the draft.

use serde_json::{Value, json};

use crate::zhice::Zhice;

const PACK: &str = include_str!("../packs/good/made-up-lists.json");

/// Five patents: three inventions of 2020 for one client, a design, and an old invention.
const PATENTS: &str = r#"{"patents.list": [
  {"number": "ZL202010000001.1", "kind": "invention", "granted_on": "2020-03-01", "client": "甲公司", "fees": 900, "elsewhere": false},
  {"number": "ZL202010000002.6", "kind": "invention", "granted_on": "2020-05-01", "client": "甲公司", "fees": 800, "elsewhere": false},
  {"number": "ZL202010000003.0", "kind": "invention", "granted_on": "2020-06-01", "client": "甲公司", "fees": "100.5", "elsewhere": true},
  {"number": "ZL201930000004.3", "kind": "design", "granted_on": "2020-06-01", "client": "乙公司", "fees": 100},
  {"number": "ZL201610000005.3", "kind": "invention", "granted_on": "2017-06-01", "client": "乙公司", "fees": 50}
]}"#;

fn on_lists(verb: &str, answers: &str) -> Zhice {
    let files = Zhice::new().file("made-up-lists.json", PACK).file("answers.json", answers);
    let track = ["--pack", "made-up-lists.json", "--track", "apply"];
    files.args([verb]).args(track).args(["--answers", "answers.json", "--as-of", "2020-10-01"])
}

fn verify(draft: &str) -> Zhice {
    let files = Zhice::new().file("made-up-lists.json", PACK).file("draft.json", draft);
    files.args(["verify", "draft.json", "--pack", "made-up-lists.json"])
}

#[test]
fn rows_that_meet_the_conditions_count() {
    on_lists("assess", PATENTS)
        .args(["--format", "json"])
        .exits(0)
        .stdout_json("/eligibility/verdict", &json!("eligible"))
        // Two of the three of one client count, and the fees of the year with the design.
        .stdout_json("/support/measures/0/amount", &json!({ "low": 2000, "high": 2000 }))
        .stdout_json("/support/measures/1/amount", &json!({ "low": 950.25, "high": 950.25 }))
        .stdout_json("/missing", &json!([]));
}

#[test]
fn a_cell_that_is_open_leaves_the_count_open() {
    let two = r#"{"patents.list": [
      {"number": "ZL202010000001.1", "kind": "invention", "granted_on": "2020-03-01", "elsewhere": false},
      {"number": "ZL202010000002.6", "kind": "invention", "granted_on": "2020-03-01"}]}"#;
    on_lists("assess", two)
        .args(["--format", "json"])
        .exits(0)
        .stdout_json("/eligibility/verdict", &json!("undetermined"))
        .stdout_json("/eligibility/conditions/0/missing", &json!(["patents.recent"]))
        .stdout_json("/support/measures/0/amount", &json!({ "low": 0, "high": 2000 }));
}

#[test]
fn what_is_typed_holds_and_the_other_figure_is_said() {
    let both = PATENTS.replacen('{', r#"{"patents.recent": 4, "#, 1);
    on_lists("assess", &both)
        .args(["--format", "json"])
        .exits(0)
        .stdout_json("/eligibility/conditions/0/reasons/0/value", &json!(4))
        .stdout_json(
            "/checks/0/entered",
            &json!([{ "fact": "patents.recent", "value": 4 }, { "fact": "patents.list", "value": 2 }]),
        );
    let text = on_lists("assess", &both).args(["--lang", "zh"]).exits(0).stdout;
    assert!(text.contains("近三年发明授权 4 件、授权清单 2 件"), "{text}");
}

#[test]
fn every_row_that_cannot_be_taken_is_named() {
    let answers = r#"{"patents.list": [
      {"number": "ZL202010000001.1", "kind": "trademark", "fee": 1},
      3,
      {"number": " zl2020100000011 ", "granted_on": "2020-02-30", "fees": -1},
      {"number": "202010000002.6", "elsewhere": null},
      {"number": "202010000002.6"}]}"#;
    let columns = "the columns are number, kind, granted_on, client, fees, elsewhere";
    let unknown = "leave the key out if it is not known";
    on_lists("assess", answers).refused(&[
        &format!("no such column, answers.json at `/patents.list/0/fee`, {columns}"),
        "no such option `trademark`, answers.json at `/patents.list/0/kind`, the options are invention, design",
        "no row, answers.json at `/patents.list/1`, write {\"column id\": value, …}",
        &format!("less than the least possible value 0, answers.json at `/patents.list/2/fees`, {unknown}"),
        &format!("not a calendar day written YYYY-MM-DD, answers.json at `/patents.list/2/granted_on`, {unknown}"),
        "`ZL202010000001.1` stands in row 1 already, answers.json at `/patents.list/2/number`, keep the row once",
        "`202010000002.6` stands in row 4 already, answers.json at `/patents.list/4/number`, keep the row once",
    ]);
    on_lists("assess", r#"{"patents.list": "five"}"#).refused(&[
        "wrong type, expected a list of rows, each of them {\"column id\": value, …}, answers.json at `/patents.list`",
    ]);
}

/// The number of the application of 2020 with this serial number.
fn patent_number(serial: usize) -> String {
    let digits = format!("20201{serial:07}");
    let weighed = digits.bytes().zip((2..=9).cycle()).map(|(digit, weight)| usize::from(digit - b'0') * weight);
    let check = weighed.sum::<usize>() % 11;
    let check = if check == 10 { "X".to_owned() } else { check.to_string() };
    format!("{digits}.{check}")
}

#[test]
fn the_check_digit_of_a_patent_number_is_checked_wherever_answers_are_read() {
    const WRONG: &str = "the check digit is `2` and would have to be `6`: a digit is wrong or two have changed places; \
                         compare it with the certificate";
    let wrong = PATENTS.replace("ZL202010000002.6", "ZL202010000002.2");
    for verb in ["assess", "draft", "plan", "explain"] {
        on_lists(verb, &wrong).refused(&[&format!("{WRONG}, answers.json at `/patents.list/1/number`")]);
    }
    let batch = ["batch", "--pack", "made-up-lists.json", "--track", "apply", "--answers", "all.ndjson"];
    Zhice::new()
        .file("made-up-lists.json", PACK)
        .file("all.ndjson", wrong.replace('\n', ""))
        .args(batch)
        .exits(1)
        .stdout(&format!("{{\"line\":1,\"error\":\"{WRONG}, at `/patents.list/1/number`\"}}\n"));
    let draft = on_lists("draft", PATENTS).exits(0).stdout.replace("ZL202010000002.6", "ZL202010000002.2");
    verify(&draft).refused(&[&format!("{WRONG}, draft.json at `/answers/patents.list/1/number`")]);
    let cases = json!({
        "programme": "made-up-lists",
        "track": "apply",
        "cases": [{
            "name": "a digit is wrong",
            "answers": serde_json::from_str::<Value>(&wrong).expect("JSON"),
            "expect": { "verdict": "eligible" }
        }]
    });
    let replay = ["check", "made-up-lists.json", "--replay", "cases.json"];
    let files = Zhice::new().file("made-up-lists.json", PACK).file("cases.json", cases.to_string());
    files.args(replay).exits(1).stdout_has("`/patents.list/1/number`: the check digit is `2`");
}

#[test]
fn a_patent_number_is_taken_in_any_writing_and_kept_in_one() {
    let typed = PATENTS.replace("ZL202010000002.6", " zl 2020 1 0000002 6 ");
    let draft = on_lists("draft", &typed).exits(0).json();
    assert_eq!(draft["answers"]["patents.list"][1]["number"], "ZL202010000002.6");
}

#[test]
fn ten_thousand_rows_are_taken_and_not_one_more() {
    let rows = |count: usize| {
        let row = |at: usize| json!({ "number": patent_number(at), "kind": "invention", "granted_on": "2020-03-01", "client": (at % 90).to_string() });
        json!({ "patents.list": (0..count).map(row).collect::<Vec<_>>() }).to_string()
    };
    let draft = on_lists("draft", &rows(10_000)).exits(0).stdout;
    verify(&draft).exits(0).stdout("draft.json: ok\n");
    on_lists("assess", &rows(10_001)).refused(&[
        "10001 rows, more than 10000, answers.json at `/patents.list`, leave the list out, and answer what is counted from it",
    ]);
}

#[test]
fn the_list_is_an_annex_and_the_count_says_so() {
    let draft = on_lists("draft", PATENTS).exits(0).json();
    let sections = draft["application"].as_array().expect("sections");
    let section = |id: &str| sections.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no section {id}"));
    let facts = section("facts")["rows"].to_string();
    for cell in ["5 件（见附表 1）", "2 件（按附表 1 统计）", "1,900.5 元"] {
        assert!(facts.contains(cell), "{cell} in {facts}");
    }
    let annex = section("annex-1");
    assert_eq!(annex["title"], "附表 1：授权清单");
    assert_eq!(annex["columns"], json!(["序号", "专利号", "类型", "授权日", "委托人", "费用", "已在别处计入"]));
    assert_eq!(annex["rows"].as_array().map(Vec::len), Some(5));
    assert_eq!(
        annex["rows"][3],
        json!(["4", "ZL201930000004.3", "外观设计", "2020年6月1日", "乙公司", "0.01 万元", ""])
    );
}

#[test]
fn a_changed_row_is_found_by_its_row() {
    let draft = on_lists("draft", PATENTS).exits(0).stdout;
    verify(&draft).exits(0).stdout("draft.json: ok\n");
    let changed = draft.replacen("\"granted_on\": \"2020-05-01\"", "\"granted_on\": \"2020-05-02\"", 1);
    verify(&changed).exits(1).stdout_has("  `/answers/patents.list/1`: now {\"client\":\"甲公司\"");
    let mut without: Value = serde_json::from_str(&draft).expect("JSON");
    without["answers"]["patents.list"].as_array_mut().expect("rows").pop();
    verify(&without.to_string()).exits(1).stdout_has("  `/answers/patents.list/4`: now null");
}

#[test]
fn a_batch_counts_like_one() {
    let line = PATENTS.replace('\n', "");
    let files = Zhice::new().file("made-up-lists.json", PACK).file("all.ndjson", line);
    let track = ["batch", "--pack", "made-up-lists.json", "--track", "apply", "--as-of", "2020-10-01"];
    files
        .args(track)
        .args(["--answers", "all.ndjson"])
        .exits(0)
        .stdout_has(r#"{"line":1,"verdict":"eligible","low":2950.25,"high":2950.25"#);
}

#[test]
fn the_columns_are_among_the_questions() {
    let questions = || {
        let files = Zhice::new().file("made-up-lists.json", PACK);
        files.args(["questions", "--pack", "made-up-lists.json", "--track", "apply"])
    };
    questions()
        .args(["--lang", "en"])
        .exits(0)
        .stdout_has("        number  Patent no.  a text in quotes  tells rows apart, required\n")
        .stdout_has("          design  Design\n")
        .stdout_has("      may be left out and counted from: patents.list\n");
    questions()
        .args(["--format", "json"])
        .exits(0)
        .stdout_json("/topics/0/facts/0/columns/1/options/0/id", &json!("invention"))
        .stdout_json("/topics/0/facts/1/counted/count/list", &json!("patents.list"));
}
