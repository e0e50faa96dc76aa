//! `zhice check`.

use serde_json::{Value, json};

use crate::zhice::{SAMPLE, Zhice};

const MINIMAL: &str = include_str!("../packs/good/minimal.json");
const ZIBO: &str = include_str!("../../public/packs/zibo-2020-zone.json");

#[test]
fn a_sound_pack_is_ok() {
    Zhice::new()
        .file("sample.json", SAMPLE)
        .file("minimal.json", MINIMAL)
        .args(["check", "sample.json", "minimal.json"])
        .exits(0)
        .stdout("sample.json: ok\nminimal.json: ok\n");
}

#[test]
fn errors_are_findings() {
    Zhice::new()
        .file("minimal.json", MINIMAL.replace("\"is\": \"plan\"", "\"is\": \"plam\""))
        .args(["check", "minimal.json"])
        .exits(1)
        .stdout(
            "minimal.json: error[dangling] at `/tracks/0/conditions/0/needs/is` (line 49, column 101): no fact has the id `plam`\n  \
             help: correct the id, or declare the fact; did you mean `plan`?\n\
             minimal.json: 1 error\n",
        );
}

#[test]
fn warnings_are_shown_and_are_fine() {
    Zhice::new()
        .file("minimal.json", MINIMAL.replace("encoded", "no_effect"))
        .args(["check", "minimal.json"])
        .exits(0)
        .stdout(
            "minimal.json: warning[uncited] at `/clauses/0` (line 20, column 15): clause `第一条` is said to have no effect, but it is cited\n  \
             help: make its role `encoded`\n\
             minimal.json: ok, 1 warning\n",
        );
}

#[test]
fn an_id_that_asks_two_things_in_two_packs_is_a_warning() {
    let other = MINIMAL.replace("\"id\": \"minimal\"", "\"id\": \"other\"");
    let asks = other.replace("Is there a plan?", "Has the plan been issued?");
    let check = |other: String| {
        Zhice::new().file("minimal.json", MINIMAL).file("other.json", other).args([
            "check",
            "minimal.json",
            "other.json",
        ])
    };
    check(asks).exits(0).stdout(
        "minimal.json: ok\n\
         other.json: warning[ambiguous] at `/facts/0/question` (line 28, column 19): `plan` has another `question` in `minimal`\n  \
         help: ask the same in both, or give one of the two an id of its own\n\
         other.json: ok, 1 warning\n",
    );
    check(other).exits(0).stdout("minimal.json: ok\nother.json: ok\n");
}

#[test]
fn the_file_name_is_the_id() {
    Zhice::new()
        .file("smallest.json", MINIMAL)
        .args(["check", "smallest.json"])
        .exits(1)
        .stdout_has("smallest.json: error[id] at `/id` (line 3, column 9): the id is `minimal`, but the file is called `smallest`\n");
    // Standard input has no name that could differ.
    Zhice::new().args(["check", "-"]).stdin(MINIMAL).exits(0).stdout("standard input: ok\n");
    Zhice::new().args(["check", "-", "--lang", "zh"]).stdin(MINIMAL).exits(0).stdout("标准输入：没有错误\n");
}

#[test]
fn what_is_no_json_is_a_finding_with_its_place() {
    Zhice::new()
        .file("minimal.json", "{\n  \"id\": oops\n}")
        .args(["check", "minimal.json"])
        .exits(1)
        .stdout_has("minimal.json: error[unreadable] at `/id` (line 2, column 9): expected value\n");
}

const LOOK: &str = "look here and at the line before: a comma too few or too many, quotes without their other half, a \
                    number with commas, blanks or digits of full width, `true` or `false` with a capital, a `//` comment";

