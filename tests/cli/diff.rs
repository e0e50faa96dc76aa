//! `zhice diff`.

use serde_json::{Value, json};

use crate::zhice::{SAMPLE, SETTLED, Zhice};

/// The sample with something changed.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut pack: Value = serde_json::from_str(SAMPLE).expect("a pack");
    pack["version"] = "2.0.0".into();
    change(&mut pack);
    pack.to_string()
}

fn diff(new: &str, args: &[&str]) -> Zhice {
    let files = Zhice::new().file("old.json", SAMPLE).file("new.json", new);
    files.args(["diff", "old.json", "new.json"]).args(args.iter().copied())
}

fn found(new: &str) -> Value {
    diff(new, &["--format", "json"]).exits(0).json()
}

/// What changed, about what, from what to what.
fn summary(json: &Value) -> Vec<Value> {
    let change = |one: &Value| json!([one["what"], one["subject"]["id"], one["before"], one["after"]]);
    json["changes"].as_array().expect("changes").iter().map(change).collect()
}

#[test]
fn layout_order_of_keys_and_the_version_are_no_change() {
    let json = found(&changed(|_| ()));
    assert_eq!(json["changes"], json!([]));
    assert_eq!((&json["old"]["version"], &json["new"]["version"]), (&json!("2026.1"), &json!("2.0.0")));
    diff(SAMPLE, &["--lang", "en"]).exits(0).stdout_has("nothing changed");
}

