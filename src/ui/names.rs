//! The names that the module shares with the scripts around it, which have them in `src/portal/names.js`. The names of
//! pages are those of [`Page`](super::route::Page), the names of events those of [`HostEvent`](super::host_event::HostEvent);
//! `tests/portal.rs` holds both sides equal.

/// The key of a session in local storage; what tells the widgets of a site apart follows it.
pub const SESSION: &str = "zhice.session";
/// The key of texts that could not be read, which are kept until a person decides about them: of the first as it is, of
/// the others with `#` and their number behind it.
pub const SET_ASIDE: &str = "zhice.session.unreadable";
/// What a session is called as a file.
pub const SESSION_FILE: &str = "zhice-session.json";
