//! Shared signals: what several parts of a page follow, worked out once.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::pack::Pack;
use crate::ui::assessed::{AssessedEntry, Subject, of_entry};
use crate::ui::filing::TrackId;
use crate::ui::late::Arrival;
use crate::ui::position::Position;
use crate::ui::session::Session;
use crate::ui::topic::{Progress, Relevance};
use crate::ui::topic_page::TopicPage;

#[derive(Clone, Copy)]
pub(super) struct Shared {
    /// Where the person is. Set where it is another, unlike a memo: what follows it is not even looked at after an answer.
    pub position: RwSignal<Position>,
    /// What the draft is for.
    pub entries: Memo<Vec<TrackId>>,
    /// The pages of questions of the draft, in order.
    pub topic_pages: Memo<Arc<Vec<TopicPage>>>,
    /// What is known of each entry of the draft.
    pub assessed_all: Memo<Vec<Arc<AssessedEntry>>>,
    /// What is known of the entry that is looked at.
    pub assessed: Memo<Option<Arc<AssessedEntry>>>,
    /// What the entries of the draft make of their facts.
    pub relevance: Memo<Relevance>,
    /// How far each page of questions is answered.
    pub progress: Memo<Vec<Progress>>,
    /// The facts whose answers the document neither takes nor refuses; none until what comes late is here.
    pub judged: Memo<BTreeSet<String>>,
    /// What is known of the entry that is looked at without what is being tried out; nothing where nothing is.
    pub before_what_if: Memo<Option<Arc<AssessedEntry>>>,
}

impl Shared {
    pub fn of(session: ReadSignal<Session>, packs: RwSignal<Arc<Vec<Pack>>>, late: RwSignal<Arrival>) -> Self {
        let position = RwSignal::new(session.with_untracked(Position::of));
        let subject = Memo::new(move |_| session.with(|session| Subject::of(&session.filing, session.lang)));
        let assessed_all = Memo::new(move |_| subject.with(|subject| packs.with(|packs| subject.assessed_all(packs))));
        let assessed = Memo::new(move |_| {
            position.with(|position| assessed_all.with(|assessed_all| of_entry(assessed_all, position.entry())))
        });
        let relevance =
            Memo::new(move |_| assessed_all.with(|entries| packs.with(|packs| Relevance::of(entries, packs))));
        let entries = Memo::new(move |_| position.with(|position| position.entries.clone()));
        // Read and not only tracked: a memo that nobody has read yet follows nothing.
        let topic_pages = Memo::new(move |_| {
            let pages = |packs: &Arc<Vec<Pack>>| session.with_untracked(|session| session.filing.topic_pages(packs));
            entries.with(|_| Arc::new(packs.with(pages)))
        });
        let progress = Memo::new(move |_| {
            topic_pages.with(|pages| {
                relevance
                    .with(|relevance| session.with(|session| Progress::of_pages(pages, &session.filing, relevance)))
            })
        });
        let judged = Memo::new(move |_| {
            let judged = |packs: &Arc<Vec<Pack>>| {
                let track = position.with(|position| position.entry()?.find(packs))?;
                let late = late.with(Arrival::here)?;
                Some(subject.with(|subject| (late.judged)(subject, track)))
            };
            packs.with(judged).unwrap_or_default()
        });
        let is_trying = Memo::new(move |_| position.with(|position| position.is_trying));
        let tried = Memo::new(move |_| {
            let kept = |session: &Session| Subject::alone(&session.kept(), session.filing.at, session.lang);
            is_trying.get().then(|| session.with(kept))
        });
        let before_what_if = Memo::new(move |_| {
            let before =
                tried.with(|before| packs.with(|packs| before.as_ref().map(|before| before.assessed_all(packs))));
            before.and_then(|assessed_all| assessed_all.into_iter().next())
        });
        Self { position, entries, topic_pages, assessed_all, assessed, relevance, progress, judged, before_what_if }
    }
}
