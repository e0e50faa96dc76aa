//! Autosave: what is kept on this device, and whether it is safe: saved, refused, set aside, or changed by another window.

use leptos::prelude::*;

use super::browser::{self, Browser, Refused, SetAside};
use super::i18n::autosave;
use super::saved::{self, Read};
use super::session::Session;
use super::windows::{Question, Windows};
use crate::model::Lang;
use crate::pack::Pack;

/// The id of the question that another window gave rise to.
pub const QUESTION: &str = "another-window";

/// What there is in storage, beside what is on the screen. Copied freely.
#[derive(Clone, Copy)]
pub struct Autosave {
    saving: RwSignal<Saving>,
    /// What has to be decided before anything is saved again.
    pub(super) question: RwSignal<Option<Question>>,
    /// Texts that could not be read.
    set_aside: RwSignal<Vec<SetAside>>,
    /// The draft was kept by an earlier version.
    is_earlier: RwSignal<bool>,
    /// What this window last read or wrote.
    pub(super) before: StoredValue<Option<String>>,
    browser: Browser,
}

/// Whether what was entered is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// The host wants nothing kept on this device.
    Never,
    NothingYet,
    Saved,
    /// Storage is blocked or full.
    Refused,
    /// The person has to decide something first.
    Waiting,
}

impl Autosave {
    pub fn new(browser: Browser) -> Self {
        Self {
            saving: RwSignal::new(if browser.persists() { Saving::NothingYet } else { Saving::Never }),
            question: RwSignal::new(None),
            set_aside: RwSignal::new(Vec::new()),
            is_earlier: RwSignal::new(false),
            before: StoredValue::new(None),
            browser,
        }
    }

    /// What this device has kept. A text that cannot be read is set aside.
    pub fn restore(self, packs: &[Pack]) -> Option<Session> {
        self.set_aside.set(self.browser.set_aside_texts());
        self.set_question(None);
        let Ok(text) = self.browser.load() else {
            self.say(Saving::Refused);
            return None;
        };
        self.before.set_value(text.clone());
        self.say(Saving::NothingYet);
        let text = text?;
        self.browser.remember(&text);
        match saved::read(&text, packs) {
            Ok(Read { session, is_earlier }) => {
                self.is_earlier.set(is_earlier);
                self.say(Saving::Saved);
                Some(session)
            }
            Err(why) => {
                browser::warn(&format!("zhice: the saved session cannot be read: {}", autosave::why(&why, Lang::En)));
                if self.put_aside(text).is_err() {
                    self.before.set_value(None);
                    self.set_question(Some(Question::Unreadable(why)));
                }
                None
            }
        }
    }

    /// Keeps the session, unless that would overwrite what this window does not know.
    pub fn keep(self, session: &Session, packs: &[Pack]) {
        let text = saved::to_text(session);
        self.browser.remember(&text);
        if !self.browser.persists() || self.question.get_untracked() == Some(Question::Cleared) {
            return;
        }
        let Ok(there) = self.browser.load() else { return self.say(Saving::Refused) };
        let question = there.as_deref().and_then(|there| self.question_of(session, there, packs));
        let is_free = question.is_none();
        self.set_question(question);
        if !is_free {
            return;
        }
        if self.browser.save(&text).is_ok() {
            self.before.set_value(Some(text));
            self.say(Saving::Saved);
            browser::tell_of_keeping();
        } else {
            self.say(Saving::Refused);
        }
    }

    /// Something was kept or removed elsewhere: nothing here changes, but the person is asked.
    pub(super) fn look(self, session: &Session, packs: &[Pack]) {
        let Ok(there) = self.browser.load() else { return };
        let was_asked = self.question.with_untracked(Option::is_some);
        if there == self.before.get_value() && !was_asked {
            return;
        }
        let question = match &there {
            Some(there) => self.question_of(session, there, packs),
            None => (!session.is_blank()).then_some(Question::Cleared),
        };
        let is_open = question.is_some();
        self.set_question(question);
        if is_open {
            return;
        }
        self.before.set_value(there.clone());
        match there {
            // What was entered while the question stood is not there yet.
            Some(_) if was_asked => self.keep(session, packs),
            Some(_) => self.say(Saving::Saved),
            None => self.say(Saving::NothingYet),
        }
    }

    pub fn forget(self) {
        self.set_question(None);
        self.is_earlier.set(false);
        match self.browser.forget() {
            Ok(()) => {
                self.before.set_value(None);
                self.set_aside.set(Vec::new());
                self.say(Saving::NothingYet);
            }
            Err(_) => self.say(Saving::Refused),
        }
        browser::tell_of_keeping();
    }

    pub fn delete_set_aside(self, number: u32) {
        if self.browser.remove_set_aside(number).is_ok() {
            self.set_aside.update(|texts| texts.retain(|one| one.number != number));
        }
    }

    /// Sets aside again what was deleted.
    pub fn put_back(self, texts: &[SetAside]) {
        for one in texts {
            _ = self.put_aside(one.text.clone());
        }
    }

    pub(super) fn put_aside(self, text: String) -> Result<(), Refused> {
        let texts = self.browser.set_aside_texts();
        if texts.iter().all(|one| one.text != text) {
            let number = texts.last().map_or(1, |last| last.number.saturating_add(1));
            self.browser.set_aside(&SetAside { number, text })?;
        }
        self.set_aside.set(self.browser.set_aside_texts());
        Ok(())
    }

    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method by itself is for one lifetime only")]
    fn question_of(self, here: &Session, there: &str, packs: &[Pack]) -> Option<Question> {
        self.windows(here, there, packs, |windows| windows.question())
    }

    pub(super) fn windows<T>(
        self,
        here: &Session,
        there: &str,
        packs: &[Pack],
        read: impl FnOnce(Windows<'_>) -> T,
    ) -> T {
        self.before.with_value(|before| read(Windows { here, before: before.as_deref(), there, packs }))
    }

    /// A question that is asked anew gets the focus, unless that would break off what a person types.
    pub(super) fn set_question(self, question: Option<Question>) {
        if self.question.with_untracked(|open| *open == question) {
            return;
        }
        let is_new = question.is_some() && self.question.with_untracked(Option::is_none);
        if question.is_some() {
            self.say(Saving::Waiting);
        }
        self.question.set(question);
        if is_new && !self.browser.is_typing() {
            self.browser.focus_when_shown(QUESTION);
        }
    }

    fn say(self, saving: Saving) {
        if self.browser.persists() {
            self.saving.set(saving);
        }
    }

    pub const fn saving(self) -> RwSignal<Saving> {
        self.saving
    }

    pub const fn question(self) -> RwSignal<Option<Question>> {
        self.question
    }

    pub const fn set_aside(self) -> RwSignal<Vec<SetAside>> {
        self.set_aside
    }

    pub const fn is_earlier(self) -> RwSignal<bool> {
        self.is_earlier
    }
}
