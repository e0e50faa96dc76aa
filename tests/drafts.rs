//! Drafts that earlier versions of the program drew up: each opens, and says of every answer and every reading that has
//! no place any more that it is so.

#![expect(clippy::panic, reason = "a test that cannot read its files has nothing to go on with")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use zhice::draft::words::difference;
use zhice::draft::{Difference, Verification, verify};
use zhice::model::Lang;
use zhice::pack::{Pack, builtin};

/// Answers and readings of a 1.x draft that 2.0.0 has no place for.
const GONE: [(&str, &[&str]); 9] = [
    ("cnipa-2023-zone.demonstration", &["/answers/zone.industry_advantage"]),
    ("cnipa-2023-zone.pilot", &["/answers/zone.industry_advantage"]),
    ("yantai-2020-operation.city", &["/answers/yt.task_2", "/answers/zone.agency_count"]),
    ("yantai-2020-operation.funding", &[]),
    ("zhejiang-2018-zone.zone", &["/answers/zone.mechanism", "/answers/zone.recognition_next"]),
    ("zibo-2020-zone.agency", &["/readings/zibo.once"]),
    ("zibo-2020-zone.zone", &["/answers/zone.agency_count", "/answers/zone.recognition_next"]),
    ("zibo-2024-city.city", &[]),
    ("zibo-2024-city.district", &["/answers/city.task_1_1", "/answers/city.task_5_2"]),
];

fn text(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/drafts/1.x/{name}.json"));
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn opened(text: &str, packs: &[Pack]) -> Verification {
    let find = |id: &str| packs.iter().find(|pack| pack.file.id == id);
    verify(text, find).unwrap_or_else(|error| panic!("a draft of 1.x does not open: {error}"))
}

/// What was entered and is not taken any more, or is read otherwise than it was.
fn gone(found: &Verification) -> Vec<&Difference> {
    let entered = |difference: &&Difference| {
        let path = difference.path.to_string();
        difference.stated.is_some() && (path.starts_with("/answers/") || path.starts_with("/readings/"))
    };
    found.differences.iter().filter(entered).collect()
}

#[test]
fn every_track_has_a_draft_of_the_first_version() {
    let packs = builtin::all();
    let tracks =
        packs.iter().flat_map(|pack| pack.file.tracks.iter().map(|track| format!("{}.{}", pack.file.id, track.id)));
    assert_eq!(tracks.collect::<BTreeSet<_>>(), GONE.iter().map(|(name, _)| (*name).to_owned()).collect());
}

#[test]
fn a_draft_of_the_first_version_opens_and_names_each_answer_that_has_no_place_any_more() {
    let packs = builtin::all();
    for (name, expected) in GONE {
        let found = opened(&text(name), &packs);
        assert_eq!(found.other_pack, Some(("1.0.0".to_owned(), "2.0.0".to_owned())), "{name}");
        assert!(found.is_as_drawn_up(), "{name}: nobody has changed it");
        let paths: Vec<String> = gone(&found).into_iter().map(|one| one.path.to_string()).collect();
        assert_eq!(paths, *expected, "{name}");
    }
}

#[test]
fn what_has_no_place_any_more_is_said_in_words() {
    let packs = builtin::all();
    for (name, expected) in GONE {
        let found = opened(&text(name), &packs);
        let pack = packs.iter().find(|pack| pack.file.id == found.programme).expect("its pack");
        let track = pack.track(&found.track).expect("its track");
        for one in gone(&found) {
            for (lang, not_taken) in [(Lang::Zh, "不再采用"), (Lang::En, "no longer taken")] {
                let said = difference(one, track, lang);
                assert!(!said.place.starts_with('/'), "{name}: {} has no name", said.place);
                assert!(!said.stated.is_empty(), "{name}: what {} was is not said", said.place);
                if one.recomputed.is_none() {
                    assert_eq!(said.recomputed, not_taken, "{name}: {}", said.place);
                }
            }
        }
        let answers = expected.iter().filter_map(|path| path.strip_prefix("/answers/"));
        for id in answers.filter(|id| pack.fact(id).is_none()) {
            let places = gone(&found).into_iter().map(|one| difference(one, track, Lang::Zh).place);
            assert!(places.into_iter().any(|place| place == format!("答案“{id}”")), "{name}: {id} is not named");
        }
    }
}
