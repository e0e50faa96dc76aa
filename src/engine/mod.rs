//! The assessment: pure, total, deterministic. No clock, no float, no browser, no panic.

pub mod agenda;
pub mod assess;
pub mod case;
pub mod explain;
pub mod facts;
pub mod pass;
pub mod say;
pub mod span;
pub mod standing;
pub mod support;

pub use assess::{Assessment, Verdict, assess, assess_case};
pub use case::Case;
pub use standing::Standing;
