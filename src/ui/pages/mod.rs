//! The pages, one file each, in the order in which a person meets them.

mod conclusion;
mod dossier;
mod finish;
mod notice;
mod questions;
mod start;

pub use conclusion::Conclusion;
pub use dossier::DossierPage;
pub use finish::Finish;
pub use notice::Notice;
pub use questions::Questions;
pub use start::Start;
