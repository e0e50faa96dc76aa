//! What a rule of a random pack can refer to.

use proptest::sample::Index;
use zhice::model::{Kind, Quantity, Text};
use zhice::pack::condition::CaseOf;
use zhice::pack::fact::FactOption;
use zhice::pack::programme::Department;
use zhice::pack::{Fact, Reading};

/// The scale that facts may share.
pub const SCALE: &str = "levels";

/// The kinds of numbers.
pub const NUMERIC: [Kind; 4] = [Kind::Count, Kind::Number, Kind::Percent, Kind::Money];

/// The facts, readings and departments there are.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    pub facts: &'a [Fact],
    pub readings: &'a [Reading],
    pub departments: &'a [Department],
}

impl<'a> Known<'a> {
    pub fn of_kind(self, index: Index, kinds: &[Kind]) -> &'a Fact {
        let fitting: Vec<&Fact> = self.facts.iter().filter(|fact| kinds.contains(&fact.kind)).collect();
        fitting[index.index(fitting.len())]
    }
}

/// A number the fact can be, this far from its least; halves where it need not be whole.
pub fn within(fact: &Fact, number: i64) -> Quantity {
    let least = fact.domain().floor().unwrap_or_default();
    let half = if fact.kind == Kind::Count {
        Quantity::ZERO
    } else {
        Quantity::whole(number % 2).times("0.5".parse().unwrap())
    };
    let wanted = least.plus(Quantity::whole(number)).plus(half);
    fact.max.map_or(wanted, |max| wanted.min(max))
}

pub fn option_ids(fact: &Fact) -> Vec<String> {
    let own = if fact.scale.is_some() { options(3) } else { fact.options.clone() };
    own.into_iter().map(|option| option.id).collect()
}

/// Some of the options, at least one.
pub fn some_options(fact: &Fact, mask: u8) -> Vec<String> {
    let ids = option_ids(fact);
    let chosen: Vec<String> = masked(&ids, mask).cloned().collect();
    if chosen.is_empty() { ids.into_iter().take(1).collect() } else { chosen }
}

/// Those whose bit is set.
pub fn masked<T>(list: &[T], mask: u8) -> impl DoubleEndedIterator<Item = &T> {
    list.iter().enumerate().filter(move |(index, _)| mask & (1 << index) != 0).map(|(_, one)| one)
}

pub fn options(count: usize) -> Vec<FactOption> {
    (0..count).map(|index| FactOption { id: format!("o{index}"), label: words(), says: None, code: None }).collect()
}

/// One entry for each case, the last case first, so that nobody can rely on the order.
pub fn cases<T>(reading: &Reading, then: impl Iterator<Item = T>) -> Vec<CaseOf<T>> {
    let entries = reading.cases.iter().zip(then).map(|(case, then)| CaseOf { case: case.id.clone(), then });
    let mut entries: Vec<CaseOf<T>> = entries.collect();
    entries.reverse();
    entries
}

pub fn words() -> Text {
    Text { zh: "文".to_owned(), en: "text".to_owned() }
}
