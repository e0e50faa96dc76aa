//! What each act of a person makes of the session, without a browser.

#![expect(clippy::expect_used, reason = "a test without its pack has nothing to go on with")]

use zhice::draft::build::to_file;
use zhice::draft::verify::verify;
use zhice::draft::{Field, build};
use zhice::model::kind::TEXT_LIMIT;
use zhice::model::typed::TypedError;
use zhice::model::{Answers, Lang, Quantity, Value};
use zhice::pack::{Pack, builtin};
use zhice::ui::filing::{Filing, TrackId, editable};
use zhice::ui::route::{Page, Stage};
use zhice::ui::saved::{Read, read, to_text};
use zhice::ui::session::{Effect, Loss, Msg, Session, update};

const GRANTS: &str = "agency.invention_grants";

/// An agency on the topic of grants.
struct Visit {
    packs: Vec<Pack>,
    session: Session,
    effects: Vec<Effect>,
}

impl Visit {
    fn begin() -> Self {
        Self::of("zibo-2020-zone", "agency", GRANTS)
    }

    /// On the page of a track that asks for a fact.
    fn of(programme: &str, track: &str, fact: &str) -> Self {
        let packs = builtin::all();
        let today = "2026-11-21".parse().expect("a day");
        let visit = Self { packs, session: Session::new(today, Lang::Zh), effects: Vec::new() };
        let visit = visit
            .does(Msg::TrackPicked { id: TrackId::new(programme, track), picked: true })
            .does(Msg::Begun { today, anew: true });
        let pages = visit.session.filing.topic_pages(&visit.packs);
        let at = pages.iter().position(|page| page.facts.iter().any(|asked| asked == fact)).expect("a topic");
        visit.does(Msg::PageOpened(Page::Questions(at)))
    }

    fn does(mut self, msg: Msg) -> Self {
        self.effects = update(&mut self.session, msg, &self.packs);
        self
    }

    fn types(self, text: &str) -> Self {
        self.types_for(GRANTS, text)
    }

    fn types_for(self, fact: &str, text: &str) -> Self {
        self.does(Msg::Typed { fact: fact.into(), text: text.into() })
    }

    fn leaves(self) -> Self {
        self.does(Msg::FieldLeft { name: GRANTS.into() })
    }

    fn grants(&self) -> Option<&Value> {
        self.session.filing.answers.get(GRANTS)
    }

