//! Answers by position, as the pass reads them.

use std::borrow::Cow;

use super::known::{Known, known};
use super::lists::{Lists, Tallied};
use crate::model::{Answers, Date, Interval, Value};
use crate::pack::rules::{FactRef, Slot};
use crate::pack::{Pack, Rows};

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

    /// The answers, with what is counted from lists and not answered.
    pub fn with_counts<'a>(&self, pack: &Pack, answers: &'a Answers) -> Cow<'a, Answers> {
        let mut all = Cow::Borrowed(answers);
        for (slot, fact) in pack.file.facts.iter().enumerate().filter(|(_, fact)| fact.counted.is_some()) {
            if let (None, Known::Number(counted)) = (answers.get(&fact.id), self.get(Slot(slot))) {
                all.to_mut().set(&fact.id, Value::Number(counted));
            }
        }
        all
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
