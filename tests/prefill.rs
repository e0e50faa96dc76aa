//! What a portal fills in, and what it is told of it.

#![expect(clippy::expect_used, reason = "a test without its pack has nothing to go on with")]

use zhice::draft::Field;
use zhice::model::{AsOf, Lang, Quantity, Value};
use zhice::pack::{Pack, builtin};
use zhice::ui::filing::TrackId;
use zhice::ui::prefill::{Prefill, Prefilled};
use zhice::ui::route::Page;
use zhice::ui::saved::{read, to_text};
use zhice::ui::session::{Effect, Msg, Session, update};

const GRANTS: &str = "agency.invention_grants";
const LOGIN: &str = r#"{"facts": {"agency.invention_grants": 42},
    "applicant": {"name": "示例事务所", "mobile": "+86 138 0013 8000"}}"#;

struct Visit {
    packs: Vec<Pack>,
    session: Session,
}

fn today() -> AsOf {
    "2026-11-21".parse().expect("a day")
}

impl Visit {
    /// On the first page.
    fn start() -> Self {
        Self { packs: builtin::all(), session: Session::new(today(), Lang::Zh) }
    }

    fn begin() -> Self {
        Self::start().begins()
    }

    fn begins(self) -> Self {
        self.does(Msg::TrackPicked { id: TrackId::new("zibo-2020-zone", "agency"), picked: true })
            .does(Msg::Begun { today: today(), anew: true })
    }

    fn does(mut self, msg: Msg) -> Self {
        update(&mut self.session, msg, &self.packs);
        self
    }

    fn given(self, text: &str) -> Self {
        self.does(prefill(text))
    }

    fn types(self, field: Field, text: &str) -> Self {
        self.does(Msg::FieldTyped { field, text: text.into() })
    }

    /// Whom the prefill is about, where it was left out.
    fn withheld_from(&self) -> Option<String> {
        self.session.prefill.other_applicant(&self.session.filing)
    }

    fn outcome(&self) -> Prefilled {
        self.session.prefill.outcome(&self.session.filing, &self.packs)
    }

    fn grants(&self) -> Option<&Value> {
        self.session.filing.answers.get(GRANTS)
    }

    fn field(&self, field: Field) -> Option<&str> {
        self.session.filing.applicant.get(&field).map(String::as_str)
    }
}

fn prefill(text: &str) -> Msg {
    Msg::Prefilled(Box::new(Prefill::read(text).expect("a prefill")))
}

fn count(number: i64) -> Value {
    Value::Number(Quantity::whole(number))
}

#[test]
fn values_are_read_as_if_they_were_typed_and_marked() {
    let visit = Visit::begin().given(LOGIN);
    assert_eq!(visit.grants(), Some(&count(42)));
    assert_eq!(visit.field(Field::Mobile), Some("13800138000"));
    let filing = &visit.session.filing;
    assert!(filing.is_fact_provided(GRANTS) && filing.is_field_provided(Field::Mobile));
    assert_eq!(visit.outcome().taken, [GRANTS, "mobile", "name"]);
}

#[test]
fn what_came_before_a_track_was_chosen_is_filled_in_then() {
    let visit = Visit::start().given(LOGIN);
    assert!(visit.session.is_blank());
    assert_eq!(visit.begins().grants(), Some(&count(42)));
}

#[test]
fn the_entry_of_a_person_stands_also_when_the_portal_speaks_later() {
    let typed = [
        Msg::Typed { fact: GRANTS.into(), text: "7".into() },
        Msg::Typed { fact: GRANTS.into(), text: "about seven".into() },
        Msg::SaidUnsure { fact: GRANTS.into() },
    ];
    for msg in typed {
        let before = Visit::begin().does(msg.clone());
        let expected = before.session.filing.answers.clone();
        let after = before.given(LOGIN);
        assert_eq!(after.session.filing.answers, expected, "{msg:?}");
        assert_eq!(after.outcome().kept, [GRANTS], "{msg:?}");
    }
    let visit = Visit::begin().types(Field::Mobile, "13900139000").given(LOGIN);
    assert_eq!(visit.field(Field::Mobile), Some("13900139000"));
    assert_eq!(visit.outcome().kept, ["mobile"]);
}

