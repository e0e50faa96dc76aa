//! What comes after the first page: sent for as soon as that can be used, before anybody asks for it.

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Store;
use crate::ui::filing::TrackId;
use crate::ui::host_event::HostEvent;
use crate::ui::late::Arrival;
use crate::ui::route::Page;

impl Store {
    /// Sends for it; where a page was asked for meanwhile, that page is shown then.
    pub fn send_for_late(self) {
        spawn_local_scoped_with_cancellation(async move {
            let arrived = (self.arrive)().await;
            let is_awaited = self.late.with_untracked(|late| matches!(late, Arrival::Awaited));
            self.late.set(arrived.map_or(Arrival::Failed, Arrival::Here));
            if is_awaited {
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

    pub const fn late(self) -> RwSignal<Arrival> {
        self.late
    }
}
