//! What is kept of a draft that was given to the portal, and of what that answered.

#![expect(clippy::expect_used, reason = "a test without its pack has nothing to go on with")]

use zhice::model::Lang;
use zhice::pack::{Pack, builtin};
use zhice::ui::filing::TrackId;
use zhice::ui::handoff::{Answer, Handover, Receipt};
use zhice::ui::saved::{read, to_text};
use zhice::ui::session::{Msg, Session, update};

/// A draft that was handed over once.
fn handed_over() -> (Session, Vec<Pack>) {
    let (packs, today) = (builtin::all(), "2026-11-21".parse().expect("a day"));
    let mut session = Session::new(today, Lang::Zh);
    let handover =
        Handover {
            to: "在线申报系统".into(), at: "2026-11-21 09:30".into(), digest: "sha256:ab".into(), answer: None
        };
    for msg in [
        Msg::TrackPicked { id: TrackId::new("zibo-2020-zone", "agency"), picked: true },
        Msg::Begun { today, anew: true },
        Msg::HandedOver(handover),
    ] {
        update(&mut session, msg, &packs);
    }
    (session, packs)
}

fn receipt(answer: &str) -> Receipt {
    Receipt::read(&format!(r#"{{"digest": "sha256:ab", "answer": {answer}}}"#)).expect("a receipt")
}

fn answer(session: &Session) -> Option<&Answer> {
    session.filing.handovers().last().and_then(|handover| handover.answer.as_ref())
}

#[test]
fn what_was_handed_over_and_answered_is_kept_with_the_draft() {
    let (mut session, packs) = handed_over();
    assert_eq!(answer(&session), None);
    update(&mut session, Msg::ReceiptCame(receipt(r#"{"received": "2026-0001"}"#)), &packs);
    assert_eq!(answer(&session), Some(&Answer::Received("2026-0001".into())));
    let back = read(&to_text(&session), &packs).expect("what was kept").session;
    assert_eq!(back.filing, session.filing);
}

#[test]
fn an_answer_finds_its_draft_on_the_shelf() {
    let (mut session, packs) = handed_over();
    let today = session.filing.as_of;
    update(&mut session, Msg::TrackPicked { id: TrackId::new("zibo-2020-zone", "zone"), picked: true }, &packs);
    update(&mut session, Msg::Begun { today, anew: true }, &packs);
    let refused = receipt(r#"{"refused": [{"field": "name", "reason": "与登记不一致"}]}"#);
    assert!(session.expects(&refused));
    update(&mut session, Msg::ReceiptCame(refused), &packs);
    assert_eq!(answer(&session), None);
    let shelved = session.shelf.first().and_then(|filing| filing.handovers().last());
    assert!(
        matches!(shelved.and_then(|handover| handover.answer.as_ref()), Some(Answer::Refused(all)) if all.len() == 1)
    );
}

#[test]
fn a_receipt_for_another_draft_changes_nothing() {
    let (session, _) = handed_over();
    let other = Receipt::read(r#"{"digest": "sha256:cd", "answer": {"received": "1"}}"#).expect("a receipt");
    assert!(!session.expects(&other));
}

#[test]
fn characters_that_cannot_be_seen_are_left_out_of_a_receipt() {
    let found = receipt("{\"received\": \"2026\u{202e}-0001\\ufeff\"}");
    let (mut session, packs) = handed_over();
    update(&mut session, Msg::ReceiptCame(found), &packs);
    assert_eq!(answer(&session), Some(&Answer::Received("2026-0001".into())));
}

#[test]
fn a_receipt_of_another_shape_is_refused() {
    let long = format!(r#"{{"digest": "d", "answer": {{"received": "{}"}}}}"#, "9".repeat(501));
    for wrong in [
        "",
        "null",
        "{}",
        r#"{"digest": "d"}"#,
        r#"{"digest": "d", "answer": {"lost": "1"}}"#,
        r#"{"digest": "d", "answer": {"received": ""}}"#,
        r#"{"digest": "d", "answer": {"received": " \u200b"}}"#,
        r#"{"digest": "d", "answer": {"refused": []}}"#,
        r#"{"digest": "d", "answer": {"refused": [{"field": "", "reason": "a"}]}}"#,
        r#"{"digest": "d", "answer": {"refused": [{"field": "name", "reason": "\ufeff"}]}}"#,
        &long,
    ] {
        assert!(Receipt::read(wrong).is_err(), "{wrong}");
    }
}
