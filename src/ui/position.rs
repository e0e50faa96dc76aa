//! A position: where a person is, and how it is shown to them. No answer changes it.

use super::entry::TrackId;
use super::route::Page;
use super::session::Session;
use crate::model::Lang;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    pub lang: Lang,
    /// 长辈模式.
    pub large: bool,
    pub page: Page,
    /// What the open draft is for.
    pub entries: Vec<TrackId>,
    /// The entry that is looked at.
    pub at: usize,
    /// Tracks ticked on the first page.
    pub picked: Vec<TrackId>,
    /// Other answers are being tried out.
    pub is_trying: bool,
}

impl Position {
    pub fn of(session: &Session) -> Self {
        let Session { lang, large, page, filing, picked, before_what_if, .. } = session;
        Self {
            lang: *lang,
            large: *large,
            page: *page,
            entries: filing.tracks(),
            at: filing.at,
            picked: picked.clone(),
            is_trying: before_what_if.is_some(),
        }
    }

    /// The entry that is looked at.
    pub fn entry(&self) -> Option<&TrackId> {
        self.entries.get(self.at)
    }
}
