//! The programmes to choose from: each with its document and standing, and the tracks one may apply for.

use std::cmp::Ordering;

use super::found_by::{folded, place_names};
use crate::engine::Standing;
use crate::model::{AsOf, Lang};
use crate::pack::Listing;
use crate::pack::listing::{FEW, ListedTrack};
use crate::pack::track::{Applicant, TrackKind};
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
    /// The place it is for and those around it, from the largest down; empty where it is not said.
    pub places: Vec<String>,
    /// What it is found by, in both languages.
    pub words: String,
    pub tracks: Vec<TrackCard>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackCard {
    pub id: TrackId,
    pub title: String,
    /// Programme and track: tracks of two programmes may have the same name.
    pub label: String,
    pub applicant: Applicant,
    pub kind: TrackKind,
    /// Who applies, in a sentence.
    pub who: String,
    pub outcome: String,
}

/// The kinds of bodies that apply on some track.
pub fn applicants(programmes: &[Listing]) -> Vec<Applicant> {
    let tracks = || programmes.iter().flat_map(|programme| &programme.tracks);
    Applicant::ALL.into_iter().filter(|kind| tracks().any(|track| track.applicant == *kind)).collect()
}

/// So many that they are searched.
pub const fn are_many(programmes: &[Listing]) -> bool {
    programmes.len() > FEW
}

impl ProgrammeCard {
    /// What can still be applied for comes before what has ended.
    pub fn all(programmes: &[Listing], as_of: AsOf, lang: Lang) -> Vec<Self> {
        let cards = programmes.iter().map(|programme| Self::of(programme, as_of, lang));
        let (ended, open): (Vec<_>, Vec<_>) = cards.partition(|card| card.is_ended);
        [open, ended].into_iter().flatten().collect()
    }

    /// Place by place, in the order of their names in Latin letters; what says no place comes last.
    pub fn by_place(programmes: &[Listing], as_of: AsOf, lang: Lang) -> Vec<Self> {
        let mut sorted = programmes.to_vec();
        sorted.sort_by(|one, other| match (&one.place, &other.place) {
            (Some(one), Some(other)) => one.iter().map(|name| &name.en).cmp(other.iter().map(|name| &name.en)),
            (None, None) => Ordering::Equal,
            (None, _) => Ordering::Greater,
            (_, None) => Ordering::Less,
        });
        let groups = sorted.chunk_by(|one, other| one.place == other.place);
        groups.flat_map(|group| Self::all(group, as_of, lang)).collect()
    }

    fn of(programme: &Listing, as_of: AsOf, lang: Lang) -> Self {
        let Listing { id, title, document, number, issuer, place, standing: dates, tracks, .. } = programme;
        let (issued_by, period) = (issuer.get(lang), report::period(dates, lang));
        let source = [Some(issued_by), number.as_deref(), Some(&*period)];
        let standing = Standing::of(dates, as_of);
        let texts = [title, document, issuer].into_iter().chain(place.iter().flatten());
        let texts = texts.chain(tracks.iter().map(|track| &track.title));
        let words = texts.flat_map(|text| [text.zh.as_str(), &text.en]).chain(number.as_deref());
        Self {
            id: id.clone(),
            title: title.get(lang).to_owned(),
            document: document.get(lang).to_owned(),
            source: source.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            standing: report::standing_label(standing, lang),
            is_ended: standing.is_ended(),
            places: place.as_deref().map(|place| place_names(place, lang)).unwrap_or_default(),
            words: folded(&words.collect::<Vec<_>>().join("\n")),
            tracks: tracks.iter().map(|track| TrackCard::of(track, programme, lang)).collect(),
        }
    }
}

impl TrackCard {
    fn of(track: &ListedTrack, programme: &Listing, lang: Lang) -> Self {
        let title = track.title.get(lang).to_owned();
        Self {
            id: TrackId::new(&*programme.id, &*track.id),
            label: format!("{} · {title}", programme.title.get(lang)),
            title,
            applicant: track.applicant,
            kind: track.kind,
            who: track.who.get(lang).to_owned(),
            outcome: track.outcome.get(lang).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;
    use crate::pack::builtin;

    fn index() -> Vec<Listing> {
        builtin::all().iter().map(Listing::of).collect()
    }

    #[test]
    fn what_can_still_be_applied_for_comes_first() {
        let cards = ProgrammeCard::all(&index(), "2026-11-21".parse().unwrap(), Lang::Zh);
        let ended: Vec<bool> = cards.iter().map(|card| card.is_ended).collect();
        assert!(ended.is_sorted() && ended.contains(&false) && ended.contains(&true), "{ended:?}");
    }

    #[test]
    fn a_card_says_whose_document_it_is_and_who_applies_on_each_track() {
        let as_of = "2020-10-01".parse().unwrap();
        let cards = ProgrammeCard::all(&index(), as_of, Lang::En);
        let card = cards.iter().find(|card| card.id == "zibo-2020-zone").unwrap();
        assert_eq!((card.standing, card.is_ended), ("in force", false));
        assert!(card.source.contains(" · on trial from "), "{}", card.source);
        let [zone, agency] = card.tracks.as_slice() else { panic!("{:?}", card.tracks) };
        assert_eq!((zone.applicant, agency.applicant), (Applicant::Zone, Applicant::Agency));
        assert_eq!(agency.label, format!("{} · Yearly support for agencies", card.title));
        assert_eq!(agency.id, TrackId::new("zibo-2020-zone", "agency"));
    }

    #[test]
    fn every_track_is_for_one_of_the_kinds_of_applicants() {
        let index = index();
        let tracks: Vec<&ListedTrack> = index.iter().flat_map(|programme| &programme.tracks).collect();
        let kinds = applicants(&index);
        for kind in &kinds {
            assert!(tracks.iter().any(|track| track.applicant == *kind), "{kind:?} has nothing to choose");
        }
        assert!(tracks.iter().all(|track| kinds.contains(&track.applicant)));
    }

    #[test]
    fn places_stand_together_by_their_names_and_what_says_none_comes_last() {
        let text = |name: &str| Text { zh: format!("{name}（中）"), en: name.to_owned() };
        let at = |place: Option<&[&str]>| {
            let place = place.map(|names| names.iter().map(|name| text(name)).collect());
            Listing { place, ..index().remove(0) }
        };
        let programmes =
            [at(None), at(Some(&["B", "D"])), at(Some(&["A"])), at(Some(&["B"])), at(Some(&[])), at(Some(&["B", "D"]))];
        let cards = ProgrammeCard::by_place(&programmes, "2026-11-21".parse().unwrap(), Lang::En);
        let places: Vec<Option<&str>> = cards.iter().map(|card| card.places.last().map(String::as_str)).collect();
        let country = Some("The whole country");
        assert_eq!(places, [country, Some("A"), Some("B"), Some("B · D"), Some("B · D"), None]);
    }
}
