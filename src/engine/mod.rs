//! The assessment: pure, total, deterministic. No clock, no float, no browser, no panic.

pub mod assess;
pub mod case;
pub mod doubts;
pub mod effects;
pub mod explain;
pub mod facts;
pub mod finding;
pub mod indicators;
pub mod known;
pub mod links;
pub mod lists;
pub mod missing;
mod next_question;
mod number;
pub mod outcome;
pub mod pass;
pub mod plan;
pub mod procedure;
pub mod proposal;
pub mod reach;
pub mod reader;
pub mod reasoning;
pub mod rounds;
pub mod score;
pub mod screen;
pub mod span;
pub mod standing;
pub mod summary;
pub mod support;
pub mod together;
pub mod values;

pub use assess::{Assessment, assess, assess_case};
pub use case::Case;
pub use outcome::{Status, Verdict};
pub use standing::Standing;
pub use summary::Summary;
