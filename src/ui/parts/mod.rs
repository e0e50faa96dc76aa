//! Pieces that pages are made of. Each owns one decision or one repeated row.
#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod banner;
mod choice;
mod clause;
mod errors;
mod finding;
mod indicator;
mod measure;
mod onward;
mod question;
mod reading;
mod slip;
mod steps;
mod text;

pub use banner::Banner;
pub use clause::Clause;
pub use errors::ErrorSummary;
pub use finding::{FindingRow, verdict_class};
pub use indicator::IndicatorRow;
pub use measure::MeasureRow;
pub use onward::Onward;
pub use question::Question;
pub use reading::ReadingSwitch;
pub use slip::Slip;
pub use steps::Steps;
pub use text::{LineField, ParagraphField};
