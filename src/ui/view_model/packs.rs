//! The packs that serve: their versions, where each came from, and what whoever runs the portal should know of it.

use crate::model::Lang;
use crate::pack::Pack;
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
    pub fn all(packs: &[Pack], sources: &[PackSource], lang: Lang) -> Vec<Self> {
        packs.iter().map(|pack| Self::of(pack, sources, lang)).collect()
    }

    fn of(pack: &Pack, sources: &[PackSource], lang: Lang) -> Self {
        let id = &pack.file.id;
        // Of two packs of one programme, the last one serves.
        let source = sources.iter().rfind(|source| source.programme.as_ref() == Some(id));
        Self {
            id: id.clone(),
            title: pack.file.title.get(lang).to_owned(),
            version: pack.file.version.clone(),
            origin: source.map_or(words(lang).packs_built_in, |source| &source.address).to_owned(),
            digest: pack.digest.clone(),
            notes: source.map(|source| source.notes.clone()).unwrap_or_default(),
        }
    }
}
