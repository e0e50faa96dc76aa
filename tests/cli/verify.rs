//! `zhice verify`.

use serde_json::{Value, json};
use zhice::draft::VerificationReport;
use zhice::draft::build::{marks, seal};
use zhice::pack::builtin;

use crate::zhice::{SAMPLE, SETTLED, Zhice};

fn draft() -> String {
    Zhice::with_answers("draft", SETTLED).exits(0).stdout
}

fn verify(draft: &str) -> Zhice {
    Zhice::new().file("sample.json", SAMPLE).file("draft.json", draft).args([
        "verify",
        "draft.json",
        "--pack",
        "sample.json",
    ])
}

#[test]
fn a_draft_as_it_was_written_holds() {
    verify(&draft()).exits(0).stdout("draft.json: ok\n");
    Zhice::new()
        .file("sample.json", SAMPLE)
        .args(["verify", "-", "--pack", "sample.json"])
        .stdin(&draft())
        .exits(0)
        .stdout("standard input: ok\n");
}

#[test]
fn a_draft_of_a_built_in_programme_needs_no_pack() {
    let on_zibo = ["draft", "--programme", "zibo-2020-zone", "--track", "agency", "--answers", "-", "--lang", "en"];
    let draft = Zhice::new().args(on_zibo).stdin("{\"agency.cases_won\": 2}").exits(0).stdout;
    Zhice::new().file("draft.json", draft).args(["verify", "draft.json"]).exits(0).stdout("draft.json: ok\n");
}

#[test]
fn one_changed_digit_is_a_finding_that_names_the_line() {
    let changed = draft().replacen("\"body.courses\": 3", "\"body.courses\": 4", 1);
    verify(&changed)
        .exits(1)
        .stdout_has(
            "draft.json: does not hold\n  \
             `/answers/body.courses`: now 4, but that is not what it was when the draft was drawn up, or its mark in `/marks` was changed\n",
        )
        .stdout_has("  `/assessment/support/total/high`: the draft says 25000, recomputed 30000\n")
        .stdout_has("  `/digest`: the draft says sha256:");
}

#[test]
fn what_is_found_is_said_in_the_language_asked_for() {
    let changed = draft().replacen("\"body.courses\": 3", "\"body.courses\": 4", 1);
    let in_chinese = |draft: &str| verify(draft).args(["--lang", "zh"]);
    in_chinese(&draft()).exits(0).stdout("draft.json：与复算结果一致\n");
    in_chinese(&changed)
        .exits(1)
        .stdout_has("draft.json：与复算结果不一致\n")
        .stdout_has("与生成草稿时不同，或者它的校验记号被改动\n")
        .stdout_has("`/assessment/support/total/high`（支持合计，最高）：草稿写的是 2.5 万元，复算结果是 3 万元\n");
    let newer = SAMPLE.replace("\"2026.1\"", "\"2026.2\"");
    let ran = in_chinese(&draft()).file("sample.json", newer).exits(1);
    ran.stdout_has("  草稿按政策包 2026.1 版生成，现在用的是 2026.2 版\n");
    let json = verify("{}").args(["--lang", "zh", "--format", "json"]).exits(2).json();
    assert!(json[0]["error"].as_str().expect("why").starts_with("这不是自测草稿"), "{json}");
}

#[test]
fn layout_is_nothing_that_counts() {
    let compact: Value = serde_json::from_str(&draft()).expect("JSON");
    verify(&compact.to_string()).exits(0).stdout("draft.json: ok\n");
}

#[test]
fn another_version_of_the_pack_is_named() {
    let newer = SAMPLE.replace("\"2026.1\"", "\"2026.2\"");
    Zhice::new()
        .file("sample.json", newer)
        .file("draft.json", draft())
        .args(["verify", "draft.json", "--pack", "sample.json"])
        .exits(1)
        .stdout_has("draft.json: does not hold\n  drawn up with pack version 2026.1, replayed with 2026.2\n")
        .stdout_has("  `/pack/version`: the draft says \"2026.1\", recomputed \"2026.2\"\n");
    let other = SAMPLE.replace("Sample office", "Another office");
    Zhice::new()
        .file("sample.json", other)
        .file("draft.json", draft())
        .args(["verify", "draft.json", "--pack", "sample.json"])
        .exits(1)
        .stdout_has("  drawn up with another pack of version 2026.1\n");
}

#[test]
fn a_pack_of_another_programme_is_said_not_to_have_been_used() {
    let answers = Zhice::new().args(["draft", "--programme", "zibo-2020-zone", "--track", "agency", "--answers", "-"]);
    let built_in = answers.stdin("{}").exits(0).stdout;
    Zhice::new()
        .file("sample.json", SAMPLE)
        .file("draft.json", built_in)
        .args(["verify", "draft.json", "--pack", "sample.json"])
        .exits(0)
        .stdout(
            "draft.json: ok\n  the pack given is of `sample`; replayed with the built-in one of `zibo-2020-zone`\n",
        );
}

