//! One programme of a draft.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::handoff::Handover;
use crate::draft::MaterialState;
use crate::draft::dossier::Declaration;
use crate::model::Lang;
use crate::pack::load::TrackRef;
use crate::pack::{Listing, Pack};

/// A track of a programme.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrackId {
    pub programme: String,
    pub track: String,
}

/// One track that is applied for, with what goes into its application alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub id: TrackId,
    pub narratives: BTreeMap<String, String>,
    pub materials: BTreeMap<String, MaterialState>,
    pub declarations: BTreeSet<Declaration>,
    /// When it was given to a system of the portal, and what that answered; the last one at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handovers: Vec<Handover>,
}

impl TrackId {
    pub fn new(programme: impl Into<String>, track: impl Into<String>) -> Self {
        Self { programme: programme.into(), track: track.into() }
    }

    /// Programme and track in words.
    pub fn title(&self, programmes: &[Listing], lang: Lang) -> Option<String> {
        let programme = programmes.iter().find(|programme| programme.id == self.programme)?;
        let track = programme.tracks.iter().find(|track| track.id == self.track)?;
        Some(format!("{} · {}", programme.title.get(lang), track.title.get(lang)))
    }

    /// The track in its pack, if that is here.
    pub fn find<'p>(&self, packs: &'p [Pack]) -> Option<TrackRef<'p>> {
        packs.iter().find(|pack| pack.file.id == self.programme)?.track(&self.track)
    }
}

impl Entry {
    pub fn new(id: TrackId) -> Self {
        Self {
            id,
            narratives: BTreeMap::new(),
            materials: BTreeMap::new(),
            declarations: BTreeSet::new(),
            handovers: Vec::new(),
        }
    }
}
