//! The notice before the questions: what one gets, what the documents are worth on the day, what to have ready.

use std::collections::BTreeSet;

use crate::engine::Standing;
use crate::model::Lang;
use crate::pack::Pack;
use crate::pack::load::TrackRef;
use crate::report::StandingWords;
use crate::ui::filing::{Filing, track_title};
use crate::ui::i18n::{phrases, words};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeText {
    /// What the self-assessment on each track ends with.
    pub outcomes: Vec<Passage>,
    /// What each document is worth on the day.
    pub standings: Vec<Passage>,
    /// The papers to have ready, each once.
    pub materials: Vec<String>,
    pub how_long: String,
}

/// Paragraphs, under a heading where there are several passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub title: Option<String>,
    pub paragraphs: Vec<String>,
}

impl NoticeText {
    pub fn of(filing: &Filing, packs: &[Pack], lang: Lang) -> Self {
        let tracks: Vec<TrackRef<'_>> = filing.entries.iter().filter_map(|entry| entry.id.find(packs)).collect();
        let title = |title: String| (tracks.len() > 1).then_some(title);
        let outcome = |track: &TrackRef<'_>| {
            let (ends_with, holds) = (track.track.outcome.get(lang), phrases::what_you_get(track.track, lang));
            let says = format!("{ends_with}{}{holds}", words(lang).full_stop);
            Passage { title: title(track_title(*track, lang)), paragraphs: vec![says] }
        };
        let standing = |track: &TrackRef<'_>| {
            let file = &track.pack.file;
            let found = StandingWords::of(Standing::of(&file.standing, filing.as_of), &file.standing, lang);
            Passage { title: title(file.title.get(lang).to_owned()), paragraphs: vec![found.sentence, found.note] }
        };
        let (mut documents, mut named) = (BTreeSet::new(), BTreeSet::new());
        let materials = tracks.iter().flat_map(|track| &track.track.materials).map(|one| one.title.get(lang));
        let pages = filing.topic_pages(packs);
        let questions = pages.iter().map(|page| page.facts.len()).sum();
        Self {
            outcomes: tracks.iter().map(outcome).collect(),
            standings: tracks.iter().filter(|track| documents.insert(&track.pack.file.id)).map(standing).collect(),
            materials: materials.filter(|title| named.insert(*title)).map(ToOwned::to_owned).collect(),
            how_long: phrases::how_long(questions, pages.len(), lang),
        }
    }
}
