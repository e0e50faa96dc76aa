//! Lazy loading: what comes after the first pages is sent for as soon as those can be used, before anybody asks for it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Store;
use crate::ui::filing::TrackId;
use crate::ui::handed_in::{HandedIn, NamedFile};
use crate::ui::host_event::HostEvent;
use crate::ui::late::{Absent, Arrival, Parts};
use crate::ui::route::Page;
use crate::ui::session::Msg;

impl Store {
    /// Sends for it, and again whenever a person wants to try again.
    pub fn mind_late(self) {
        let wanted = Memo::new(move |_| self.ready.get() && self.late.with(Arrival::is_under_way));
        Effect::new(move |_| {
            if wanted.get() {
                self.send_for_late();
            }
        });
    }

    /// Sends for it; where a page was asked for meanwhile, that page is shown then.
    fn send_for_late(self) {
        spawn_local_scoped_with_cancellation(async move {
            let arrived = Arrival::of((self.parts.late)().await);
            let is_awaited = self.late.with_untracked(|late| matches!(late, Arrival::Awaited));
            let is_here = arrived.here().is_some();
            self.late.set(arrived);
            // What did not come is said in the place of the page, and not waited for until the person asks again.
            if is_awaited && is_here {
                self.show_page();
            }
        });
    }

    /// Sends for it once more.
    pub fn send_again(self) {
        let waits = self.session.with_untracked(|session| session.page.comes_late());
        self.late.set(if waits { Arrival::Awaited } else { Arrival::UnderWay });
    }

    /// Puts the focus on the page that was opened, and tells the host of it: once it is there.
    pub(super) fn show_page(self) {
        let (page, entry) =
            self.session.with_untracked(|session| (session.page, session.filing.entry().map(|entry| entry.id.clone())));
        if page.comes_late() && self.late.with_untracked(|late| late.here().is_none()) {
            return self.late.set(Arrival::Awaited);
        }
        self.browser.show_page(page);
        if let Some(TrackId { programme, track }) = entry.filter(|_| page == Page::Conclusion) {
            self.browser.tell(HostEvent::Result(&programme, &track));
        }
    }

    /// Replays the files that were handed in, and shows what came of it: once what replays them is there.
    pub async fn look_into(self, files: Vec<NamedFile>) -> Result<(), Absent> {
        let late = (self.parts.late)().await?;
        self.fetch(self.absent_of(HandedIn::programmes(&files))).await?;
        let found = self.packs.with_untracked(|packs| (late.look_into)(files, packs, self.lang()));
        self.handed_in.set(Some(Arc::new(found)));
        self.send(Msg::PageOpened(Page::Review));
        Ok(())
    }

    pub const fn late(self) -> RwSignal<Arrival> {
        self.late
    }

    pub const fn parts(self) -> &'static Parts {
        self.parts
    }
}