/// Programs find the place of what is no JSON where they find any other, and people how to mend the usual slips.
#[test]
fn a_slip_of_json_has_its_place_and_its_mend() {
    let label = "\"label\": {\"zh\": \"方案\", \"en\": \"Plan\"}";
    let slips = [
        ("\"id\": \"minimal\",", "\"id\": \"minimal\"，", (3, 18), "write the half-width `,` instead of `，`"),
        (
            label,
            "\"label\": {\"zh\": \"方案\"， \"en\": \"Plan\"}",
            (27, 27),
            "write the half-width `,` instead of `，`",
        ),
        ("\"id\": \"minimal\"", "\"id\"： \"minimal\"", (3, 7), "write the half-width `:` instead of `：`"),
        ("\"id\": \"minimal\"", "“id”: \"minimal\"", (3, 3), "write the half-width `\"` instead of `“`"),
        ("\"label\"", "\"lable\"", (27, 16), "write `label` instead of `lable`"),
        ("\"bool\"", "\"boool\"", (26, 15), "write `bool` instead of `boool`"),
        ("\"id\": \"minimal\",", "\"id\": \"minimal\", \"id\": \"minimal\",", (3, 23), "keep one `id`"),
        ("\"id\": \"minimal\",", "\"id\": \"minimal\"", (4, 3), LOOK),
        ("\"bool\"", "True", (26, 15), LOOK),
        (
            "\"id\": \"minimal\",",
            "\"id\": \"minimal,",
            (4, 1),
            "see whether the line before lacks its closing quote; a line break within a text is written `\\n`",
        ),
    ];
    for (right, wrong, place, help) in slips {
        let pack = MINIMAL.replacen(right, wrong, 1);
        assert_ne!(pack, MINIMAL, "{right}");
        let here = Zhice::new().file("minimal.json", pack).args(["check", "minimal.json", "--format", "json"]);
        let json = here.exits(1).json();
        let found = &json[0]["diagnostics"][0];
        assert_eq!((&found["line"], &found["column"]), (&json!(place.0), &json!(place.1)), "{wrong}: {found}");
        assert_eq!(found["help"], help, "{wrong}");
    }
}

#[test]
fn what_is_no_file_of_cases_is_said_once_with_what_it_lacks() {
    let replayed =
        Zhice::new().file("minimal.json", MINIMAL).args(["check", "minimal.json", "--replay", "minimal.json"]);
    let said = "unknown key `clauses`, expected one of `programme`, `track`, `base`, `cases` (at `/clauses`), minimal.json, compare it with what --cases writes";
    replayed.exits(2).stdout("minimal.json: ok\n").complains(&[said]);
}

#[test]
fn one_file_that_cannot_be_read_does_not_hide_the_others() {
    Zhice::new()
        .file("minimal.json", MINIMAL)
        .args(["check", "gone.json", "minimal.json"])
        .exits(2)
        .stdout("minimal.json: ok\n")
        .complains(&["no such file, gone.json, check the path"]);
}

#[test]
fn a_finding_is_explained_in_the_language_asked_for() {
    let check = |lang: &str| {
        let broken = MINIMAL.replace("\"cite\": \"第一条\"\n    }", "\"cite\": \"第1条\"\n    }");
        Zhice::new().file("minimal.json", broken).args(["check", "minimal.json", "--lang", lang]).exits(1)
    };
    check("zh").stdout_has("；是不是 `第一条`？\n  引用的条款不在条款表里");
    check("en").stdout_has("; did you mean `第一条`?\n  The citation is no clause: ");
}

#[test]
fn findings_are_said_in_the_language_asked_for() {
    let check = |pack: String, format: &str| {
        let here = Zhice::new().file("minimal.json", pack);
        here.args(["check", "minimal.json", "--lang", "zh", "--format", format])
    };
    let wrong = MINIMAL.replace("\"is\": \"plan\"", "\"is\": \"plam\"");
    check(wrong.clone(), "text").exits(1).stdout(
        "minimal.json：错误[dangling] `/tracks/0/conditions/0/needs/is`（第 49 行第 101 列）：没有编号为 `plam` 的填报项\n  \
         改法：改正编号，或者补上这个填报项；是不是 `plan`？\n  \
         引用了没有声明的编号：改正拼写，或者先声明它；类别用到的填报项都要在分组里提问\n\
         minimal.json：1 处错误\n",
    );
    check(MINIMAL.replace("encoded", "no_effect"), "text").exits(0).stdout(
        "minimal.json：提醒[uncited] `/clauses/0`（第 20 行第 15 列）：条款 `第一条` 的 `role` 为 `no_effect`，却有内容引用它\n  \
         改法：把 `role` 改为 `encoded`\n  \
         引用的条款不在条款表里：cite 要与 clauses 中的写法完全相同\n\
         minimal.json：没有错误，1 处提醒\n",
    );
    check(MINIMAL.to_owned(), "text").exits(0).stdout("minimal.json：没有错误\n");
    check("{\n  \"id\": oops\n}".to_owned(), "text").exits(1).stdout_has("`/id`（第 2 行第 9 列）：不是规范的 JSON\n");
    let json = check(wrong, "json").exits(1).json();
    let found = &json[0]["diagnostics"][0];
    assert_eq!(found["severity"], "error");
    assert_eq!(found["message"], "没有编号为 `plam` 的填报项");
    assert_eq!(found["help"], "改正编号，或者补上这个填报项；是不是 `plan`？");
}

