//! Going on to another programme, with what follows for it. Pure.

use super::filing::{Filing, TrackId};
use super::route::Page;
use crate::engine::Case;
use crate::model::{Lang, Value};
use crate::pack::Pack;
use crate::pack::link::Carried;
use crate::report::LinkRow;

impl Filing {
    /// Applies for the track a link leads to. What follows for it is filled in where nobody has answered, and marked.
    pub(super) fn follow(&mut self, link: &str, packs: &[Pack]) {
        let Some(link) = self.link(link, packs) else { return };
        let id = TrackId { programme: link.programme, track: link.track };
        let Some(track) = id.find(packs) else { return };
        self.apply_for(id);
        for Carried { fact, option } in link.carries {
            let is_known = track.pack.fact(&fact).is_some_and(|fact| fact.option(&option).is_some());
            if is_known && !self.given().any(|given| given == fact) {
                self.provided.carried.insert(fact.clone(), option.clone());
                self.answer(fact, Value::Choice(option));
            }
        }
    }

    /// The programme that a link leads to.
    pub(super) fn target(&self, link: &str, packs: &[Pack]) -> Option<String> {
        self.link(link, packs).map(|link| link.programme)
    }

    /// A link of the entry that is looked at, as the answers have it.
    fn link(&self, id: &str, packs: &[Pack]) -> Option<LinkRow> {
        let track = self.track(packs)?;
        let choices = self.choices(track.pack);
        // Whatever the language: only what it carries is wanted.
        let rows = LinkRow::all(&Case::on(self.as_of, track, &self.answers, &choices), Lang::Zh);
        rows.into_iter().find(|link| link.id == id)
    }

    /// The answer to a fact is the one a link brought along.
    pub fn is_fact_carried(&self, fact: &str) -> bool {
        let carried = self.provided.carried.get(fact);
        carried.is_some_and(|option| self.answers.get(fact) == Some(&Value::Choice(option.clone())))
    }

    /// The first page that asks for the entry that is looked at; where others have asked everything, what came of it.
    pub(super) fn first_page(&self, packs: &[Pack]) -> Page {
        let at = self.topic_pages(packs).iter().position(|page| page.entry == self.at);
        at.map_or(Page::Conclusion, Page::Questions)
    }
}
