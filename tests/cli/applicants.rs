//! Who applies, and a document that is not in force yet: said by every verb.

use serde_json::{Value, json};

use crate::zhice::{Ran, SAMPLE, SETTLED, Zhice};

/// The sample on consultation, for another kind of applicant.
fn changed(applicant: &str) -> String {
    let mut pack: Value = serde_json::from_str(SAMPLE).expect("a pack");
    pack["standing"].as_object_mut().expect("an object").remove("in_force");
    for track in pack["tracks"].as_array_mut().expect("tracks") {
        track["applicant"] = applicant.into();
    }
    pack.to_string()
}

fn on(applicant: &str, verb: &str, args: &[&str]) -> Ran {
    Zhice::new()
        .file("sample.json", changed(applicant))
        .file("answers.json", SETTLED)
        .args([verb, "--pack", "sample.json", "--track", "apply", "--answers", "answers.json", "--as-of", "2020-10-01"])
        .args(args.iter().copied())
        .exits(0)
}

#[test]
fn a_draft_on_consultation_is_said_over_every_result() {
    const SAID: [&str; 2] = ["尚未印发", "has not been issued"];
    for (lang, said) in ["zh", "en"].into_iter().zip(SAID) {
        for (verb, args) in
            [("assess", &[][..]), ("explain", &[]), ("plan", &[]), ("reach", &["--goal", "eligible"]), ("draft", &[])]
        {
            on("firm", verb, &[args, &["--lang", lang]].concat()).stdout_has(said);
        }
        let draft = on("firm", "draft", &["--lang", lang]).stdout;
        for to in ["md", "ics"] {
            let exported = Zhice::new()
                .file("sample.json", changed("firm"))
                .file("draft.json", &draft)
                .args(["export", "draft.json", "--pack", "sample.json", "--to", to, "--out", "-"])
                .exits(0);
            // A calendar folds its lines.
            assert!(exported.stdout.replace("\r\n ", "").contains(said), "{to} {lang}\n{}", exported.stdout);
        }
    }
    on("firm", "assess", &["--format", "json"]).stdout_json("/standing", &json!("consultation"));
}

#[test]
fn a_draft_asks_each_kind_of_applicant_for_what_it_has() {
    let rows = |applicant: &str, section: &str| {
        let draft = on(applicant, "draft", &["--lang", "en"]).json();
        let sections = draft["application"].as_array().expect("sections").clone();
        let found = sections.iter().find(|one| one["id"] == section).expect("the section");
        let rows = found["rows"].as_array().expect("rows").iter();
        rows.map(|row| row[0].as_str().expect("a label").to_owned()).collect::<Vec<_>>()
    };
    let body = rows("agency", "applicant");
    for kind in ["zone", "government", "firm", "university", "association"] {
        assert_eq!(rows(kind, "applicant"), body, "{kind}");
    }
    assert!(body.contains(&"Unified social credit code".to_owned()), "{body:?}");
    assert!(rows("bank", "applicant").contains(&"Legal representative or head of the branch".to_owned()));
    let person = rows("person", "applicant");
    assert_eq!(person[..3], ["Name", "Mobile phone", "E-mail"]);
    assert!(person[3..].iter().all(|label| label == "Recommending body"), "{person:?}");
    let open = rows("person", "outstanding");
    assert!(open.iter().all(|label| !body.contains(label) || person.contains(label)), "{open:?}");
    assert!(rows("person", "declarations").last().expect("a line to sign").contains("(signature)"));
}