#[test]
fn every_file_is_looked_at() {
    let changed = draft().replacen("\"body.staff\": 15", "\"body.staff\": 16", 1);
    Zhice::new()
        .file("sample.json", SAMPLE)
        .file("good.json", draft())
        .file("bad.json", changed)
        .file("no-draft.json", "{}")
        .args(["verify", "bad.json", "gone.json", "no-draft.json", "good.json", "--pack", "sample.json"])
        .exits(2)
        .stdout_has("bad.json: does not hold\n")
        .stdout_has("good.json: ok\n")
        .complains(&[
            "no such file, gone.json, check the path",
            "no `format`, no-draft.json, use a draft that `zhice draft` or the page wrote",
        ]);
}

#[test]
fn what_cannot_be_replayed_is_refused_with_the_place() {
    let refused = |from: &str, to: &str, line: &str| {
        let changed = draft().replacen(from, to, 1);
        assert_ne!(changed, draft(), "nothing to replace");
        verify(&changed).refused(&[line]);
    };
    refused(
        "\"zhice.draft/1\"",
        "\"zhice.draft/9\"",
        "format `zhice.draft/9` is not known, draft.json at `/format`, use a program of the version that wrote it",
    );
    refused(
        // The assessment names the programme too, further in.
        "\n  \"programme\": \"sample\"",
        "\n  \"programme\": \"example\"",
        "no programme `example`, draft.json at `/programme`, bring its pack with --pack FILE",
    );
    refused(
        "\"body.staff\": 15",
        "\"body.staff\": 1500",
        "more than the largest possible value 500, draft.json at `/answers/body.staff`, leave the key out if it is not known",
    );
    refused(
        "\"sample.over\": \"over\"",
        "\"sample.over\": \"under\"",
        "no reading `sample.over` with case `under`; known here: over, from, draft.json at `/readings`, \
         bring the pack it was drawn up with, --pack FILE",
    );
}

/// Another version of the program may word the application differently; that is no falsehood, and still no draft of this
/// version.
#[test]
fn another_version_of_the_engine_is_named() {
    let by_another = |change: fn(&mut Value)| {
        let mut draft: Value = serde_json::from_str(&draft()).expect("JSON");
        draft["engine"] = json!("0.0.1");
        draft["assessment"]["engine"] = json!("0.0.1");
        change(&mut draft);
        draft["marks"] = marks(&draft);
        draft["digest"] = json!(seal(&draft));
        verify(&draft.to_string())
    };
    by_another(|_| ()).exits(0).stdout("draft.json: ok\n");
    let here = env!("CARGO_PKG_VERSION");
    let named = format!("draft.json: does not hold\n  drawn up with engine version 0.0.1, replayed with {here}");
    by_another(|draft| draft["application"][0]["title"] = json!("other words"))
        .exits(1)
        .stdout_has(&format!("{named}: the results are the same, only words differ\n  `/application/0/title`: "));
    by_another(|draft| draft["assessment"]["support"]["total"]["low"] = json!(1))
        .exits(1)
        .stdout_has(&format!("{named}\n  `/assessment/support/total/low`: "));
}

/// The module of the widget gives a page the same, out of the same function.
#[test]
fn as_json_it_says_what_a_page_is_told() {
    let packs = builtin::all();
    let on_zibo = ["draft", "--programme", "zibo-2020-zone", "--track", "agency", "--answers", "-"];
    let draft = Zhice::new().args(on_zibo).stdin("{\"agency.cases_won\": 2}").exits(0).stdout;
    let tampered = draft.replacen("\"agency.cases_won\": 2", "\"agency.cases_won\": 6", 1);
    let other_engine = draft.replace(&format!("\"engine\": {:?}", env!("CARGO_PKG_VERSION")), "\"engine\": \"0.0.1\"");
    for (text, exit) in [
        (draft.as_str(), 0),
        (&tampered, 1),
        (&other_engine, 1),
        (&draft.replace("zibo", "bozi"), 2),
        ("{", 2),
        ("", 2),
    ] {
        let on_page = json!(VerificationReport::of(text, &packs));
        let written =
            Zhice::new().file("draft.json", text).args(["verify", "draft.json", "--format", "json"]).exits(exit);
        let mut written: Value = serde_json::from_str(&written.stdout).expect("JSON");
        let file = written[0].as_object_mut().expect("an entry").remove("file");
        assert_eq!(file, Some(json!("draft.json")));
        assert_eq!(written, json!([on_page]));
        assert_eq!(on_page["holds"], json!(exit == 0));
        assert_eq!(on_page["error"].is_string(), exit == 2, "{on_page}");
    }
    let found = json!(VerificationReport::of(&tampered, &packs));
    let stated: Value = serde_json::from_str(&draft).expect("JSON");
    assert_eq!(found["digest"], stated["digest"]);
    let changed = json!({ "path": "/answers/agency.cases_won", "kind": "entered", "stated": 6, "recomputed": null });
    assert_eq!(found["differences"][0], changed);
}

#[test]
fn as_json_a_file_that_is_not_there_is_a_complaint_alone() {
    Zhice::new()
        .file("good.json", draft())
        .file("sample.json", SAMPLE)
        .args(["verify", "gone.json", "good.json", "--pack", "sample.json", "--format", "json"])
        .exits(2)
        .stdout_has(
            "[\n  {\n    \"file\": \"good.json\",\n    \"format\": \"zhice.verification/1\",\n    \"holds\": true,\n",
        )
        .complains(&["no such file, gone.json, check the path"]);
}