#[test]
fn each_kind_of_change_is_told_with_its_clause_its_subject_and_its_place() {
    let sample: Value = serde_json::from_str(SAMPLE).expect("a pack");
    let new = changed(|pack| {
        pack["standing"]["in_force"] = "2019-01-01".into();
        pack["facts"][0]["question"]["zh"] = "有没有方案？".into();
        pack["tracks"][0]["conditions"][0]["title"]["en"] = "A plan it is".into();
        pack["tracks"][0]["materials"] = json!([]);
    });
    let json = found(&new);
    let told = summary(&json);
    let has = |what: &str, before: &Value| told.iter().any(|one| one[0] == what && one[2] == *before);
    assert!(has("date", &sample["standing"]["in_force"]), "{told:?}");
    assert!(has("text", &sample["facts"][0]["question"]), "{told:?}");
    assert!(has("text", &sample["tracks"][0]["conditions"][0]["title"]), "{told:?}");
    let gone = sample["tracks"][0]["materials"].as_array().expect("materials").len();
    assert_eq!(told.iter().filter(|one| one[0] == "rule" && one[3].is_null()).count(), gone);
    for change in json["changes"].as_array().expect("changes") {
        // The pointer leads into the new file, or into the old one for what is gone.
        let (file, stated) = match &change["after"] {
            Value::Null => (sample.clone(), &change["before"]),
            stated => (serde_json::from_str(&new).expect("a pack"), stated),
        };
        let pointer = change["pointer"].as_str().expect("a pointer");
        assert_eq!(file.pointer(pointer).and_then(|part| part.get("id")), stated.get("id"), "{pointer}");
        assert!(change["clause"].is_string(), "{change}");
    }
    // In the order of the document.
    let cites: Vec<&Value> = sample["clauses"].as_array().expect("clauses").iter().map(|one| &one["cite"]).collect();
    let order: Vec<_> = json["changes"]
        .as_array()
        .expect("changes")
        .iter()
        .map(|one| cites.iter().position(|cite| **cite == one["clause"]))
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_version_that_does_not_check_is_refused_in_the_language_asked_for() {
    let broken = SAMPLE.replace("\"is\": \"body.plan\"", "\"is\": \"body.plam\"");
    let diff = |lang| {
        let files = Zhice::new().file("old.json", SAMPLE).file("new.json", &broken);
        files.args(["diff", "old.json", "new.json", "--lang", lang]).exits(2)
    };
    diff("zh").complains_of("：没有编号为 `body.plam` 的填报项；改正编号，或者补上这个填报项");
    diff("en").complains_of("no fact has the id `body.plam`, new.json at `/");
}

#[test]
fn amounts_thresholds_and_ceilings_are_said_in_their_units() {
    const GRANTS: &str = include_str!("../packs/good/made-up-grants.json");
    const DISTRICT: &str = include_str!("../packs/good/made-up-district.json");
    let page = |old: &str, new: String| {
        let files = Zhice::new().file("old.json", old).file("new.json", new);
        files.args(["diff", "old.json", "new.json", "--lang", "en"]).exits(0)
    };
    page(GRANTS, GRANTS.replace("{\"fixed\": 50000}", "{\"fixed\": 60000}")).stdout_has("CNY 50,000 → CNY 60,000");
    page(DISTRICT, DISTRICT.replace("\"at\": 350000", "\"at\": 340000")).stdout_has("CNY 350,000 → CNY 340,000");
    page(GRANTS, GRANTS.replace("5 件", "6 件")).stdout_has("5 件 → 6 件");
}

/// What the language of packs says in words of its own is said as people say it; what has no words is marked as code.
#[test]
fn rules_are_said_in_words_and_what_has_none_is_code() {
    let said = |change: fn(&mut Value), lang: &str| {
        let new = changed(|pack| change(&mut pack["tracks"][0]));
        diff(&new, &["--lang", lang]).exits(0)
    };
    let needs = |track: &mut Value| {
        track["conditions"][0]["needs"] = json!({ "all": [{ "is": "body.plan" }, { "given": "body.address" }] });
    };
    said(needs, "zh").stdout_has("现：`body.plan` 答“是”，且 `body.address` 已填写\n");
    said(needs, "en").stdout_has("is: `body.plan` and `body.address` given\n");
    let measure = |track: &mut Value| {
        let measure = &mut track["support"]["measures"][0];
        measure["form"] = "voucher".into();
        measure["amount"] = json!({ "between": { "low": 10_000, "high": 20_000 } });
    };
    said(measure, "zh").stdout_has("现：1–2 万元").stdout_has("资金 → 知识产权服务券");
    said(measure, "zh").stdout_has("原：`{\"");
}

#[test]
fn drafts_are_worked_out_under_both_and_those_that_cannot_are_named() {
    let draft = Zhice::with_answers("draft", SETTLED).exits(0).stdout;
    // What was a yes is now not enough.
    let new = changed(|pack| {
        let needs = pack["tracks"][0]["conditions"][0]["needs"].clone();
        pack["tracks"][0]["conditions"][0]["needs"] = json!({ "not": needs });
    });
    let run = |args: &[&str], code: i32| {
        let zhice = diff(&new, args);
        zhice.shell("mkdir drafts; cp new.json drafts/pack.json");
        let zhice = zhice.file("drafts/a.json", &draft).file("drafts/note.txt", "not a draft");
        zhice.exits(code)
    };
    let json = run(&["--drafts", "drafts", "--format", "json"], 1).json();
    let drafts = json["drafts"].as_array().expect("drafts");
    assert_eq!(drafts.len(), 2);
    assert_eq!((&drafts[0]["file"], &drafts[0]["changed"]), (&json!("a.json"), &json!(true)));
    assert_ne!(drafts[0]["before"]["verdict"], "ineligible");
    assert_eq!(drafts[0]["after"]["verdict"], "ineligible");
    assert_eq!(drafts[1]["file"], "pack.json");
    assert!(drafts[1]["error"].as_str().expect("why").contains("format"), "{}", drafts[1]);
    run(&["--drafts", "drafts"], 1).stdout_has("pack.json  不能测算");
}

#[test]
fn packs_that_cannot_be_compared_are_refused() {
    let other = SAMPLE.replace("\"id\": \"sample\"", "\"id\": \"other\"");
    diff(&other, &[]).refused(&[
        "a pack of `other`, while old.json is one of `sample`, new.json, compare versions of one programme",
    ]);
    diff(SAMPLE, &["--drafts", "gone"]).refused(&["no folder that can be read, gone, name the folder with the drafts"]);
}

fn reverse(list: &mut Value) {
    list.as_array_mut().expect("a list").reverse();
}

#[test]
fn an_order_that_means_something_is_a_change_and_any_other_is_none() {
    const HANDBOOK: &str = include_str!("../packs/good/handbook.json");
    let changed = |change: fn(&mut Value)| {
        let mut pack: Value = serde_json::from_str(HANDBOOK).expect("a pack");
        change(&mut pack);
        let files = Zhice::new().file("old.json", HANDBOOK).file("new.json", pack.to_string());
        files.args(["diff", "old.json", "new.json"])
    };
    // The first case of a reading is the one that holds by default.
    let cases = || changed(|pack| reverse(&mut pack["readings"][0]["cases"]));
    let json = cases().args(["--format", "json"]).exits(0).json();
    let change = &json["changes"][0];
    assert_eq!(json["changes"].as_array().expect("changes").len(), 1, "{json}");
    assert_eq!((&change["what"], &change["pointer"]), (&json!("reading"), &json!("/readings/0/cases")));
    assert_eq!(change["reordered"], true);
    let pack: Value = serde_json::from_str(HANDBOOK).expect("a pack");
    let ids = |list: &Value| list.as_array().expect("a list").iter().map(|one| one["id"].clone()).collect::<Vec<_>>();
    let before = ids(&pack["readings"][0]["cases"]);
    assert_eq!(change["before"], json!(before));
    assert_eq!(change["after"], before.iter().rev().cloned().collect::<Value>());
    let label = |case: usize, lang: &str| pack["readings"][0]["cases"][case]["label"][lang].as_str().expect("words");
    let last = before.len() - 1;
    cases().args(["--lang", "zh"]).exits(0).stdout_has("各种理解的顺序").stdout_has(&format!(
        "默认由“{}”改为“{}”",
        label(0, "zh"),
        label(last, "zh")
    ));
    cases().args(["--lang", "en"]).exits(0).stdout_has("order of cases").stdout_has(&format!(
        "the default was “{}” and is now “{}”",
        label(0, "en"),
        label(last, "en")
    ));
    // Options may be stages.
    let stages = changed(|pack| {
        let facts = pack["facts"].as_array_mut().expect("facts").iter_mut();
        facts.filter(|fact| fact["id"] == "handbook.stage").for_each(|fact| reverse(&mut fact["options"]));
    });
    stages.exits(0).stdout_has("选项的顺序");
    // The order in which a file declares what it names by ids says nothing.
    changed(|pack| reverse(&mut pack["facts"])).exits(0).stdout_has("内容没有变化");
}

#[test]
fn a_score_is_said_in_points() {
    const RATING: &str = include_str!("../packs/good/made-up-rating.json");
    let page = |change: fn(&mut Value), lang: &str| {
        let mut pack: Value = serde_json::from_str(RATING).expect("a pack");
        change(&mut pack["tracks"][0]["score"]);
        let files = Zhice::new().file("old.json", RATING).file("new.json", pack.to_string());
        files.args(["diff", "old.json", "new.json", "--lang", lang]).exits(0)
    };
    let choice =
        |score: &mut Value| score["groups"][0]["items"][1]["points"]["by_choice"]["amounts"][1]["amount"] = 19.into();
    page(choice, "zh").stdout_has("计分项“服务范围”：分值").stdout_has("20 分 → 19 分");
    page(choice, "en").stdout_has("Item of the score “Range of services”: points").stdout_has("20 points → 19 points");
    let ceiling = |score: &mut Value| score["deductions"][0]["points"]["capped"]["at"] = 15.into();
    page(ceiling, "zh").stdout_has("扣分项“投诉”：分值").stdout_has("20 分 → 15 分");
    let pass = |score: &mut Value| score["pass"] = 55.into();
    page(pass, "zh").stdout_has("合格分").stdout_has("60 分 → 55 分");
    let grade = |score: &mut Value| score["grades"][1]["from"] = 80.into();
    page(grade, "en").stdout_has("Grade “Good”").stdout_has("75 points → 80 points");
    let group = |score: &mut Value| score["groups"][1]["at_least"] = 40.into();
    page(group, "zh").stdout_has("评分组“内部管理”").stdout_has("50 分 → 40 分");
}
