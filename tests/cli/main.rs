//! The command `zhice` from outside: what it reads, what it writes, how it ends. One file for each verb or concern.

#![cfg(feature = "cli")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot start the command, or finds nothing where it looks, has to stop"
)]

mod answers;
mod applicants;
mod assess;
mod batch;
mod check;
mod completions;
mod diff;
mod draft;
mod explain;
mod export;
mod files;
mod handbook;
mod hostile;
mod lists;
mod materials;
mod merge;
mod new;
mod pack;
mod plan;
mod programmes;
mod questions;
mod reach;
mod readings;
mod schema;
mod tampering;
mod trial;
mod usage;
mod verify;
mod zhice;
