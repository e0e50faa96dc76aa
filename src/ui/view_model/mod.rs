//! View models: what a page sets, as plain data in one language, from the filing and the declarations of its packs.
//! Findings stand in `report`; here is what is asked, offered and brought along, which no assessment is needed for.

pub mod answers;
pub mod dossier;
pub mod found_by;
pub mod notice;
pub mod packs;
pub mod programmes;
pub mod questions;
pub mod replay;
pub mod roll_up;
pub mod search;
pub mod slip;
