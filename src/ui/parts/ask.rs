//! The way from a result to the question behind it.

use crate::ui::route::Page;
use crate::ui::session::Msg;
use crate::ui::store::Store;

/// Opens the page that asks for a fact, at its question.
pub fn ask(store: Store, fact: &str) {
    let page = store.look_at_all(|session, packs| session.filing.page_of(fact, packs));
    let is_recorded = || store.look(|_, of| of.track.record.iter().any(|recorded| recorded == fact));
    let page = match page {
        Some(page) => Page::Questions(page),
        None if is_recorded() == Some(true) => Page::Dossier,
        None => return,
    };
    store.send(Msg::PageOpened(page));
    store.browser().focus_when_shown(format!("fact-{fact}"));
}
