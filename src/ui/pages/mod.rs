//! The pages, one file each, and the long ones in folders.

mod comparison;
mod conclusion;
mod dossier;
mod finish;
mod indicators;
mod notice;
mod packs;
mod questions;
mod review;
mod roll_up;
mod start;

pub use comparison::Comparison;
pub use conclusion::Conclusion;
pub use dossier::DossierPage;
pub use finish::Finish;
pub use notice::Notice;
pub use packs::Packs;
pub use questions::Questions;
pub use review::ReviewPage;
pub use start::Start;
