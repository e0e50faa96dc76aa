//! What is kept on a device: read again whatever became of it, and never merged with what another window kept.

#![expect(clippy::expect_used, reason = "a test without its session has nothing to go on with")]

use zhice::draft::Field;
use zhice::model::{FileKind, Lang, Quantity, Value};
use zhice::pack::{Pack, builtin};
use zhice::ui::filing::{Entry, Filing, TrackId};
use zhice::ui::i18n::{autosave, entry};
use zhice::ui::review::{Brought, Refusal, Review};
use zhice::ui::route::Page;
use zhice::ui::saved::{Unread, read, to_text};
use zhice::ui::session::{Msg, Session, update};
use zhice::ui::windows::{Question, Windows};

const IN_ZONE: &str = "agency.in_zone";
const LICENSED: &str = "agency.patent_licensed";

/// A window on the drafts of a device.
#[derive(Clone)]
struct Window {
    packs: Vec<Pack>,
    session: Session,
}

impl Window {
    /// With one draft of an agency.
    fn open() -> Self {
        let today = "2026-11-21".parse().expect("a day");
        let window = Self { packs: builtin::all(), session: Session::new(today, Lang::Zh) };
        window.begins("agency")
    }

    fn begins(self, track: &str) -> Self {
        let today = self.session.filing.as_of;
        self.does(Msg::TrackPicked { id: TrackId::new("zibo-2020-zone", track), picked: true })
            .does(Msg::Begun { today, anew: true })
    }

    fn does(mut self, msg: Msg) -> Self {
        update(&mut self.session, msg, &self.packs);
        self
    }

    fn says(self, fact: &str, value: bool) -> Self {
        self.does(Msg::Answered { fact: fact.into(), value: Value::Bool(value) })
    }

    fn text(&self) -> String {
        to_text(&self.session)
    }

    /// How this window stands to another, both of which began from a third.
    fn beside<T>(&self, before: &Self, there: &Self, look: impl FnOnce(Windows<'_>) -> T) -> T {
        let (before, there) = (before.text(), there.text());
        look(Windows { here: &self.session, before: Some(&before), there: &there, packs: &self.packs })
    }

    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method by itself is for one lifetime only")]
    fn asks(&self, before: &Self, there: &Self) -> Option<Question> {
        self.beside(before, there, |windows| windows.question())
    }
}

fn copy(draft: &Filing) -> String {
    format!("copy {}", draft.key)
}

fn names(drafts: &[Filing]) -> Vec<&str> {
    drafts.iter().map(|draft| draft.name.as_str()).collect()
}

mod reading {
    use super::*;

    fn unread(text: &str) -> Unread {
        read(text, &[]).expect_err(text)
    }

    #[test]
    fn a_text_cut_off_anywhere_is_damaged_never_half_read() {
        let text = Window::open().says(IN_ZONE, true).text();
        for end in 30..text.len() {
            if let Some(part) = text.get(..end) {
                assert!(matches!(unread(part), Unread::Damaged(_)), "{part}");
            }
        }
    }

    #[test]
    fn what_is_not_ours_and_what_is_newer_is_told_apart() {
        for text in ["hello", "{}", "[]", "{\"format\":\"zhice.draft/1\"}", "{\"format\":\"zhice.session/x\"}", "\u{0}"]
        {
            assert_eq!(unread(text), Unread::Foreign, "{text}");
        }
        assert_eq!(unread(&Window::open().text().replace("session/2", "session/3")), Unread::Newer);
    }

    #[test]
    fn a_session_is_known_however_it_is_laid_out() {
        let window = Window::open().says(IN_ZONE, true);
        let json: serde_json::Value = serde_json::from_str(&window.text()).expect("JSON");
        let pretty = serde_json::to_string_pretty(&json).expect("JSON");
        let mut sorted: Vec<_> = json.as_object().expect("an object").iter().collect();
        sorted.sort_by_key(|(key, _)| std::cmp::Reverse(key.as_str()));
        let sorted: Vec<String> = sorted.into_iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
        let sorted = format!("{{{}}}", sorted.join(","));
        for text in
            [format!("\u{feff}{}", window.text()), pretty.replace('\n', "\r\n"), format!("\u{feff} {pretty}"), sorted]
        {
            let review = Review::of("a.json".into(), text.as_bytes(), &window.packs);
            match review.outcome {
                Ok(Brought::Session(drafts)) => assert_eq!(drafts, std::slice::from_ref(&window.session.filing)),
                other => panic!("{other:?} of {text}"),
            }
        }
    }

