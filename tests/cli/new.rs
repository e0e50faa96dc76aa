//! `zhice new`.

use serde_json::{Value, json};

use crate::zhice::Zhice;

fn answers() -> Value {
    json!({
        "issuer_zh": "示例市知识产权局", "issuer_en": "IP Office of Example City",
        "title_zh": "示例市服务机构奖励", "title_en": "Grants for agencies in Example City",
        "document_zh": "示例市知识产权服务业若干措施", "document_en": "Measures for IP services in Example City",
        "number": "示知发〔2026〕1号", "in_force": "2026-01-01", "in_force_cite": "第一条",
        "kind": "claim", "applicant": "agency",
        "condition_zh": "在本市登记", "condition_en": "Registered in the city", "condition_cite": "第十二条",
        "measure_zh": "落户奖励", "measure_en": "Grant for moving in", "measure_cite": "第四条",
        "measure_yuan": 20000, "measure_limit": "exact",
    })
}

const FILE: &str = "example-2026.json";

fn new(answers: &Value) -> Zhice {
    Zhice::new().file("answers.json", answers.to_string()).args(["new", FILE, "--answers", "answers.json"])
}

/// What `zhice new` writes, checked by `zhice check` without a word.
fn written(answers: &Value) -> Value {
    let folder = Zhice::new().file("answers.json", answers.to_string());
    folder.shell(&format!(
        "zhice new {FILE} --answers answers.json >said; zhice check {FILE} >checked; cat {FILE} >pack"
    ));
    let read = |name: &str| folder.read(name);
    assert_eq!(read("checked"), format!("{FILE}: ok\n"));
    assert_eq!(read("said"), format!("{FILE}: 已写好，可以检查\n"));
    serde_json::from_str(&read("pack")).expect("a pack")
}

#[test]
fn what_is_written_checks_whatever_the_kind_and_the_applicant() {
    for kind in ["application", "claim", "self_evaluation", "check"] {
        let mut answers = answers();
        answers["kind"] = kind.into();
        let has_support = matches!(kind, "application" | "claim");
        assert_eq!(written(&answers)["tracks"][0].get("support").is_some(), has_support, "{kind}");
    }
    for applicant in ["agency", "zone", "government", "firm", "person", "bank", "university", "association"] {
        let mut answers = answers();
        answers["applicant"] = applicant.into();
        // Several questions may be answered by one clause.
        for key in ["in_force_cite", "measure_cite"] {
            answers[key] = "第十二条".into();
        }
        let pack = written(&answers);
        assert_eq!(pack["tracks"][0]["applicant"], applicant);
        assert_eq!(pack["clauses"].as_array().map(Vec::len), Some(1));
    }
}

#[test]
fn every_answer_stands_in_the_pack_and_nothing_else_is_made_up() {
    let pack = written(&answers());
    assert_eq!(pack["id"], "example-2026");
    assert_eq!(pack["document"]["number"], "示知发〔2026〕1号");
    assert_eq!(pack["document"]["issued"], Value::Null);
    assert_eq!(pack["standing"]["in_force"], "2026-01-01");
    let english: Vec<&Value> = pack["clauses"].as_array().expect("clauses").iter().map(|one| &one["cite_en"]).collect();
    assert_eq!(english, ["Art. 1", "Art. 12", "Art. 4"]);
    let measure = &pack["tracks"][0]["support"]["measures"][0];
    assert_eq!(measure["amount"], json!({ "fixed": 20000 }));
    let mut answers = answers();
    let told = answers.as_object_mut().expect("an object");
    told.remove("in_force");
    told.remove("number");
    let pack = written(&answers);
    assert_eq!((pack["standing"].get("in_force"), &pack["document"]["number"]), (None, &Value::Null));
}

