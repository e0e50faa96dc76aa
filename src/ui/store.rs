//! The session as signals: what changed is shown, saved and remembered, in one place.

use std::sync::Arc;

use leptos::prelude::*;

use super::browser;
use super::i18n::{Words, words};
use super::outlook::{Outlook, Subject, of_entry};
use super::review::Review;
use super::route::{Page, Way};
use super::saved;
use super::session::{Effect, Loss, Msg, Session, update};
use crate::engine::Case;
use crate::model::{AsOf, Lang};
use crate::pack::load::TrackRef;
use crate::pack::{Diagnostic, Pack};

/// All shared state. Copied freely; created once.
#[derive(Clone, Copy)]
pub struct Store {
    packs: RwSignal<Arc<Vec<Pack>>>,
    session: RwSignal<Session>,
    saving: RwSignal<Saving>,
    pack_faults: RwSignal<Vec<PackFault>>,
    /// What was last taken away, until something else is done.
    undo: RwSignal<Option<Undo>>,
    /// The draft from a file that is being looked at.
    review: RwSignal<Option<Arc<Review>>>,
    /// A saved text that could not be read.
    unreadable: RwSignal<Option<String>>,
    /// The unreadable text could not be moved out of the way: saving would overwrite it.
    guarded: RwSignal<bool>,
    /// The packs are here and what was kept is back: the pages can be shown.
    ready: RwSignal<bool>,
    /// Errors of the page are listed at its top.
    errors_listed: RwSignal<bool>,
    /// What is known of each entry of the draft.
    outlooks: Memo<Vec<Arc<Outlook>>>,
    /// What is known of the entry that is looked at.
    outlook: Memo<Option<Arc<Outlook>>>,
    /// The same without what is being tried out; nothing where nothing is.
    before_trial: Memo<Option<Arc<Outlook>>>,
    main: NodeRef<leptos::html::Main>,
}

/// What a message took away, and all there was before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    pub loss: Loss,
    pub session: Box<Session>,
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
        let looked_at = Memo::new(move |_| session.with(|session| Subject::of(&session.filing)));
        let outlooks = Memo::new(move |_| looked_at.with(|subject| packs.with(|packs| subject.outlooks(packs))));
        let at = Memo::new(move |_| session.with(|session| session.filing.entry().map(|entry| entry.id.clone())));
        let outlook = Memo::new(move |_| outlooks.with(|outlooks| of_entry(outlooks, at.get().as_ref())));
        let tried = Memo::new(move |_| {
            session.with(|session| {
                session.before_trial.is_some().then(|| Subject::alone(&session.kept(), session.filing.at))
            })
        });
        let before_trial = Memo::new(move |_| {
            let before = tried.with(|before| packs.with(|packs| before.as_ref().map(|before| before.outlooks(packs))));
            before.and_then(|outlooks| outlooks.into_iter().next())
        });
        Self {
            packs,
            session,
            saving: RwSignal::new(Saving::NothingYet),
            pack_faults: RwSignal::new(Vec::new()),
            undo: RwSignal::new(None),
            review: RwSignal::new(None),
            unreadable: RwSignal::new(None),
            guarded: RwSignal::new(false),
            ready: RwSignal::new(false),
            errors_listed: RwSignal::new(false),
            outlooks,
            outlook,
            before_trial,
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
        let effects = self.apply(msg);
        if effects.contains(&Effect::ShowPage) {
            browser::push_page(self.session.with_untracked(|session| session.page));
        }
    }

    /// The person went back or forward in the history: the page is shown without being remembered once more.
    pub fn return_to(self, page: Page) {
        self.apply(Msg::PageOpened(page));
    }

    /// Replays a draft that was handed in, and shows what came of it.
    pub fn look_into(self, file: String, text: &str) {
        let review = self.packs.with_untracked(|packs| Review::of(file, text, packs));
        self.review.set(Some(Arc::new(review)));
        self.send(Msg::PageOpened(Page::Review));
    }

    /// Begins with the tracks that were ticked, in a draft of their own or in the open one.
    pub fn begin(self, anew: bool) {
        self.send(Msg::Begun { today: browser::today(), anew });
    }

    pub fn delete(self, key: u32) {
        self.send(Msg::FilingDeleted { key, today: browser::today() });
    }

    pub fn wipe(self) {
        self.send(Msg::Wiped { today: browser::today() });
    }

    fn apply(self, msg: Msg) -> Vec<Effect> {
        let packs = self.packs.get_untracked();
        let loss = self.session.with_untracked(|session| session.loss(&msg));
        self.undo.set(loss.map(|loss| Undo { loss, session: Box::new(self.session.get_untracked()) }));
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
                self.packs
                    .with(|packs| session.filing.track(packs).map(|track| read(session, track)).unwrap_or_default())
            })
        })
    }

    /// Follows what the engine finds when it looks closer at the case.
    pub fn case_memo<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Case<'_>, AsOf) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.track_memo(move |session, track| {
            let choices = session.filing.choices(track.pack);
            read(&Case::new(track, &session.filing.answers, &choices), session.filing.as_of)
        })
    }

    /// Follows one aspect of the assessment.
    pub fn outlook<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Outlook) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.outlook.with(|outlook| outlook.as_deref().map(&read).unwrap_or_default()))
    }

    /// Follows one aspect of the assessments of all entries.
    pub fn outlooks<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&[Arc<Outlook>]) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.outlooks.with(|outlooks| read(outlooks)))
    }

    /// Follows one aspect of the assessment as it was before something was tried out.
    pub fn before_trial<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Outlook) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.before_trial.with(|outlook| outlook.as_deref().map(&read)))
    }

    /// Reads the session and its track once, without following them.
    pub fn look<T>(self, read: impl FnOnce(&Session, TrackRef<'_>) -> T) -> Option<T> {
        self.packs.with_untracked(|packs| {
            self.session.with_untracked(|session| session.filing.track(packs).map(|track| read(session, track)))
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

    pub const fn undo(self) -> RwSignal<Option<Undo>> {
        self.undo
    }

    pub const fn review(self) -> RwSignal<Option<Arc<Review>>> {
        self.review
    }

    /// How many pages of the kinds that vary there are.
    pub fn way(self) -> Way {
        self.session.with(|session| self.packs.with(|packs| session.way(packs)))
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
