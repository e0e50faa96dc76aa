//! How a widget opens: with the packs it was given, those the portal names, then what was kept.

use std::sync::Arc;

use leptos::prelude::*;

use super::Store;
use crate::pack::Pack;
use crate::ui::browser::{self, Refused, ShippedPack};
use crate::ui::host_event::HostEvent;
use crate::ui::late::{Absent, Arrival, Arrive};
use crate::ui::pack_source::{self, PackSource};
use crate::ui::prefill::Prefill;
use crate::ui::session::{Msg, Session};

impl Store {
    /// Takes in the packs, brings back what was kept, and shows the first page.
    pub async fn open(self) {
        let only = self.browser.programme();
        let is_offered = |pack: &ShippedPack| only.as_ref().is_none_or(|only| *only == pack.programme);
        let (offered, others): (Vec<_>, Vec<_>) = self.browser.shipped().into_iter().partition(is_offered);
        let mut packs = Vec::new();
        self.take_shipped(offered, &mut packs).await;
        for address in self.browser.packs() {
            let fetched = browser::fetch(&address).await;
            self.take_pack(address, fetched, &mut packs).await;
        }
        if let Some(programme) = only
            && packs.is_empty()
        {
            self.misconfigured(&format!("there is no programme `{programme}`"));
            self.take_shipped(others, &mut packs).await;
        }
        self.packs.set(Arc::new(packs));
        browser::turn().await;
        self.restore().await;
    }

    async fn take_shipped(self, all: Vec<ShippedPack>, packs: &mut Vec<Pack>) {
        for shipped in all {
            browser::turn().await;
            match read(&shipped, self.arrive).await {
                Ok(pack) => packs.push(pack),
                Err(Refused(why)) => {
                    browser::warn(&format!("zhice: the pack of `{}` is of no use: {why}", shipped.programme));
                    self.browser.tell(HostEvent::Error("pack"));
                }
            }
        }
    }

    /// Brings in a pack from outside; whoever runs the portal is told where it is of no use.
    async fn take_pack(self, address: String, fetched: Result<String, Refused>, packs: &mut Vec<Pack>) {
        let only = self.browser.programme();
        let checked = match fetched {
            Ok(text) => (self.arrive)().await.map(|late| (late.check)(&text)).map_err(|Absent| cannot_be_checked()),
            Err(refused) => Err(refused),
        };
        let source = match checked {
            Ok(loaded) => pack_source::take_in(packs, address, loaded, only.as_deref()),
            Err(Refused(why)) => PackSource { address, programme: None, notes: vec![why] },
        };
        for note in &source.notes {
            browser::warn(&format!("zhice: {}: {note}", source.address));
        }
        if source.programme.is_none() {
            self.browser.tell(HostEvent::Error("pack"));
        }
        self.pack_sources.update(|all| all.push(source));
    }

    /// Goes on from what this device has kept. Comes after the packs, because an answer is read with the pack it is for.
    async fn restore(self) {
        let kept = self.packs.with_untracked(|packs| self.autosave.restore(packs));
        // The page on which a person left off may come late: then it is what this one begins with.
        if kept.as_ref().is_some_and(|session| session.page.comes_late()) {
            let arrived = (self.arrive)().await;
            self.late.set(Arrival::of(arrived));
        }
        if let Some(session) = kept {
            // The portal may have spoken while the packs were on their way.
            let prefill = self.session.with_untracked(|session| session.prefill.clone());
            self.session.set(Session { prefill, ..session });
        }
        self.ready.set(true);
        if self.session.with_untracked(Session::is_blank) {
            self.begin_with_track();
        }
        self.browser.name_page(self.session.with_untracked(|session| session.page));
        self.browser.tell(HostEvent::Ready);
        let prefill = self.session.with_untracked(|session| session.prefill.clone());
        if prefill != Prefill::default() {
            self.send(Msg::Prefilled(Box::new(prefill)));
        }
        self.file_early_receipts();
    }
}

/// The pack in a file that was shipped. Where nobody has checked it before, it is checked here.
pub async fn read(shipped: &ShippedPack, arrive: Arrive) -> Result<Pack, Refused> {
    if let Some(digest) = &shipped.digest {
        return Pack::vouched(&shipped.content, digest.clone()).map_err(|why| Refused(why.to_string()));
    }
    let late = arrive().await.map_err(|Absent| cannot_be_checked())?;
    let checked = (late.check)(&String::from_utf8_lossy(&shipped.content)).map(|loaded| loaded.pack);
    checked.map_err(|errors| Refused(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))
}

fn cannot_be_checked() -> Refused {
    Refused("it cannot be checked".to_owned())
}
