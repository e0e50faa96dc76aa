//! Files that cannot be read, standard input, and a reader that goes away.

use std::io::{Read as _, Write as _};

use serde_json::json;

use crate::zhice::{SAMPLE, SETTLED, Zhice};

const HERE: [&str; 4] = ["--as-of", "2020-10-01", "--answers", "answers.json"];

#[test]
fn no_such_file() {
    Zhice::on_sample("assess").args(HERE).refused(&["no such file, answers.json, check the path"]);
    Zhice::new()
        .args(["questions", "--pack", "nowhere/pack.json", "--track", "apply"])
        .refused(&["no such file, nowhere/pack.json, check the path"]);
    Zhice::new()
        .args(["verify", "a.json", "b.json"])
        .refused(&["no such file, a.json, check the path", "no such file, b.json, check the path"]);
    Zhice::new().args(["check", "a.json"]).refused(&["no such file, a.json, check the path"]);
}

#[test]
fn a_folder() {
    Zhice::on_sample("assess").args(["--answers", "."]).refused(&["a folder, not a file, ., name the file in it"]);
}

#[test]
fn not_text() {
    Zhice::on_sample("assess")
        .file("answers.json", b"{\"body.address\": \"\xff\xfe\"}")
        .args(HERE)
        .refused(&["not text in UTF-8, answers.json, save it again as UTF-8"]);
}

#[test]
fn the_wrong_kind_of_file_gets_advice_that_fits() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (content, complaint) in [
        (
            b"PK\x03\x04word/document.xml".to_vec(),
            "a Word document, answers.json, the Word copy of a draft is for reading and printing; choose the .json beside it",
        ),
        (b"PK\x03\x04draft.json".to_vec(), "an archive, answers.json, unpack it and choose the .json in it"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "a picture, answers.json, choose the .json file that was downloaded"),
        (utf16(SETTLED), "text in UTF-16, not in UTF-8, answers.json, save it again as UTF-8"),
        (utf16(&format!("\u{feff}{SETTLED}")), "text in UTF-16, not in UTF-8, answers.json, save it again as UTF-8"),
    ] {
        Zhice::on_sample("assess").file("answers.json", content).args(HERE).refused(&[complaint]);
    }
}

#[test]
fn one_of_our_files_in_the_place_of_another_is_named() {
    const SESSION: &str = r#"{"format": "zhice.session/2", "lang": "zh"}"#;
    const OPEN: &str = "open the file on the page, and take the draft from there";
    let draft = Zhice::with_answers("draft", SETTLED).exits(0).stdout;
    Zhice::new()
        .file("a.json", SESSION)
        .args(["verify", "a.json"])
        .refused(&[&format!("this is drafts as the page keeps them, not a draft, a.json, {OPEN}")]);
    Zhice::new()
        .file("a.json", SAMPLE)
        .args(["verify", "a.json"])
        .refused(&["this is a policy pack, not a draft, a.json, bring it with --pack FILE"]);
    let answers = "its answers stand under `answers`, what was added to them under `dossier`";
    Zhice::on_sample("assess")
        .file("answers.json", &draft)
        .args(HERE)
        .refused(&[&format!("this is a draft, not a file of answers, answers.json, {answers}")]);
    Zhice::with_answers("draft", SETTLED)
        .file("d.json", &draft)
        .args(["--dossier", "d.json"])
        .refused(&[&format!("this is a draft, not a dossier, d.json, {answers}")]);
    Zhice::new()
        .file("a.json", &draft)
        .args(["questions", "--pack", "a.json", "--track", "apply"])
        .refused(&[&format!("this is a draft, not a policy pack, a.json, {answers}")]);
}

#[cfg(unix)]
#[test]
fn a_path_need_not_be_text() {
    let run = Zhice::new().file("answers.json", SETTLED).file("sample.json", SAMPLE);
    run.shell(
        "name=$(printf '\\262\\335\\270\\345')\n\
         zhice draft --pack sample.json --track apply --answers answers.json --as-of 2020-10-01 >\"$name.json\"\n\
         zhice verify \"$name.json\" --pack sample.json\n\
         zhice export \"$name.json\" --pack sample.json --to docx\n\
         test -s \"$name.docx\"",
    );
}

#[test]
fn a_minus_is_standard_input() {
    Zhice::on_sample("assess")
        .args(["--answers", "-", "--format", "json"])
        .stdin(SETTLED)
        .exits(0)
        .stdout_json("/eligibility/verdict", &json!("eligible"));
    Zhice::on_sample("assess")
        .args(["--answers", "-"])
        .stdin("{\"body.staff\": -1}")
        .exits(2)
        .complains_of("less than the least possible value 0, standard input at `/body.staff`");
}

#[test]
fn standard_input_is_read_once() {
    Zhice::on_sample("draft")
        .args(["--answers", "-", "--dossier", "-"])
        .refused(&["standard input cannot be read twice, --dossier, name a file for one of the two"]);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let run = Zhice::on_sample("assess").args(["--answers", "-"]);
    let mut child = run.start();
    // Nobody reads; only then does the command get its answers and begin to write.
    drop(child.stdout.take());
    child.stdin.take().expect("a pipe").write_all(SETTLED.as_bytes()).expect("the command reads");
    let mut stderr = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut stderr).expect("text");
    assert_eq!((child.wait().expect("an end").code(), stderr.as_str()), (Some(0), ""));
}
