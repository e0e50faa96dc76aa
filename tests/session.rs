//! What each act of a person makes of the session, without a browser.

#![expect(clippy::expect_used, reason = "a test without its pack has nothing to go on with")]

use zhice::draft::Field;
use zhice::model::{Answers, Lang, Quantity, Value};
use zhice::pack::{Pack, builtin};
use zhice::ui::route::{Page, Stage};
use zhice::ui::saved::{from_text, to_text};
use zhice::ui::session::{Effect, Msg, Session, update};

const GRANTS: &str = "agency.invention_grants";

/// An agency on the topic of grants.
struct Visit {
    packs: Vec<Pack>,
    session: Session,
    effects: Vec<Effect>,
}

impl Visit {
    fn begin() -> Self {
        let packs = builtin::all();
        let today = "2026-11-21".parse().expect("a day");
        let visit = Self { packs, session: Session::new(today, Lang::Zh), effects: Vec::new() };
        let topic = Page::Questions(
            visit.topics().iter().position(|facts| facts.iter().any(|fact| fact == GRANTS)).expect("a topic"),
        );
        visit
            .does(Msg::TrackChosen { programme: "zibo-2020-zone".into(), track: "agency".into() })
            .does(Msg::PageOpened(topic))
    }

    fn topics(&self) -> Vec<Vec<String>> {
        let pack = self.packs.iter().find(|pack| pack.file.id == "zibo-2020-zone").expect("the pack");
        let track = pack.track("agency").expect("the track");
        track.track.topics.iter().map(|topic| topic.facts.clone()).collect()
    }

    fn does(mut self, msg: Msg) -> Self {
        self.effects = update(&mut self.session, msg, &self.packs);
        self
    }

    fn types(self, text: &str) -> Self {
        self.does(Msg::Typed { fact: GRANTS.into(), text: text.into() })
    }

    fn leaves(self) -> Self {
        self.does(Msg::FieldLeft { name: GRANTS.into() })
    }

    fn grants(&self) -> Option<&Value> {
        self.session.answers.get(GRANTS)
    }

    fn shown(&self) -> Option<&str> {
        self.session.typed.get(GRANTS).map(String::as_str)
    }
}

fn count(number: i64) -> Value {
    Value::Number(Quantity::whole(number))
}

#[test]
fn a_text_is_the_answer_as_soon_as_it_can_be_read() {
    let visit = Visit::begin().types("12");
    assert_eq!(visit.grants(), Some(&count(12)));
    let visit = visit.types("128");
    assert_eq!((visit.grants(), visit.shown()), (Some(&count(128)), Some("128")));
    assert_eq!(visit.effects, [Effect::Save]);
}

#[test]
fn a_text_that_is_no_answer_stays_as_typed_and_the_fact_is_unknown() {
    let visit = Visit::begin().types("128").types("128a").leaves();
    assert_eq!((visit.grants(), visit.shown()), (None, Some("128a")));
    let pack = visit.packs.iter().find(|pack| pack.file.id == "zibo-2020-zone").expect("the pack");
    assert!(visit.session.error(pack, GRANTS).is_some());
}

#[test]
fn leaving_a_field_shows_the_answer_the_way_it_reads() {
    let visit = Visit::begin().types(" 0128 ").leaves();
    assert_eq!((visit.grants(), visit.shown()), (Some(&count(128)), None));
    let visit = visit.types("").leaves();
    assert_eq!((visit.grants(), visit.shown()), (None, None), "an emptied field is no error");
}

#[test]
fn numbers_may_be_typed_the_way_people_write_them() {
    for text in ["１２８", "1,28", " 128", "1 28", "128.0", "１２８．０"] {
        assert_eq!(Visit::begin().types(text).grants(), Some(&count(128)), "{text}");
    }
    for text in ["一百", "12-8", "1.2.8", "½"] {
        assert_eq!(Visit::begin().types(text).grants(), None, "{text}");
    }
}

#[test]
fn characters_that_cannot_be_seen_are_not_taken() {
    let visit = Visit::begin().types("\u{202e}12\u{200f}8");
    assert_eq!(visit.grants(), Some(&count(128)));
}

