//! What becomes of a table between the moment it is handed in and the moment it is taken in.

use std::sync::Arc;

use super::*;
use crate::model::Lang;
use crate::model::table::{TableError, read_text};
use crate::pack::import::{Import, Matching, Source};
use crate::pack::{Column, Pack, builtin};
use crate::ui::filing::TrackId;
use crate::ui::incoming::Handed;
use crate::ui::route::Page;
use crate::ui::saved;
use crate::ui::session::{Loss, Msg, update};
use crate::ui::windows::Windows;

const LIST: &str = "agency.new_attorneys_list";

struct Visit {
    session: Session,
    packs: Vec<Pack>,
}

impl Visit {
    fn new() -> Self {
        let day = "2020-10-01".parse().unwrap();
        let mut visit = Self { session: Session::new(day, Lang::Zh), packs: builtin::all() };
        visit.session.picked = vec![TrackId::new("zibo-2020-zone", "agency")];
        visit.send(Msg::Begun { today: day, anew: false });
        visit
    }

    fn send(&mut self, msg: Msg) {
        update(&mut self.session, msg, &self.packs);
    }

    fn key(&self) -> u32 {
        self.session.filing.key
    }

    fn columns(&self) -> Vec<Column> {
        self.packs.iter().find_map(|pack| pack.fact(LIST)).unwrap().columns.clone()
    }

    fn incoming(&self) -> Incoming {
        self.session.incoming(self.key(), LIST).map(|incoming| (**incoming).clone()).unwrap_or_default()
    }

    /// The message that changes what is on its way, and what it would take away.
    fn change(&self, change: impl FnOnce(&mut Incoming)) -> Msg {
        let mut incoming = self.incoming();
        change(&mut incoming);
        Msg::TableHanded { filing: self.key(), list: LIST.to_owned(), table: Some(Arc::new(incoming)) }
    }

    fn loss(&self, msg: &Msg) -> Option<Loss> {
        self.session.loss(msg, &self.packs)
    }

    fn hand_in(&mut self, text: &str) {
        let msg = self.change(|incoming| incoming.hand_in(read_text(text), &self.columns()));
        self.send(msg);
    }

    /// Takes the table in as it is matched.
    fn take(&mut self) {
        let Handed { table, matching } = self.incoming().handed.unwrap();
        let import = Import::of(&table, &matching, &self.columns(), self.session.filing.rows(LIST));
        let mut incoming = self.incoming();
        incoming.take(Arc::new(import));
        self.send(Msg::RowsTaken { list: LIST.to_owned(), incoming: Arc::new(incoming) });
    }

    fn put_away(&self) -> Msg {
        Msg::TableHanded { filing: self.key(), list: LIST.to_owned(), table: None }
    }
}

#[test]
fn a_table_stays_through_other_pages_languages_and_drafts() {
    let mut visit = Visit::new();
    visit.hand_in("姓名\n甲\n乙");
    let (before, key) = (visit.incoming(), visit.key());
    let today = "2020-10-01".parse().unwrap();
    visit.session.picked = vec![TrackId::new("zibo-2020-zone", "zone")];
    for msg in [
        Msg::LangChosen(Lang::En),
        Msg::PageOpened(Page::Start),
        Msg::Begun { today, anew: true },
        Msg::FilingOpened { key },
        Msg::PageOpened(Page::Questions(0)),
    ] {
        visit.send(msg);
        assert_eq!(visit.session.incoming(key, LIST).map(|incoming| &**incoming), Some(&before));
        assert!(visit.session.has_incoming());
    }
    assert_eq!(visit.session.filing.key, key);
}

#[test]
fn what_arrives_late_goes_to_its_own_draft() {
    let mut visit = Visit::new();
    let late = visit.change(|incoming| incoming.pasted = "甲".to_owned());
    let key = visit.key();
    visit.session.picked = vec![TrackId::new("zibo-2020-zone", "agency")];
    visit.send(Msg::Begun { today: "2020-10-01".parse().unwrap(), anew: true });
    visit.send(late);
    assert_eq!(visit.session.incoming(key, LIST).unwrap().pasted, "甲");
    assert_ne!(visit.key(), key);
    assert_eq!(visit.session.filing.incoming.all().count(), 0);
}

#[test]
fn nothing_is_put_away_for_good() {
    let mut visit = Visit::new();
    assert_eq!(visit.loss(&visit.put_away()), None, "there is nothing yet");
    visit.send(visit.change(|incoming| incoming.pasted = "姓名".to_owned()));
    assert_eq!(visit.loss(&visit.put_away()), Some(Loss::Table));
    visit.hand_in("姓名\n甲\n乙");
    assert_eq!(visit.loss(&visit.put_away()), Some(Loss::Table));
    assert_eq!(visit.loss(&visit.change(|incoming| incoming.handed = None)), Some(Loss::Table));
    let other = |incoming: &mut Incoming| incoming.hand_in(read_text("姓名\n丙"), &visit.columns());
    assert_eq!(visit.loss(&visit.change(other)), Some(Loss::Table), "another table takes its place");
    let rematched = |incoming: &mut Incoming| incoming.handed.as_mut().unwrap().matching.head = None;
    assert_eq!(visit.loss(&visit.change(rematched)), None);
    let unread = |incoming: &mut Incoming| incoming.hand_in(Err(TableError::Empty), &visit.columns());
    assert_eq!(visit.loss(&visit.change(unread)), None, "a file that is none leaves the table");
    visit.send(visit.change(unread));
    assert!(visit.incoming().handed.is_some() && visit.incoming().failed.is_some());
}

#[test]
fn what_was_pasted_stays_as_long_as_some_of_it_is_to_be_mended() {
    for (text, stays) in [("姓名\n甲\n乙", false), ("姓名,资格证号\n甲,1\n,2", true)] {
        let mut visit = Visit::new();
        visit.send(visit.change(|incoming| incoming.pasted = text.to_owned()));
        visit.hand_in(text);
        visit.take();
        assert_eq!(visit.incoming().handed, None);
        assert_eq!(visit.session.has_incoming(), stays, "{text}");
        assert!(visit.incoming().done.is_some());
    }
}

#[test]
fn columns_are_matched_once_for_tables_with_the_same_heads() {
    let mut visit = Visit::new();
    visit.hand_in("谁,号\n甲,1");
    let mut matching = visit.incoming().handed.unwrap().matching;
    matching = Matching { head: Some(0), ..matching };
    matching.columns[0] = Some(Source { at: 0, money: None });
    visit.send(visit.change(|incoming| incoming.handed.as_mut().unwrap().matching = matching.clone()));
    visit.take();
    visit.hand_in("谁,号\n乙,2");
    assert_eq!(visit.incoming().handed.unwrap().matching, matching);
    visit.take();
    visit.hand_in("姓名,号\n丙,3");
    assert_ne!(visit.incoming().handed.unwrap().matching, matching);
}

#[test]
fn a_table_is_never_kept_and_no_difference_between_windows() {
    let mut visit = Visit::new();
    let before = saved::to_text(&visit.session);
    visit.hand_in("姓名\n甲");
    assert_eq!(saved::to_text(&visit.session), before);
    let windows = Windows { here: &visit.session, before: None, there: &before, packs: &visit.packs };
    assert_eq!(windows.question(), None);
    let taken = windows.taking_theirs(|draft| draft.name.clone()).unwrap();
    assert_eq!(taken.filing.incoming, visit.session.filing.incoming, "it is of this window");
}