#[test]
fn what_a_family_a_name_and_links_are_found_for_is_said_in_the_language_asked_for() {
    let other =
        MINIMAL.replace("\"id\": \"minimal\"", "\"id\": \"other\"").replace("Is there a plan?", "Has it a plan?");
    let here = Zhice::new().file("minimal.json", MINIMAL).file("other.json", other).file("smallest.json", MINIMAL);
    here.args(["check", "minimal.json", "other.json", "smallest.json", "--lang", "zh"])
        .exits(1)
        .stdout_has("`plan` 的 `question` 与 `minimal` 中的不同\n  改法：两处问法一致，或者给其中一个另起编号\n")
        .stdout_has("编号是 `minimal`，文件名却是 `smallest`\n  改法：把编号与文件名改成一样\n");
    let astray = ZIBO.replace("\"programme\": \"cnipa-2023-zone\"", "\"programme\": \"cnipa-2033-zone\"");
    let here = Zhice::new().file("zibo-2020-zone.json", astray);
    here.args(["check", "zibo-2020-zone.json", "--lang", "zh"])
        .exits(0)
        .stdout_has("这里没有政策事项 `cnipa-2033-zone`\n");
}

#[test]
fn the_cases_on_the_boundaries_are_written_once_and_replayed() {
    let folder = Zhice::new().file("zibo-2020-zone.json", ZIBO);
    folder.shell("zhice check zibo-2020-zone.json --cases .");
    let name = "zibo-2020-zone.agency.boundaries.json";
    let file: Value = serde_json::from_str(&folder.read(name)).expect("a file of cases");
    let cases = file["cases"].as_array().expect("cases");
    // Support begins beyond 70 grants: below, at and above.
    let grants = |side: &str| {
        let name = format!("measures/grants: `agency.invention_grants` {side} 70");
        let case = cases.iter().find(|case| case["name"] == name).expect("the case");
        (case["answers"]["agency.invention_grants"].clone(), case["expect"]["measures"]["grants"]["low"].clone())
    };
    assert_eq!(
        ["below", "at", "above"].map(grants),
        [(json!(69), json!(0)), (json!(70), json!(0)), (json!(71), json!(10000))]
    );
    let changed = ZIBO.replace("\"over\": 70", "\"over\": 71");
    let replay = |pack: &str| {
        let here = Zhice::new().file("zibo-2020-zone.json", pack).file(name, folder.read(name));
        here.args(["check", "zibo-2020-zone.json", "--replay", name])
    };
    replay(ZIBO).exits(0).stdout_has(&format!("{name}: {} cases, ok\n", cases.len()));
    let ran = replay(&changed).exits(1);
    ran.stdout_has(&format!(
        "{name}: measures/grants: `agency.invention_grants` above 70: measures.grants.low: expected 10000, found 0\n"
    ));
    let in_chinese = |pack: &str| replay(pack).args(["--lang", "zh"]);
    in_chinese(ZIBO).exits(0).stdout_has(&format!("{name}：{} 个案例，结果都与预期一致\n", cases.len()));
    in_chinese(&changed)
        .exits(1)
        .stdout_has(&format!("{name}：{} 个案例，其中 ", cases.len()))
        .stdout_has(" above 70：`measures.grants.low` 预期为 `10000`，结果为 `0`\n");
    replay(MINIMAL).exits(2).complains_of("no track `agency` of `zibo-2020-zone`");
    let again = folder.args(["check", "zibo-2020-zone.json", "--cases", "."]).exits(2);
    again.complains_of(
        "already there, ./zibo-2020-zone.zone.boundaries.json, nothing is written over; move it away first",
    );
}

