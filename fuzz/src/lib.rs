//! Fuzz targets for what zhice reads: packs, answers, drafts and tables.
//!
//! `cargo xtask fuzz` builds and runs them; `cargo test --test fuzz` replays the seeds and all that once broke a target.

pub mod mutate;
pub mod seeds;
pub mod targets;
