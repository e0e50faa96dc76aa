//! The widget. What a person did is a `Msg`; what follows is decided in `session`, tested without a browser;
//! the browser itself is touched in one module.

#![cfg_attr(
    all(feature = "ui", not(target_arch = "wasm32")),
    allow(dead_code, unused_imports, reason = "what answers a person is called by the browser alone"),
    allow(clippy::large_types_passed_by_value, reason = "in a browser, where it counts, an address is half as long")
)]

pub mod assessed;
pub mod entry;
pub mod filing;
pub mod form_data;
pub mod handed_in;
pub mod handoff;
pub mod host_event;
pub mod i18n;
pub mod incoming;
pub mod layout;
pub mod link;
pub mod live;
pub mod names;
pub mod pack_source;
pub mod position;
pub mod prefill;
pub mod provided;
pub mod review;
pub mod roll_up;
pub mod route;
pub mod rows;
pub mod saved;
pub mod session;
pub mod state;
pub mod tables;
pub mod topic;
pub mod topic_page;
pub mod unfetched;
pub mod unplaced;
pub mod view_model;
pub mod wanted;
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
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
mod chunk;
#[cfg(all(feature = "ui", not(target_arch = "wasm32")))]
pub mod first_page;
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
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
mod way_in;
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
mod widget;

#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub use browser::{Host, HtmlElement, Refused, Shipped, language, watch_for_crashes};
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub use late::{Handle, Mount};
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub use live::Live;
#[cfg(all(feature = "ui", target_arch = "wasm32"))]
pub use way_in::{found, live, verify, widget};