#[test]
fn continue_waits_until_errors_are_mended() {
    let visit = Visit::begin().types("1.5");
    let page = visit.session.page;
    let visit = visit.does(Msg::Continued);
    assert_eq!((visit.session.page, visit.effects.as_slice()), (page, [Effect::Save, Effect::ShowErrors].as_slice()));
    assert!(visit.session.left.contains(GRANTS), "the error shows at its field too");
    let visit = visit.types("15").does(Msg::Continued);
    assert_eq!(visit.session.page.stage(), Stage::Conclusion);
    assert!(visit.effects.contains(&Effect::ShowPage));
}

#[test]
fn unanswered_questions_do_not_hold_anybody_up() {
    let visit = Visit::begin().does(Msg::Continued);
    assert_eq!(visit.session.page, Page::Conclusion);
}

#[test]
fn not_sure_is_an_answer_that_leaves_the_fact_unknown() {
    let visit = Visit::begin().types("128").does(Msg::SaidUnsure { fact: GRANTS.into() });
    assert_eq!((visit.grants(), visit.session.is_settled(GRANTS)), (None, true));
    let visit = visit.types("7");
    assert!(!visit.session.unsure.contains(GRANTS));
}

#[test]
fn an_answer_taken_back_leaves_the_question_open() {
    let taken_back = || Msg::TookBack { fact: GRANTS.into() };
    for visit in [Visit::begin().types("128"), Visit::begin().does(Msg::SaidUnsure { fact: GRANTS.into() })] {
        let visit = visit.does(taken_back());
        assert_eq!((visit.grants(), visit.shown(), visit.session.is_settled(GRANTS)), (None, None, false));
        assert_eq!(visit.effects, [Effect::Save]);
    }
}

#[test]
fn every_page_leads_back_to_the_one_before() {
    let mut visit = Visit::begin().does(Msg::PageOpened(Page::Start));
    let mut way = vec![visit.session.page];
    visit = visit.does(Msg::PageOpened(Page::Notice));
    while visit.session.page != Page::Finish {
        way.push(visit.session.page);
        visit = visit.does(Msg::Continued);
    }
    for page in way.into_iter().rev() {
        visit = visit.does(Msg::WentBack);
        assert_eq!(visit.session.page, page);
    }
}

#[test]
fn wiping_leaves_nothing_and_can_be_undone() {
    let before = Visit::begin().types("128");
    let kept = before.session.clone();
    let visit = before.does(Msg::Wiped { today: "2026-11-22".parse().expect("a day") });
    assert!(visit.session.is_blank());
    assert_eq!(visit.effects, [Effect::Forget, Effect::ShowPage]);
    let visit = visit.does(Msg::Restored(Box::new(kept.clone())));
    assert_eq!(visit.session, kept);
}

#[test]
fn a_saved_session_comes_back_as_it_was() {
    let visit = Visit::begin()
        .types("12x")
        .leaves()
        .does(Msg::Answered { fact: "agency.in_zone".into(), value: Value::Bool(true) })
        .does(Msg::SaidUnsure { fact: "agency.cases_won".into() })
        .does(Msg::ReadingChosen { reading: "zibo.once".into(), case: "one_measure".into() })
        .does(Msg::FieldTyped { field: Field::CreditCode, text: "not yet right".into() })
        .does(Msg::LangChosen(Lang::En))
        .does(Msg::LargeTypeChosen(true));
    assert_eq!(from_text(&to_text(&visit.session), &visit.packs), Ok(visit.session));
}

#[test]
fn a_saved_text_that_cannot_be_read_says_why() {
    let packs = builtin::all();
    for (text, why) in [
        ("", "EOF"),
        ("{}", "missing key `format`"),
        (&to_text(&Visit::begin().session).replace("session/1", "session/9"), "not known"),
        (&to_text(&Visit::begin().types("5").session).replace(GRANTS, "agency.nothing"), "agency.nothing"),
    ] {
        let error = from_text(text, &packs).expect_err(text);
        assert!(error.contains(why), "{error}");
    }
}

#[test]
fn without_its_pack_a_session_starts_over() {
    let visit = Visit::begin();
    let text = to_text(&visit.session);
    let session = from_text(&text, &[]).expect("readable");
    assert_eq!((session.choice, session.page, session.answers), (None, Page::Start, Answers::default()));
}