    #[test]
    fn the_wrong_kind_of_file_is_named() {
        for (content, kind) in [
            (b"PK\x03\x04..word/document.xml".as_slice(), FileKind::Word),
            (b"PK\x03\x04..a.json", FileKind::Archive),
            (b"\x89PNG\r\n", FileKind::Picture),
            (b"{\0\"\0f\0", FileKind::Utf16),
        ] {
            let review = Review::of("a".into(), content, &[]);
            assert_eq!(review.outcome, Err(Refusal::Kind(kind)));
        }
        assert!(entry::wrong_kind(FileKind::Word, Lang::Zh).contains("同名的 .json"));
    }

    #[test]
    fn a_reason_says_the_place() {
        let text = Window::open().text().replace("\"large\"", "\"largo\"");
        let why = autosave::why(&unread(&text), Lang::En);
        assert!(why.contains("cut off or changed"), "{why}");
        assert!(autosave::why(&unread("{\"format\":\"zhice.session/2\",\n?"), Lang::Zh).contains("第 2 行"));
    }

    #[test]
    fn an_answer_without_a_place_is_carried_along_until_its_pack_is_back() {
        let window = Window::open().says(IN_ZONE, true).says(LICENSED, false);
        let text = window.text();
        let away = read(&text, &[]).expect("readable").session;
        assert_eq!(away.filing.answers.iter().count(), 0);
        assert_eq!(away.filing.unread_answers(&[]), [IN_ZONE, LICENSED]);
        let back = read(&to_text(&away), &window.packs).expect("readable").session;
        assert_eq!(back.filing, window.session.filing);
    }

    #[test]
    fn an_answer_that_does_not_fit_its_question_any_more_waits_until_it_is_given_anew() {
        let text = Window::open().says(IN_ZONE, true).text().replace("\"agency.in_zone\":true", "\"agency.in_zone\":7");
        let window = Window { session: read(&text, &builtin::all()).expect("readable").session, ..Window::open() };
        assert_eq!(window.session.filing.unread_answers(&window.packs), [IN_ZONE]);
        assert!(window.text().contains("\"agency.in_zone\":7"), "kept as it was");
        let window = window.says(IN_ZONE, false);
        assert_eq!(window.session.filing.unread_answers(&window.packs), Vec::<String>::new());
        assert!(window.text().contains("\"agency.in_zone\":false"), "{}", window.text());
    }

    #[test]
    fn answers_that_packs_of_an_earlier_version_asked_for_are_kept_and_named() {
        let earlier = r#""agency.in_zone":true,"yt.task_2":"done","zone.recognition_next":"effective""#;
        let text = Window::open().says(IN_ZONE, true).text().replace("\"agency.in_zone\":true", earlier);
        let window = Window { session: read(&text, &builtin::all()).expect("readable").session, ..Window::open() };
        assert_eq!(window.session.filing.unread_answers(&window.packs), ["yt.task_2", "zone.recognition_next"]);
        for kept in earlier.split(',') {
            assert!(window.text().contains(kept), "kept as it was: {kept}");
        }
    }

    #[test]
    fn an_answer_that_only_another_programme_still_asks_for_is_named() {
        let mut session = Window::open().session;
        session.filing.entries = vec![Entry::new(TrackId::new("zibo-2020-zone", "zone"))];
        session.filing.answers.set("zone.agency_count", Value::Number(Quantity::whole(3)));
        let packs = builtin::all();
        let mut read = read(&to_text(&session), &packs).expect("readable").session;
        assert_eq!(read.filing.unread_answers(&packs), ["zone.agency_count"]);
        read.filing.apply_for(TrackId::new("zhejiang-2018-zone", "zone"));
        assert_eq!(read.filing.unread_answers(&packs), Vec::<String>::new(), "now it is asked");
    }

