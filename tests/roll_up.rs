//! Several draft files rolled up into one draft, without a browser.

#![expect(clippy::expect_used, reason = "a test without its pack has nothing to go on with")]

use serde_json::json;
use zhice::draft::build::to_file;
use zhice::draft::{Dossier, Inputs, build};
use zhice::model::{AsOf, Lang, Value};
use zhice::pack::{Choices, Pack, builtin};
use zhice::ui::filing::{Filing, TrackId};
use zhice::ui::roll_up::{Chosen, RollUp, Unfit};
use zhice::ui::route::Page;
use zhice::ui::saved::{read, to_text};
use zhice::ui::session::{Loss, Msg, Session, update};

const TASK: &str = "city.task_2_1";

fn today() -> AsOf {
    "2024-06-01".parse().expect("a day")
}

/// The draft file of a department of Zibo.
fn file(packs: &[Pack], track: &str, answers: &serde_json::Value, done: &[&str]) -> Vec<u8> {
    let pack = packs.iter().find(|pack| pack.file.id == "zibo-2024-city").expect("its pack");
    let mut dossier = Dossier::default();
    if !done.is_empty() {
        dossier.actions.insert(TASK.to_owned(), done.iter().map(ToString::to_string).collect());
    }
    let answers = pack.take_answers(answers).expect("answers");
    let inputs = Inputs { answers, dossier, as_of: today(), choices: Choices::default(), lang: Lang::Zh };
    to_file(&build(pack.track(track).expect("a track"), &inputs).json).into_bytes()
}

fn two(packs: &[Pack]) -> Vec<(String, Vec<u8>)> {
    let industry = json!({ TASK: "under_way", "city.task_3_1": "done", "city.trademarks": 99000 });
    let science = json!({ TASK: "done", "city.task_3_1": "done", "city.task_2_3": "under_way" });
    vec![
        ("industry.json".to_owned(), file(packs, "city", &industry, &["fostering"])),
        ("science.json".to_owned(), file(packs, "city", &science, &["fostering"])),
    ]
}

fn choice(id: &str) -> Value {
    Value::Choice(id.to_owned())
}

#[test]
fn nothing_is_made_before_each_difference_is_decided() {
    let packs = builtin::all();
    let found = RollUp::of(two(&packs), &packs, Lang::Zh);
    let mut chosen = Chosen::new();
    let open: Vec<_> = found.undecided(&chosen).map(|line| line.place.clone()).collect();
    assert_eq!(open.iter().map(ToString::to_string).collect::<Vec<_>>(), [format!("/answers/{TASK}")]);
    assert_eq!(found.filing(&chosen, &packs, Lang::Zh), None);
    for (taken, expected) in [(Some(0), Some(choice("under_way"))), (Some(1), Some(choice("done"))), (None, None)] {
        chosen.insert(open.first().expect("a place").clone(), taken);
        let filing = found.filing(&chosen, &packs, Lang::Zh).expect("all is decided");
        assert_eq!(filing.answers.get(TASK).cloned(), expected);
        // What they say alike, and what only one says.
        assert_eq!(filing.answers.get("city.task_3_1").cloned(), Some(choice("done")));
        assert_eq!(filing.answers.get("city.task_2_3").cloned(), Some(choice("under_way")));
        assert!(filing.actions.get(TASK).is_some_and(|done| done.contains("fostering")));
        assert_eq!(
            filing.entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>(),
            [TrackId::new("zibo-2024-city", "city")]
        );
    }
}

#[test]
fn what_only_one_file_says_is_named_with_it_and_files_of_one_name_are_told_apart() {
    let packs = builtin::all();
    let mut files = two(&packs);
    for (name, _) in &mut files {
        *name = "draft.json".to_owned();
    }
    let found = RollUp::of(files, &packs, Lang::Zh);
    let (_, merge) = found.merged.as_ref().expect("two drafts");
    let alone: Vec<(String, &str)> = merge.from_one().map(|(line, name)| (line.place.to_string(), name)).collect();
    let expected = [("/answers/city.trademarks", "draft.json"), ("/answers/city.task_2_3", "draft.json (2)")];
    assert_eq!(alone.iter().map(|(place, name)| (place.as_str(), *name)).collect::<Vec<_>>(), expected);
}

