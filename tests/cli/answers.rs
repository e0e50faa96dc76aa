//! Every way in which an answers file can be wrong, and what is said of it.

use serde_json::{Value, json};

use crate::zhice::{SETTLED, Zhice};

#[track_caller]
fn refused(answers: &str, lines: &[&str]) {
    Zhice::with_answers("assess", answers).refused(lines);
}

#[track_caller]
fn taken(answers: &str, pointer: &str, expected: &Value) {
    Zhice::with_answers("assess", answers).args(["--format", "json"]).exits(0).stdout_json(pointer, expected);
}

const FLAT: &str = r#"write one flat JSON object, {"fact id": value, …}"#;

#[test]
fn an_unknown_fact() {
    refused(r#"{"body.plans": true}"#, &["no such fact, answers.json at `/body.plans`, did you mean `body.plan`?"]);
    refused(r#"{"x/y": true}"#, &["no such fact, answers.json at `/x~1y`, `zhice questions` lists them"]);
}

#[test]
fn a_wrong_type() {
    for (answer, expected) in [
        (r#""body.plan": "yes""#, "true or false"),
        (r#""body.plan": 1"#, "true or false"),
        (r#""body.staff": true"#, "a whole number such as 3"),
        (r#""body.share": [50]"#, "a number such as 11.5"),
        (r#""body.income": {}"#, "an amount in yuan such as 120000"),
        (r#""body.site": ["park"]"#, "one option id in quotes"),
        (r#""body.services": "search""#, "a list of option ids"),
        (r#""body.services": [1]"#, "a list of option ids"),
        (r#""body.address": 7"#, "a text in quotes"),
        (r#""body.founded": 2018"#, r#"a day such as "2026-11-21""#),
    ] {
        let fact = answer.split('"').nth(1).expect("a fact id");
        refused(&format!("{{{answer}}}"), &[&format!("wrong type, expected {expected}, answers.json at `/{fact}`")]);
    }
}

#[test]
fn a_number_that_cannot_be() {
    for (answer, what) in [
        (r#""body.staff": -1"#, "less than the least possible value 0"),
        (r#""body.staff": 501"#, "more than the largest possible value 500"),
        (r#""body.staff": 1.5"#, "a count is a whole number"),
        (r#""body.staff": "1.5""#, "a count is a whole number"),
        (r#""body.share": 100.0001"#, "more than the largest possible value 100"),
        (r#""body.share": 0.00001"#, "more than four decimals"),
        (r#""body.share": "0.12345""#, "more than four decimals"),
        (r#""body.area": 1e3"#, "not a plain decimal number"),
        (r#""body.area": "many""#, "not a plain decimal number"),
        (r#""body.area": """#, "not a plain decimal number"),
        (r#""body.income": 123456789012"#, "more than eleven digits before the point"),
        (r#""body.founded": "2018-02-30""#, "not a calendar day written YYYY-MM-DD"),
        (r#""body.services": ["search", "search"]"#, "option `search` stands twice"),
    ] {
        let fact = answer.split('"').nth(1).expect("a fact id");
        let line = format!("{what}, answers.json at `/{fact}`, leave the key out if it is not known");
        refused(&format!("{{{answer}}}"), &[&line]);
    }
}

#[test]
fn an_option_there_is_not() {
    refused(
        r#"{"body.site": "Park"}"#,
        &["no such option `Park`, answers.json at `/body.site`, the options are park, county, other"],
    );
    refused(
        r#"{"body.services": ["search", "none"]}"#,
        &["no such option `none`, answers.json at `/body.services`, the options are search, transfer, custody"],
    );
}

#[test]
fn everything_that_is_wrong_is_said() {
    refused(
        r#"{"body.staff": -1, "body.plan": 0, "body.plans": true, "body.courses": 2}"#,
        &[
            "wrong type, expected true or false, answers.json at `/body.plan`",
            "no such fact, answers.json at `/body.plans`, did you mean `body.plan`?",
            "less than the least possible value 0, answers.json at `/body.staff`, leave the key out if it is not known",
        ],
    );
}

#[test]
fn a_key_that_stands_twice() {
    refused(
        "{\"body.staff\": 3,\n \"body.staff\": 4}",
        &[&format!("key `body.staff` stands twice, answers.json at `/body.staff` (line 2, column 13), {FLAT}")],
    );
}

#[test]
fn characters_that_hide() {
    for (hidden, name) in [('\u{202e}', "202E"), ('\u{2067}', "2067"), ('\u{200f}', "200F"), ('\u{feff}', "FEFF")] {
        let found = format!("text holds the invisible character U+{name}, answers.json at `/body.address`");
        Zhice::with_answers("assess", &format!("{{\"body.address\": \"a{hidden}b\"}}")).exits(2).complains_of(&found);
    }
    let escaped = r#"{"body.address": "a\u0007b"}"#;
    let found = "text holds the invisible character U+0007, answers.json at `/body.address` (line 1, column 27)";
    refused(escaped, &[&format!("{found}, {FLAT}")]);
    let key = r#"{"body.\u202eplan": true}"#;
    Zhice::with_answers("assess", key).exits(2).complains_of("text holds the invisible character U+202E");
    Zhice::with_answers("assess", "{\"body.address\": \"a\u{7}b\"}")
        .exits(2)
        .complains_of("answers.json at `/body.address`");
}

#[test]
fn a_file_that_is_no_answers_file() {
    refused("[]", &[&format!("not a JSON object, answers.json, {FLAT}")]);
    refused("null", &[&format!("not a JSON object, answers.json, {FLAT}")]);
    refused("", &[&format!("nothing in it, answers.json, {FLAT}")]);
    refused("body.plan: yes", &[&format!("expected value, answers.json (line 1, column 1), {FLAT}")]);
    refused("{\"body.plan\": true,}", &[&format!("trailing comma, answers.json (line 1, column 20), {FLAT}")]);
    refused("{} {}", &[&format!("trailing characters, answers.json (line 1, column 4), {FLAT}")]);
}

#[test]
fn a_file_too_deep_or_too_large() {
    let deep = format!("{{\"body.services\": {}{}}}", "[".repeat(40), "]".repeat(40));
    Zhice::with_answers("assess", &deep)
        .exits(2)
        .stdout("")
        .complains_of("nested too deeply, answers.json at `/body.services/0/0");
    let bottomless = format!("{{\"body.services\": {}", "[".repeat(100_000));
    Zhice::with_answers("assess", &bottomless).exits(2).complains_of("nested too deeply");
    let large = format!("{{\"body.address\": \"{}\"}}", "长".repeat(1_500_000));
    refused(&large, &["larger than 4096 KiB, answers.json, see that it is the right file"]);
}

#[test]
fn a_text_that_is_too_long_is_an_answer_all_the_same() {
    let long = SETTLED.replace("示例路 1 号", &"长".repeat(2_001));
    assert_ne!(long, SETTLED);
    taken(&long, "/eligibility/verdict", &json!("eligible"));
}

#[test]
fn null_and_absent_and_blank_are_unknown() {
    let missing = json!([
        "body.plan",
        "body.site",
        "body.services",
        "body.share",
        "body.area",
        "body.staff",
        "body.courses",
        "body.progress"
    ]);
    for answers in
        ["{}", r#"{"body.plan": null}"#, r#"{"body.address": " ", "body.site": null, "body.services": null}"#]
    {
        taken(answers, "/missing", &missing);
        taken(answers, "/eligibility/verdict", &json!("undetermined"));
    }
}

#[test]
fn an_empty_set_is_a_complete_answer() {
    let conditions = r#"{"body.services": []}"#;
    taken(conditions, "/eligibility/conditions/1/truth", &json!("not_met"));
}

#[test]
fn numbers_may_be_decimal_strings() {
    let at = "/eligibility/conditions/1/truth";
    for (area, truth) in [("80", "met"), ("\"80.0000\"", "met"), ("\"79.9999\"", "not_met"), ("79.9999", "not_met")] {
        taken(&SETTLED.replace("\"80.5\"", area), at, &json!(truth));
    }
    taken(&SETTLED.replace("15", "\"20\""), "/support/measures/1/amount/high", &json!(10_000));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    taken(&format!("\u{feff}{SETTLED}"), "/eligibility/verdict", &json!("eligible"));
}

#[test]
fn half_of_a_character_is_named_with_its_place() {
    let answers = "{\"body.plan\": true,\n \"body.address\": \"示例路 \\ud83d 号\"}";
    Zhice::with_answers("assess", answers)
        .refused(&["text holds `\\ud83d`, half of a character without the other half, \
         answers.json at `/body.address` (line 2, column 35), write one flat JSON object, {\"fact id\": value, …}"]);
}