    #[test]
    fn a_chosen_reading_that_no_pack_offers_any_more_is_kept_and_named_until_one_is_chosen_anew() {
        let chosen =
            |case: &str| Window::open().does(Msg::ReadingChosen { reading: "zibo.once".into(), case: case.into() });
        assert_eq!(chosen("one_measure").session.filing.unread_choices(&builtin::all()), Vec::<String>::new());
        let text = chosen("one_measure").text().replace("one_measure", "per_measure");
        let window = Window { session: read(&text, &builtin::all()).expect("readable").session, ..Window::open() };
        assert_eq!(window.session.filing.unread_choices(&window.packs), ["zibo.once"]);
        assert!(window.text().contains(r#""zibo.once":"per_measure""#), "kept as it was");
        let window = window.does(Msg::ReadingChosen { reading: "zibo.once".into(), case: "one_measure".into() });
        assert_eq!(window.session.filing.unread_choices(&window.packs), Vec::<String>::new());
        let elsewhere = window.does(Msg::ReadingChosen { reading: "no.such".into(), case: "a".into() });
        assert_eq!(elsewhere.session.filing.unread_choices(&builtin::all()), ["no.such"]);
    }

    #[test]
    fn the_draft_of_the_first_version_is_taken_over() {
        let text = r#"{"format":"zhice.session/1","lang":"zh","large":true,"page":{"questions":1},
            "choice":["zibo-2020-zone","agency"],"as_of":"2020-10-01","readings":{},"answers":{"agency.in_zone":true},
            "typed":{"agency.cases_won":"12a"},"left":[],"unsure":["agency.patent_licensed"],
            "dossier":{"applicant":{"name":"某机构"},"narratives":{"custody-results":"甲"},"materials":{},
            "evidence":{},"declarations":["truthful"]}}"#;
        let found = read(text, &builtin::all()).expect("readable");
        assert!(found.is_earlier);
        let Session { filing, page, large, .. } = found.session;
        assert_eq!((page, large, filing.answers.get(IN_ZONE)), (Page::Questions(1), true, Some(&Value::Bool(true))));
        assert_eq!(filing.unread("agency.cases_won"), Some("12a"));
        assert!(filing.unsure.contains(LICENSED));
        assert_eq!(filing.applicant.get(&Field::Name).map(String::as_str), Some("某机构"));
        let entry = filing.entry().expect("an entry");
        assert_eq!(entry.narratives.get("custody-results").map(String::as_str), Some("甲"));
        assert_eq!(entry.declarations.len(), 1);
    }
}

mod two_windows {
    use super::*;

    #[test]
    fn nothing_is_asked_where_only_the_view_differs() {
        let before = Window::open().says(IN_ZONE, true);
        let here = before.clone().does(Msg::LargeTypeChosen(true)).does(Msg::PageOpened(Page::Conclusion));
        let there = before.clone().does(Msg::LangChosen(Lang::En)).does(Msg::FieldLeft { name: IN_ZONE.into() });
        assert_eq!(here.asks(&before, &there), None);
    }

    #[test]
    fn nothing_is_asked_where_both_did_the_same() {
        let before = Window::open();
        let here = before.clone().says(IN_ZONE, true);
        assert_eq!(here.asks(&before, &here.clone()), None);
    }

    #[test]
    fn another_draft_that_is_open_is_no_difference() {
        let before = Window::open().says(IN_ZONE, true).begins("zone");
        let key = before.session.shelf.first().expect("a draft").key;
        let there = before.clone().does(Msg::FilingOpened { key });
        assert_eq!(before.asks(&before, &there), None);
    }

    #[test]
    fn a_change_there_is_asked_about_even_if_nothing_changed_here() {
        let before = Window::open();
        let there = before.clone().says(IN_ZONE, true);
        let question = before.asks(&before, &there);
        assert_eq!(question, Some(Question::Changed { changed_here: false }));
        let taken = before.beside(&before, &there, |windows| windows.taking_theirs(copy)).expect("readable");
        assert_eq!((taken.shelf.len(), taken.filing.answers.get(IN_ZONE)), (0, Some(&Value::Bool(true))));
        let copies = before.beside(&before, &there, |windows| windows.keeping_ours(copy));
        assert_eq!(names(&copies), ["copy 1"]);
    }

