//! Several drafts on one device, and several programmes in one draft, without a browser.

#![expect(clippy::expect_used, reason = "a test without its pack has nothing to go on with")]

use zhice::draft::Field;
use zhice::model::{AsOf, Lang, Value};
use zhice::pack::{Listing, Pack, builtin};
use zhice::ui::filing::TrackId;
use zhice::ui::review::{Refusal, Review};
use zhice::ui::route::{Page, Stage};
use zhice::ui::saved::{read, to_text};
use zhice::ui::session::{Loss, Msg, Session, update};

struct Desk {
    packs: Vec<Pack>,
    session: Session,
}

fn today() -> AsOf {
    "2026-11-21".parse().expect("a day")
}

fn zone() -> TrackId {
    TrackId::new("zibo-2020-zone", "zone")
}

fn other_zone() -> TrackId {
    TrackId::new("zhejiang-2018-zone", "zone")
}

impl Desk {
    fn empty() -> Self {
        Self { packs: builtin::all(), session: Session::new(today(), Lang::Zh) }
    }

    fn does(mut self, msg: Msg) -> Self {
        update(&mut self.session, msg, &self.packs);
        self
    }

    fn begins(self, tracks: &[TrackId], anew: bool) -> Self {
        let pick = |desk: Self, id: &TrackId| desk.does(Msg::TrackPicked { id: id.clone(), picked: true });
        tracks.iter().fold(self, pick).does(Msg::Begun { today: today(), anew })
    }

    fn says(self, fact: &str, value: Value) -> Self {
        self.does(Msg::Answered { fact: fact.into(), value })
    }

    fn asked(&self) -> Vec<String> {
        self.session.filing.topic_pages(&self.packs).into_iter().flat_map(|page| page.facts).collect()
    }

    fn keys(&self) -> Vec<u32> {
        [&self.session.filing].into_iter().chain(&self.session.shelf).map(|filing| filing.key).collect()
    }
}

#[test]
fn a_fact_of_several_programmes_is_asked_once() {
    let desk = Desk::empty().begins(&[zone(), other_zone()], true);
    let mut asked = desk.asked();
    let all = asked.len();
    asked.sort();
    asked.dedup();
    assert_eq!(asked.len(), all);
    let alone = |id: TrackId| Desk::empty().begins(&[id], true).asked();
    let mut of_each: Vec<String> = alone(zone()).into_iter().chain(alone(other_zone())).collect();
    let together = of_each.len();
    of_each.sort();
    of_each.dedup();
    assert_eq!(asked, of_each, "nothing is left out");
    assert!(together > all, "the two programmes share facts");
}

#[test]
fn a_page_of_questions_looks_at_the_programme_that_asks_it() {
    let desk = Desk::empty().begins(&[zone(), other_zone()], true);
    let pages = desk.session.filing.topic_pages(&desk.packs);
    for (at, page) in pages.into_iter().enumerate() {
        let desk = Desk::empty().begins(&[zone(), other_zone()], true).does(Msg::PageOpened(Page::Questions(at)));
        assert_eq!(desk.session.filing.at, page.entry);
    }
}

#[test]
fn several_programmes_lead_to_their_comparison() {
    let mut desk = Desk::empty().begins(&[zone(), other_zone()], true).does(Msg::PageOpened(Page::Questions(0)));
    while desk.session.page.stage() == Stage::Questions {
        desk = desk.does(Msg::Continued);
    }
    assert_eq!(desk.session.page, Page::Comparison);
    let desk = desk.does(Msg::EntryOpened { at: 1, page: Page::Conclusion }).does(Msg::WentBack);
    assert_eq!(desk.session.page, Page::Comparison);
    let desk = desk.does(Msg::EntryRemoved { at: 0 });
    assert_eq!(desk.session.filing.entries.len(), 1);
    let desk = desk.does(Msg::EntryRemoved { at: 0 });
    assert_eq!(desk.session.filing.entries.len(), 1, "the last one stays");
}

#[test]
fn a_programme_added_to_a_draft_shares_its_answers_and_not_its_papers() {
    let written = Msg::NarrativeTyped { section: "overview".into(), text: "甲".into() };
    let desk = Desk::empty()
        .begins(&[zone()], true)
        .says("zone.plan", Value::Bool(true))
        .does(Msg::FieldTyped { field: Field::Name, text: "某园区".into() })
        .does(written)
        .does(Msg::EvidenceTyped { fact: "zone.plan".into(), text: "规划文本".into() })
        .begins(&[other_zone(), zone()], false);
    let filing = &desk.session.filing;
    assert_eq!(filing.entries.len(), 2, "what is there already is not added again");
    assert_eq!(filing.track(&desk.packs).map(|track| track.pack.file.id.clone()), Some("zhejiang-2018-zone".into()));
    assert_eq!(filing.answers.get("zone.plan"), Some(&Value::Bool(true)));
    assert_eq!(filing.dossier().field(Field::Name), "某园区");
    assert!(filing.dossier().narratives.is_empty());
    let track = filing.track(&desk.packs).expect("the track that was added");
    assert!(filing.inputs(track, Lang::Zh).dossier.evidence.is_empty(), "it does not ask for `zone.plan`");
    let desk = desk.does(Msg::EntryOpened { at: 0, page: Page::Dossier });
    assert_eq!(desk.session.filing.dossier().narratives.get("overview").map(String::as_str), Some("甲"));
}

