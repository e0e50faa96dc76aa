//! The reference implementation, a second evaluator: it walks the pack file as it was written, and asks of every open part what it could turn out to be.
//!
//! It shares the nouns of a pack with the engine and nothing else: other logic, other numbers, no index, no order.

mod amount;
mod condition;
mod fraction;
mod indicator;
mod money;
mod number;
mod rows;
mod says;
mod support;

use std::collections::BTreeMap;

use zhice::engine::{Standing, Verdict};
use zhice::model::{Answers, AsOf, Quantity, Value};
use zhice::pack::condition::CaseOf;
use zhice::pack::programme::Dates;
use zhice::pack::track::Requirement;
use zhice::pack::{Condition, Fact, PackFile, Track};

pub use self::indicator::Stands;
pub use self::money::{End, Money, Range};
pub use self::says::Says;
pub use self::support::Brings;

/// Ten-thousandths.
pub type Units = i128;

const ONE: Units = 10_000;

/// One applicant on one track under one way of reading the document.
pub struct World<'a> {
    pub file: &'a PackFile,
    pub track: &'a Track,
    pub answers: &'a Answers,
    pub as_of: AsOf,
    /// The case of each reading, by id.
    pub cases: BTreeMap<&'a str, &'a str>,
}

/// The quantity as a plain integer, read from its text.
pub fn units(quantity: Quantity) -> Units {
    let text = quantity.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{decimals:0<4}").parse().unwrap()
}

fn number(value: &Value) -> Units {
    match value {
        Value::Number(quantity) => units(*quantity),
        other => panic!("{other:?} is no number"),
    }
}

impl<'a> World<'a> {
    fn fact(&self, id: &str) -> &'a Fact {
        self.file.facts.iter().find(|fact| fact.id == id).unwrap()
    }

    /// Ids of the facts of the track, in the order in which they are asked.
    pub fn asked(&self) -> Vec<&'a str> {
        let mut asked: Vec<&str> = Vec::new();
        for topic in &self.track.topics {
            asked.extend(topic.facts.iter().map(String::as_str));
        }
        asked.extend(self.track.record.iter().map(String::as_str));
        asked
    }

    fn case<T>(&self, reading: &str, cases: &'a [CaseOf<T>]) -> &'a T {
        let case = self.cases.get(reading).unwrap();
        &cases.iter().find(|one| one.case == *case).unwrap().then
    }

    fn all(&self, list: &'a [Condition]) -> Vec<Says> {
        list.iter().map(|condition| self.says(condition)).collect()
    }

    fn requirements(&self, list: &'a [Requirement]) -> Vec<Says> {
        list.iter().map(|requirement| self.says(&requirement.needs)).collect()
    }

    pub fn conditions(&self) -> Vec<Says> {
        self.requirements(&self.track.conditions)
    }

    pub fn priorities(&self) -> Vec<Says> {
        self.requirements(&self.track.priorities)
    }

    pub fn verdict(&self) -> Option<Verdict> {
        let conditions = self.conditions();
        let verdict = match Says::every(&conditions) {
            Says::Yes | Says::Void => Verdict::Eligible,
            Says::No => Verdict::Ineligible,
            Says::Open => Verdict::Undetermined,
            Says::Left => Verdict::Judged,
        };
        (!conditions.is_empty()).then_some(verdict)
    }
}

/// Whether a document holds on a day, by the days as text.
pub fn standing(dates: &Dates, as_of: AsOf) -> Standing {
    let today = as_of.to_string();
    let over = |day: &Option<AsOf>| day.is_some_and(|day| day.to_string() < today);
    if dates.in_force.is_none() {
        Standing::Consultation
    } else if dates.in_force.is_some_and(|first| today < first.to_string()) {
        Standing::NotYet
    } else if dates.superseded_on == Some(as_of) || over(&dates.superseded_on) {
        Standing::Superseded
    } else if over(&dates.trial_until) {
        Standing::TrialEnded
    } else if over(&dates.period_until) {
        Standing::PeriodEnded
    } else {
        Standing::InForce
    }
}
