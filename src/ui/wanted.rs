//! The packs that an act of a person cannot do without. Pure.

use std::collections::BTreeSet;

use super::filing::{Filing, TrackId};
use super::saved;
use super::session::{Msg, Session};
use crate::model::Grow;
use crate::model::json::{self, Limits};
use crate::pack::Pack;

impl Session {
    /// The programmes whose packs have to be here before a message is carried out.
    pub fn wanted(&self, msg: &Msg, packs: &[Pack]) -> BTreeSet<String> {
        match msg {
            Msg::Begun { .. } => programmes(&self.picked),
            Msg::FilingOpened { key } => {
                self.drafts().find(|draft| draft.key == *key).map(|draft| draft.programmes()).unwrap_or_default()
            }
            Msg::LinkFollowed { link } => self.filing.target(link, packs).into_iter().grown(),
            Msg::FilingBrought(filing) | Msg::RolledUp(filing) => filing.programmes(),
            Msg::Restored(session) => session.filing.programmes(),
            _ => BTreeSet::new(),
        }
    }

    pub fn has_unplaced(&self) -> bool {
        self.drafts().any(|draft| !draft.unplaced.is_empty())
    }

    /// Gives the answers that no pack could read to those that came since.
    pub fn place(&mut self, packs: &[Pack]) {
        let filings = [&mut self.filing].into_iter().chain(&mut self.shelf).chain(self.before_what_if.as_deref_mut());
        filings.for_each(|filing| filing.place(packs));
    }
}

impl Filing {
    /// The programmes it is for.
    pub fn programmes(&self) -> BTreeSet<String> {
        programmes(self.entries.iter().map(|entry| &entry.id))
    }
}

/// The programmes that a text names: those of the open draft of a session, or that of a draft.
pub fn named_in(text: &str) -> BTreeSet<String> {
    if let Ok(read) = saved::read(text, &[]) {
        return read.session.filing.programmes();
    }
    let draft = json::read(text, Limits::SAVED).ok();
    let programme = draft.and_then(|draft| Some(draft.get("programme")?.as_str()?.to_owned()));
    programme.into_iter().grown()
}

fn programmes<'i>(ids: impl IntoIterator<Item = &'i TrackId>) -> BTreeSet<String> {
    ids.into_iter().map(|id| id.programme.clone()).grown()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AsOf, Lang, Value};
    use crate::pack::builtin;
    use crate::ui::session::update;

    fn day() -> AsOf {
        "2026-11-26".parse().unwrap()
    }

    /// A session in which the agency track was begun, with one answer.
    fn begun(packs: &[Pack]) -> Session {
        let mut session = Session::new(day(), Lang::Zh);
        session.picked = vec![TrackId::new("zibo-2020-zone", "agency")];
        for msg in [
            Msg::Begun { today: day(), anew: true },
            Msg::Answered { fact: "agency.in_zone".to_owned(), value: Value::Bool(true) },
        ] {
            update(&mut session, msg, packs);
        }
        session
    }

    #[test]
    fn what_is_begun_opened_or_gone_on_to_needs_its_pack_and_nothing_else_does() {
        let packs = builtin::all();
        let mut session = begun(&packs);
        let wanted = |session: &Session, msg: Msg| session.wanted(&msg, &packs).into_iter().collect::<Vec<_>>();
        let key = session.filing.key;
        assert_eq!(wanted(&session, Msg::FilingOpened { key }), ["zibo-2020-zone"]);
        assert_eq!(wanted(&session, Msg::Restored(Box::new(session.clone()))), ["zibo-2020-zone"]);
        assert_eq!(wanted(&session, Msg::Continued), Vec::<String>::new());
        session.picked = vec![TrackId::new("zibo-2024-city", "city"), TrackId::new("cnipa-2023-zone", "zone")];
        let both = ["cnipa-2023-zone", "zibo-2024-city"];
        assert_eq!(wanted(&session, Msg::Begun { today: day(), anew: false }), both);
    }

    #[test]
    fn a_session_and_a_draft_name_their_programmes() {
        let named = |text: &str| named_in(text).into_iter().collect::<Vec<_>>();
        assert_eq!(named(&saved::to_text(&begun(&builtin::all()))), ["zibo-2020-zone"]);
        assert_eq!(named(r#"{"format": "zhice.draft/1", "programme": "somewhere"}"#), ["somewhere"]);
        assert_eq!(named(r#"{"programme": 7}"#), Vec::<String>::new());
        assert_eq!(named("?"), Vec::<String>::new());
    }

    /// The packs of a portal may come after something was entered with those built in.
    #[test]
    fn what_was_entered_is_read_anew_with_the_packs_that_serve_now() {
        let packs = builtin::all();
        let mut session = begun(&packs);
        session.picked = vec![TrackId::new("zibo-2024-city", "city")];
        let before = session.clone();
        session.reread(&packs);
        assert_eq!(session, before);
        let without: Vec<Pack> = packs.iter().filter(|pack| pack.file.id != "zibo-2020-zone").cloned().collect();
        session.reread(&without);
        assert!(session.has_unplaced());
        session.reread(&packs);
        assert_eq!(session.filing, before.filing);
    }

    /// What is read before its pack is here, and placed once it is, is what would have been read with it.
    #[test]
    fn answers_wait_for_their_pack() {
        let packs = builtin::all();
        let text = saved::to_text(&begun(&packs));
        let with = saved::read(&text, &packs).unwrap().session;
        let mut without = saved::read(&text, &[]).unwrap().session;
        assert_eq!(without.filing.answers.iter().count(), 0);
        assert_eq!(saved::to_text(&Session { page: with.page, ..without.clone() }), text);
        without.place(&packs);
        assert_eq!(without.filing, with.filing);
    }
}