#[test]
fn a_file_that_cannot_stand_is_left_out_and_says_why() {
    let packs = builtin::all();
    let mut files = two(&packs);
    let changed = String::from_utf8(files[1].1.clone())
        .expect("text")
        .replace("\"city.task_2_3\": \"under_way\"", "\"city.task_2_3\": \"done\"");
    files.push(("changed.json".to_owned(), changed.into_bytes()));
    files.push(("district.json".to_owned(), file(&packs, "district", &json!({}), &[])));
    files.push(("session.json".to_owned(), to_text(&Session::new(today(), Lang::Zh)).into_bytes()));
    files.push(("notes.json".to_owned(), b"{}".to_vec()));
    let found = RollUp::of(files, &packs, Lang::Zh);
    let unfit: Vec<&Option<Unfit>> = found.files.iter().map(|(_, unfit)| unfit).collect();
    assert!(matches!(
        unfit.as_slice(),
        [None, None, Some(Unfit::Changed), Some(Unfit::OtherTrack), Some(Unfit::Session), Some(Unfit::Refused(_))]
    ));
    assert_eq!(found.merged.as_ref().map(|(_, merge)| merge.names.len()), Some(2));
    let alone = RollUp::of(vec![two(&packs).remove(0)], &packs, Lang::Zh);
    assert!(alone.merged.is_none(), "one draft is nothing to merge");
}

#[test]
fn the_one_draft_opens_beside_the_others_and_can_be_taken_away_again() {
    let packs = builtin::all();
    let mut session = Session::new(today(), Lang::Zh);
    let other = Filing { name: "另一份".to_owned(), ..Filing::new(0, today()) };
    update(&mut session, Msg::FilingBrought(Box::new(Filing { entries: Vec::new(), ..other })), &packs);
    let made = Filing::new(0, today());
    let msg = Msg::RolledUp(Box::new(Filing { name: "汇总".to_owned(), ..made }));
    assert_eq!(session.loss(&msg, &[]), Some(Loss::RollUp));
    update(&mut session, msg, &packs);
    assert_eq!((session.filing.name.as_str(), session.page), ("汇总", Page::Conclusion));
}

#[test]
fn what_is_ticked_of_a_task_is_kept_with_the_draft_and_changes_no_answer() {
    let packs = builtin::all();
    let mut session = Session::new(today(), Lang::Zh);
    let id = TrackId::new("zibo-2024-city", "city");
    update(&mut session, Msg::TrackPicked { id, picked: true }, &packs);
    update(&mut session, Msg::Begun { today: today(), anew: true }, &packs);
    let tick = |action: &str, done| Msg::ActionTicked { fact: TASK.to_owned(), action: action.to_owned(), done };
    update(&mut session, tick("fostering", true), &packs);
    update(&mut session, tick("abroad", true), &packs);
    update(&mut session, tick("abroad", false), &packs);
    assert!(session.filing.answers.is_empty());
    let back = read(&to_text(&session), &packs).expect("readable").session;
    assert_eq!(back.filing, session.filing);
    let track = session.filing.track(&packs).expect("a track");
    let draft = build(track, &session.filing.inputs(track, Lang::Zh));
    assert_eq!(draft.json["dossier"]["actions"], json!({ TASK: ["fostering"] }));
    let printed = draft.paper.sections.iter().find(|section| section.id == "actions").expect("on paper");
    let states: Vec<&str> = printed.rows.iter().filter_map(|row| row.last()).map(String::as_str).collect();
    assert_eq!(states, ["已做", "未勾选", "未勾选", "未勾选"]);
    update(&mut session, tick("fostering", false), &packs);
    assert!(session.filing.actions.is_empty(), "nothing is left behind");
}
