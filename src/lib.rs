//! 知测 (zhice).
#[cfg(feature = "cli")]
pub mod cli;
pub mod draft;
pub mod engine;
pub mod model;
pub mod pack;
pub mod ui;
