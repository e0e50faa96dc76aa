//! Why a file did not come: one that a portal names, or one that a person chose.

/// Why there is nothing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfetched {
    Status(u16),
    TimedOut,
    /// Larger than this many bytes.
    TooLarge(usize),
    NotUtf8,
    /// In the words of the browser.
    Refused(String),
}
