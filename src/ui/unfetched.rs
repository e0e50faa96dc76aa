//! Why a file that a portal names did not come.

/// Why an address gave no text.
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
