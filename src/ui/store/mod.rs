//! The session as signals: what changed is shown, saved and remembered, in one place.

mod follow;
mod late;
mod offer;
mod opening;
pub mod packs;
mod shared;
mod windows;

use std::sync::Arc;

use leptos::prelude::*;

use self::offer::Offer;
pub use self::offer::Wanted;
use self::shared::Shared;

use crate::model::Lang;
use crate::pack::Pack;
use crate::ui::autosave::Autosave;
use crate::ui::browser::{self, Browser, Refused, SetAside};
use crate::ui::filing::TrackId;
use crate::ui::handed_in::HandedIn;
use crate::ui::handoff::Receipt;
use crate::ui::host_event::HostEvent;
use crate::ui::i18n::{StartWords, Words, start_words, words};
use crate::ui::late::{Arrival, Parts};
use crate::ui::position::Position;
use crate::ui::route::{Page, Route};
use crate::ui::session::{Effect, Loss, Msg, Session, update};

/// All shared state. Copied freely; created once.
#[derive(Clone, Copy)]
pub struct Store {
    offer: StoredValue<Offer>,
    /// The packs that are here.
    packs: RwSignal<Arc<Vec<Pack>>>,
    session: ReadSignal<Session>,
    /// Only `change` writes.
    set_session: WriteSignal<Session>,
    autosave: Autosave,
    /// What was last taken away, until something else is done.
    undo: RwSignal<Option<Undo>>,
    /// What was handed in and is being looked at.
    handed_in: RwSignal<Option<Arc<HandedIn>>>,
    /// The packs are here and what was kept is back: the pages can be shown.
    ready: RwSignal<bool>,
    /// What comes after the first pages.
    late: RwSignal<Arrival>,
    parts: &'static Parts,
    /// Receipts that came before what was kept was back.
    early_receipts: StoredValue<Vec<Receipt>>,
    /// A newer version of the page waits for the next visit.
    newer_version: RwSignal<bool>,
    /// Errors of the page are listed at its top.
    errors_listed: RwSignal<bool>,
    /// The control whose text lost characters that cannot be seen. Told once, until another page is shown.
    cleaned: RwSignal<Cleaned>,
    shared: StoredValue<Shared>,
    browser: Browser,
}

/// Whether it was said that characters that cannot be seen are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cleaned {
    NotYet,
    /// It is being said, at this control.
    At(String),
    Said,
}

/// What a message took away, and all there was before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    pub loss: Loss,
    pub session: Box<Session>,
    pub set_aside: Vec<SetAside>,
}

impl Store {
    /// Starts with no pack and nothing entered.
    pub fn new(browser: Browser, parts: &'static Parts) -> Self {
        let (session, set_session) = signal(Session::new(browser::today(), browser.lang()));
        let packs = RwSignal::new(Arc::<Vec<Pack>>::default());
        let late = RwSignal::new(Arrival::UnderWay);
        Self {
            offer: StoredValue::new(Offer::new()),
            packs,
            session,
            set_session,
            autosave: Autosave::new(browser),
            undo: RwSignal::new(None),
            handed_in: RwSignal::new(None),
            ready: RwSignal::new(false),
            late,
            parts,
            early_receipts: StoredValue::new(Vec::new()),
            newer_version: RwSignal::new(false),
            errors_listed: RwSignal::new(false),
            cleaned: RwSignal::new(Cleaned::NotYet),
            shared: StoredValue::new(Shared::of(session, packs, late)),
            browser,
        }
    }

    /// The store of the widget this component stands in.
    pub fn get() -> Self {
        expect_context()
    }

    /// Begins with the track the host asks for; without one the applicant chooses.
    fn begin_with_track(self) {
        let (Some(programme), Some(track)) = (self.browser.programme(), self.browser.track()) else { return };
        let id = TrackId { programme, track };
        if self.packs.with_untracked(|packs| id.find(packs).is_some()) {
            let packs = self.packs.get_untracked();
            self.change(|session| {
                session.picked = vec![id];
                update(session, Msg::Begun { today: browser::today(), anew: true }, &packs);
            });
        } else {
            self.misconfigured(&format!("the programme `{}` has no track `{}`", id.programme, id.track));
        }
    }

    /// The element asks for something that is not there: whoever runs the portal is told, the applicant chooses.
    fn misconfigured(self, what: &str) {
        browser::warn(&format!("zhice: {what}"));
        self.browser.tell(HostEvent::Error("attribute"));
    }

    /// Something was done: the session changes, then the browser does what follows. Where packs are wanted for it, first
    /// they are fetched.
    pub fn send(self, msg: Msg) {
        let absent = self.absent(&msg);
        if !absent.is_empty() {
            return self.wait_for(Wanted::Act(Box::new(msg)), absent);
        }
        if let Msg::TrackPicked { id, picked: true } = &msg {
            self.fetch_ahead(id.programme.clone());
        }
        let page = || self.session.with_untracked(|session| session.page);
        let left = page();
        if self.apply(msg).contains(&Effect::ShowPage) {
            self.browser.push_page(left, page());
        }
    }

    /// The person went back or forward in the history: the page is shown without being remembered once more.
    pub fn return_to(self, page: Page) {
        self.apply(Msg::PageOpened(page));
    }

    /// Begins with the tracks that were ticked, in a draft of their own or in the open one.
    pub fn begin(self, anew: bool) {
        self.send(Msg::Begun { today: browser::today(), anew });
    }

