//! `zhice draft`.

use serde_json::{Value, json};

use crate::zhice::{SAMPLE, SETTLED, Zhice};

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
fn fields_about_the_applicant_stand_in_their_normal_form() {
    let dossier = r#"{"applicant": {"credit_code": "91350203m0001qkt 19", "mobile": "86 138-1234-5678／19912345678",
        "landline": "０５３３－２７７１２３４", "email": "name＠qq.com"}, "narratives": {"outlook": "一行\r\n又一行"}}"#;
    let draft = Zhice::with_answers("draft", SETTLED).file("dossier.json", dossier).args(["--dossier", "dossier.json"]);
    let draft = draft.exits(0).json();
    let applicant = &draft["dossier"]["applicant"];
    assert_eq!(applicant["credit_code"], "91350203M0001QKT19");
    assert_eq!(applicant["mobile"], "13812345678 / 19912345678");
    assert_eq!(applicant["landline"], "0533-2771234");
    assert_eq!(applicant["email"], "name@qq.com");
    assert_eq!(draft["dossier"]["narratives"]["outlook"], "一行\n又一行");
    let rows = section(&draft, "applicant")["rows"].to_string();
    assert!(rows.contains("91350203M0001QKT19（以营业执照所载为准）"), "{rows}");
    let outstanding = items(section(&draft, "outstanding"));
    assert!(!outstanding.contains(&"统一社会信用代码"), "{outstanding:?}");
}

#[test]
fn texts_that_are_too_long_are_kept_and_the_draft_holds() {
    let long = "长".repeat(200_000);
    let dossier = json!({"applicant": {"name": long}, "narratives": {"outlook": long}}).to_string();
    let draft =
        Zhice::with_answers("draft", SETTLED).file("dossier.json", &dossier).args(["--dossier", "dossier.json"]);
    let draft = draft.exits(0).stdout;
    let json: Value = serde_json::from_str(&draft).expect("JSON");
    let to_do = section(&json, "outstanding")["rows"].as_array().expect("rows");
    assert!(to_do.contains(&json!(["下一步打算", "超出 198000 字，请控制在 2000 字以内"])), "{to_do:?}");
    Zhice::new()
        .file("draft.json", &draft)
        .file("sample.json", SAMPLE)
        .args(["verify", "draft.json", "--pack", "sample.json"])
        .exits(0)
        .stdout("draft.json: ok\n");
}

fn empty(programme: &str, track: &str, lang: &str) -> Value {
    let case = ["draft", "--programme", programme, "--track", track, "--answers", "-", "--as-of", "2024-10-01"];
    Zhice::new().args(case).args(["--lang", lang]).stdin("{}").exits(0).json()
}

fn section<'a>(draft: &'a Value, id: &str) -> &'a Value {
    let sections = draft["application"].as_array().expect("sections");
    sections.iter().find(|section| section["id"] == id).expect("this section")
}

/// The first cells of the rows.
fn items(section: &Value) -> Vec<&str> {
    let rows = section["rows"].as_array().expect("rows");
    rows.iter().filter_map(|row| row[0].as_str()).collect()
}

#[test]
fn a_draft_is_called_what_it_is() {
    for (programme, track, title, applicant) in [
        ("cnipa-2023-zone", "demonstration", "申报草稿", "申报单位"),
        ("cnipa-2023-zone", "pilot", "申报草稿", "申报单位"),
        ("zhejiang-2018-zone", "zone", "申报草稿", "申报单位"),
        ("zibo-2020-zone", "zone", "申报草稿", "申报单位"),
        ("zibo-2020-zone", "agency", "申报草稿", "申报单位"),
        ("yantai-2020-operation", "city", "自评草稿", "填报单位"),
        ("yantai-2020-operation", "funding", "自评草稿", "填报单位"),
        ("zibo-2024-city", "city", "自评草稿", "填报单位"),
        ("zibo-2024-city", "district", "自评草稿", "填报单位"),
    ] {
        let draft = empty(programme, track, "zh");
        let cover = section(&draft, "cover");
        assert_eq!(cover["title"], title, "{programme} {track}");
        assert!(items(cover).contains(&applicant), "{programme} {track}");
        assert_eq!(section(&draft, "applicant")["title"], applicant);
        let signed = format!("{applicant}（签章）、日期");
        assert_eq!(items(section(&draft, "declarations")).last(), Some(&signed.as_str()));
        // Nobody recommends a self-evaluation, nor an agency that claims support.
        let recommended = title == "申报草稿" && track != "agency";
        assert_eq!(items(cover).contains(&"推荐单位"), recommended);
        assert_eq!(items(section(&draft, "applicant")).contains(&"推荐单位"), recommended);
        assert_eq!(items(section(&draft, "outstanding")).contains(&"推荐单位"), recommended);
        assert_eq!(items(section(&draft, "review")).contains(&"推荐单位意见"), recommended);
        assert_eq!(draft.to_string().contains("申报单位"), title == "申报草稿", "{programme} {track}");
    }
}

