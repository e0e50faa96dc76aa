//! What there is to choose from, and what waits for the packs of what was chosen.

use std::sync::Arc;

use leptos::prelude::*;

use crate::pack::Listing;
use crate::ui::pack_source::PackSource;
use crate::ui::session::Msg;

/// What cannot be done before packs are here, and whether they did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub wanted: Wanted,
    pub has_failed: bool,
}

/// What packs are fetched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Something that was done.
    Act(Box<Msg>),
    /// What this device has kept.
    Kept,
    /// The same, where the page came back as it was left.
    Returned,
    /// What another window has kept.
    Theirs,
}

/// What there is to choose from, and how far that is.
#[derive(Clone, Copy)]
pub struct Offer {
    pub programmes: RwSignal<Arc<Vec<Listing>>>,
    /// Packs the portal named, and what became of each.
    pub sources: RwSignal<Vec<PackSource>>,
    /// What is done once packs are here that are on their way.
    pub waiting: RwSignal<Option<Waiting>>,
}

impl Offer {
    pub fn new() -> Self {
        Self {
            programmes: RwSignal::new(Arc::default()),
            sources: RwSignal::new(Vec::new()),
            waiting: RwSignal::new(None),
        }
    }
}