    #[test]
    fn what_both_changed_is_there_whichever_is_chosen() {
        let before = Window::open();
        let (here, there) = (before.clone().says(IN_ZONE, true), before.clone().says(IN_ZONE, false));
        let question = here.asks(&before, &there);
        assert_eq!(question, Some(Question::Changed { changed_here: true }));

        let taken = here.beside(&before, &there, |windows| windows.taking_theirs(copy)).expect("readable");
        assert_eq!(taken.filing.answers.get(IN_ZONE), Some(&Value::Bool(false)));
        assert_eq!(names(&taken.shelf), ["copy 1"]);
        let taken_copy = taken.shelf.first().expect("a copy");
        assert_eq!(taken_copy.answers.get(IN_ZONE), Some(&Value::Bool(true)));
        assert_ne!(taken_copy.key, taken.filing.key);

        let copies = here.beside(&before, &there, |windows| windows.keeping_ours(copy));
        assert_eq!(copies.first().and_then(|copy| copy.answers.get(IN_ZONE)), Some(&Value::Bool(false)));
    }

    #[test]
    fn only_what_was_changed_is_copied() {
        let before = Window::open().begins("zone");
        let here = before.clone().does(Msg::EvidenceTyped { fact: "zone.kind".into(), text: "甲".into() });
        let there = before.clone().does(Msg::FilingNamed { key: 1, name: "乙".into() });
        let taken = here.beside(&before, &there, |windows| windows.taking_theirs(copy)).expect("readable");
        assert_eq!(names(&taken.shelf), ["乙", "copy 2"]);
        let copies = here.beside(&before, &there, |windows| windows.keeping_ours(copy));
        assert_eq!(names(&copies), ["copy 1"]);
    }

    #[test]
    fn a_draft_deleted_there_and_changed_here_is_not_lost() {
        let before = Window::open();
        let here = before.clone().says(IN_ZONE, true);
        let today = before.session.filing.as_of;
        let there = before.clone().does(Msg::FilingDeleted { key: 1, today });
        let taken = here.beside(&before, &there, |windows| windows.taking_theirs(copy)).expect("readable");
        assert_eq!(names(&taken.shelf), ["copy 1"]);
        assert!(here.beside(&before, &there, |windows| windows.keeping_ours(copy)).is_empty());
    }

    #[test]
    fn what_is_tried_out_is_no_change() {
        let before = Window::open().says(IN_ZONE, true).does(Msg::PageOpened(Page::Conclusion));
        let here = before.clone().says(IN_ZONE, false);
        assert!(here.session.before_what_if.is_some());
        assert_eq!(here.asks(&before, &before.clone().does(Msg::LangChosen(Lang::En))), None);
    }

    #[test]
    fn what_cannot_be_read_there_is_never_overwritten() {
        let window = Window::open();
        for (there, why) in [("hello", Unread::Foreign), ("{\"format\":\"zhice.session/9\"}", Unread::Newer)] {
            let windows = Windows { here: &window.session, before: None, there, packs: &window.packs };
            assert_eq!(windows.question(), Some(Question::Unreadable(why)));
            assert_eq!(windows.taking_theirs(copy), None);
        }
    }
}

mod files {
    use super::*;

    #[test]
    fn a_session_as_a_file_gives_its_drafts() {
        let window = Window::open().says(IN_ZONE, true).begins("zone");
        let Ok(Brought::Session(drafts)) = Review::of("x.json".into(), window.text().as_bytes(), &window.packs).outcome
        else {
            unreachable!("it is a session");
        };
        let desk = Window::open().does(Msg::FilingsShelved(drafts));
        let keys: Vec<u32> = desk.session.drafts().map(|draft| draft.key).collect();
        assert_eq!(keys, [1, 2, 3]);
        assert_eq!(desk.session.shelf.last().and_then(|draft| draft.answers.get(IN_ZONE)), Some(&Value::Bool(true)));
    }

    #[test]
    fn a_damaged_one_is_refused_with_its_reason() {
        let text = Window::open().text();
        let cut = text.get(..100).expect("long enough");
        let outcome = Review::of("x.json".into(), cut.as_bytes(), &builtin::all()).outcome;
        assert!(matches!(outcome, Err(Refusal::Session(Unread::Damaged(_)))), "{outcome:?}");
    }
}
