//! The pages and their order.

use serde::{Deserialize, Serialize};

use crate::pack::Track;

/// Where a person is. A topic is counted from zero in the order of the track.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    #[default]
    Start,
    Notice,
    Questions(usize),
    Conclusion,
    Dossier,
    Finish,
}

/// The six stages of the way, as the list of steps shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Start,
    Notice,
    Questions,
    Conclusion,
    Dossier,
    Finish,
}

impl Stage {
    pub const ALL: [Self; 6] =
        [Self::Start, Self::Notice, Self::Questions, Self::Conclusion, Self::Dossier, Self::Finish];

    /// The first page of the stage.
    pub const fn page(self) -> Page {
        match self {
            Self::Start => Page::Start,
            Self::Notice => Page::Notice,
            Self::Questions => Page::Questions(0),
            Self::Conclusion => Page::Conclusion,
            Self::Dossier => Page::Dossier,
            Self::Finish => Page::Finish,
        }
    }
}

impl Page {
    pub const fn stage(self) -> Stage {
        match self {
            Self::Start => Stage::Start,
            Self::Notice => Stage::Notice,
            Self::Questions(_) => Stage::Questions,
            Self::Conclusion => Stage::Conclusion,
            Self::Dossier => Stage::Dossier,
            Self::Finish => Stage::Finish,
        }
    }

    /// The page that follows on a track.
    #[must_use]
    pub fn next(self, track: &Track) -> Self {
        match self {
            Self::Start => Self::Notice,
            Self::Notice => Self::Questions(0),
            Self::Questions(topic) if topic + 1 < track.topics.len() => Self::Questions(topic + 1),
            Self::Questions(_) => Self::Conclusion,
            Self::Conclusion => Self::Dossier,
            Self::Dossier | Self::Finish => Self::Finish,
        }
    }

    /// The page before it on a track.
    #[must_use]
    pub fn previous(self, track: &Track) -> Self {
        match self {
            Self::Start | Self::Notice => Self::Start,
            Self::Questions(0) => Self::Notice,
            Self::Questions(topic) => Self::Questions(topic - 1),
            Self::Conclusion => Self::Questions(track.topics.len().saturating_sub(1)),
            Self::Dossier => Self::Conclusion,
            Self::Finish => Self::Dossier,
        }
    }
}
