//! The widget. What a person did is a `Msg`; what follows is decided in `session`, tested without a browser;
//! the browser itself is touched in one file.

pub mod filing;
pub mod i18n;
pub mod layout;
pub mod outlook;
pub mod review;
pub mod route;
pub mod saved;
pub mod session;
pub mod topic;
mod trial;
pub mod workings;

#[cfg(feature = "ui")]
pub mod app;
#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
mod charts;
#[cfg(feature = "ui")]
mod pages;
#[cfg(feature = "ui")]
mod parts;
#[cfg(feature = "ui")]
pub mod store;