#[test]
fn without_a_file_the_questions_are_put_until_each_answer_can_stand() {
    let lines = "示例市\nExample City\n标题\nTitle\n办法\nRules\n\n明年\n2026年1月1日\n第一条\nmaybe\ncheck\nfirm\n条件\nCondition\n第二条\n\n";
    let folder = Zhice::new().args(["new", FILE, "--lang", "en"]).stdin(lines);
    let ran = folder.exits(0);
    let ran = ran
        .stdout_has("write a day such as 2026-01-01")
        .stdout_has("write one of application, claim, self_evaluation, check");
    ran.stdout_has("firm  Enterprise").stdout_has("example-2026.json: written, and it checks\n");
    Zhice::new()
        .args(["new", FILE])
        .stdin("示例市\n")
        .exits(2)
        .stdout_has("已答的内容如下：存为文件，补全后用 `--answers FILE` 提供\n{\n  \"issuer_zh\": \"示例市\"\n}\n")
        .complains(&["the answers ended before `issuer_en`, standard input, nothing was written; bring all answers with --answers FILE"]);
}

#[test]
fn days_and_sums_are_read_as_people_write_them() {
    let mut answers = answers();
    answers["in_force"] = "2026年1月1日".into();
    answers["measure_yuan"] = "2万元".into();
    let pack = written(&answers);
    assert_eq!(pack["standing"]["in_force"], "2026-01-01");
    assert_eq!(pack["tracks"][0]["support"]["measures"][0]["amount"], json!({ "fixed": 20000 }));
}

/// What is read off the question is an answer, too.
#[test]
fn a_choice_may_be_answered_by_its_chinese_word() {
    let mut answers = answers();
    for (key, word) in [("kind", "申领"), ("applicant", "知识产权服务机构"), ("measure_limit", "上限（不超过）")]
    {
        answers[key] = word.into();
    }
    let track = &written(&answers)["tracks"][0];
    assert_eq!((&track["kind"], &track["applicant"]), (&json!("claim"), &json!("agency")));
    assert_eq!(track["support"]["measures"][0]["limit"], "at_most");
    answers["kind"] = "申请".into();
    new(&answers).args(["--lang", "zh"]).refused(&[
        "answers.json `/kind`：请写其中之一：`申报`、`申领`、`自评`、`核对`；`zhice new --help` 有答案的写法",
    ]);
}

/// A pack has to say how measures add up, which nobody was asked.
#[test]
fn what_was_not_asked_is_said_to_be_open() {
    let note = |kind: &str| {
        let mut answers = answers();
        answers["kind"] = kind.into();
        written(&answers)["standing"]["note"]["en"].as_str().expect("a note").to_owned()
    };
    assert!(note("claim").contains("how several measures go together"), "{}", note("claim"));
    assert!(!note("check").contains("measures go together"), "{}", note("check"));
}

#[test]
fn nothing_is_written_over() {
    new(&answers())
        .file(FILE, "mine")
        .refused(&["already there, example-2026.json, nothing is written over; choose another name"]);
}

#[test]
fn answers_that_cannot_stand_are_all_named() {
    let mut wrong = answers();
    wrong["measure_yuan"] = 0.into();
    wrong["applicant"] = "nobody".into();
    wrong["title_en"] = " ".into();
    wrong["colour"] = "red".into();
    wrong["number"] = json!([]);
    new(&wrong).args(["--lang", "en"]).refused(&[
        "`colour` is not asked, answers.json at `/colour`, zhice new --help shows the answers",
        "this needs an answer, answers.json at `/title_en`, zhice new --help shows the answers",
        "neither a text nor a number, answers.json at `/number`, zhice new --help shows the answers",
        "write one of agency, zone, government, firm, person, bank, university, association, answers.json at `/applicant`, zhice new --help shows the answers",
        "write a number above zero, such as 20000, answers.json at `/measure_yuan`, zhice new --help shows the answers",
    ]);
    let help = "use lower-case letters, digits, `.`, `_` and `-`, and end with .json";
    Zhice::new().args(["new", "My Pack.json"]).refused(&[&format!("`My Pack` is no id, My Pack.json, {help}")]);
    Zhice::new().args(["new", "pack.txt"]).refused(&[&format!("not the name of a pack, pack.txt, {help}")]);
}
