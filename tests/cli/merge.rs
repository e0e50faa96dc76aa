//! `zhice merge`.

use serde_json::{Value, json};

use crate::zhice::{Ran, Zhice};

/// The draft of a department, as `zhice draft` writes it.
fn draft(answers: &str, dossier: &str) -> String {
    let on = ["draft", "--programme", "zibo-2024-city", "--track", "city", "--as-of", "2024-06-01"];
    let files = ["--answers", "answers.json", "--dossier", "dossier.json"];
    Zhice::new().file("answers.json", answers).file("dossier.json", dossier).args(on).args(files).exits(0).stdout
}

/// Two bureaus on the tasks they share.
fn industry() -> String {
    let dossier = r#"{"evidence": {"city.task_2_1": "培育项目清单"}, "declarations": ["truthful"],
        "actions": {"city.task_2_1": ["fostering"]}}"#;
    draft(r#"{"city.task_2_1": "under_way", "city.task_3_1": "done", "city.trademarks": 99000}"#, dossier)
}

fn science() -> String {
    let dossier = r#"{"actions": {"city.task_2_1": ["fostering", "abroad"]}}"#;
    draft(r#"{"city.task_2_1": "done", "city.task_3_1": "done", "city.task_2_3": "under_way"}"#, dossier)
}

fn merge(args: &[&str]) -> Zhice {
    let files = Zhice::new().file("industry.json", industry()).file("science.json", science());
    files.args(["merge", "industry.json", "science.json"]).args(args.iter().copied())
}

fn answers(ran: &Ran) -> Value {
    ran.json()["answers"].clone()
}

#[test]
fn where_drafts_differ_nothing_is_decided_and_nothing_written_but_the_conflicts() {
    merge(&[]).exits(1).stdout(
        "各份填写不同，需要您决定：\n\
         \x20 高价值专利培育              /answers/city.task_2_1\n\
         \x20     industry.json：推进中\n\
         \x20     science.json：已完成\n\
         \x20 高价值专利培育：已做的工作  /dossier/actions/city.task_2_1\n\
         \x20     industry.json：围绕“四强”产业培育高价值专利\n\
         \x20     science.json：围绕“四强”产业培育高价值专利；鼓励企业海外布局\n",
    );
}

#[test]
fn what_is_taken_stands_in_a_draft_that_holds() {
    let taken =
        ["--take", "/answers/city.task_2_1=science.json", "--take", "/dossier/actions/city.task_2_1=industry.json"];
    let made = merge(&taken).exits(0);
    let both = json!({
        "city.task_2_1": "done", "city.task_2_3": "under_way", "city.task_3_1": "done", "city.trademarks": 99000
    });
    assert_eq!(answers(&made), both);
    let made = made
        .stdout_json("/dossier/actions", &json!({ "city.task_2_1": ["fostering"] }))
        .stdout_json("/dossier/evidence", &json!({ "city.task_2_1": "培育项目清单" }))
        .stdout_json("/dossier/declarations", &json!([]))
        .stdout_json("/as_of", &json!("2024-06-01"));
    Zhice::new().file("city.json", &made.stdout).args(["verify", "city.json"]).exits(0).stdout("city.json: ok\n");
}

#[test]
fn what_only_one_draft_says_is_named_with_it() {
    let listed = merge(&["--list", "--lang", "en"]).exits(1).stdout;
    let (conflicts, alone) = listed.split_once("\n\n").expect("two lists");
    assert!(conflicts.starts_with("The drafts differ; you decide:\n"), "{conflicts}");
    for line in ["  Innovative firms", "      science.json: Under way", "      industry.json: 99,000"] {
        assert!(alone.lines().any(|listed| listed.starts_with(line)), "{line}\n{alone}");
    }
}

#[test]
fn a_draft_that_was_changed_is_not_merged() {
    let changed = science().replace("\"under_way\"", "\"done\"");
    let run = || {
        let files = Zhice::new().file("industry.json", industry()).file("science.json", &changed);
        files.args(["merge", "industry.json", "science.json"])
    };
    run().exits(1).stdout("science.json: changed since it was drawn up; `zhice verify` says where\n");
    let in_chinese = run().args(["--lang", "zh"]);
    in_chinese.exits(1).stdout("science.json：生成之后有改动；`zhice verify` 指出改在哪里\n");
}

#[test]
fn one_draft_alone_is_no_merge() {
    Zhice::new().args(["merge", "draft.json"]).refused(&["too few of `<DRAFT> <DRAFT>...`, see zhice merge --help"]);
}

#[test]
fn drafts_of_other_tracks_and_decisions_about_nothing_are_refused() {
    let on = ["draft", "--programme", "zibo-2024-city", "--track", "district", "--answers", "-"];
    let district = Zhice::new().args(on).stdin("{}").exits(0).stdout;
    let files = Zhice::new().file("industry.json", industry()).file("district.json", district);
    files.args(["merge", "industry.json", "district.json"]).refused(&[
        "a draft of `zibo-2024-city district`, while industry.json is one of `zibo-2024-city city`, district.json, merge drafts of one track",
    ]);
    merge(&["--take", "/answers/city.task_3_1=science.json"])
        .refused(&["no conflict at `/answers/city.task_3_1`, --take, zhice merge --list names them"]);
    merge(&["--take", "/answers/city.task_2_1=finance.json"]).refused(&[
        "`finance.json` says nothing at `/answers/city.task_2_1`, --take, name a draft as it is given above",
    ]);
}
