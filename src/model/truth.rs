//! Kleene's three-valued truth, with a neutral case and one that is left to the authority.

use serde::Serialize;

/// Whether a requirement holds. `NotApplicable` is neutral: it neither helps nor hurts what it is part of.
///
/// To a reader of JSON both kinds of open are `unknown`; what is judged is the one for which nothing is missing.
// Numbered so that the lower of two decides where both are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    Met = 3,
    NotMet = 0,
    /// Something that was not answered can still decide it.
    Unknown = 1,
    /// Left to the authority: the text softens itself, and no answer of the applicant can settle it.
    #[serde(rename = "unknown")]
    #[cfg_attr(feature = "cli", schemars(skip))]
    Judged = 2,
    NotApplicable = 4,
}

impl Truth {
    /// Met when every applicable part is met; one part not met decides.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::NotApplicable, Self::and)
    }

    /// Met when one applicable part is met.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::NotApplicable, |sum, part| sum.not().and(part.not()).not())
    }

    /// Met when at least `needed` parts are met; a part that does not apply cannot be counted.
    pub fn at_least(needed: usize, parts: impl IntoIterator<Item = Self>) -> Self {
        let (mut met, mut failed, mut judged, mut open) = (0, 0, 0, 0);
        for part in parts {
            match part {
                Self::Met => met += 1,
                Self::NotMet => failed += 1,
                Self::Judged => judged += 1,
                Self::Unknown => open += 1,
                Self::NotApplicable => {}
            }
        }
        match (met + failed + judged, open) {
            _ if met >= needed => Self::Met,
            (0, 0) => Self::NotApplicable,
            // It may yet turn out that no part applies: too few are left to be met, but nothing is settled.
            (0, _) => Self::Unknown,
            _ if met + judged + open < needed => Self::NotMet,
            // Whatever the open parts turn out to be, the judged ones decide.
            _ if met + open < needed && met + judged >= needed => Self::Judged,
            _ => Self::Unknown,
        }
    }

    /// Whether it may still turn out either way.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::Judged)
    }

    #[must_use]
    pub const fn not(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            same => same,
        }
    }

    /// Where a text softens itself, what falls short is left to the authority.
    #[must_use]
    pub const fn judged(self) -> Self {
        match self {
            Self::NotMet => Self::Judged,
            same => same,
        }
    }

    /// The lower of two: one part that fails decides, whatever the other says; an open part keeps the whole open, and what
    /// may yet be answered comes before what is left to the authority; what does not apply leaves the other as it is.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        if (self as u8) < other as u8 { self } else { other }
    }

    /// Whether a question that is asked only where this holds applies: where this does not apply, neither does the
    /// question.
    #[must_use]
    pub const fn gates(self) -> Self {
        match self {
            Self::NotApplicable => Self::NotMet,
            same => same,
        }
    }

    /// What a rule about a fact says, given whether that fact applies at all.
    #[must_use]
    pub const fn where_applicable(self, applies: Self) -> Self {
        match applies.gates() {
            Self::Met => self,
            Self::NotMet | Self::NotApplicable => Self::NotApplicable,
            open => open,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, Judged, Met, NotApplicable, NotMet, Unknown};

    #[test]
    fn kleene_with_a_neutral_case() {
        for (parts, all, any) in [
            (vec![Met, Unknown], Unknown, Met),
            (vec![NotMet, Unknown], NotMet, Unknown),
            (vec![Met, NotApplicable], Met, Met),
            (vec![NotMet, NotApplicable], NotMet, NotMet),
            (vec![NotApplicable, Unknown], Unknown, Unknown),
            (vec![NotApplicable], NotApplicable, NotApplicable),
            (vec![Met, NotMet], NotMet, Met),
            (vec![Met, Judged], Judged, Met),
            (vec![NotMet, Judged], NotMet, Judged),
            (vec![Unknown, Judged], Unknown, Unknown),
            (vec![NotApplicable, Judged], Judged, Judged),
        ] {
            assert_eq!(Truth::all(parts.clone()), all, "all {parts:?}");
            assert_eq!(Truth::any(parts.clone()), any, "any {parts:?}");
        }
    }

    #[test]
    fn counting_stops_being_open_when_it_is_decided() {
        assert_eq!(Truth::at_least(2, [Met, Unknown, NotMet]), Unknown);
        assert_eq!(Truth::at_least(2, [Met, Met, Unknown]), Met);
        assert_eq!(Truth::at_least(2, [Met, NotMet, NotApplicable]), NotMet);
        assert_eq!(Truth::at_least(1, [NotApplicable]), NotApplicable);
        assert_eq!(Truth::at_least(2, [NotApplicable, Unknown]), Unknown);
        assert_eq!(Truth::at_least(2, [NotMet, Unknown]), NotMet);
        assert_eq!(Truth::at_least(1, [NotMet, Judged]), Judged);
        assert_eq!(Truth::at_least(2, [Met, Judged, Unknown]), Unknown);
        assert_eq!(Truth::at_least(3, [Met, Judged, Judged, Unknown]), Judged);
        assert_eq!(Truth::at_least(3, [Met, Judged, Judged]), Judged);
        assert_eq!(Truth::at_least(2, [Judged, Judged, Unknown]), Judged);
        assert_eq!(Truth::at_least(2, [Judged, NotMet]), NotMet);
    }

    #[test]
    fn both_kinds_of_open_are_one_word_of_the_contract() {
        assert_eq!(serde_json::to_value([Unknown, Judged]).unwrap(), serde_json::json!(["unknown", "unknown"]));
        assert_eq!(Met.where_applicable(Judged), Judged, "whether it applies is for the authority");
    }
}
