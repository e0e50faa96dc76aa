//! Several windows on the same drafts: a conflict is decided by the person, never merged in silence.

use leptos::prelude::*;

use super::{Store, Wanted};
use crate::model::Lang;
use crate::pack::Pack;
use crate::ui::autosave::Saving;
use crate::ui::browser::{self, Refused};
use crate::ui::filing::Filing;
use crate::ui::i18n::autosave;
use crate::ui::names::SESSION_FILE;
use crate::ui::saved;
use crate::ui::session::{Loss, Msg, Session};
use crate::ui::windows::{Question, Windows};

impl Store {
    /// Minds other windows, and the moments at which the page is left or comes back.
    pub fn mind_windows(self) {
        let (browser, autosave) = (self.browser(), self.autosave());
        let would_lose = Memo::new(move |_| {
            let is_safe = matches!(autosave.saving().get(), Saving::Saved | Saving::NothingYet);
            let is_blank = self.session().with(Session::is_blank);
            (!is_safe && !is_blank) || self.session().with(Session::has_incoming)
        });
        browser::ask_before_leaving(would_lose);
        browser.on_kept_elsewhere(move || self.look_elsewhere());
        browser::on_left(move || {
            // On a shared computer nobody else is to bring back what was cleared.
            self.undo().update(|undo| _ = undo.take_if(|undo| undo.loss == Loss::Everything));
        });
        browser::on_came_back(move || {
            if would_lose.get_untracked() {
                self.look_elsewhere();
            } else if browser.load().is_ok_and(|there| there != autosave.before.get_value()) {
                // Nothing here is unsaved: the page stands as if it were loaded again.
                self.wait_for(Wanted::Returned, self.kept_programmes());
            }
        });
    }

    fn look_elsewhere(self) {
        // What was kept is not back yet.
        if self.ready().get_untracked() {
            self.with_packs(|session, packs| self.autosave().look(session, packs));
        }
    }

    /// Everything that was entered, as a file that can be opened here again.
    pub fn hand_out_session(self) -> Result<(), Refused> {
        let text = self.session().with_untracked(saved::to_text);
        self.hand_out(SESSION_FILE, "application/json", text.as_bytes())
    }

    /// Shows what is kept now, once its packs are here.
    pub(super) fn return_to_kept(self) {
        let fresh = self.packs().with_untracked(|packs| self.autosave().restore(packs));
        self.change(|session| *session = fresh.unwrap_or_else(|| Session::new(browser::today(), session.lang)));
    }

    /// The drafts of the other window take the place of those here, once their packs are here.
    pub fn take_theirs(self) {
        let absent = self.absent_of(self.kept_programmes());
        if !absent.is_empty() {
            return self.wait_for(Wanted::Theirs, absent);
        }
        let programmes = self.programmes().get_untracked();
        let taken = self.with_windows(|windows, lang| {
            windows.taking_theirs(|draft| autosave::changed_here(&draft.title(&programmes, lang), lang))
        });
        if let Some((there, Some(session))) = taken {
            self.autosave().before.set_value(Some(there));
            self.send(Msg::Restored(Box::new(session)));
        } else {
            // It is not there any more.
            self.look_elsewhere();
        }
    }

    /// What is here is kept. What stands there is put by: as copies, or aside where it cannot be read.
    pub fn keep_ours(self) -> Result<(), Refused> {
        let autosave = self.autosave();
        let unreadable = autosave.question.with_untracked(|open| matches!(open, Some(Question::Unreadable(_))));
        let programmes = self.programmes().get_untracked();
        let title = |draft: &Filing, lang| autosave::changed_there(&draft.title(&programmes, lang), lang);
        let put_by = self.with_windows(|windows, lang| windows.keeping_ours(|draft| title(draft, lang)));
        let (there, copies) = put_by.map_or((None, Vec::new()), |(there, copies)| (Some(there), copies));
        if let Some(text) = there.clone().filter(|_| unreadable) {
            autosave.put_aside(text)?;
        }
        autosave.before.set_value(there);
        autosave.set_question(None);
        self.send(Msg::FilingsShelved(copies));
        self.browser().focus_heading();
        Ok(())
    }

    /// Looks at both windows; gives also what is kept now. None where nothing is.
    fn with_windows<T>(self, look: impl FnOnce(Windows<'_>, Lang) -> T) -> Option<(String, T)> {
        let there = self.browser().load().ok()??;
        let found = self.with_packs(|session, packs| {
            self.autosave().windows(session, &there, packs, |windows| look(windows, session.lang))
        });
        Some((there, found))
    }

    fn with_packs<T>(self, look: impl FnOnce(&Session, &[Pack]) -> T) -> T {
        self.packs().with_untracked(|packs| self.session().with_untracked(|session| look(session, packs)))
    }
}
