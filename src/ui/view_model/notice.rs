//! The notice before the questions: what one gets, what the documents are worth on the day, what to have ready.

use std::collections::BTreeSet;

use crate::engine::Standing;
use crate::model::Lang;
use crate::pack::Pack;
use crate::pack::load::TrackRef;
use crate::report::StandingWords;
use crate::ui::filing::Filing;
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
            let says = format!("{ends_with}{}{holds}", words(lang).full_stop());
            Passage { title: title(track.title(lang)), paragraphs: vec![says] }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::builtin;
    use crate::ui::filing::{Entry, TrackId};

    fn notice(entries: &[(&str, &str)], lang: Lang) -> NoticeText {
        let entries = entries.iter().map(|(programme, track)| Entry::new(TrackId::new(*programme, *track)));
        let filing = Filing { entries: entries.collect(), ..Filing::new(0, "2026-11-21".parse().unwrap()) };
        NoticeText::of(&filing, &builtin::all(), lang)
    }

    #[test]
    fn one_programme_needs_no_headings() {
        let notice = notice(&[("zibo-2020-zone", "zone")], Lang::Zh);
        let [outcome] = notice.outcomes.as_slice() else { panic!("{:?}", notice.outcomes) };
        assert_eq!(outcome.title, None);
        assert!(outcome.paragraphs[0].starts_with("看是否初步符合申报条件，并形成申报书草稿。包括"), "{outcome:?}");
        assert!(notice.standings[0].paragraphs[0].contains("试用期至"), "{:?}", notice.standings);
        assert_eq!(notice.materials, ["示范区申报书"]);
        assert!(notice.how_long.starts_with("共 7 个主题"), "{}", notice.how_long);
    }

    #[test]
    fn two_tracks_of_one_document_have_a_heading_each_and_its_standing_once() {
        let notice = notice(&[("zibo-2020-zone", "zone"), ("zibo-2020-zone", "agency")], Lang::En);
        let titles: Vec<&str> = notice.outcomes.iter().filter_map(|one| one.title.as_deref()).collect();
        assert!(titles[0].ends_with("Apply to build a zone") && titles[1].ends_with("Yearly support for agencies"));
        assert_eq!((titles.len(), notice.standings.len()), (2, 1));
        assert!(notice.standings[0].paragraphs[0].contains("the trial has ended"), "{:?}", notice.standings);
    }
}
