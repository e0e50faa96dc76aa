//! The pages, one file each, and two long sections of the conclusion.

mod conclusion;
mod dossier;
mod finish;
mod indicators;
mod notice;
mod questions;
mod readings;
mod start;

pub use conclusion::Conclusion;
pub use dossier::DossierPage;
pub use finish::Finish;
pub use notice::Notice;
pub use questions::Questions;
pub use start::Start;
