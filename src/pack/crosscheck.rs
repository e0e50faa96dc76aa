//! What ought to hold between answers whatever the document asks: a part is not more than the whole.

use serde::{Deserialize, Serialize};

use super::condition::{Op, once};
use super::number::{Between, Day, NumberRelation};
use super::{Condition, Constant, Fact, Number};
use crate::model::{Kind, Quantity, Text};

/// A condition that answers ought to meet. One that does not hold is asked about; it decides nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Check {
    pub id: String,
    pub holds: Condition,
    /// What to look at, said beside the figures.
    pub text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<String>,
}

impl Check {
    /// That a day from which the days of a step are reckoned has come: it is the day of something that happened.
    pub(super) fn of_day(fact: &Fact) -> Option<Self> {
        let ahead = Number::Days(Between { from: Day::AsOf, to: Day::Fact(fact.id.clone()) });
        let relation = NumberRelation {
            number: ahead,
            op: Op::AtMost,
            times: once(),
            of: Number::Constant(Constant::plain(Quantity::ZERO)),
        };
        let text = Text {
            zh: "这一天晚于测算日，请核对；尚未发生的，先不填写。".to_owned(),
            en: "This day lies after the day of the assessment; check it, and leave it out while it has not come."
                .to_owned(),
        };
        let check =
            || Self { id: format!("{}.ahead", fact.id), holds: Condition::CompareNumbers(relation), text, cite: None };
        (fact.kind == Kind::Date).then(check)
    }

    /// That the answer to a fact is what is counted from its list, where both are given.
    pub(super) fn of_count(fact: &Fact) -> Option<Self> {
        let relation = NumberRelation {
            number: Number::Fact(fact.id.clone()),
            op: Op::Equals,
            times: once(),
            of: fact.counted.clone()?,
        };
        let text = Text {
            zh: "所填的数与清单中计入的不同，请核对所填的数，或者清单的各行。".to_owned(),
            en: "The figure entered is not what its list comes to; check the figure, or the rows of the list."
                .to_owned(),
        };
        Some(Self { id: format!("{}.list", fact.id), holds: Condition::CompareNumbers(relation), text, cite: None })
    }
}