    fn shown(&self) -> Option<&str> {
        self.session.filing.typed.get(GRANTS).map(String::as_str)
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
    assert!(visit.session.filing.error(pack, GRANTS).is_some());
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
    for text in ["１２８", " 128\n", "128.0", "１２８．０", "一百二十八"] {
        assert_eq!(Visit::begin().types(text).grants(), Some(&count(128)), "{text}");
    }
    for text in ["1,28", "1 28", "12\t8", "12\n8", "1，28", "12-8", "1.2.8", "½"] {
        assert_eq!(Visit::begin().types(text).grants(), None, "{text}");
    }
}

#[test]
fn a_sum_is_typed_in_wan_and_kept_in_yuan() {
    const FUNDS: &str = "fund.central";
    let visit = || Visit::of("yantai-2020-operation", "funding", FUNDS);
    for (text, yuan, shown) in [
        ("1200", "12000000", "1200"),
        ("1,200.5", "12005000", "1200.5"),
        ("１２００．５ 万元", "12005000", "1200.5"),
        ("1200万", "12000000", "1200"),
        ("0.05", "500", "0.05"),
        ("500元", "500", "0.05"),
        ("300，000元", "300000", "30"),
        ("一千万", "10000000", "1000"),
        ("0.5 元", "0.5", "0.00005"),
        ("0", "0", "0"),
    ] {
        let visit = visit().types_for(FUNDS, text);
        let pack = visit.packs.iter().find(|pack| pack.file.id == "yantai-2020-operation").expect("the pack");
        let value = Value::Number(yuan.parse().expect("a number"));
        assert_eq!(visit.session.filing.answers.get(FUNDS), Some(&value), "{text}");
        assert_eq!(editable(pack.fact(FUNDS).expect("the fact"), &value), shown, "{text}");
    }
    for text in
        ["1200\t800", "1200,5", "1.200,50", "1200万万", "1200元万", "万元", "-1", "0.000000001", "99999999999", "1.2亿"]
    {
        assert_eq!(visit().types_for(FUNDS, text).session.filing.answers.get(FUNDS), None, "{text}");
    }
}

#[test]
fn what_is_not_asked_any_more_holds_nobody_up_and_is_kept() {
    let doubling = |value: bool| Msg::Answered { fact: "agency.doubling".into(), value: Value::Bool(value) };
    let visit = Visit::begin().does(doubling(true)).types_for("agency.doubling_grants", "x");
    let page = visit.session.page;
    let visit = visit.does(Msg::Continued);
    assert_eq!(visit.session.page, page, "as long as it is asked it has to be mended");
    let visit = visit.does(doubling(false)).does(Msg::Continued);
    assert_eq!(visit.session.page.stage(), Stage::Conclusion);
    assert_eq!(visit.session.filing.typed.get("agency.doubling_grants").map(String::as_str), Some("x"));
}

#[test]
fn characters_that_cannot_be_seen_are_left_out_of_every_text_and_that_is_said() {
    const HIDDEN: &str = "某\u{200b}园\u{ad}区\u{2060}\u{202e}\u{feff}\u{e0061}";
    let visit = Visit::begin().types("\u{202e}12\u{200f}8");
    assert_eq!(visit.grants(), Some(&count(128)));
    assert_eq!(visit.effects, [Effect::Save, Effect::SayCleaned]);
    let texts = [
        Msg::FieldTyped { field: Field::Name, text: HIDDEN.into() },
        Msg::NarrativeTyped { section: "overview".into(), text: HIDDEN.into() },
        Msg::EvidenceTyped { fact: GRANTS.into(), text: HIDDEN.into() },
        Msg::Typed { fact: "zone.boundary_east".into(), text: HIDDEN.into() },
        Msg::FilingNamed { key: visit.session.filing.key, name: HIDDEN.into() },
    ];
    let visit = texts.into_iter().fold(visit, |visit, msg| {
        let visit = visit.does(msg);
        assert!(visit.effects.contains(&Effect::SayCleaned));
        visit
    });
    let filing = &visit.session.filing;
    let narrative = filing.entry().and_then(|entry| entry.narratives.get("overview"));
    let texts = [filing.applicant.get(&Field::Name), narrative, filing.evidence.get(GRANTS)];
    for text in texts.into_iter().chain([filing.typed.get("zone.boundary_east"), Some(&filing.name)]) {
        assert_eq!(text.map(String::as_str), Some("某园区"));
    }
    assert_eq!(visit.types("128").effects, [Effect::Save], "what is plain is nothing to speak of");
}

#[test]
fn a_control_character_parts_what_it_stands_between() {
    for text in ["12\r13", "12\u{b}13", "12\u{1f}13"] {
        let visit = Visit::begin().types(text);
        assert_eq!((visit.grants(), visit.shown()), (None, Some("12 13")), "{text:?}");
    }
}

#[test]
fn a_text_that_is_too_long_is_kept_whole_and_is_an_answer() {
    const EAST: &str = "zone.boundary_east";
    let long = "界".repeat(TEXT_LIMIT + 35);
    let visit = Visit::of("cnipa-2023-zone", "demonstration", EAST).types_for(EAST, &long);
    let visit = visit.does(Msg::FieldLeft { name: EAST.into() });
    assert_eq!(visit.session.filing.answers.get(EAST), Some(&Value::Text(long.clone())));
    let pack = visit.packs.iter().find(|pack| pack.file.id == "cnipa-2023-zone").expect("the pack");
    let error = TypedError::TooLong { by: 35, limit: TEXT_LIMIT };
    assert_eq!(visit.session.filing.error(pack, EAST), Some(error));
    let restored = read(&to_text(&visit.session), &visit.packs).expect("readable").session;
    assert_eq!(restored.filing.answers.get(EAST), Some(&Value::Text(long)));
}

#[test]
fn a_draft_with_texts_that_are_too_long_holds() {
    let long = "长".repeat(50_000);
    let visit = Visit::begin()
        .does(Msg::FieldTyped { field: Field::Name, text: long.clone() })
        .does(Msg::NarrativeTyped { section: "custody-results".into(), text: long.clone() })
        .does(Msg::EvidenceTyped { fact: GRANTS.into(), text: long });
    let filing = &visit.session.filing;
    let track = filing.track(&visit.packs).expect("the track");
    let inputs = filing.inputs(track, Lang::Zh);
    let text = to_file(&build(track, &inputs).json);
    let report = verify(&text, |id| visit.packs.iter().find(|pack| pack.file.id == id)).expect("readable");
    assert!(report.holds(), "{:?}", report.differences);
}

#[test]
fn a_field_about_the_applicant_shows_its_normal_form_once_it_is_left() {
    for (field, typed, shown) in [
        (Field::CreditCode, "91350100 m000100y43", "91350100M000100Y43"),
        (Field::Mobile, "+86 138-1234-5678", "13812345678"),
        (Field::Landline, "（0533）2771234转801", "0533-2771234-801"),
        (Field::Landline, "4001234567", "400-123-4567"),
        (Field::Email, "name＠qq.com", "name@qq.com"),
        (Field::Email, "name@qq.com；", "name@qq.com；"),
        (Field::Name, " 某园区 ", "某园区"),
    ] {
        let visit = Visit::begin().does(Msg::FieldTyped { field, text: typed.into() });
        let text = |visit: &Visit| visit.session.filing.applicant.get(&field).cloned();
        assert_eq!(text(&visit).as_deref(), Some(typed), "nothing moves while somebody types");
        let visit = visit.does(Msg::FieldLeft { name: field.id().into() });
        assert_eq!(text(&visit).as_deref(), Some(shown));
    }
}

#[test]
fn the_steps_lead_on_in_the_same_way_as_continue() {
    for on in [Msg::Continued, Msg::StepChosen(Page::Conclusion)] {
        let visit = Visit::begin().types("1.5");
        let page = visit.session.page;
        let visit = visit.does(on.clone());
        assert_eq!(
            (visit.session.page, visit.effects.as_slice()),
            (page, [Effect::Save, Effect::ShowErrors].as_slice())
        );
        let visit = visit.does(on);
        assert_eq!(visit.session.page, Page::Conclusion, "who goes on all the same is not held up");
        assert_eq!(visit.shown(), Some("1.5"));
    }
    let back = Visit::begin().types("1.5").does(Msg::StepChosen(Page::Notice));
    assert_eq!(back.session.page, Page::Notice, "nobody is asked on the way back");
    let dossier = Visit::begin().does(Msg::PageOpened(Page::Dossier));
    let wrong = Msg::FieldTyped { field: Field::Email, text: "mailto:a@b.cn".into() };
    for on in [Msg::Continued, Msg::StepChosen(Page::Finish)] {
        let visit = Visit { packs: dossier.packs.clone(), session: dossier.session.clone(), effects: Vec::new() };
        let visit = visit.does(wrong.clone()).does(on.clone());
        assert_eq!(visit.session.page, Page::Dossier);
        assert_eq!(visit.does(on).session.page, Page::Finish);
    }
}

#[test]
fn a_check_character_that_does_not_fit_holds_nobody_up() {
    let code = Msg::FieldTyped { field: Field::CreditCode, text: "91350203M0001QKT19".into() };
    let visit = Visit::begin().does(Msg::PageOpened(Page::Dossier)).does(code).does(Msg::Continued);
    assert_eq!(visit.session.page, Page::Finish);
}

#[test]
fn continue_waits_until_errors_are_mended() {
    let visit = Visit::begin().types("1.5");
    let page = visit.session.page;
    let visit = visit.does(Msg::Continued);
    assert_eq!((visit.session.page, visit.effects.as_slice()), (page, [Effect::Save, Effect::ShowErrors].as_slice()));
    assert!(visit.session.filing.left.contains(GRANTS), "the error shows at its field too");
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
    assert_eq!((visit.grants(), visit.session.filing.is_settled(GRANTS)), (None, true));
    let visit = visit.types("7");
    assert!(!visit.session.filing.unsure.contains(GRANTS));
}

#[test]
fn an_answer_taken_back_leaves_the_question_open() {
    let taken_back = || Msg::TookBack { fact: GRANTS.into() };
    for visit in [Visit::begin().types("128"), Visit::begin().does(Msg::SaidUnsure { fact: GRANTS.into() })] {
        let visit = visit.does(taken_back());
        assert_eq!((visit.grants(), visit.shown(), visit.session.filing.is_settled(GRANTS)), (None, None, false));
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
    let read = read(&to_text(&visit.session), &visit.packs).expect("readable");
    assert_eq!(read, Read { session: visit.session, is_earlier: false });
}

#[test]
fn without_its_pack_a_session_starts_over() {
    let visit = Visit::begin();
    let text = to_text(&visit.session);
    let session = read(&text, &[]).expect("readable").session;
    assert_eq!((session.page, session.filing.answers), (Page::Start, Answers::default()));
    assert_eq!(session.filing.entries, visit.session.filing.entries, "it can be gone on with once the pack is back");
}

mod what_if {
    use super::*;

    const IN_ZONE: &str = "agency.in_zone";

    impl Visit {
        /// On the conclusion, with 128 grants and an agency outside the zone.
        fn concludes() -> Self {
            Self::begin().types("128").leaves().says(false).does(Msg::PageOpened(Page::Conclusion))
        }

        fn says(self, in_zone: bool) -> Self {
            self.does(Msg::Answered { fact: IN_ZONE.into(), value: Value::Bool(in_zone) })
        }

        fn ends(self, keep: bool) -> Self {
            self.does(Msg::TrialEnded { keep })
        }

        fn in_zone(&self) -> Option<&Value> {
            self.session.filing.answers.get(IN_ZONE)
        }

        fn tried(&self) -> Vec<String> {
            self.session.tried().into_iter().collect()
        }

        /// What would be there after a reload.
        fn reloaded(&self) -> Session {
            read(&to_text(&self.session), &self.packs).expect("readable").session
        }

        fn has_kept(&self, in_zone: bool) -> bool {
            self.reloaded().filing.answers.get(IN_ZONE) == Some(&Value::Bool(in_zone))
        }
    }

    #[test]
    fn an_answer_on_the_conclusion_counts_at_once_and_is_kept_only_when_the_trial_ends_so() {
        let visit = Visit::concludes().says(true);
        assert_eq!(visit.in_zone(), Some(&Value::Bool(true)));
        assert_eq!(visit.tried(), [IN_ZONE]);
        assert!(visit.has_kept(false));
        let visit = visit.ends(true);
        assert_eq!((visit.tried(), visit.session.before_what_if.is_some()), (Vec::new(), false));
        assert!(visit.has_kept(true));
    }

    #[test]
    fn a_trial_that_is_given_up_leaves_no_trace() {
        let before = Visit::concludes();
        let kept = before.session.clone();
        let visit = before
            .says(true)
            .does(Msg::Tried(vec![(GRANTS.into(), count(201)), ("agency.cases_won".into(), count(6))]))
            .does(Msg::SaidUnsure { fact: "agency.pledge_loans".into() })
            .does(Msg::Typed { fact: "agency.new_attorneys".into(), text: "1x".into() })
            .does(Msg::TookBack { fact: IN_ZONE.into() });
        assert_eq!(visit.tried().len(), 5);
        assert_eq!(visit.reloaded(), kept);
        assert_eq!(visit.ends(false).session, kept);
    }

    #[test]
    fn only_answers_on_the_conclusion_are_tried_out() {
        for msg in [
            Msg::FieldTyped { field: Field::Name, text: "a name".into() },
            Msg::EvidenceTyped { fact: GRANTS.into(), text: "a paper".into() },
            Msg::ReadingChosen { reading: "zibo.once".into(), case: "one_measure".into() },
            Msg::AsOfChosen("2021-01-01".parse().expect("a day")),
            Msg::FieldLeft { name: GRANTS.into() },
            Msg::LangChosen(Lang::En),
        ] {
            let visit = Visit::concludes().does(msg);
            assert!(visit.session.before_what_if.is_none());
            assert_eq!(visit.reloaded(), visit.session);
        }
        let elsewhere = Visit::concludes().does(Msg::WentBack).says(true);
        assert!(elsewhere.session.before_what_if.is_none());
        assert!(elsewhere.has_kept(true));
    }

    #[test]
    fn what_is_no_trial_is_kept_at_once_and_survives_giving_it_up() {
        let visit = Visit::concludes()
            .says(true)
            .does(Msg::ReadingChosen { reading: "zibo.once".into(), case: "one_measure".into() })
            .does(Msg::FieldTyped { field: Field::Name, text: "a name".into() });
        let holds = |session: &Session| {
            let Session { filing, .. } = session;
            filing.readings.get("zibo.once").map(String::as_str) == Some("one_measure")
                && filing.applicant.get(&Field::Name).map(String::as_str) == Some("a name")
        };
        assert!(holds(&visit.reloaded()) && visit.has_kept(false));
        let visit = visit.ends(false);
        assert!(holds(&visit.session));
        assert_eq!(visit.in_zone(), Some(&Value::Bool(false)));
    }

    #[test]
    fn one_fact_can_be_put_back_and_with_the_last_the_trial_is_over() {
        let visit = Visit::concludes().says(true).types("201").leaves();
        let visit = visit.does(Msg::PutBack { fact: GRANTS.into() });
        assert_eq!((visit.grants(), visit.tried()), (Some(&count(128)), vec![IN_ZONE.to_owned()]));
        let visit = visit.does(Msg::PutBack { fact: IN_ZONE.into() });
        assert!(visit.session.before_what_if.is_none());
        assert_eq!(visit.session.loss(&Msg::Continued, &[]), None, "nothing is lost by going on");
    }

    #[test]
    fn putting_back_brings_back_what_was_no_answer() {
        let visit = Visit::begin().types("12x").leaves().does(Msg::PageOpened(Page::Conclusion));
        let kept = visit.session.clone();
        let visit = visit.types("12").does(Msg::PutBack { fact: GRANTS.into() });
        assert_eq!(visit.session, kept);
        let visit = visit.does(Msg::WentBack).does(Msg::SaidUnsure { fact: IN_ZONE.into() });
        let kept = visit.session.filing.clone();
        let visit =
            visit.does(Msg::PageOpened(Page::Conclusion)).says(true).does(Msg::PutBack { fact: IN_ZONE.into() });
        assert_eq!(visit.session.filing, kept);
    }

    #[test]
    fn a_number_typed_back_is_no_trial_once_its_field_is_left() {
        let visit = Visit::concludes().types("12").types("128");
        assert!(visit.session.before_what_if.is_some(), "it may become another number yet");
        assert_eq!(visit.tried(), Vec::<String>::new());
        assert!(visit.leaves().session.before_what_if.is_none());
    }

    #[test]
    fn leaving_gives_a_trial_up_and_can_be_undone() {
        for msg in [Msg::PageOpened(Page::Questions(0)), Msg::Continued, Msg::WentBack] {
            let trying = Visit::concludes().says(true);
            assert_eq!(trying.session.loss(&msg, &[]), Some(Loss::WhatIf));
            let lost = trying.session.clone();
            let visit = trying.does(msg);
            assert_eq!((visit.in_zone(), visit.session.before_what_if.is_some()), (Some(&Value::Bool(false)), false));
            let visit = visit.does(Msg::Restored(Box::new(lost)));
            assert_eq!((visit.in_zone(), visit.session.page), (Some(&Value::Bool(true)), Page::Conclusion));
            assert!(visit.has_kept(false), "it is still a trial");
        }
        let stays =
            Visit::concludes().says(true).does(Msg::PageOpened(Page::Conclusion)).does(Msg::LangChosen(Lang::En));
        assert_eq!(stays.tried(), [IN_ZONE]);
    }

    #[test]
    fn a_second_trial_begins_from_what_the_first_one_left() {
        let visit = Visit::concludes().says(true).ends(true).types("201").leaves();
        assert_eq!(visit.tried(), [GRANTS]);
        let visit = visit.ends(false);
        assert_eq!((visit.grants(), visit.in_zone()), (Some(&count(128)), Some(&Value::Bool(true))));
        assert!(visit.says(false).ends(false).has_kept(true));
    }

    #[test]
    fn what_is_done_with_drafts_is_done_with_what_they_keep() {
        let today = "2026-11-21".parse().expect("a day");
        let trying = || {
            Visit::concludes()
                .does(Msg::FilingCopied { key: 0, name: "before".into() })
                .does(Msg::PageOpened(Page::Conclusion))
                .says(true)
        };
        let open = trying().session.filing.key;
        let shelved = trying().session.shelf[0].key;
        for msg in [
            Msg::FilingOpened { key: shelved },
            Msg::FilingCopied { key: open, name: "copy".into() },
            Msg::FilingBrought(Box::new(trying().session.filing)),
            Msg::FilingDeleted { key: shelved, today },
            Msg::Begun { today, anew: true },
        ] {
            let visit = trying().does(msg.clone());
            assert!(visit.session.before_what_if.is_none(), "{msg:?}");
            let tried = |filing: &&Filing| filing.answers.get(IN_ZONE) == Some(&Value::Bool(true));
            assert_eq!(visit.session.shelf.iter().filter(tried).count(), 0, "{msg:?}");
        }
        let visit = trying().does(Msg::FilingDeleted { key: open, today });
        assert!(visit.reloaded().filing.is_blank(), "nothing of a deleted draft comes back");
        let visit = trying().does(Msg::FilingNamed { key: open, name: "a name".into() });
        assert_eq!((visit.reloaded().filing.name.as_str(), visit.tried().len()), ("a name", 1));
    }
}