#[test]
fn a_task_names_who_answers_for_it_and_by_when() {
    let draft = empty("zibo-2024-city", "city", "zh");
    let tasks = section(&draft, "self_evaluation");
    assert_eq!(tasks["columns"], json!(["条款", "内容", "情况", "责任单位", "时限", "佐证材料"]));
    let cells: Vec<(&str, &str)> = tasks["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .filter_map(|row| Some((row[3].as_str()?, row[4].as_str()?)))
        .collect();
    assert!(cells.contains(&("", "2026年")), "{cells:?}");
    assert!(cells.iter().any(|(bodies, _)| bodies.contains('、')), "{cells:?}");
    assert!(!draft.to_string().contains("牵头"), "the document names nobody who leads");
    let led = section(&empty("yantai-2020-operation", "city", "zh"), "self_evaluation").to_string();
    assert!(led.contains("（牵头）、"), "the first department leads");
    assert_eq!(
        section(&empty("zibo-2020-zone", "zone", "en"), "self_evaluation")["columns"].as_array().map(Vec::len),
        Some(4)
    );
}

#[test]
fn english_brackets_in_english() {
    let draft = empty("zibo-2024-city", "city", "en");
    let document = section(&draft, "cover")["rows"][3][1].as_str().expect("the document");
    assert!(document.ends_with(" (2024–2026) (淄政字〔2024〕6号)"), "{document}");
}

#[test]
fn a_dossier_with_ids_that_the_track_does_not_have() {
    let dossier = r#"{"narratives": {"outlok": "…"}, "materials": {"plan": "have", "map": "have"},
        "evidence": {"body.staf": "…"}, "actions": {"body.progress": ["courses"]}}"#;
    let help = "zhice questions lists the ids of the track";
    let line = |what: &str, place: &str| format!("no {what}, dossier.json at `/{place}`, {help}");
    Zhice::with_answers("draft", SETTLED).file("dossier.json", dossier).args(["--dossier", "dossier.json"]).refused(&[
        &line("statement `outlok`", "narratives"),
        &line("material `map`", "materials"),
        &line("fact `body.staf`", "evidence"),
        &line("action `courses`", "actions/body.progress"),
    ]);
}

#[test]
fn the_ids_of_a_dossier_are_listed_with_the_questions() {
    let on = ["--programme", "zibo-2024-city", "--track", "city"];
    let questions = Zhice::new().args(["questions"]).args(on).args(["--format", "json"]).exits(0);
    let questions = questions
        .stdout_json("/narratives/0/id", &json!("overview"))
        .stdout_json("/topics/4/facts/0/id", &json!("city.task_1_1"))
        .stdout_json("/topics/4/facts/0/actions/0/id", &json!("coordination"));
    assert!(questions.stdout.contains("领导小组统筹协调"));
    let dossier = r#"{"narratives": {"overview": "…"}, "actions": {"city.task_1_1": ["coordination"]}}"#;
    let files = ["--answers", "answers.json", "--dossier", "dossier.json"];
    let draft =
        Zhice::new().file("answers.json", "{}").file("dossier.json", dossier).args(["draft"]).args(on).args(files);
    draft.exits(0).stdout_json("/dossier/actions", &json!({"city.task_1_1": ["coordination"]}));
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
        "unknown key `papers`, expected one of `applicant`, `narratives`, `materials`, `evidence`, `actions`, `declarations`, \
         dossier.json at `/papers`",
    );
}

#[test]
fn a_round_stands_in_the_procedure_and_says_when_it_is_over() {
    let grants = include_str!("../packs/good/made-up-grants.json");
    let due = |day: &str| {
        let draft = Zhice::new()
            .file("grants.json", grants)
            .file("answers.json", "{}")
            .args(["draft", "--pack", "grants.json", "--track", "grants", "--answers", "answers.json", "--as-of", day])
            .exits(0)
            .json();
        let sections = draft["application"].as_array().cloned().unwrap_or_default();
        let procedure = sections.into_iter().find(|one| one["id"] == "procedure").expect("the procedure");
        [0, 1].map(|row| procedure["rows"][row][3].as_str().map(ToOwned::to_owned).expect("a day"))
    };
    assert_eq!(due("2025-06-30"), ["2025年6月1日（已过）", "2025年6月30日"]);
    assert_eq!(due("2025-07-01"), ["2025年6月1日（已过）", "2025年6月30日（已过）"]);
}
