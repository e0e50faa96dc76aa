//! Answers by position, as the pass reads them.

use crate::model::{Answers, Quantity, Value};
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
    /// A text or a date was given; no rule looks further.
    Given,
}

/// What is known of every fact of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts(Vec<Known>);

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

    /// Nothing is known yet.
    pub fn unknown(pack: &Pack) -> Self {
        Self(vec![Known::Unknown; pack.file.facts.len()])
    }

    /// Nothing is known any more.
    pub fn forget(&mut self) {
        self.0.fill(Known::Unknown);
    }

    pub fn set(&mut self, slot: Slot, known: Known) {
        if let Some(place) = self.0.get_mut(slot.0) {
            *place = known;
        }
    }

    pub fn get(&self, slot: Slot) -> Known {
        self.0.get(slot.0).copied().unwrap_or(Known::Unknown)
    }
}

fn known(fact: &Fact, value: &Value) -> Known {
    let position = |id: &str| fact.options.iter().position(|option| option.id == id);
    match value {
        Value::Bool(value) => Known::Bool(*value),
        Value::Number(value) => Known::Number(*value),
        Value::Choice(id) => position(id).map_or(Known::Unknown, Known::Option),
        Value::Set(ids) => {
            Known::Options(ids.iter().filter_map(|id| position(id)).fold(0, |mask, index| mask | (1_u64 << index)))
        }
        Value::Text(_) | Value::Date(_) => Known::Given,
    }
}
