//! The session as signals: what changed is shown, saved and remembered, in one place.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::browser;
use super::i18n::{Words, words};
use super::route::Page;
use super::saved;
use super::session::{Effect, Msg, Session, update};
use crate::engine::{Assessment, Case, agenda, assess_case};
use crate::model::Lang;
use crate::pack::load::TrackRef;
use crate::pack::{Diagnostic, Pack};

/// All shared state. Copied freely; created once.
#[derive(Clone, Copy)]
pub struct Store {
    packs: RwSignal<Arc<Vec<Pack>>>,
    session: RwSignal<Session>,
    saving: RwSignal<Saving>,
    pack_faults: RwSignal<Vec<PackFault>>,
    /// What was last wiped, for undo.
    wiped: RwSignal<Option<Box<Session>>>,
    /// A saved text that could not be read.
    unreadable: RwSignal<Option<String>>,
    /// The unreadable text could not be moved out of the way: saving would overwrite it.
    guarded: RwSignal<bool>,
    /// The packs are here and what was kept is back: the pages can be shown.
    ready: RwSignal<bool>,
    /// Errors of the page are listed at its top.
    errors_listed: RwSignal<bool>,
    outlook: Memo<Option<Arc<Outlook>>>,
    main: NodeRef<leptos::html::Main>,
}

/// What the engine says of the session as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    pub assessment: Assessment,
    /// Facts that are known to apply.
    pub asked: BTreeSet<String>,
}

/// Whether what was entered is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    NothingYet,
    Saved,
    Refused,
}

/// A pack from outside that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    pub address: String,
    pub lines: Vec<String>,
}

impl Store {
    /// Starts with the built-in packs and nothing entered.
    pub fn new(lang: Lang, main: NodeRef<leptos::html::Main>) -> Self {
        let session = RwSignal::new(Session::new(browser::today(), lang));
        let packs = RwSignal::new(Arc::new(crate::pack::builtin::all()));
        let outlook = Memo::new(move |_| session.with(|session| packs.with(|packs| outlook(session, packs))));
        Self {
            packs,
            session,
            saving: RwSignal::new(Saving::NothingYet),
            pack_faults: RwSignal::new(Vec::new()),
            wiped: RwSignal::new(None),
            unreadable: RwSignal::new(None),
            guarded: RwSignal::new(false),
            ready: RwSignal::new(false),
            errors_listed: RwSignal::new(false),
            outlook,
            main,
        }
    }

    /// The store of the widget this component stands in.
    pub fn get() -> Self {
        expect_context()
    }

    /// Goes on from what this device has kept. Comes after the packs, because an answer is read with the pack it is for.
    pub fn restore(self) {
        self.unreadable.set(browser::load_set_aside());
        match browser::load() {
            Ok(None) => {}
            Ok(Some(text)) => match self.packs.with_untracked(|packs| saved::from_text(&text, packs)) {
                Ok(session) => {
                    self.session.set(session);
                    self.saving.set(Saving::Saved);
                }
                Err(why) => {
                    browser::warn(&format!("zhice: the saved session cannot be read: {why}"));
                    if browser::set_aside(&text).is_err() {
                        self.guarded.set(true);
                        self.saving.set(Saving::Refused);
                    }
                    self.unreadable.set(Some(text));
                }
            },
            Err(_) => self.saving.set(Saving::Refused),
        }
        browser::name_page(self.session.with_untracked(|session| session.page));
        self.ready.set(true);
    }

    /// Something was done: the session changes, then the browser does what follows.
    pub fn send(self, msg: Msg) {
        let undo = matches!(msg, Msg::Wiped { .. }).then(|| Box::new(self.session.get_untracked()));
        let effects = self.apply(msg);
        self.wiped.set(undo);
        if effects.contains(&Effect::ShowPage) {
            browser::push_page(self.session.with_untracked(|session| session.page));
        }
    }

    /// The person went back or forward in the history: the page is shown without being remembered once more.
    pub fn return_to(self, page: Page) {
        self.apply(Msg::PageOpened(page));
    }

    pub fn wipe(self) {
        self.send(Msg::Wiped { today: browser::today() });
    }

    fn apply(self, msg: Msg) -> Vec<Effect> {
        let packs = self.packs.get_untracked();
        let effects = self.session.try_update(|session| update(session, msg, &packs)).unwrap_or_default();
        for effect in &effects {
            self.carry_out(*effect);
        }
        effects
    }

