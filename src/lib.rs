//! 知测 (zhice): self-assessment for IP-service-cluster programmes.
//!
//! The map, in the one direction in which modules may depend on each other:
//!
//! ```text
//! model ← pack ← engine ← report ← draft ← { cli, ui }
//! ```
//!
//! - [`model`]: values, truth, quantities, dates, text.
//! - [`pack`]: a programme as data, its checker, and the indexed form the engine runs on.
//! - [`engine`]: the assessment, its reasons, its range over readings, and what is still to be asked.
//! - [`report`]: what was found in words, once for every face.
//! - [`draft`]: the application draft and its verification.
//! - `cli`: the command `zhice`.
//! - [`ui`]: the widget.
//!
//! ```
//! use zhice::engine::{Verdict, assess};
//! use zhice::pack::{Choices, builtin};
//!
//! let loaded = builtin::load("zibo-2020-zone").expect("it is built in").expect("it has no errors");
//! let track = loaded.pack.track("agency").expect("the pack has this track");
//! let answers = loaded.pack.read_answers(
//!     r#"{"agency.patent_licensed": true, "agency.in_zone": true, "agency.cases_won": 5}"#,
//! )?;
//! let assessment = assess(track, &answers, "2020-10-01".parse().expect("a day"), &Choices::default());
//!
//! assert_eq!(assessment.eligibility.verdict, Some(Verdict::Eligible));
//! let support = assessment.support.expect("the track has measures");
//! assert_eq!(support.total.low.to_string(), "200000");
//! # Ok::<(), zhice::pack::answers::AnswersError>(())
//! ```

// The types of a page are as deep as its elements.
#![cfg_attr(all(feature = "ui", not(target_arch = "wasm32")), recursion_limit = "512")]

#[cfg(feature = "cli")]
pub mod cli;
pub mod draft;
pub mod engine;
pub mod model;
pub mod pack;
pub mod report;
#[cfg(feature = "serve")]
pub mod serve;
pub mod ui;
