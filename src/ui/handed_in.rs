//! What was handed in on the first page: one file, or several at once.

use super::review::Review;
use super::roll_up::RollUp;
use crate::model::Lang;
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
    /// Replays a draft, or several together.
    pub fn of(mut files: Vec<NamedFile>, packs: &[Pack], lang: Lang) -> Self {
        match files.pop() {
            Some((file, content)) if files.is_empty() => Self::File(Review::of(file, &content, packs)),
            last => Self::Several(RollUp::of(files.into_iter().chain(last).collect(), packs, lang)),
        }
    }
}
