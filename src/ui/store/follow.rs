//! Following one aspect of the state: a memo makes its readers anew only when that aspect changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::Store;
use super::shared::Shared;
use crate::engine::{Assessment, Case};
use crate::model::{AsOf, Lang};
use crate::pack::Pack;
use crate::pack::load::TrackRef;
use crate::report::{ExclusionRow, Report};
use crate::ui::assessed::{AssessedEntry, Subject};
use crate::ui::filing::TrackId;
use crate::ui::position::Position;
use crate::ui::session::Session;
use crate::ui::topic::{Progress, Relevance};
use crate::ui::topic_page::TopicPage;

/// The assessment with its reasons and the report on it, worked out only where a page sets them.
#[derive(Clone, Copy)]
struct Findings {
    assessment: Memo<Option<Arc<Assessment>>>,
    report: Memo<Option<Arc<Report>>>,
}

impl Store {
    pub(super) fn shared(self) -> Shared {
        self.shared.get_value()
    }

    /// What the draft is for.
    pub fn entries(self) -> Memo<Vec<TrackId>> {
        self.shared().entries
    }

    /// The pages of questions of the draft, in order.
    pub fn topic_pages(self) -> Memo<Arc<Vec<TopicPage>>> {
        self.shared().topic_pages
    }

    /// What the entries of the draft make of their facts.
    pub fn relevance(self) -> Memo<Relevance> {
        self.shared().relevance
    }

    /// How far each page of questions is answered.
    pub fn progress(self) -> Memo<Vec<Progress>> {
        self.shared().progress
    }

    /// The facts whose answers the document neither takes nor refuses; none until what comes late is here.
    pub fn judged(self) -> Memo<BTreeSet<String>> {
        self.shared().judged
    }

    /// Follows one aspect of the session.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Session) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.session.with(&read))
    }

    /// Follows one aspect of where the person is.
    pub fn position<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Position) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let position = self.shared().position;
        Memo::new(move |_| position.with(&read))
    }

    /// Follows one aspect of the track that is looked at, which no answer changes.
    pub fn track<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(TrackRef<'_>, Lang) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let position = self.shared().position;
        Memo::new(move |_| {
            position.with(|position| {
                let of = |packs: &Arc<Vec<Pack>>| Some(read(position.entry()?.find(packs)?, position.lang));
                self.packs.with(of).unwrap_or_default()
            })
        })
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
        let Findings { assessment, .. } = expect_context();
        self.case_memo(move |case, _| {
            assessment.with(|assessment| assessment.as_deref().map(|found| read(case, found)).unwrap_or_default())
        })
    }

    /// Follows one aspect of the result in short.
    pub fn assessed<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&AssessedEntry) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let assessed = self.shared().assessed;
        Memo::new(move |_| assessed.with(|entry| entry.as_deref().map(&read).unwrap_or_default()))
    }

    /// Works the assessment of that entry and the report on it out, once for all parts of what is being made.
    pub fn provide_findings(self) {
        let subject = self.memo(|session| {
            let at = session.filing.entry().map(|entry| entry.id.clone());
            (at, Subject::of(&session.filing, session.lang))
        });
        let assessment = Memo::new(move |_| {
            subject.with(|(at, subject)| {
                self.packs.with(|packs| Some(Arc::new(subject.assessment(at.as_ref()?.find(packs)?))))
            })
        });
        let report = Memo::new(move |_| {
            let assessment = assessment.get()?;
            subject.with(|(at, subject)| {
                self.packs.with(|packs| Some(Arc::new(subject.report(at.as_ref()?.find(packs)?, &assessment))))
            })
        });
        provide_context(Findings { assessment, report });
    }

    /// Follows one aspect of the assessment with its reasons.
    #[expect(clippy::unused_self, reason = "it is followed like everything else")]
    pub fn assessment<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&Assessment) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let Findings { assessment, .. } = expect_context();
        Memo::new(move |_| assessment.with(|assessment| assessment.as_deref().map(&read).unwrap_or_default()))
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
        let Findings { report, .. } = expect_context();
        Memo::new(move |_| report.with(|report| report.as_deref().map(&read).unwrap_or_default()))
    }

    /// Follows one aspect of the results of all entries.
    pub fn assessed_all<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&[Arc<AssessedEntry>]) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let assessed_all = self.shared().assessed_all;
        Memo::new(move |_| assessed_all.with(|assessed_all| read(assessed_all)))
    }

    /// Follows one aspect of the result as it was before something was tried out.
    pub fn before_what_if<T: PartialEq + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(&AssessedEntry) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        let before = self.shared().before_what_if;
        Memo::new(move |_| before.with(|entry| entry.as_deref().map(&read)))
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
