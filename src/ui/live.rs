//! Live: the result in short of what is entered on a page that stands in, by the engine alone, before there is a widget.

use serde::Serialize;

use super::assessed::Subject;
use super::filing::{Filing, TrackId};
use super::form_data;
use super::i18n::words;
use super::view_model::slip::{self, Range};
use crate::model::{AsOf, Lang};
use crate::pack::Pack;

/// A track that is asked on a page that stands in.
pub struct Live {
    packs: [Pack; 1],
    id: TrackId,
    lang: Lang,
}

/// The result in short, as `src/portal/live.js` sets it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Slip {
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
    pub fn slip(&self, as_of: AsOf, entered: Vec<(String, String)>) -> Option<Slip> {
        let Self { packs, id, lang } = self;
        let lang = *lang;
        let mut filing = Filing::new(0, as_of);
        filing.apply_for(id.clone());
        form_data::enter(&mut filing, entered, packs);
        let all = Subject::of(&filing, lang).assessed_all(packs);
        let entry = all.first()?;
        let head = &entry.head;
        let total = head.total.as_ref();
        let missing = slip::named(&entry.missing, &filing, packs, lang);
        Some(Slip {
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
        })
    }
}
