//! An index of programmes: what one knows of each before its pack is here, to choose among them. It is made of packs and
//! of nothing else, so that what is shown of an index is what would be shown of the packs.

use serde::{Deserialize, Serialize};

use super::programme::Dates;
use super::track::{Applicant, TrackKind};
use super::{Pack, Track};
use crate::model::Text;
use crate::model::positional::{self, Unreadable};

/// More programmes than this are searched, and the packs of those that nobody has chosen are not fetched.
pub const FEW: usize = 8;

/// What an index says of a programme.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Listing {
    pub id: String,
    /// Version and digest of the pack.
    pub version: String,
    pub digest: String,
    pub title: Text,
    pub document: Text,
    pub number: Option<String>,
    pub issuer: Text,
    pub place: Option<Vec<Text>>,
    /// The days alone.
    pub standing: Dates,
    pub tracks: Vec<ListedTrack>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListedTrack {
    pub id: String,
    pub title: Text,
    pub applicant: Applicant,
    pub kind: TrackKind,
    pub who: Text,
    pub outcome: Text,
}

impl Listing {
    pub fn of(pack: &Pack) -> Self {
        let file = &pack.file;
        Self {
            id: file.id.clone(),
            version: file.version.clone(),
            digest: pack.digest.clone(),
            title: file.title.clone(),
            document: file.document.title.clone(),
            number: file.document.number.clone(),
            issuer: file.document.issuer.clone(),
            place: file.place.clone(),
            standing: Dates { note: Text::default(), cite: String::new(), ..file.standing.clone() },
            tracks: file.tracks.iter().map(ListedTrack::of).collect(),
        }
    }
}

impl ListedTrack {
    fn of(track: &Track) -> Self {
        Self {
            id: track.id.clone(),
            title: track.title.clone(),
            applicant: track.applicant,
            kind: track.kind(),
            who: track.who.clone(),
            outcome: track.outcome.clone(),
        }
    }
}

/// An index in few bytes.
pub fn to_bytes(index: &[Listing]) -> Result<Vec<u8>, Unreadable> {
    positional::to_bytes(&index)
}

/// The index that this version wrote.
pub fn from_bytes(bytes: &[u8]) -> Result<Vec<Listing>, Unreadable> {
    positional::from_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::builtin;

    #[test]
    fn an_index_is_read_back_as_it_was_made() {
        let index: Vec<Listing> = builtin::all().iter().map(Listing::of).collect();
        let read = from_bytes(&to_bytes(&index).unwrap()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), serde_json::to_value(index).unwrap());
    }
}
