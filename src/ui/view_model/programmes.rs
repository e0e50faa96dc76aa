//! The programmes to choose from: each with its document and standing, and the tracks one may apply for.

use crate::engine::Standing;
use crate::model::{AsOf, Lang};
use crate::pack::track::Applicant;
use crate::pack::{Pack, Track};
use crate::report;
use crate::ui::filing::TrackId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeCard {
    pub id: String,
    pub title: String,
    pub document: String,
    /// Who issued it, under which number, and from when to when it holds.
    pub source: String,
    pub standing: &'static str,
    pub is_ended: bool,
    pub tracks: Vec<TrackCard>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackCard {
    pub id: TrackId,
    pub title: String,
    /// Programme and track: tracks of two programmes may have the same name.
    pub label: String,
    /// The kind of body that applies, one of `applicants`.
    pub applicant: &'static str,
    /// Who applies, in a sentence.
    pub who: String,
    pub outcome: String,
}

/// The kinds of bodies that apply on some track.
pub fn applicants(packs: &[Pack], lang: Lang) -> Vec<&'static str> {
    let tracks = || packs.iter().flat_map(|pack| &pack.file.tracks);
    let asked = Applicant::ALL.into_iter().filter(|kind| tracks().any(|track| track.applicant == *kind));
    asked.map(|kind| report::applicant(kind, lang)).collect()
}

impl ProgrammeCard {
    /// What can still be applied for comes before what has ended.
    pub fn all(packs: &[Pack], as_of: AsOf, lang: Lang) -> Vec<Self> {
        let cards = packs.iter().map(|pack| Self::of(pack, as_of, lang));
        let (ended, open): (Vec<_>, Vec<_>) = cards.partition(|card| card.is_ended);
        [open, ended].into_iter().flatten().collect()
    }

    fn of(pack: &Pack, as_of: AsOf, lang: Lang) -> Self {
        let file = &pack.file;
        let (issuer, period) = (file.document.issuer.get(lang), report::period(&file.standing, lang));
        let source = [Some(issuer), file.document.number.as_deref(), Some(&*period)];
        let standing = Standing::of(&file.standing, as_of);
        Self {
            id: file.id.clone(),
            title: file.title.get(lang).to_owned(),
            document: file.document.title.get(lang).to_owned(),
            source: source.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            standing: report::standing_label(standing, lang),
            is_ended: standing.is_ended(),
            tracks: file.tracks.iter().map(|track| TrackCard::of(track, pack, lang)).collect(),
        }
    }
}

impl TrackCard {
    fn of(track: &Track, pack: &Pack, lang: Lang) -> Self {
        let title = track.title.get(lang).to_owned();
        Self {
            id: TrackId::new(&*pack.file.id, &*track.id),
            label: format!("{} · {title}", pack.file.title.get(lang)),
            title,
            applicant: report::applicant(track.applicant, lang),
            who: track.who.get(lang).to_owned(),
            outcome: track.outcome.get(lang).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::builtin;

    #[test]
    fn what_can_still_be_applied_for_comes_first() {
        let cards = ProgrammeCard::all(&builtin::all(), "2026-11-21".parse().unwrap(), Lang::Zh);
        let ended: Vec<bool> = cards.iter().map(|card| card.is_ended).collect();
        assert!(ended.is_sorted() && ended.contains(&false) && ended.contains(&true), "{ended:?}");
    }

    #[test]
    fn a_card_says_whose_document_it_is_and_who_applies_on_each_track() {
        let as_of = "2020-10-01".parse().unwrap();
        let cards = ProgrammeCard::all(&builtin::all(), as_of, Lang::En);
        let card = cards.iter().find(|card| card.id == "zibo-2020-zone").unwrap();
        assert_eq!((card.standing, card.is_ended), ("in force", false));
        assert!(card.source.contains(" · on trial from "), "{}", card.source);
        let [zone, agency] = card.tracks.as_slice() else { panic!("{:?}", card.tracks) };
        assert_eq!((zone.applicant, agency.applicant), ("Zone builder", "IP service agency"));
        assert_eq!(agency.label, format!("{} · Yearly support for agencies", card.title));
        assert_eq!(agency.id, TrackId::new("zibo-2020-zone", "agency"));
    }

    #[test]
    fn every_track_is_for_one_of_the_kinds_of_applicants() {
        for lang in [Lang::Zh, Lang::En] {
            let cards = ProgrammeCard::all(&builtin::all(), "2026-11-21".parse().unwrap(), lang);
            let tracks: Vec<&TrackCard> = cards.iter().flat_map(|card| &card.tracks).collect();
            let kinds = applicants(&builtin::all(), lang);
            for kind in &kinds {
                assert!(tracks.iter().any(|track| track.applicant == *kind), "{kind} has nothing to choose");
            }
            assert!(tracks.iter().all(|track| kinds.contains(&track.applicant)));
        }
    }
}
