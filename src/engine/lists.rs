//! What the lists of an applicant come to: worked out once, so that the pass never goes through their rows.

use super::known::Known;
use crate::model::interval::End;
use crate::model::{Date, Interval, Row, Truth};
use crate::pack::reckon::Scope;
use crate::pack::rules::Slot;
use crate::pack::{Fact, Pack, Parameter, Rows};

/// The lists that are given, by the fact each answers.
#[derive(Debug, Default)]
pub struct Lists<'a>(Vec<(Slot, &'a [Row])>);

/// What some rows of a list that is given come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallied {
    rows: Rows<Slot>,
    column: Option<String>,
    pub comes_to: Interval,
}

impl Tallied {
    pub const fn list(&self) -> Slot {
        self.rows.list
    }

    pub fn is_of<F>(&self, list: Slot, rows: &Rows<F>, column: Option<&str>) -> bool {
        self.rows.list == list && self.column.as_deref() == column && self.rows.are_those_of(rows)
    }
}

impl<'a> Extend<(Slot, &'a [Row])> for Lists<'a> {
    fn extend<I: IntoIterator<Item = (Slot, &'a [Row])>>(&mut self, lists: I) {
        self.0.extend(lists);
    }
}

impl Lists<'_> {
    /// Everything that rules of the pack ask of the lists that are given.
    pub fn tallies(&self, pack: &Pack, as_of: Option<Date>) -> Vec<Tallied> {
        let tallied = |(rows, column): &(Rows<Slot>, Option<String>)| {
            let (_, given) = self.0.iter().find(|(slot, _)| *slot == rows.list)?;
            let of = column.as_ref().and_then(|id| pack.fact_at(rows.list)?.column(id));
            Some(Tallied { rows: rows.clone(), column: column.clone(), comes_to: rows.tally(given, of, as_of) })
        };
        pack.tallies().iter().filter_map(tallied).collect()
    }

    /// The facts that are counted from lists that are given, with what is known of them by that.
    pub fn counted(&self, pack: &Pack, tallies: &[Tallied]) -> Vec<(Slot, Known)> {
        let counted = |(slot, fact): (usize, &Fact)| {
            let number = fact.counted.as_ref()?.map(&|id: &String| pack.slot(id).unwrap_or(Slot(usize::MAX)));
            let is_given = |list: &&Slot| self.0.iter().any(|(slot, _)| slot == *list);
            let is_counted = number.leaves().iter().all(is_given);
            Some((Slot(slot), is_counted.then(|| within(fact, number.reckon(&Given(tallies))))??))
        };
        if self.0.is_empty() {
            return Vec::new();
        }
        pack.file.facts.iter().enumerate().filter_map(counted).collect()
    }
}

/// Nothing that could not be entered is counted.
fn within(fact: &Fact, Interval { low, high }: Interval) -> Option<Known> {
    let domain = fact.domain();
    let low = domain.floor().map_or(low.cut(), |floor| floor.max(low.cut()));
    let most = domain.largest_input();
    let high = if high == End::Above { domain.max } else { Some(high.cut().min(most)) };
    match high {
        Some(high) if low > high => None,
        Some(high) if low == high => Some(Known::Number(low)),
        high => Some(Known::Between(low, high)),
    }
}

/// Lists alone: what a fact is counted from looks at nothing else.
struct Given<'a>(&'a [Tallied]);

impl Scope<Slot> for Given<'_> {
    fn number(&self, _: &Slot) -> Interval {
        Interval::EVERYTHING
    }

    fn is_percent(&self, _: &Slot) -> bool {
        false
    }

    fn day(&self, _: &Slot) -> (Truth, Option<Date>) {
        (Truth::Unknown, None)
    }

    fn as_of(&self) -> Option<Date> {
        None
    }

    fn parameter(&self, _: &str) -> Option<&Parameter> {
        None
    }

    fn tally(&self, rows: &Rows<Slot>, column: Option<&str>) -> Interval {
        let found = self.0.iter().find(|one| one.is_of(rows.list, rows, column));
        found.map_or(Interval::EVERYTHING, |one| one.comes_to)
    }
}
