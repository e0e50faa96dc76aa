//! The widget. What a person did is a `Msg`; what follows is decided in `session`, tested without a browser;
//! the browser itself is touched in one module.

pub mod assessed;
pub mod entry;
pub mod filing;
pub mod handoff;
pub mod host_event;
pub mod i18n;
pub mod layout;
pub mod names;
pub mod pack_source;
pub mod prefill;
pub mod provided;
pub mod review;
pub mod route;
pub mod saved;
pub mod session;
pub mod state;
pub mod topic;
mod what_if;
pub mod windows;

#[cfg(feature = "ui")]
mod app;
#[cfg(feature = "ui")]
mod autosave;
#[cfg(feature = "ui")]
mod browser;
#[cfg(feature = "ui")]
mod charts;
#[cfg(feature = "ui")]
mod chunk;
#[cfg(feature = "ui")]
mod late;
#[cfg(feature = "ui")]
mod pages;
#[cfg(feature = "ui")]
mod parts;
#[cfg(feature = "ui")]
mod portal;
#[cfg(feature = "ui")]
mod store;

#[cfg(feature = "ui")]
pub use app::Widget;
#[cfg(feature = "ui")]
pub use browser::{Host, HtmlElement, language, watch_for_crashes};