#[test]
fn in_a_draft_of_another_applicant_nothing_is_filled_in_before_the_person_asks() {
    let visit = Visit::begin().types(Field::Name, "别的名称").given(LOGIN);
    assert_eq!(visit.withheld_from().as_deref(), Some("示例事务所"));
    assert_eq!((visit.grants(), visit.field(Field::Mobile)), (None, None));
    let outcome = visit.outcome();
    assert_eq!(outcome.withheld, [GRANTS, "mobile", "name"]);
    assert!(outcome.taken.is_empty() && outcome.kept.is_empty());

    let visit = visit.does(Msg::PrefillTaken);
    assert_eq!(visit.withheld_from(), None);
    assert_eq!((visit.grants(), visit.field(Field::Mobile)), (Some(&count(42)), Some("13800138000")));
    assert_eq!(visit.field(Field::Name), Some("别的名称"), "what the person entered stands");
    let outcome = visit.outcome();
    assert_eq!((outcome.taken, outcome.kept), (vec![GRANTS.into(), "mobile".into()], vec!["name".into()]));
    // The draft knows this login now.
    assert_eq!(visit.given(LOGIN).withheld_from(), None);
}

#[test]
fn the_credit_code_says_who_the_applicant_is_and_else_the_name() {
    const CODE: &str = "91350100M000100Y43";
    const OTHER: &str = "91370300MA3C0000X1";
    let login = |applicant: &str| format!("{{\"applicant\": {applicant}}}");
    let named = login(r#"{"name": "示例事务所"}"#);
    let coded = login(&format!(r#"{{"name": "示例事务所", "credit_code": "{CODE}"}}"#));
    for (field, text, login, is_other) in [
        (Field::Name, "示例事务所", &named, false),
        (Field::Name, " 示例事务所 ", &named, false),
        (Field::Name, "别的名称", &named, true),
        (Field::Name, "别的名称", &coded, true),
        (Field::CreditCode, CODE, &coded, false),
        (Field::CreditCode, OTHER, &coded, true),
        // Nothing to compare it with.
        (Field::CreditCode, OTHER, &named, false),
        (Field::CreditCode, "9137", &coded, false),
        (Field::Name, " ", &coded, false),
    ] {
        let visit = Visit::begin().types(field, text).given(login);
        assert_eq!(visit.withheld_from().is_some(), is_other, "{text}, {login}");
    }
    let renamed = Visit::begin().types(Field::CreditCode, CODE).types(Field::Name, "旧名称").given(&coded);
    assert_eq!(renamed.withheld_from(), None, "the code is the same");
}

#[test]
fn a_login_of_somebody_else_leaves_the_draft_of_the_first_alone() {
    let somebody_else = r#"{"facts": {"agency.invention_grants": 7}, "applicant": {"name": "另一家"}}"#;
    let visit = Visit::begin().given(LOGIN).given(somebody_else);
    assert_eq!((visit.grants(), visit.field(Field::Name)), (Some(&count(42)), Some("示例事务所")));
    assert_eq!(visit.withheld_from().as_deref(), Some("另一家"));
    // A draft begun now is theirs.
    assert_eq!(visit.begins().grants(), Some(&count(7)));
    // Whoever changes the name that the portal gave is still the same.
    let visit = Visit::begin().given(LOGIN).types(Field::Name, "示例事务所分所").given(LOGIN);
    assert_eq!(visit.withheld_from(), None);
    // By their own press, what was the portal's becomes theirs.
    let taken = Visit::begin().given(LOGIN).given(somebody_else).does(Msg::PrefillTaken);
    assert_eq!((taken.grants(), taken.field(Field::Name)), (Some(&count(7)), Some("另一家")));
}

#[test]
fn what_a_person_changed_or_took_back_does_not_return() {
    for msg in [Msg::TookBack { fact: GRANTS.into() }, Msg::Typed { fact: GRANTS.into(), text: String::new() }] {
        let visit = Visit::begin().given(LOGIN).does(msg).does(Msg::FieldLeft { name: GRANTS.into() }).given(LOGIN);
        assert_eq!(visit.grants(), None);
        assert!(!visit.session.filing.is_fact_provided(GRANTS));
    }
    let changed = Visit::begin().given(LOGIN).does(Msg::FieldTyped { field: Field::Name, text: String::new() });
    assert_eq!(changed.given(LOGIN).field(Field::Name), Some(""));
}

#[test]
fn a_newer_value_takes_the_place_of_the_portals_own() {
    let visit = Visit::begin().given(LOGIN).given(r#"{"facts": {"agency.invention_grants": 43}}"#);
    assert_eq!(visit.grants(), Some(&count(43)));
}

#[test]
fn characters_that_cannot_be_seen_are_left_out_wherever_they_stand() {
    let visit = Visit::begin().given(
        "{\"facts\": {\"agency.invention_grants\u{feff}\": 42}, \"applicant\": {\"name\": \"示例\u{202e}事务\\ufeff所\", \"contact\": \"张\\u0007三\\ud83d\"}}",
    );
    assert_eq!((visit.grants(), visit.field(Field::Name)), (Some(&count(42)), Some("示例事务所")));
    assert_eq!(visit.field(Field::Contact), Some("张 三"));
    assert_eq!(visit.outcome().taken, [GRANTS, "contact", "name"]);
}

#[test]
fn a_field_that_no_paper_of_the_draft_shows_is_refused() {
    let body = r#"{"applicant": {"recommending_body": "示例市知识产权局"}}"#;
    let visit = Visit::begin().given(body);
    assert_eq!(visit.field(Field::RecommendingBody), None);
    let refused: Vec<_> = visit.outcome().refused.into_iter().map(|one| (one.key, one.code)).collect();
    assert_eq!(refused, [("recommending_body".to_owned(), "not_asked")]);
    let asked = Msg::TrackPicked { id: TrackId::new("cnipa-2023-zone", "demonstration"), picked: true };
    let visit = visit.does(asked).does(Msg::Begun { today: today(), anew: false });
    assert_eq!(visit.field(Field::RecommendingBody), Some("示例市知识产权局"));
    // The draft for the programme that does not ask it has none.
    let mut filing = visit.session.filing.clone();
    for (at, is_asked) in [(0, false), (1, true)] {
        filing.at = at;
        let track = filing.track(&visit.packs).expect("a track");
        let file = filing.draft(track, Lang::Zh).json;
        assert_eq!(file.pointer("/dossier/applicant/recommending_body").is_some(), is_asked);
    }
}

#[test]
fn each_refused_key_is_named_without_its_value() {
    let visit = Visit::begin().given(
        r#"{"facts": {"agency.invention_grants": "many", "no.such": 1},
            "applicant": {"mobile": "12", "email": 5, "shoe_size": "44", "name": " "}}"#,
    );
    let outcome = visit.outcome();
    let refused: Vec<(&str, &str)> = outcome.refused.iter().map(|one| (one.key.as_str(), one.code)).collect();
    let expected = [
        (GRANTS, "value"),
        ("no.such", "unknown_fact"),
        ("email", "value"),
        ("mobile", "value"),
        ("name", "blank"),
        ("shoe_size", "unknown_field"),
    ];
    assert_eq!(refused, expected);
    assert!(outcome.taken.is_empty() && visit.grants().is_none());
    for wrong in ["[]", "{", r#"{"fact": {}}"#, r#"{"facts": []}"#] {
        assert!(Prefill::read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn what_the_portal_knows_no_more_is_in_no_later_draft() {
    let visit = Visit::begin().given(LOGIN);
    let logged_in = visit.session.clone();
    let visit = visit.given("{}");
    assert_eq!(visit.grants(), Some(&count(42)), "what stands in the open draft is the person's");
    assert_eq!(visit.outcome(), Prefilled::default());
    let next = visit.does(Msg::Restored(Box::new(logged_in))).begins();
    assert_eq!((next.grants(), next.field(Field::Name)), (None, None));
}

#[test]
fn the_mark_is_kept_and_clearing_takes_all() {
    let visit = Visit::begin().given(LOGIN);
    let back = read(&to_text(&visit.session), &visit.packs).expect("what was kept").session;
    assert!(back.filing.is_fact_provided(GRANTS) && back.filing.is_field_provided(Field::Name));
    let cleared = visit.does(Msg::Wiped { today: today() });
    assert!(cleared.session.is_blank());
    assert_eq!(cleared.begins().grants(), None);
}

#[test]
fn what_is_being_tried_out_is_not_the_only_one_to_have_it() {
    let tried = Msg::Typed { fact: "agency.cases_won".into(), text: "9".into() };
    let visit = Visit::begin().does(Msg::PageOpened(Page::Conclusion)).does(tried).given(LOGIN);
    assert_eq!(visit.does(Msg::TrialEnded { keep: false }).grants(), Some(&count(42)));
}

#[test]
fn the_portal_is_told_whenever_it_speaks() {
    let mut visit = Visit::begin();
    let effects = update(&mut visit.session, prefill(LOGIN), &visit.packs);
    assert_eq!(effects, [Effect::Save, Effect::TellPrefilled]);
}
