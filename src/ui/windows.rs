//! A conflict of two windows on the same drafts: whether they differ, and what each would lose to the other. Nothing is ever merged.

use std::collections::BTreeMap;

use super::filing::Filing;
use super::saved::{self, Unread};
use super::session::{Msg, Session, update};
use crate::model::Grow;
use crate::pack::Pack;

/// What a person has to decide before this window saves again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The drafts were changed elsewhere. Some may have been changed here too.
    Changed { changed_here: bool },
    /// Everything on this device was cleared elsewhere.
    Cleared,
    /// What stands there now cannot be read.
    Unreadable(Unread),
}

/// The three states of the drafts that matter when two windows differ.
#[derive(Clone, Copy)]
pub struct Windows<'a> {
    /// As they stand in this window.
    pub here: &'a Session,
    /// What this window last read or wrote.
    pub before: Option<&'a str>,
    /// What is kept now.
    pub there: &'a str,
    pub packs: &'a [Pack],
}

impl Windows<'_> {
    /// What has to be asked. The page, the language and the size of type are each window's own; only drafts count.
    pub fn question(self) -> Option<Question> {
        if self.before == Some(self.there) {
            return None;
        }
        match saved::read(self.there, self.packs) {
            Err(why) => Some(Question::Unreadable(why)),
            Ok(there) if contents(&there.session) == contents(self.here) => None,
            Ok(there) => Some(Question::Changed { changed_here: !self.lost(self.here, &there.session).is_empty() }),
        }
    }

    /// The drafts of there for this window, with a copy of each that was changed here.
    pub fn taking_theirs(self, name_copy: impl Fn(&Filing) -> String) -> Option<Session> {
        let there = saved::read(self.there, self.packs).ok()?.session;
        let copies = named(self.lost(self.here, &there), name_copy);
        let page = if there.filing.key == self.here.filing.key { self.here.page } else { there.page };
        let mut session = Session { lang: self.here.lang, large: self.here.large, page, ..there };
        session.take_incoming(self.here);
        update(&mut session, Msg::FilingsShelved(copies), self.packs);
        Some(session)
    }

    /// Copies of the drafts that were changed there, for when those of here take their place.
    pub fn keeping_ours(self, name_copy: impl Fn(&Filing) -> String) -> Vec<Filing> {
        let there = saved::read(self.there, self.packs);
        there.map(|there| named(self.lost(&there.session, self.here), name_copy)).unwrap_or_default()
    }

    /// The drafts of one side that were changed since both were the same, and that the other does not have.
    fn lost(self, side: &Session, other: &Session) -> Vec<Filing> {
        let before = self.before.and_then(|before| saved::read(before, self.packs).ok());
        let before = before.map(|before| contents(&before.session)).unwrap_or_default();
        let (side_has, other_has) = (side.drafts(), contents(other));
        side_has
            .filter(|draft| {
                let content = draft.content();
                before.get(&draft.key) != Some(&content) && !other_has.values().any(|has| *has == content)
            })
            .collect()
    }
}

/// What each draft holds.
fn contents(session: &Session) -> BTreeMap<u32, Filing> {
    session.drafts().map(|draft| (draft.key, draft.content())).grown()
}

fn named(drafts: Vec<Filing>, name: impl Fn(&Filing) -> String) -> Vec<Filing> {
    drafts.into_iter().map(|draft| Filing { name: name(&draft), ..draft }).collect()
}
