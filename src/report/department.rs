//! The bodies that answer for tasks.

use crate::model::Lang;
use crate::pack::load::TrackRef;
use crate::pack::programme;

/// A body that answers for an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    pub id: String,
    pub title: String,
    /// Every task is its own, also where it is not named again.
    pub(super) every_task: bool,
    /// It is several departments that the document does not list.
    pub(super) unlisted_members: bool,
}

impl Department {
    pub(super) fn of(declared: &programme::Department, lang: Lang) -> Self {
        Self {
            id: declared.id.clone(),
            title: declared.title.get(lang).to_owned(),
            every_task: declared.every_task,
            unlisted_members: declared.unlisted_members,
        }
    }
}

/// Each body that answers for some indicator, in the order of the document.
pub(super) fn departments(track: TrackRef<'_>, lang: Lang) -> Vec<Department> {
    let answers = |id: &String| track.track.indicators.iter().any(|one| one.departments.contains(id));
    let named = track.pack.file.departments.iter().filter(|one| answers(&one.id));
    named.map(|one| Department::of(one, lang)).collect()
}
