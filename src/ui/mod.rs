//! The widget. What a person did is a `Msg`; what follows is decided in `session`, tested without a browser;
//! the browser itself is touched in one module.

pub mod filing;
pub mod i18n;
pub mod layout;
pub mod outlook;
pub mod review;
pub mod route;
pub mod saved;
pub mod session;
pub mod supply;
pub mod told;
pub mod topic;
mod trial;
pub mod windows;
pub mod workings;

#[cfg(feature = "ui")]
mod app;
#[cfg(feature = "ui")]
mod browser;
#[cfg(feature = "ui")]
mod charts;
#[cfg(feature = "ui")]
mod keeping;
#[cfg(feature = "ui")]
mod pages;
#[cfg(feature = "ui")]
mod parts;
#[cfg(feature = "ui")]
mod store;

#[cfg(feature = "ui")]
pub use app::Widget;
#[cfg(feature = "ui")]
pub use browser::{Host, HtmlElement, language, watch_for_crashes};
