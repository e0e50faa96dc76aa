//! Whether a document holds on a given day.

use serde::Serialize;

use crate::model::AsOf;
use crate::pack::programme::Dates;

/// The standing of a document as of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A draft that is put to public consultation.
    Consultation,
    NotYet,
    InForce,
    TrialEnded,
    PeriodEnded,
    Superseded,
}

impl Standing {
    pub fn of(dates: &Dates, as_of: AsOf) -> Self {
        let past = |last_day: Option<AsOf>| last_day.is_some_and(|last_day| as_of > last_day);
        match dates {
            // Before the first day nothing else can have happened.
            Dates { in_force: None, .. } => Self::Consultation,
            Dates { in_force: Some(first), .. } if as_of < *first => Self::NotYet,
            // A successor ends a document whatever its own dates say.
            dates if dates.superseded_on.is_some_and(|day| as_of >= day) => Self::Superseded,
            dates if past(dates.trial_until) => Self::TrialEnded,
            dates if past(dates.period_until) => Self::PeriodEnded,
            _ => Self::InForce,
        }
    }

    /// The days on which the standing becomes another, in no order.
    pub fn changes(dates: &Dates) -> impl Iterator<Item = AsOf> {
        let ends = [dates.trial_until, dates.period_until].into_iter().flatten().filter_map(AsOf::next);
        [dates.in_force, dates.superseded_on].into_iter().flatten().chain(ends)
    }

    /// Whether the document may no longer hold.
    pub const fn is_ended(self) -> bool {
        matches!(self, Self::TrialEnded | Self::PeriodEnded | Self::Superseded)
    }

    /// Whether every result needs a banner: nobody can rely on a document that may no longer hold, or that was never
    /// issued.
    pub const fn needs_banner(self) -> bool {
        self.is_ended() || matches!(self, Self::Consultation)
    }
}
