//! What was handed in on the first page: one file, or several at once.

use std::collections::BTreeSet;

use super::review::Review;
use super::roll_up::RollUp;
use super::wanted;
use crate::model::{Grow, Lang, json};
use crate::pack::Pack;

/// The name of a file and what is in it.
pub type NamedFile = (String, Vec<u8>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedIn {
    File(Review),
    /// Drafts to be made into one.
    Several(RollUp),
}

impl HandedIn {
    /// The programmes that the files name.
    pub fn programmes(files: &[NamedFile]) -> BTreeSet<String> {
        files.iter().filter_map(|(_, content)| json::text(content).ok()).flat_map(wanted::named_in).grown()
    }

    /// Replays a draft, or several together.
    pub fn of(mut files: Vec<NamedFile>, packs: &[Pack], lang: Lang) -> Self {
        match files.pop() {
            Some((file, content)) if files.is_empty() => Self::File(Review::of(file, &content, packs)),
            last => Self::Several(RollUp::of(files.into_iter().chain(last).collect(), packs, lang)),
        }
    }
}
