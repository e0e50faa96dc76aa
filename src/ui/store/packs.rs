//! Packs on demand: the index says what there is, and a pack is fetched once somebody chooses its programme.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Store;
use super::offer::{Waiting, Wanted};
use crate::model::Lang;
use crate::pack::listing::{self, FEW};
use crate::pack::{Listing, Pack};
use crate::ui::browser::{self, Refused, ShippedPack};
use crate::ui::host_event::HostEvent;
use crate::ui::i18n::packs;
use crate::ui::late::{Absent, Parts};
use crate::ui::pack_source::PackSource;
use crate::ui::prefill::Prefill;
use crate::ui::session::{Msg, Session};
use crate::ui::wanted;

impl Store {
    /// What there is to choose from; without an index, of all packs.
    pub(super) async fn take_index(self) {
        let index = self.browser.index().await.map(|bytes| listing::from_bytes(&bytes));
        match index {
            Ok(Ok(index)) => self.programmes().set(Arc::new(index)),
            _ => _ = self.take_shipped("").await,
        }
    }

    /// Fetches packs and takes them in, those that are not here yet.
    pub(super) async fn fetch(self, programmes: BTreeSet<String>) -> Result<(), Absent> {
        for programme in programmes {
            if self.has_pack(&programme) == Some(false) {
                self.take_shipped(&programme).await?;
                self.has_pack(&programme).filter(|is_here| *is_here).ok_or(Absent)?;
            }
        }
        Ok(())
    }

    pub(super) async fn take_shipped(self, programme: &str) -> Result<(), Absent> {
        let shipped = self.browser.shipped(programme).await.map_err(|Refused(why)| {
            browser::warn(&format!("zhice: the pack of `{programme}` did not come: {why}"));
            Absent
        })?;
        let mut taken = Ok(());
        for shipped in shipped {
            browser::turn().await;
            match read(&shipped, self.parts).await {
                Ok(pack) => self.take_in(pack),
                Err(Refused(why)) => {
                    browser::warn(&format!("zhice: the pack of `{}` is of no use: {why}", shipped.programme));
                    self.browser.tell(HostEvent::Error("pack"));
                    taken = Err(Absent);
                }
            }
        }
        taken
    }

    /// Whether the pack of a programme is here; `None` once the widget is taken down.
    fn has_pack(self, programme: &str) -> Option<bool> {
        self.packs.try_with_untracked(|packs| packs.iter().any(|pack| pack.file.id == programme))
    }

    /// A pack is here: what was entered for it can be read.
    fn take_in(self, pack: Pack) {
        if self.has_pack(&pack.file.id) != Some(false) {
            return;
        }
        if self.programmes().with_untracked(|all| all.iter().all(|known| known.id != pack.file.id)) {
            self.programmes().update(|all| Arc::make_mut(all).push(Listing::of(&pack)));
        }
        self.packs.update(|packs| Arc::make_mut(packs).push(pack));
        if self.session.with_untracked(Session::has_unplaced) {
            let packs = self.packs.get_untracked();
            self.change(|session| session.place(&packs));
        }
    }

    /// The packs that have to be here before a message is carried out, and are not.
    pub(super) fn absent(self, msg: &Msg) -> BTreeSet<String> {
        self.absent_of(self.look_at_all(|session, packs| session.wanted(msg, packs)))
    }

    /// Those of these programmes that there are, and whose packs are not here.
    pub(super) fn absent_of(self, mut wanted: BTreeSet<String>) -> BTreeSet<String> {
        self.programmes().with_untracked(|all| wanted.retain(|id| all.iter().any(|known| known.id == *id)));
        self.packs.with_untracked(|packs| wanted.retain(|id| packs.iter().all(|pack| pack.file.id != *id)));
        wanted
    }

    /// The programmes of the draft that was open when this device kept it.
    pub(super) fn kept_programmes(self) -> BTreeSet<String> {
        let text = self.browser.load().ok().flatten();
        text.map(|text| wanted::named_in(&text)).unwrap_or_default()
    }

