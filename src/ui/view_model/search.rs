//! Search among many programmes: by words, place, kind of applicant and kind of track.

use serde::Serialize;

use super::found_by::folded;
use super::programmes::{ProgrammeCard, TrackCard, applicants};
use crate::model::Lang;
use crate::pack::Listing;
use crate::pack::track::{Applicant, TrackKind};
use crate::report;
use crate::ui::i18n::start_words;

/// What a person looks for; what is left open lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub text: String,
    pub place: Option<String>,
    pub applicant: Option<Applicant>,
    pub kind: Option<TrackKind>,
}

impl Search {
    /// Every word stands somewhere, the place is that or lies in it, and there is such a track.
    pub fn finds(&self, card: &ProgrammeCard) -> bool {
        let has_words = folded(&self.text).split_whitespace().all(|word| card.words.contains(word));
        let is_there = self.place.as_ref().is_none_or(|place| card.places.contains(place));
        has_words && is_there && card.tracks.iter().any(|track| self.takes(track))
    }

    pub fn takes(&self, track: &TrackCard) -> bool {
        self.applicant.is_none_or(|kind| kind == track.applicant) && self.kind.is_none_or(|kind| kind == track.kind)
    }
}

/// The places that some programme is for or lies in, in the order of the cards.
pub fn places(cards: &[ProgrammeCard]) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for place in cards.iter().flat_map(|card| &card.places) {
        if !places.contains(place) {
            places.push(place.clone());
        }
    }
    places
}

/// What may be chosen of one kind: each with its id and its word.
pub type Options = Vec<(String, String)>;

/// The kinds of bodies that apply on some track.
pub fn applicant_options(programmes: &[Listing], lang: Lang) -> Options {
    applicants(programmes).into_iter().map(|kind| (id(kind), report::applicant(kind, lang).to_owned())).collect()
}

pub fn kind_options(lang: Lang) -> Options {
    let words = start_words(lang).kinds().iter();
    TrackKind::ALL.into_iter().zip(words).map(|(kind, &word)| (id(kind), word.to_owned())).collect()
}

impl Search {
    pub fn choose_applicant(&mut self, chosen: &str) {
        self.applicant = Applicant::ALL.into_iter().find(|kind| id(kind) == chosen);
    }

    pub fn choose_kind(&mut self, chosen: &str) {
        self.kind = TrackKind::ALL.into_iter().find(|kind| id(kind) == chosen);
    }

    /// The ids of what is chosen of each kind; empty where anything will do.
    pub fn chosen_applicant(&self) -> String {
        self.applicant.map(id).unwrap_or_default()
    }

    pub fn chosen_kind(&self) -> String {
        self.kind.map(id).unwrap_or_default()
    }
}

/// What an option stands for.
fn id(kind: impl Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|id| Some(id.as_str()?.to_owned())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;
    use crate::pack::builtin;

    fn found(search: &Search, lang: Lang) -> Vec<String> {
        let text = |zh: &str, en: &str| Text { zh: zh.to_owned(), en: en.to_owned() };
        let mut index: Vec<Listing> = builtin::all().iter().map(Listing::of).collect();
        for programme in &mut index {
            let city = [text("山东省", "Shandong"), text("淄博市", "Zibo")];
            programme.place = match programme.id.split('-').next() {
                Some("zibo") => Some(city.to_vec()),
                Some("yantai") => Some(vec![text("山东省", "Shandong"), text("烟台市", "Yantai")]),
                Some("cnipa") => Some(Vec::new()),
                _ => None,
            };
        }
        let cards = ProgrammeCard::all(&index, "2026-11-21".parse().unwrap(), lang);
        let mut found: Vec<String> = cards.into_iter().filter(|card| search.finds(card)).map(|card| card.id).collect();
        found.sort();
        found
    }

    #[test]
    fn it_finds_by_words_in_either_language_however_they_are_typed() {
        let by = |text: &str, lang| found(&Search { text: text.to_owned(), ..Search::default() }, lang);
        assert_eq!(by("", Lang::Zh).len(), builtin::all().len());
        assert_eq!(by(" 烟台 ", Lang::Zh), ["yantai-2020-operation"]);
        assert_eq!(by("ＹＡＮＴＡＩ　shandong", Lang::Zh), ["yantai-2020-operation"]);
        assert_eq!(by("烟台 淄博", Lang::Zh), Vec::<String>::new());
        assert_eq!(by("山东", Lang::En), ["yantai-2020-operation", "zibo-2020-zone", "zibo-2024-city"]);
    }

    #[test]
    fn a_place_holds_those_within_it() {
        let at = |place: &str| found(&Search { place: Some(place.to_owned()), ..Search::default() }, Lang::Zh);
        assert_eq!(at("山东省"), ["yantai-2020-operation", "zibo-2020-zone", "zibo-2024-city"]);
        assert_eq!(at("山东省 · 淄博市"), ["zibo-2020-zone", "zibo-2024-city"]);
        assert_eq!(at("全国"), ["cnipa-2023-zone"]);
    }

    #[test]
    fn one_track_has_to_be_of_both_kinds() {
        let search = |applicant, kind| Search { applicant: Some(applicant), kind: Some(kind), ..Search::default() };
        let agency = found(&search(Applicant::Agency, TrackKind::Application), Lang::Zh);
        assert!(agency.contains(&"zibo-2020-zone".to_owned()));
        // The zone track of that programme is applied for, and nothing on it is claimed.
        assert!(found(&search(Applicant::Person, TrackKind::Claim), Lang::Zh).is_empty());
    }
}
