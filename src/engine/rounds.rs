//! Rounds of a track on a day.

use serde::Serialize;

use crate::model::AsOf;
use crate::pack::Track;
use crate::pack::track::Round;

/// A round, and whether it is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct RoundFinding {
    pub id: String,
    pub standing: RoundStanding,
    pub cite: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoundStanding {
    Ahead,
    Open,
    Closed,
}

impl RoundStanding {
    /// Both the first and the last day count.
    pub fn of(round: &Round, as_of: AsOf) -> Self {
        match round.opens {
            _ if as_of > round.closes => Self::Closed,
            Some(opens) if as_of < opens => Self::Ahead,
            _ => Self::Open,
        }
    }
}

pub fn findings(track: &Track, as_of: AsOf) -> Vec<RoundFinding> {
    let finding = |round: &Round| RoundFinding {
        id: round.id.clone(),
        standing: RoundStanding::of(round, as_of),
        cite: round.cite.clone(),
    };
    track.rounds.iter().map(finding).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_first_and_the_last_day_count() {
        let round = |opens: Option<&str>| -> Round {
            let mut round =
                json!({"id": "r", "title": {"zh": "轮", "en": "Round"}, "closes": "2026-06-30", "cite": "一"});
            if let Some(opens) = opens {
                round["opens"] = opens.into();
            }
            serde_json::from_value(round).unwrap()
        };
        let on = |opens, day: &str| RoundStanding::of(&round(opens), day.parse().unwrap());
        let opens = Some("2026-06-01");
        assert_eq!(on(opens, "2026-05-31"), RoundStanding::Ahead);
        assert_eq!(on(opens, "2026-06-01"), RoundStanding::Open);
        assert_eq!(on(opens, "2026-06-30"), RoundStanding::Open);
        assert_eq!(on(opens, "2026-07-01"), RoundStanding::Closed);
        assert_eq!(on(None, "2026-01-01"), RoundStanding::Open);
        assert_eq!(on(None, "2026-07-01"), RoundStanding::Closed);
    }
}
