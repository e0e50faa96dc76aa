//! The packs that serve: their versions, where each came from, and what whoever runs the portal should know of it.

use crate::model::Lang;
use crate::pack::Listing;
use crate::ui::i18n::words;
use crate::ui::pack_source::PackSource;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackCard {
    pub id: String,
    pub title: String,
    pub version: String,
    /// The address it was fetched from, or that it is built in.
    pub origin: String,
    pub digest: String,
    pub notes: Vec<String>,
}

impl PackCard {
    pub fn all(programmes: &[Listing], sources: &[PackSource], lang: Lang) -> Vec<Self> {
        programmes.iter().map(|programme| Self::of(programme, sources, lang)).collect()
    }

    fn of(programme: &Listing, sources: &[PackSource], lang: Lang) -> Self {
        let id = &programme.id;
        // Of two packs of one programme, the last one serves.
        let source = sources.iter().rfind(|source| source.programme.as_ref() == Some(id));
        Self {
            id: id.clone(),
            title: programme.title.get(lang).to_owned(),
            version: programme.version.clone(),
            origin: source.map_or(words(lang).packs_built_in(), |source| &source.address).to_owned(),
            digest: programme.digest.clone(),
            notes: source.map(|source| source.notes_in(lang)).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::text;
    use crate::pack::Pack;
    use crate::ui::pack_source::Check;

    const SAMPLE: &str = include_str!("../../../tests/packs/good/sample.json");

    fn source(address: &str, programme: Option<&str>) -> PackSource {
        let programme = programme.map(ToOwned::to_owned);
        let notes = vec![text!("来自 {address}", "from {address}")];
        PackSource { address: address.to_owned(), programme, notes, check: Check::Done }
    }

    #[test]
    fn a_pack_says_where_it_came_from_and_the_last_one_of_a_programme_serves() {
        let programmes = [Listing::of(&Pack::load(SAMPLE).unwrap().pack)];
        let card = |sources: &[PackSource], lang| PackCard::all(&programmes, sources, lang).remove(0);
        let built_in = card(&[source("broken.json", None)], Lang::Zh);
        assert_eq!((&*built_in.title, &*built_in.version, &*built_in.origin), ("示例项目", "2026.1", "随程序内置"));
        assert_eq!((built_in.digest, built_in.notes), (programmes[0].digest.clone(), Vec::new()));
        let brought = card(&[source("first.json", Some("sample")), source("second.json", Some("sample"))], Lang::En);
        assert_eq!((&*brought.origin, brought.notes), ("second.json", vec!["from second.json".to_owned()]));
    }
}