    /// What this device has kept, read with the packs that are here. A draft may hold entries of a programme it is no
    /// longer for: they are read too where all packs are on their way in any case.
    pub(super) async fn read_kept(self) -> Option<Session> {
        let mut kept = self.packs.with_untracked(|packs| self.autosave.restore(packs))?;
        let filing = &kept.filing;
        let unread = |packs: &[Pack]| [filing.unread_answers(packs), filing.unread_choices(packs)].concat();
        if self.packs.with_untracked(|packs| !unread(packs).is_empty()) {
            // What does not come is named as unread.
            _ = self.fetch(self.absent_of(self.few())).await;
            self.packs.try_with_untracked(|packs| kept.place(packs))?;
        }
        Some(kept)
    }

    /// All programmes, where they are few: their packs are on their way in any case.
    fn few(self) -> BTreeSet<String> {
        let ids = |all: &Arc<Vec<Listing>>| all.iter().map(|one| one.id.clone()).collect();
        self.programmes().with_untracked(|all| if all.len() > FEW { BTreeSet::new() } else { ids(all) })
    }

    /// Fills in what the portal knows. Which of it is of use is seen with all packs, where they are few.
    pub fn prefill_with(self, prefill: Prefill) {
        let absent = self.absent_of(self.few());
        if absent.is_empty() {
            return self.send(Msg::Prefilled(Box::new(prefill)));
        }
        self.change(|session| session.prefill = prefill);
        spawn_local(async move {
            // What does not come is of no use to it.
            _ = self.fetch(absent).await;
            // What the portal said last.
            if let Some(prefill) = self.session.try_with_untracked(|session| session.prefill.clone()) {
                self.send(Msg::Prefilled(Box::new(prefill)));
            }
        });
    }

    /// Fetches packs for something, then does it, unless something else was done meanwhile.
    pub(super) fn wait_for(self, wanted: Wanted, programmes: BTreeSet<String>) {
        let waiting = Waiting { wanted, has_failed: false };
        self.waiting().set(Some(waiting.clone()));
        spawn_local(async move {
            let fetched = self.fetch(programmes).await;
            // None once the widget is taken down.
            let offer = self.offer.try_get_value();
            if offer.and_then(|offer| offer.waiting.get_untracked()).as_ref() != Some(&waiting) {
                return;
            }
            match fetched {
                Ok(()) => {
                    self.waiting().set(None);
                    self.go_on_with(waiting.wanted);
                }
                Err(Absent) => self.waiting().set(Some(Waiting { has_failed: true, ..waiting })),
            }
        });
    }

    /// Begins to fetch a pack that will be wanted if the person goes on so. Whether it came is seen then.
    pub(super) fn fetch_ahead(self, programme: String) {
        spawn_local(async move { _ = self.fetch([programme].into()).await });
    }

    fn go_on_with(self, wanted: Wanted) {
        match wanted {
            Wanted::Act(msg) => self.send(*msg),
            Wanted::Kept => spawn_local(self.restore()),
            Wanted::Returned => self.return_to_kept(),
            Wanted::Theirs => self.take_theirs(),
        }
    }

    /// The person wants to try again what packs did not come for.
    pub fn fetch_again(self) {
        if let Some(Waiting { wanted, .. }) = self.waiting().get_untracked() {
            self.waiting().set(None);
            self.go_on_with(wanted);
        }
    }

    pub fn waiting(self) -> RwSignal<Option<Waiting>> {
        self.offer.with_value(|offer| offer.waiting)
    }

    pub fn programmes(self) -> RwSignal<Arc<Vec<Listing>>> {
        self.offer.with_value(|offer| offer.programmes)
    }

    pub fn pack_sources(self) -> RwSignal<Vec<PackSource>> {
        self.offer.with_value(|offer| offer.sources)
    }
}

/// The pack in a file that was shipped; nothing where nobody has checked it before.
pub fn vouched(shipped: &ShippedPack) -> Option<Result<Pack, Refused>> {
    let digest = shipped.digest.clone()?;
    Some(Pack::vouched(&shipped.content, digest).map_err(|why| Refused(why.to_string())))
}

/// The same. Where nobody has checked it before, it is checked here.
pub async fn read(shipped: &ShippedPack, parts: &Parts) -> Result<Pack, Refused> {
    if let Some(pack) = vouched(shipped) {
        return pack;
    }
    let check = (parts.checker)().await.map_err(|Absent| Refused(packs::unchecked().en))?;
    let checked = check(&String::from_utf8_lossy(&shipped.content)).map(|loaded| loaded.pack);
    checked.map_err(|errors| Refused(errors.iter().map(|one| one.said(Lang::En)).collect::<Vec<_>>().join("; ")))
}
