//! The pages and their order.

use serde::{Deserialize, Serialize};

/// Where a person is, in the order of the way. Pages of questions are counted from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    #[default]
    Start,
    Notice,
    Questions(usize),
    /// All entries of the draft beside each other, where there are several.
    Comparison,
    Conclusion,
    Dossier,
    Finish,
    /// A draft from a file, replayed.
    Review,
    /// The packs that serve, and what became of those the portal brought.
    Packs,
}

/// What of the pages and their order depends on the draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// How many pages of questions there are.
    pub topics: usize,
    /// Several entries are compared before each is looked at.
    pub compares: bool,
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
}

impl Page {
    pub const fn stage(self) -> Stage {
        match self {
            Self::Start | Self::Review | Self::Packs => Stage::Start,
            Self::Notice => Stage::Notice,
            Self::Questions(_) => Stage::Questions,
            Self::Comparison | Self::Conclusion => Stage::Conclusion,
            Self::Dossier => Stage::Dossier,
            Self::Finish => Stage::Finish,
        }
    }

    /// Whether it needs more than what the first page comes with.
    pub const fn comes_late(self) -> bool {
        match self {
            Self::Start | Self::Notice | Self::Questions(_) => false,
            Self::Comparison | Self::Conclusion | Self::Dossier | Self::Finish | Self::Review | Self::Packs => true,
        }
    }

    /// The page that follows.
    #[must_use]
    pub const fn next(self, route: Route) -> Self {
        match self {
            Self::Start | Self::Review | Self::Packs => Self::Notice,
            Self::Notice => Self::Questions(0),
            Self::Questions(topic) if topic + 1 < route.topics => Self::Questions(topic + 1),
            Self::Questions(_) => route.result(),
            Self::Comparison => Self::Conclusion,
            Self::Conclusion => Self::Dossier,
            Self::Dossier | Self::Finish => Self::Finish,
        }
    }

    /// The page before it.
    #[must_use]
    pub const fn previous(self, route: Route) -> Self {
        match self {
            Self::Start | Self::Notice | Self::Review | Self::Packs => Self::Start,
            Self::Questions(0) => Self::Notice,
            Self::Questions(topic) => Self::Questions(topic - 1),
            Self::Conclusion if route.compares => Self::Comparison,
            Self::Comparison | Self::Conclusion => Self::Questions(route.topics.saturating_sub(1)),
            Self::Dossier => Self::Conclusion,
            Self::Finish => Self::Dossier,
        }
    }
}

impl Route {
    /// Where the questions lead to.
    pub const fn result(self) -> Page {
        if self.compares { Page::Comparison } else { Page::Conclusion }
    }

    /// The first page of a stage.
    pub const fn first(self, stage: Stage) -> Page {
        match stage {
            Stage::Start => Page::Start,
            Stage::Notice => Page::Notice,
            Stage::Questions => Page::Questions(0),
            Stage::Conclusion => self.result(),
            Stage::Dossier => Page::Dossier,
            Stage::Finish => Page::Finish,
        }
    }
}
