//! Answers by position, as the pass reads them.

use super::lists::{Lists, Tallied};
use crate::model::{Answers, Date, Interval, Quantity, Value};
use crate::pack::rules::{FactRef, Slot};
use crate::pack::{Fact, Pack, Rows};

/// What is known of one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Unknown,
    Bool(bool),
    Number(Quantity),
    /// A list is given that it is counted from, and not every cell of it: at least so much, and at most.
    Between(Quantity, Option<Quantity>),
    /// Position of the chosen option.
    Option(usize),
    /// One bit for each option the set holds.
    Options(u64),
    /// A text or a list was given; no rule looks further.
    Given,
    Day(Date),
}

impl Known {
    /// Whether an answer can still say more.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::Between(..))
    }
}

/// What is known of every fact of a pack, and the day on which it is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    known: Vec<Known>,
    /// What the lists that are given come to, as far as rules ask for it.
    tallies: Vec<Tallied>,
    as_of: Option<Date>,
}

impl Facts {
    /// Answers to facts the pack does not have are passed over; a value of another type counts as unknown. Until the day
    /// is said, numbers that look at it are open.
    pub fn new(pack: &Pack, answers: &Answers, as_of: Option<Date>) -> Self {
        let mut facts = Self { as_of, ..Self::unknown(pack) };
        let mut lists = Lists::default();
        for (id, value) in answers.iter() {
            if let Some((slot, fact)) = pack.slot(id).and_then(|slot| Some((slot, pack.fact_at(slot)?))) {
                facts.set(slot, known(fact, value));
                lists.extend(value.as_rows().map(|rows| (slot, rows)));
            }
        }
        facts.count(pack, &lists);
        facts
    }

    /// The same on a day.
    #[must_use]
    pub(super) fn on(self, day: Date) -> Self {
        Self { as_of: Some(day), ..self }
    }

    pub const fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    /// Nothing is known yet.
    pub fn unknown(pack: &Pack) -> Self {
        Self { known: vec![Known::Unknown; pack.file.facts.len()], tallies: Vec::new(), as_of: None }
    }

    /// Nothing is known any more.
    pub fn forget(&mut self) {
        self.known.fill(Known::Unknown);
        self.tallies.clear();
    }

    pub fn set(&mut self, slot: Slot, known: Known) {
        if let Some(place) = self.known.get_mut(slot.0) {
            *place = known;
        }
    }

    pub fn get(&self, slot: Slot) -> Known {
        self.known.get(slot.0).copied().unwrap_or(Known::Unknown)
    }

    /// What rows of a list come to, if it is given.
    pub fn tally(&self, rows: &Rows<FactRef>, column: Option<&str>) -> Option<Interval> {
        self.tallies.iter().find(|one| one.is_of(rows.list.slot, rows, column)).map(|one| one.comes_to)
    }

    /// Works out what the lists come to, and what facts are counted from them.
    fn count(&mut self, pack: &Pack, lists: &Lists<'_>) {
        self.tallies = lists.tallies(pack, self.as_of);
        // While a cell is open that some rule asks for, so is the list.
        for slot in self.tallies.iter().filter(|one| !one.comes_to.is_settled()).map(Tallied::list).collect::<Vec<_>>()
        {
            self.set(slot, Known::Unknown);
        }
        for (slot, counted) in lists.counted(pack, &self.tallies) {
            if self.get(slot) == Known::Unknown {
                self.set(slot, counted);
            }
        }
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
        Value::Text(_) | Value::List(_) => Known::Given,
        Value::Date(day) => Known::Day(*day),
    }
}
