//! How a widget opens: with the packs it was given, those the portal names, then what was kept.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Store, Wanted};
use crate::pack::{Listing, Pack};
use crate::ui::browser;
use crate::ui::host_event::HostEvent;
use crate::ui::i18n::packs;
use crate::ui::late::{Absent, Arrival};
use crate::ui::pack_source::{self, Check, PackSource};
use crate::ui::prefill::Prefill;
use crate::ui::session::Session;

impl Store {
    /// Takes in what there is to choose from, brings back what was kept, and shows the first page.
    pub async fn open(self) {
        match self.browser.programme() {
            // Whoever runs the portal is told of a pack that is of no use, and another may serve.
            Some(only) => _ = self.take_shipped(&only).await,
            None => self.take_index().await,
        }
        for address in self.browser.packs() {
            self.take_pack(address).await;
        }
        self.go_on().await;
    }

    /// Shows the first page. The only programme that is offered may be that of a pack nobody could check: that is waited
    /// for.
    async fn go_on(self) {
        if let Some(programme) = self.browser.programme()
            && self.packs.with_untracked(|packs| packs.is_empty())
        {
            if untrack(|| self.is_any(Check::Absent)) {
                return;
            }
            self.misconfigured(&format!("there is no programme `{programme}`"));
            self.take_index().await;
        }
        browser::turn().await;
        self.restore().await;
    }

    /// Brings in a pack from outside; whoever runs the portal is told where it is of no use.
    async fn take_pack(self, address: String) {
        let checked = match browser::fetch(&address).await {
            Ok(text) => match browser::within_patience((self.parts.checker)()).await {
                Some(Ok(check)) => Ok(check(&text)),
                Some(Err(Absent)) | None => Err((packs::unchecked(), Check::Absent)),
            },
            Err(why) => Err((packs::unfetched(&why), Check::Done)),
        };
        // None once the widget is taken down.
        let Some(mut packs) = self.packs.try_get_untracked().map(|packs| packs.to_vec()) else { return };
        let source = match checked {
            Ok(loaded) => {
                let source = pack_source::take_in(&mut packs, address, loaded, self.browser.programme().as_deref());
                self.programmes().update(|all| list_last(Arc::make_mut(all), &packs, source.programme.as_ref()));
                self.packs.set(Arc::new(packs));
                source
            }
            Err((why, check)) => PackSource::unused(address, why, check),
        };
        for note in &source.notes {
            browser::warn(&format!("zhice: {}: {}", source.address, note.en));
        }
        if source.programme.is_none() {
            self.browser.tell(HostEvent::Error("pack"));
        }
        self.pack_sources().update(|all| {
            all.retain(|known| known.address != source.address);
            all.push(source);
        });
    }

    /// The person wants the packs checked that could not be. What was entered is read anew with those that serve now.
    pub fn check_again(self) {
        let mut again = Vec::new();
        self.pack_sources().update(|all| {
            for source in all.iter_mut().filter(|source| source.check == Check::Absent) {
                source.check = Check::UnderWay;
                again.push(source.address.clone());
            }
        });
        spawn_local(async move {
            for address in again {
                self.take_pack(address).await;
            }
            match self.ready.try_get_untracked() {
                Some(true) => _ = self.packs.with_untracked(|packs| self.change(|session| session.reread(packs))),
                Some(false) => self.go_on().await,
                None => {}
            }
        });
    }

    /// Whether the check of some pack from outside stands so.
    pub fn is_any(self, check: Check) -> bool {
        self.pack_sources().with(|all| all.iter().any(|source| source.check == check))
    }

    /// Goes on from what this device has kept. Comes after the packs, because an answer is read with the pack it is for.
    pub(super) async fn restore(self) {
        let absent = self.absent_of(self.kept_programmes());
        if !absent.is_empty() {
            return self.wait_for(Wanted::Kept, absent);
        }
        let kept = self.read_kept().await;
        // The page on which a person left off may come late: then it is what this one begins with.
        if kept.as_ref().is_some_and(|session| session.page.comes_late()) {
            let arrived = (self.parts.late)().await;
            self.late.set(Arrival::of(arrived));
        }
        if let Some(session) = kept {
            // The portal may have spoken while the packs were on their way.
            self.change(|now| *now = Session { prefill: std::mem::take(&mut now.prefill), ..session });
        }
        self.ready.set(true);
        if self.session.with_untracked(Session::is_blank) {
            self.begin_with_track();
        }
        self.browser.name_page(self.session.with_untracked(|session| session.page));
        self.browser.tell(HostEvent::Ready);
        let prefill = self.session.with_untracked(|session| session.prefill.clone());
        if prefill != Prefill::default() {
            self.prefill_with(prefill);
        }
        self.file_early_receipts();
    }
}

/// A pack that was brought in stands in the index in place of the one that was shipped, behind all others.
fn list_last(programmes: &mut Vec<Listing>, packs: &[Pack], brought: Option<&String>) {
    let pack = packs.iter().find(|pack| Some(&pack.file.id) == brought);
    if let Some(listing) = pack.map(Listing::of) {
        programmes.retain(|known| known.id != listing.id);
        programmes.push(listing);
    }
}