#[test]
fn a_new_draft_puts_the_open_one_on_the_shelf() {
    let desk = Desk::empty().begins(&[zone()], true).says("zone.plan", Value::Bool(true)).begins(&[other_zone()], true);
    assert!(desk.session.filing.answers.is_empty());
    let shelved = desk.session.shelf.first().expect("a draft").key;
    let desk = desk.does(Msg::FilingOpened { key: shelved });
    assert_eq!(desk.session.filing.answers.get("zone.plan"), Some(&Value::Bool(true)));
    assert_eq!(desk.session.page.stage(), Stage::Questions, "on with what is still open");
    assert_eq!(desk.session.shelf.len(), 1);
}

#[test]
fn every_draft_has_a_key_of_its_own() {
    let desk = Desk::empty().begins(&[zone()], true);
    let key = desk.session.filing.key;
    let desk = desk
        .does(Msg::FilingCopied { key, name: "乙".into() })
        .begins(&[other_zone()], true)
        .does(Msg::FilingDeleted { key, today: today() })
        .does(Msg::FilingCopied { key: key + 1, name: "丙".into() });
    let mut keys = desk.keys();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), desk.keys().len());
}

#[test]
fn a_copy_goes_its_own_way() {
    let desk = Desk::empty().begins(&[zone()], true).says("zone.plan", Value::Bool(true));
    let key = desk.session.filing.key;
    let desk = desk.does(Msg::FilingCopied { key, name: "乙".into() }).says("zone.plan", Value::Bool(false));
    let copy = desk.session.shelf.first().expect("the copy");
    assert_eq!((copy.name.as_str(), copy.answers.get("zone.plan")), ("乙", Some(&Value::Bool(true))));
}

#[test]
fn a_deleted_draft_is_gone_and_says_so() {
    let desk = Desk::empty().begins(&[zone()], true).begins(&[other_zone()], true);
    let [open, shelved] = [desk.session.filing.key, desk.session.shelf.first().expect("a draft").key];
    let delete = |key| Msg::FilingDeleted { key, today: today() };
    assert_eq!(desk.session.loss(&delete(open), &desk.packs), Some(Loss::Filing));
    let desk = desk.does(delete(open));
    assert!(desk.session.filing.is_blank());
    let desk = desk.does(delete(shelved));
    assert!(desk.session.is_blank());
}

#[test]
fn all_drafts_are_kept() {
    let desk = Desk::empty()
        .begins(&[zone(), other_zone()], true)
        .does(Msg::NarrativeTyped { section: "overview".into(), text: "甲".into() })
        .begins(&[TrackId::new("zibo-2020-zone", "agency")], true)
        .says("agency.in_zone", Value::Bool(true));
    let key = desk.session.filing.key;
    let desk = desk.does(Msg::FilingNamed { key, name: "机构".into() });
    let read = read(&to_text(&desk.session), &desk.packs).expect("readable");
    assert_eq!(read.session, desk.session);
}

#[test]
fn a_draft_goes_by_its_name_its_applicant_or_what_it_is_for() {
    let desk = Desk::empty().begins(&[zone(), other_zone()], true);
    let title = |desk: &Desk| {
        let programmes: Vec<Listing> = desk.packs.iter().map(Listing::of).collect();
        desk.session.filing.title(&programmes, Lang::Zh)
    };
    assert!(title(&desk).ends_with("等 2 项"), "{}", title(&desk));
    let desk = desk.does(Msg::FieldTyped { field: Field::Name, text: "某园区".into() });
    assert_eq!(title(&desk), "某园区");
    let key = desk.session.filing.key;
    let desk = desk.does(Msg::FilingNamed { key, name: "初稿".into() });
    assert_eq!(title(&desk), "初稿");
}

#[test]
fn what_is_no_draft_is_refused_with_its_reason() {
    let packs = builtin::all();
    for (text, why) in [("", "nothing in it"), ("{\"format\":\"zhice.draft/9\"}", "zhice.draft/9"), ("[]", "/format")] {
        let Err(Refusal::Draft(error)) = Review::of("x.json".into(), text.as_bytes(), &packs).outcome else {
            panic!("{text} is no draft");
        };
        assert!(error.to_string().contains(why), "{error}");
    }
}

