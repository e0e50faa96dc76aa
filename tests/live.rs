//! Form data on a page that stands in: what it comes to is what the answers come to.

#![expect(clippy::expect_used, clippy::panic, reason = "a test without its files has nothing to go on with")]

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};
use zhice::engine::Case;
use zhice::model::{Answers, AsOf, Lang, Value};
use zhice::pack::cases::CaseFile;
use zhice::pack::{Choices, Pack, builtin};
use zhice::report::Head;
use zhice::ui::filing::{Filing, TrackId, editable};
use zhice::ui::form_data::{self, ALL, NONE, UNSURE};
use zhice::ui::live::Live;

/// Answers as the controls for them would send them, but for lists, which have none.
fn sent(pack: &Pack, answers: &Answers) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (id, value) in answers.iter() {
        let fact = pack.fact(id).unwrap_or_else(|| panic!("no fact `{id}`"));
        match value {
            Value::Set(held) if held.is_empty() => pairs.push((id.to_owned(), NONE.to_owned())),
            Value::Set(held) => pairs.extend(held.iter().map(|option| (id.to_owned(), option.clone()))),
            Value::Bool(_) | Value::Choice(_) => pairs.push((id.to_owned(), form_data::value_of(value))),
            Value::List(_) => {}
            _ => pairs.push((id.to_owned(), editable(fact, value))),
        }
    }
    pairs
}

fn pack(id: &str) -> Pack {
    builtin::all().into_iter().find(|pack| pack.file.id == id).unwrap_or_else(|| panic!("no pack `{id}`"))
}

fn slip(pack: &Pack, track: &str, lang: Lang, as_of: AsOf, sent: Vec<(String, String)>) -> Json {
    let live = Live::of(pack.clone(), track, lang).expect("its track");
    serde_json::to_value(live.found(as_of, sent)).expect("JSON").get("slip").cloned().expect("the result in short")
}

#[test]
fn every_case_comes_to_the_same_by_its_form_data() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut compared = 0;
    for file in fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("an entry").path()) {
        let cases =
            CaseFile::read(&fs::read_to_string(&file).expect("a file")).unwrap_or_else(|why| panic!("{}", why.en));
        let pack = pack(&cases.programme);
        let track = pack.track(&cases.track).expect("its track");
        for case in &cases.cases {
            let inputs = case.inputs(&pack, &cases.base).unwrap_or_else(|why| panic!("{}", why.en));
            let mut answers = Answers::default();
            for (id, value) in inputs.answers.iter().filter(|(_, value)| !matches!(value, Value::List(_))) {
                answers.set(id, value.clone());
            }
            let choices = Choices::default();
            for lang in [Lang::Zh, Lang::En] {
                let head = Head::of(&Case::on(inputs.as_of, track, &answers, &choices), inputs.as_of, lang);
                let found = slip(&pack, &cases.track, lang, inputs.as_of, sent(&pack, &answers));
                let place = format!("{}: {}", file.display(), case.name);
                assert_eq!(found["headline"], json!(head.headline()), "{place}");
                assert_eq!(found["truth"], json!(head.class()), "{place}");
                assert_eq!(found["verdict"], json!(head.verdict.map(|verdict| verdict.word)), "{place}");
                assert_eq!(found["total"], json!(head.total.map(|total| total.in_short)), "{place}");
            }
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared} cases");
}

#[test]
fn what_is_no_answer_of_the_track_answers_nothing() {
    let packs = [pack("cnipa-2023-zone")];
    let entered = |pairs: &[(&str, &str)]| {
        let mut filing = Filing::new(0, "2026-11-21".parse().expect("a day"));
        filing.apply_for(TrackId::new("cnipa-2023-zone", "pilot"));
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        form_data::enter(&mut filing, pairs.collect(), &packs);
        filing.answers
    };
    let nothing = [
        ("role", "on"),
        ("zone.area_kind", "moon"),
        ("zone.area_kind", UNSURE),
        ("zone.outstanding", "on"),
        ("zone.outstanding", UNSURE),
        ("zone.priority_place", "moon"),
        ("zone.priority_place", UNSURE),
        ("zone.agencies", "about ten"),
        ("zone.agencies", ""),
    ];
    assert_eq!(entered(&nothing), Answers::default());
    let set = "zone.priority_place";
    let all = packs[0].fact(set).expect("a set").options.iter().map(|option| option.id.clone()).collect();
    assert_eq!(entered(&[(set, ALL)]).get(set), Some(&Value::Set(all)));
    assert_eq!(entered(&[(set, NONE)]).get(set), Some(&Value::Set(std::collections::BTreeSet::new())));
}

#[test]
fn no_track_that_is_not_there_is_assessed() {
    assert!(Live::of(pack("zibo-2020-zone"), "moon", Lang::Zh).is_none());
}