    fn carry_out(self, effect: Effect) {
        match effect {
            // What was kept is not back yet, and must not be overwritten.
            Effect::Save if !self.ready.get_untracked() => {}
            // The page says that nothing is kept, and offers the old text.
            Effect::Save if self.guarded.get_untracked() => {}
            Effect::Save => {
                let saved = browser::save(&self.session.with_untracked(saved::to_text));
                self.saving.set(if saved.is_ok() { Saving::Saved } else { Saving::Refused });
            }
            Effect::Forget => {
                let forgotten = browser::forget();
                self.saving.set(if forgotten.is_ok() { Saving::NothingYet } else { Saving::Refused });
                self.unreadable.set(None);
                if forgotten.is_ok() {
                    self.guarded.set(false);
                }
            }
            Effect::ShowPage => {
                self.errors_listed.set(false);
                let main = self.main;
                browser::after_render(move || {
                    if let Some(main) = main.get_untracked() {
                        browser::focus_heading(&main);
                    }
                });
            }
            Effect::ShowErrors => {
                self.errors_listed.set(true);
                browser::after_render(|| browser::focus_id("error-summary"));
            }
        }
    }

    /// Brings in a pack from outside; one with the id of another takes its place.
    pub fn take_pack(self, address: &str, loaded: Result<Pack, Vec<Diagnostic>>) {
        match loaded {
            Ok(pack) => self.packs.update(|packs| {
                let packs = Arc::make_mut(packs);
                packs.retain(|known| known.file.id != pack.file.id);
                packs.push(pack);
            }),
            Err(diagnostics) => self.report_pack(address, diagnostics.iter().map(ToString::to_string).collect()),
        }
    }

    /// A pack from outside is of no use; whoever runs the portal is told why.
    pub fn report_pack(self, address: &str, lines: Vec<String>) {
        for line in &lines {
            browser::warn(&format!("zhice: {address}: {line}"));
        }
        self.pack_faults.update(|faults| faults.push(PackFault { address: address.to_owned(), lines }));
    }

    /// The language, without following its changes: a page is made anew when it changes.
    pub fn lang(self) -> Lang {
        self.session.with_untracked(|session| session.lang)
    }

    pub fn words(self) -> &'static Words {
        words(self.lang())
    }

    /// Follows one aspect of the session.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Session) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.session.with(&read))
    }

    /// Follows one aspect of the session together with its track.
    pub fn track_memo<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Session, TrackRef<'_>) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            self.session.with(|session| {
                self.packs.with(|packs| session.track(packs).map(|track| read(session, track)).unwrap_or_default())
            })
        })
    }

    /// Follows one aspect of the assessment.
    pub fn outlook<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Outlook) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.outlook.with(|outlook| outlook.as_deref().map(&read).unwrap_or_default()))
    }

    /// Reads the session and its track once, without following them.
    pub fn look<T>(self, read: impl FnOnce(&Session, TrackRef<'_>) -> T) -> Option<T> {
        self.packs.with_untracked(|packs| {
            self.session.with_untracked(|session| session.track(packs).map(|track| read(session, track)))
        })
    }

    pub const fn packs(self) -> RwSignal<Arc<Vec<Pack>>> {
        self.packs
    }

    pub const fn session(self) -> RwSignal<Session> {
        self.session
    }

    pub const fn saving(self) -> RwSignal<Saving> {
        self.saving
    }

    pub const fn pack_faults(self) -> RwSignal<Vec<PackFault>> {
        self.pack_faults
    }

    pub const fn wiped(self) -> RwSignal<Option<Box<Session>>> {
        self.wiped
    }

    pub const fn unreadable(self) -> RwSignal<Option<String>> {
        self.unreadable
    }

    pub const fn ready(self) -> RwSignal<bool> {
        self.ready
    }

    pub const fn errors_listed(self) -> RwSignal<bool> {
        self.errors_listed
    }
}

fn outlook(session: &Session, packs: &[Pack]) -> Option<Arc<Outlook>> {
    let track = session.track(packs)?;
    let choices = session.choices(track.pack);
    let case = Case::new(track, &session.answers, &choices);
    Some(Arc::new(Outlook { assessment: assess_case(&case, session.as_of), asked: agenda::asked(&case) }))
}