#[test]
fn every_pack_holds_on_its_boundaries() {
    for pack in zhice::pack::builtin::all() {
        let (id, folder) = (&pack.file.id, env!("CARGO_MANIFEST_DIR"));
        let here = Zhice::new();
        here.shell(&format!(
            "zhice check {folder}/public/packs/{id}.json --cases . >/dev/null
             for file in *.boundaries.json; do zhice check {folder}/public/packs/{id}.json --replay $file; done >said"
        ));
        let said = here.read("said");
        assert!(said.contains(" cases, ok\n"), "{said}");
    }
}

#[test]
fn json_has_the_same() {
    Zhice::new()
        .file("minimal.json", MINIMAL.replace("\"Art. 1\"", "\" \"").replace("\"en\": \"Apply\"", "\"en\": \" \""))
        .file("sample.json", SAMPLE)
        .args(["check", "minimal.json", "sample.json", "--format", "json"])
        .exits(1)
        .stdout_json(
            "",
            &json!([
                {
                    "file": "minimal.json",
                    "ok": false,
                    "diagnostics": [{
                        "severity": "error",
                        "code": "untranslated",
                        "pointer": "/tracks/0/title",
                        "message": "no words in `en`",
                        "help": "write it under `en`",
                        "line": 36,
                        "column": 16
                    }]
                },
                { "file": "sample.json", "ok": true, "diagnostics": [] }
            ]),
        );
}

/// Points of a score, sums that are a share of one number, and parts of a number have boundaries, too.
#[test]
fn a_pack_without_plain_thresholds_has_its_boundaries_or_says_that_it_has_none() {
    let write = |id: &str, pack: &str, track: &str| {
        let file = format!("{id}.json");
        let here = Zhice::new().file(&file, pack);
        here.shell(&format!("zhice check {id}.json --cases ."));
        let name = format!("{id}.{track}.boundaries.json");
        let cases: Value = serde_json::from_str(&here.read(&name)).expect("a file of cases");
        let again = Zhice::new().file(&file, pack).file(&name, here.read(&name));
        again.args(["check", &file, "--replay", &name]).exits(0).stdout_has(" cases, ok\n");
        cases["cases"].as_array().expect("cases").clone()
    };
    let case = |cases: &[Value], name: &str| cases.iter().find(|case| case["name"] == name).expect("the case").clone();
    let rating = write("made-up-rating", include_str!("../packs/good/made-up-rating.json"), "agency");
    // 10 points each, 60 at most, in a group that counts 60%.
    let points = |side: &str| {
        let one = case(&rating, &format!("score/patents: `rating.patents` {side} 6"));
        one["expect"]["score"]["points"][0].clone()
    };
    assert_eq!(points("at"), points("above"));
    assert_ne!(points("below"), points("at"));
    let zone = write("made-up-zone", include_str!("../packs/good/made-up-zone.json"), "agency");
    let fee = |side: &str| {
        let one = case(&zone, &format!("measures/guarantee: `zone.guarantee_fee` {side} 160000"));
        one["expect"]["measures"]["guarantee"]["high"].clone()
    };
    assert_eq!(["at", "above"].map(fee), [json!(80000), json!(80000)]);
    assert_ne!(fee("below"), json!(80000));
    let district = write("made-up-district", include_str!("../packs/good/made-up-district.json"), "agency");
    assert!(
        district.iter().any(|case| case["name"].as_str().is_some_and(|name| name.ends_with("`patent.granted` at 10")))
    );
    write("innovative-sme", include_str!("../packs/good/innovative-sme.json"), "evaluation");
    let none = |lang: &str| {
        Zhice::new()
            .file("minimal.json", MINIMAL)
            .args(["check", "minimal.json", "--cases", ".", "--lang", lang])
            .exits(0)
    };
    none("en").stdout_has("minimal: no threshold, tier or ceiling that stands as a number, so no cases\n");
    none("zh").stdout_has("没有可写的案例\n");
}
