//! No digit of a draft can be changed without `verify` saying so and naming the line.

use zhice::draft::{Inputs, VerifyError, build, verify};
use zhice::model::Lang;
use zhice::pack::answers::AnswersError;
use zhice::pack::{Choices, Pack};

use crate::zhice::{SAMPLE, SETTLED};

const DOSSIER: &str = r#"{
  "applicant": {
    "name": "示例事务所 2 部", "credit_code": "91350100M000100Y43", "mobile": "13812345678", "landline": "0533-2771234"
  },
  "narratives": { "outlook": "明年再办 4 次培训。" },
  "materials": { "plan": "have" },
  "evidence": { "body.staff": "社保名单 15 人" },
  "declarations": ["truthful", "for_reference"]
}"#;

fn draft(pack: &Pack) -> String {
    let inputs = Inputs {
        answers: pack.read_answers(SETTLED).expect("the answers fit"),
        dossier: serde_json::from_str(DOSSIER).expect("a dossier"),
        as_of: "2020-10-01".parse().expect("a day"),
        choices: Choices::default(),
        lang: Lang::Zh,
    };
    build::to_file(&build(pack.track("apply").expect("its track"), &inputs).json)
}

#[test]
fn every_digit_counts() {
    let pack = Pack::load(SAMPLE).expect("the sample loads").pack;
    let draft = draft(&pack);
    assert!(verify(&draft, |_| Some(&pack)).expect("a draft").holds());

    let mut tried = 0;
    let mut unnoticed = Vec::new();
    for line in lines(&draft) {
        let digits = line.text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at);
        for at in digits {
            tried += 1;
            if let Err(why) = noticed(&draft, &line, at, &pack) {
                unnoticed.push(format!("{} ({}): {why}", line.pointer, line.text.trim()));
            }
        }
    }
    assert!(tried > 500, "only {tried} digits");
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
}

/// Changes the digit at this place of a line; verification has to refuse and to name the line.
fn noticed(draft: &str, line: &Line<'_>, at: usize, pack: &Pack) -> Result<(), String> {
    let mut bytes = draft.as_bytes().to_vec();
    let digit = &mut bytes[line.start + at];
    *digit = if *digit == b'9' { b'0' } else { *digit + 1 };
    let changed = String::from_utf8(bytes).expect("one digit for another");
    let named: Vec<String> = match verify(&changed, |id| (id == pack.file.id).then_some(pack)) {
        Ok(report) if report.holds() => return Err("not noticed".to_owned()),
        Ok(report) => report.differences.iter().map(|one| one.path.to_string()).collect(),
        Err(VerifyError::Format(_)) => vec!["/format".to_owned()],
        Err(VerifyError::Answers(AnswersError::Refused(errors))) => {
            errors.iter().map(|error| format!("/answers{}", error.pointer())).collect()
        }
        Err(error) => vec![error.to_string()],
    };
    let key = line.text.split_once("\": ").map_or(0, |(key, _)| key.len());
    if at < key {
        // The line is another one now; that it is refused is all that can be asked.
        return Ok(());
    }
    // A mark stands for the line its key names.
    let marked = line.pointer.strip_prefix("/marks/").map(|key| key.replace("~1", "/"));
    let wanted = marked.as_ref().unwrap_or(&line.pointer);
    let names_it = |place: &String| place.contains(wanted) || wanted.starts_with(&format!("{place}/"));
    if named.iter().any(names_it) { Ok(()) } else { Err(format!("only {named:?}")) }
}

/// A line of indented JSON and where it belongs.
struct Line<'t> {
    /// Byte offset in the file.
    start: usize,
    text: &'t str,
    pointer: String,
}

/// The lines of an indented JSON file, each with the JSON pointer of what stands on it.
fn lines(file: &str) -> Vec<Line<'_>> {
    let mut path: Vec<(String, Option<usize>)> = Vec::new();
    let mut start = 0;
    let mut lines = Vec::new();
    for text in file.split_inclusive('\n') {
        let plain = text.trim();
        if plain.starts_with(['}', ']']) {
            path.pop();
        } else {
            let step = match path.last_mut() {
                Some((_, Some(index))) => {
                    *index += 1;
                    (*index - 1).to_string()
                }
                // A slash within a key is written ~1, as in the pointers themselves.
                _ => plain.split('"').nth(1).unwrap_or_default().replace('~', "~0").replace('/', "~1"),
            };
            let above = path.iter().map(|(step, _)| step.as_str());
            let pointer = above.chain([step.as_str()]).collect::<Vec<_>>().join("/");
            if plain.ends_with(['{', '[']) {
                path.push((step, plain.ends_with('[').then_some(0)));
            }
            lines.push(Line { start, text, pointer });
        }
        start += text.len();
    }
    lines
}

#[test]
fn lines_know_where_they_belong() {
    let file = "{\n  \"a\": [\n    1,\n    {\n      \"b/c\": \"2, [\"\n    }\n  ],\n  \"d\": {}\n}\n";
    let pointers: Vec<String> = lines(file).into_iter().map(|line| line.pointer).collect();
    assert_eq!(pointers, ["", "/a", "/a/0", "/a/1", "/a/1/b~1c", "/d"]);
}
