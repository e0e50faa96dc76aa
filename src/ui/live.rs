//! Live: what comes of the entries on a page that stands in, by the engine alone, before there is a widget.

use serde::Serialize;

use super::assessed::{AssessedEntry, Subject};
use super::filing::{Filing, TrackId};
use super::form_data;
use super::i18n::{questions, words};
use super::topic::{Progress, Relevance};
use super::topic_page::TopicPage;
use super::view_model::slip::{self, Range};
use crate::model::{AsOf, Lang};
use crate::pack::Pack;
use crate::pack::load::TrackRef;

/// A track that is asked on a page that stands in.
pub struct Live {
    packs: [Pack; 1],
    id: TrackId,
    lang: Lang,
}

/// What comes of it, as `src/portal/live.js` sets it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    slip: Slip,
    /// How far each page of questions is answered.
    topics: Vec<Topic>,
    /// The same of the first, which is the one that stands in, in a line.
    line: String,
}

/// How far a page of questions is answered: as a class, as a sign, in words.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Topic {
    state: &'static str,
    mark: String,
    settled: String,
    unclear: String,
}

/// The result in short.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Slip {
    /// The class of the verdict.
    truth: &'static str,
    /// The result as one sentence.
    headline: String,
    verdict: Option<&'static str>,
    tally: Vec<Count>,
    at_most: Option<&'static str>,
    total: Option<String>,
    range: Option<Range>,
    note: Option<String>,
    missing: Vec<String>,
    missing_title: &'static str,
    /// How many are missing in all, or that none is.
    count: String,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Count {
    count: usize,
    word: String,
}

impl Live {
    /// Nothing where the pack has no such track.
    pub fn of(pack: Pack, track: &str, lang: Lang) -> Option<Self> {
        let id = TrackId::new(&pack.file.id, track);
        pack.track(track)?;
        Some(Self { packs: [pack], id, lang })
    }

    /// What comes of these names and values.
    pub fn found(&self, as_of: AsOf, entered: Vec<(String, String)>) -> Option<Found> {
        let Self { packs, id, lang } = self;
        let mut filing = Filing::new(0, as_of);
        filing.apply_for(id.clone());
        form_data::enter(&mut filing, entered, packs);
        let entries = Subject::of(&filing, *lang).assessed_all(packs);
        let relevance = Relevance::of(&entries, packs);
        let pages = filing.topic_pages(packs);
        let progress = Progress::of_pages(&pages, &filing, &relevance);
        Some(Found {
            slip: Slip::of(entries.first()?, &pages, filing.track(packs)?, *lang),
            line: questions::page_of(1, progress.len(), *progress.first()?, *lang),
            topics: progress.into_iter().map(|of| Topic::of(of, *lang)).collect(),
        })
    }
}

impl Topic {
    fn of(progress: Progress, lang: Lang) -> Self {
        Self {
            state: progress.state(),
            mark: progress.mark(),
            settled: questions::settled(progress, lang),
            unclear: questions::any_unclear(progress, lang),
        }
    }
}

impl Slip {
    fn of(entry: &AssessedEntry, pages: &[TopicPage], track: TrackRef<'_>, lang: Lang) -> Self {
        let head = &entry.head;
        let total = head.total.as_ref();
        let missing = slip::named(&entry.missing, pages, track, lang);
        Self {
            truth: head.class(),
            headline: head.headline(),
            verdict: head.verdict.map(|verdict| verdict.word),
            tally: slip::tally(head).into_iter().map(|one| Count { count: one.count, word: one.word }).collect(),
            at_most: total.and_then(|total| slip::at_most(total.amount, lang)),
            total: total.map(|total| total.in_short.clone()),
            range: total.and_then(|total| Range::of(total.amount, lang)),
            note: slip::note(head, lang),
            missing: missing.into_iter().map(|one| one.label).collect(),
            missing_title: words(lang).slip_missing(),
            count: slip::count(entry.missing.len(), lang),
        }
    }
}
