//! What would bring more support, what that takes, and how much more each way brings.

use super::Ways;
use crate::engine::Case;
use crate::engine::reach::improve::{Improvement, improvements};
use crate::model::{AsOf, Lang};

/// What stands in the way of one measure, or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImprovementRow {
    /// The titles of the measures it is about; nothing where any may bring it.
    pub titles: Option<String>,
    /// What the way that brings most adds: `+2 万元`.
    pub gain: String,
    /// What each other way adds.
    pub other_gains: Vec<String>,
    pub ways: Ways,
}

impl ImprovementRow {
    /// What takes the fewest changes first.
    pub fn all(case: &Case<'_>, as_of: AsOf, lang: Lang) -> Vec<Self> {
        improvements(case, as_of).iter().map(|one| Self::of(one, case, lang)).collect()
    }

    fn of(found: &Improvement, case: &Case<'_>, lang: Lang) -> Self {
        let declared: Vec<_> = case.track.track.support.iter().flat_map(|support| &support.measures).collect();
        let titles = found.measures.iter().filter_map(|at| declared.get(*at)).map(|one| one.title.get(lang));
        let titles: Vec<&str> = titles.collect();
        let mut gains = found.gains.iter().map(|gain| format!("+{}", lang.money(*gain)));
        Self {
            titles: (!titles.is_empty()).then(|| lang.list(&titles)),
            gain: gains.next().unwrap_or_default(),
            other_gains: gains.collect(),
            ways: Ways::of(case.pack(), &found.reach, lang),
        }
    }
}