fn national() -> TrackId {
    TrackId::new("cnipa-2023-zone", "pilot")
}

/// A municipal zone that holds its title, on its conclusion.
fn titled() -> Desk {
    let desk = Desk::empty().begins(&[zone()], true);
    let desk = desk.says("zone.stage", Value::Choice("recognised".into()));
    desk.does(Msg::PageOpened(Page::Conclusion))
}

#[test]
fn a_link_adds_the_other_programme_and_brings_along_what_follows() {
    let desk = titled().does(Msg::LinkFollowed { link: "national-pilot".into() });
    let filing = &desk.session.filing;
    assert_eq!(filing.entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>(), [zone(), national()]);
    assert_eq!(filing.answers.get("zone.origin"), Some(&Value::Choice("other_cluster".into())));
    assert!(filing.is_fact_carried("zone.origin"));
    // The first page of the other programme that still asks something.
    let page = desk.session.topic_page(&desk.packs).expect("a page of questions");
    assert_eq!((page.entry, page.facts.contains(&"zone.origin".to_owned())), (1, true));

    let kept = read(&to_text(&desk.session), &desk.packs).expect("readable");
    assert_eq!(kept.session.filing.provided, filing.provided);

    // From the first change on it is the person's, also when it is changed back to nothing.
    let desk = desk.says("zone.origin", Value::Choice("none".into()));
    assert!(!desk.session.filing.is_fact_carried("zone.origin"));
}

#[test]
fn a_link_puts_nothing_over_what_was_entered() {
    let both = Desk::empty().begins(&[zone(), national()], true);
    let both = both.says("zone.stage", Value::Choice("recognised".into()));
    let origin = Value::Choice("national_pilot".into());
    let both = both.says("zone.origin", origin.clone()).does(Msg::EntryOpened { at: 0, page: Page::Conclusion });
    let both = both.does(Msg::LinkFollowed { link: "national-pilot".into() });
    assert_eq!(both.session.filing.answers.get("zone.origin"), Some(&origin));
    assert!(!both.session.filing.is_fact_carried("zone.origin"));
    assert_eq!((both.session.filing.entries.len(), both.session.filing.at), (2, 1));
}

#[test]
fn what_is_only_tried_out_brings_nothing_along() {
    let desk = Desk::empty().begins(&[zone()], true).does(Msg::PageOpened(Page::Conclusion));
    let tried = desk.says("zone.stage", Value::Choice("recognised".into()));
    let follow = Msg::LinkFollowed { link: "national-pilot".into() };
    assert_eq!(tried.session.loss(&follow, &tried.packs), Some(Loss::WhatIf));
    let desk = tried.does(follow);
    assert_eq!(desk.session.filing.at, 1);
    assert_eq!(desk.session.filing.answers.get("zone.origin"), None);
}

#[test]
fn a_link_to_a_programme_that_is_not_here_leads_nowhere() {
    let mut desk = titled();
    desk.packs.retain(|pack| pack.file.id != "cnipa-2023-zone");
    let before = desk.session.filing.clone();
    let desk = desk.does(Msg::LinkFollowed { link: "national-pilot".into() });
    assert_eq!(desk.session.filing, before);
}

#[test]
fn what_was_typed_and_cannot_be_read_is_on_the_paper_and_in_no_file() {
    const GRANTS: &str = "agency.invention_grants";
    let desk = Desk::empty().begins(&[TrackId::new("zibo-2020-zone", "agency")], true);
    let drawn_up = |desk: &Desk| {
        let draft = desk.session.filing.draft(desk.session.filing.track(&desk.packs).expect("a track"), Lang::Zh);
        let rows = draft.paper.sections.iter().find(|one| one.id == "outstanding").map(|one| one.rows.clone());
        (draft.json, rows.unwrap_or_default())
    };
    let (file, before) = drawn_up(&desk);
    let desk = desk.does(Msg::Typed { fact: GRANTS.into(), text: "12 13".into() });
    let (same_file, rows) = drawn_up(&desk);
    assert_eq!(file, same_file, "which is worked out from answers alone");
    let label = desk.packs.iter().find_map(|pack| pack.fact(GRANTS)).expect("a fact").label.zh.clone();
    let said =
        |rows: &[Vec<String>]| rows.iter().filter(|row| row[0] == label).map(|row| row[1].clone()).collect::<Vec<_>>();
    assert_eq!(said(&before), ["尚未填写，可能影响结果"]);
    assert_eq!(said(&rows), ["已填“12 13”，未能识别"]);
}