    pub fn delete(self, key: u32) {
        self.send(Msg::FilingDeleted { key, today: browser::today() });
    }

    pub fn wipe(self) {
        self.handed_in.set(None);
        self.send(Msg::Wiped { today: browser::today() });
    }

    /// Deletes a text that could not be read.
    pub fn delete_set_aside(self, number: u32) {
        self.undo.set(Some(self.before(Loss::SetAside)));
        self.autosave.delete_set_aside(number);
    }

    /// Brings back what was last taken away.
    pub fn bring_back(self) {
        if let Some(Undo { session, set_aside, .. }) = self.undo.get_untracked() {
            self.autosave.put_back(&set_aside);
            self.send(Msg::Restored(session));
        }
    }

    fn before(self, loss: Loss) -> Undo {
        Undo {
            loss,
            session: Box::new(self.session.get_untracked()),
            set_aside: self.autosave.set_aside().get_untracked(),
        }
    }

    fn apply(self, msg: Msg) -> Vec<Effect> {
        let packs = self.packs.get_untracked();
        let loss = self.session.with_untracked(|session| session.loss(&msg, &packs));
        if loss.is_some() || self.undo.with_untracked(Option::is_some) {
            self.undo.set(loss.map(|loss| self.before(loss)));
        }
        let control = msg.control();
        let effects = self.change(|session| update(session, msg, &packs)).unwrap_or_default();
        for effect in &effects {
            self.carry_out(*effect);
        }
        if let Some(control) = control.filter(|_| effects.contains(&Effect::SayCleaned)) {
            self.say_cleaned(control);
        }
        effects
    }

    /// The one way to change the session. Nothing once the widget is taken down.
    pub fn change<T>(self, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let done = self.set_session.try_update(change)?;
        let (now, position) = (self.session.with_untracked(Position::of), self.shared().position);
        if position.with_untracked(|before| *before != now) {
            position.set(now);
        }
        Some(done)
    }

    /// Says once, at a control, that characters that cannot be seen are left out.
    pub fn say_cleaned(self, control: String) {
        self.cleaned.update(|cleaned| {
            if *cleaned == Cleaned::NotYet {
                *cleaned = Cleaned::At(control);
            }
        });
    }

    fn carry_out(self, effect: Effect) {
        match effect {
            // What was kept is not back yet, and must not be overwritten.
            Effect::Save if !self.ready.get_untracked() => {}
            Effect::Save => {
                self.packs
                    .with_untracked(|packs| self.session.with_untracked(|session| self.autosave.keep(session, packs)));
            }
            Effect::Forget => self.autosave.forget(),
            Effect::ShowPage => {
                // Whoever has gone elsewhere is not taken back.
                self.waiting().set(None);
                self.errors_listed.set(false);
                self.cleaned.update(|cleaned| {
                    if matches!(cleaned, Cleaned::At(_)) {
                        *cleaned = Cleaned::Said;
                    }
                });
                self.show_page();
            }
            Effect::ShowErrors => {
                self.errors_listed.set(true);
                self.browser.focus_when_shown("error-summary");
            }
            Effect::TellPrefilled => {
                let outcome = self.packs.with_untracked(|packs| {
                    self.session.with_untracked(|session| session.prefill.outcome(&session.filing, packs))
                });
                self.browser.tell(HostEvent::Prefilled(&outcome));
            }
            // Said at the control it concerns, which only the message knows.
            Effect::SayCleaned => {}
        }
    }

    /// The language, without following its changes: a page is made anew when it changes.
    pub fn lang(self) -> Lang {
        self.session.with_untracked(|session| session.lang)
    }

    pub fn words(self) -> Words {
        words(self.lang())
    }

    pub fn start_words(self) -> StartWords {
        start_words(self.lang())
    }

    /// Hands a file to the applicant, and lets the host know in which form the draft was taken away.
    pub fn hand_out(self, name: &str, media_type: &str, content: &[u8]) -> Result<(), Refused> {
        browser::download(name, media_type, content)?;
        let form = name.rsplit('.').next().unwrap_or_default();
        self.browser.tell(HostEvent::Export(form));
        Ok(())
    }

    pub const fn browser(self) -> Browser {
        self.browser
    }

    pub const fn packs(self) -> RwSignal<Arc<Vec<Pack>>> {
        self.packs
    }

    pub const fn session(self) -> ReadSignal<Session> {
        self.session
    }

    pub const fn autosave(self) -> Autosave {
        self.autosave
    }

    pub const fn undo(self) -> RwSignal<Option<Undo>> {
        self.undo
    }

    pub const fn handed_in(self) -> RwSignal<Option<Arc<HandedIn>>> {
        self.handed_in
    }

    /// How many pages of the kinds that vary there are.
    pub fn route(self) -> Route {
        self.session.with(|session| self.packs.with(|packs| session.route(packs)))
    }

    pub const fn ready(self) -> RwSignal<bool> {
        self.ready
    }

    pub const fn early_receipts(self) -> StoredValue<Vec<Receipt>> {
        self.early_receipts
    }

    pub const fn newer_version(self) -> RwSignal<bool> {
        self.newer_version
    }

    /// Whether it is being said at a control that its text lost characters that cannot be seen.
    pub fn is_cleaned(self, control: &str) -> bool {
        self.cleaned.with(|cleaned| matches!(cleaned, Cleaned::At(at) if at == control))
    }

    pub const fn errors_listed(self) -> RwSignal<bool> {
        self.errors_listed
    }
}
