//! The packs that come with the program.

use super::{Diagnostic, Loaded, Pack};

/// Id and text of each built-in pack, by id.
static SOURCES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The ids of all built-in programmes.
pub fn ids() -> impl Iterator<Item = &'static str> {
    SOURCES.iter().map(|(id, _)| *id)
}

/// The built-in pack with this id; `None` if there is none.
pub fn load(id: &str) -> Option<Result<Loaded, Vec<Diagnostic>>> {
    let (_, text) = SOURCES.iter().find(|(known, _)| *known == id)?;
    Some(Pack::load(text))
}

/// Every built-in pack. A test sees to it that each of them loads.
pub fn all() -> Vec<Pack> {
    SOURCES.iter().filter_map(|(_, text)| Pack::load(text).ok()).map(|loaded| loaded.pack).collect()
}
