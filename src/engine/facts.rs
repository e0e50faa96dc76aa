//! Answers by position, as the pass reads them.

use crate::model::{Answers, Date, Quantity, Value};
use crate::pack::rules::Slot;
use crate::pack::{Fact, Pack};

/// What is known of one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Unknown,
    Bool(bool),
    Number(Quantity),
    /// Position of the chosen option.
    Option(usize),
    /// One bit for each option the set holds.
    Options(u64),
    /// A text was given; no rule looks further.
    Given,
    Day(Date),
}

/// What is known of every fact of a pack, and the day on which it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    known: Vec<Known>,
    as_of: Option<Date>,
}

impl Facts {
    /// Answers to facts the pack does not have are passed over; a value of another type counts as unknown.
    pub fn new(pack: &Pack, answers: &Answers) -> Self {
        let mut facts = Self::unknown(pack);
        for (id, value) in answers.iter() {
            if let Some((slot, fact)) = pack.slot(id).and_then(|slot| Some((slot, pack.fact_at(slot)?))) {
                facts.set(slot, known(fact, value));
            }
        }
        facts
    }

    /// The same on a day. Until it is said, numbers that look at it are open.
    #[must_use]
    pub fn on(self, day: Date) -> Self {
        Self { as_of: Some(day), ..self }
    }

    pub const fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    /// Nothing is known yet.
    pub fn unknown(pack: &Pack) -> Self {
        Self { known: vec![Known::Unknown; pack.file.facts.len()], as_of: None }
    }

    /// Nothing is known any more.
    pub fn forget(&mut self) {
        self.known.fill(Known::Unknown);
    }

    pub fn set(&mut self, slot: Slot, known: Known) {
        if let Some(place) = self.known.get_mut(slot.0) {
            *place = known;
        }
    }

    pub fn get(&self, slot: Slot) -> Known {
        self.known.get(slot.0).copied().unwrap_or(Known::Unknown)
    }
}

pub(super) fn known(fact: &Fact, value: &Value) -> Known {
    let position = |id: &str| fact.options.iter().position(|option| option.id == id);
    match value {
        Value::Bool(value) => Known::Bool(*value),
        Value::Number(value) => Known::Number(*value),
        Value::Choice(id) => position(id).map_or(Known::Unknown, Known::Option),
        Value::Set(ids) => {
            Known::Options(ids.iter().filter_map(|id| position(id)).fold(0, |mask, index| mask | (1_u64 << index)))
        }
        Value::Text(_) => Known::Given,
        Value::Date(day) => Known::Day(*day),
    }
}
