//! How a widget opens: the packs it needs, those the portal names, then what was kept.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Store;
use crate::pack::Pack;
use crate::ui::browser::{self, Refused, ShippedPack};
use crate::ui::host_event::HostEvent;
use crate::ui::late::{Arrive, Late};
use crate::ui::pack_source::{self, PackSource};

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Packs are on their way.
    UnderWay,
    /// A pack did not come, or is not the one that was shipped. It is tried again when the person asks for it.
    Failed,
    /// The packs are here and what was kept is back: the pages can be shown.
    Done,
}

impl Store {
    /// Brings in what is needed and shows the first page; again from where it failed.
    pub fn open(self) {
        spawn_local_scoped_with_cancellation(async move {
            if !self.bring_in(&self.offered()).await {
                return;
            }
            for address in self.browser.packs() {
                if self.pack_sources.with_untracked(|known| known.iter().all(|one| one.address != address)) {
                    let fetched = browser::fetch(&address).await;
                    let Ok(late) = (self.arrive)().await else { return self.opening.set(Opening::Failed) };
                    self.take_pack(address, fetched, late);
                }
            }
            if let Some(programme) = self.browser.programme()
                && self.packs.with_untracked(|packs| packs.is_empty())
            {
                self.misconfigured(&format!("there is no programme `{programme}`"));
                if !self.bring_in(&self.browser.shipped_programmes()).await {
                    return;
                }
            }
            self.restore();
        });
    }

    /// The programmes an applicant may choose from: all there are, or the one the host asks for.
    fn offered(self) -> Vec<String> {
        let mut all = self.browser.shipped_programmes();
        if let Some(only) = self.browser.programme() {
            all.retain(|programme| *programme == only);
        }
        all
    }

    /// Takes in the packs of these programmes that are not here yet; says whether all of them are.
    async fn bring_in(self, programmes: &[String]) -> bool {
        let missing: Vec<String> = self.packs.with_untracked(|packs| {
            let is_missing = |id: &&String| packs.iter().all(|pack| pack.file.id != **id);
            programmes.iter().filter(is_missing).cloned().collect()
        });
        let mut packs = Vec::new();
        let mut is_whole = true;
        for shipped in self.browser.fetch_shipped(&missing) {
            let programme = shipped.programme.clone();
            match read(shipped, self.arrive).await {
                Ok(pack) => packs.push(pack),
                Err(Refused(why)) => {
                    browser::warn(&format!("zhice: the pack of `{programme}` is not here: {why}"));
                    is_whole = false;
                }
            }
        }
        let place = |pack: &Pack| programmes.iter().position(|id| *id == pack.file.id);
        self.packs.update(|all| {
            let all = Arc::make_mut(all);
            all.extend(packs);
            all.sort_by_key(place);
        });
        if !is_whole {
            self.opening.set(Opening::Failed);
        }
        is_whole
    }

    /// Brings in a pack from outside; whoever runs the portal is told where it is of no use.
    fn take_pack(self, address: String, fetched: Result<String, Refused>, late: Late) {
        let only = self.browser.programme();
        let source = match fetched {
            Ok(text) => self.packs.try_update(|packs| {
                pack_source::take_in(Arc::make_mut(packs), address, (late.check)(&text), only.as_deref())
            }),
            Err(Refused(why)) => Some(PackSource { address, programme: None, notes: vec![why] }),
        };
        let Some(source) = source else { return };
        for note in &source.notes {
            browser::warn(&format!("zhice: {}: {note}", source.address));
        }
        if source.programme.is_none() {
            self.browser.tell(HostEvent::Error("pack"));
        }
        self.pack_sources.update(|all| all.push(source));
    }
}

/// The pack in a text that was shipped. Where nobody has checked it before, it is checked here.
async fn read(shipped: ShippedPack, arrive: Arrive) -> Result<Pack, Refused> {
    let digest = shipped.digest.clone();
    let text = shipped.text().await?;
    let pack = if let Some(digest) = digest {
        Pack::vouched(&text, digest).map_err(|error| vec![error])
    } else {
        let late = arrive().await.map_err(|_| Refused("it cannot be checked".to_owned()))?;
        (late.check)(&text).map(|loaded| loaded.pack)
    };
    pack.map_err(|errors| Refused(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))
}
