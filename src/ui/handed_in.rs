//! What was handed in on the first page: one file, or several at once.

use super::review::Review;
use super::roll_up::RollUp;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandedIn {
    File(Review),
    /// Drafts to be made into one.
    Several(RollUp),
}
