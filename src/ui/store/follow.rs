//! Following one aspect of the state: a memo makes its readers anew only when that aspect changes.

use std::sync::Arc;

use leptos::prelude::*;

use super::Store;
use crate::engine::{Assessment, Case};
use crate::model::AsOf;
use crate::pack::Pack;
use crate::pack::load::TrackRef;
use crate::report::{ExclusionRow, Report};
use crate::ui::assessed::{AssessedEntry, Subject};
use crate::ui::filing::TrackId;
use crate::ui::session::Session;

/// The report, worked out only where a page sets it.
#[derive(Clone, Copy)]
struct PageReport(Memo<Option<Arc<Report>>>);

impl Store {
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
            let as_of = session.filing.as_of;
            read(&Case::on(as_of, track, &session.filing.answers, &choices), as_of)
        })
    }

    /// Follows what the report finds when it looks closer at the case and its assessment, which is not made anew.
    pub fn assessed_case_memo<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Case<'_>, &Assessment) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.case_memo(move |case, _| {
            self.assessed.with(|entry| entry.as_deref().map(|entry| read(case, &entry.assessment)).unwrap_or_default())
        })
    }

    /// Follows one aspect of the assessment.
    pub fn assessed<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&AssessedEntry) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.assessed.with(|entry| entry.as_deref().map(&read).unwrap_or_default()))
    }

    /// Works the report on that entry out, once for all parts of the page that is being made.
    pub fn provide_report(self) {
        let subject = self.memo(|session| Subject::of(&session.filing, session.lang));
        provide_context(PageReport(Memo::new(move |_| {
            let entry = self.assessed.get()?;
            let assessment = &entry.assessment;
            let id = TrackId::new(&*assessment.programme, &*assessment.track);
            subject.with(|subject| {
                self.packs.with(|packs| id.find(packs).map(|track| Arc::new(subject.report(track, assessment))))
            })
        })));
    }

    /// Follows what of the programmes of the draft is not received beside each other.
    pub fn exclusions(self) -> Memo<Vec<ExclusionRow>> {
        let subject = self.memo(|session| Subject::of(&session.filing, session.lang));
        Memo::new(move |_| subject.with(|subject| self.packs.with(|packs| subject.exclusions(packs))))
    }

    /// Follows one aspect of the report.
    #[expect(clippy::unused_self, reason = "it is followed like everything else")]
    pub fn report<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Report) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let PageReport(report) = expect_context();
        Memo::new(move |_| report.with(|report| report.as_deref().map(&read).unwrap_or_default()))
    }

    /// Follows one aspect of the assessments of all entries.
    pub fn assessed_all<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&[Arc<AssessedEntry>]) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.assessed_all.with(|assessed_all| read(assessed_all)))
    }

    /// Follows one aspect of the assessment as it was before something was tried out.
    pub fn before_what_if<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&AssessedEntry) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.before_what_if.with(|entry| entry.as_deref().map(&read)))
    }

    /// Reads the session and its track once, without following them.
    pub fn look<T>(self, read: impl FnOnce(&Session, TrackRef<'_>) -> T) -> Option<T> {
        self.look_at_all(|session, packs| session.filing.track(packs).map(|track| read(session, track)))
    }

    /// Reads the session and all packs once, without following them.
    pub fn look_at_all<T>(self, read: impl FnOnce(&Session, &[Pack]) -> T) -> T {
        self.packs.with_untracked(|packs| self.session.with_untracked(|session| read(session, packs)))
    }
}
