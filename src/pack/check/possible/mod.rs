//! Whether any answers meet given rules: a search over what each fact may still be, by the engine's own algebra.

mod domain;
mod search;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::slice;

use self::domain::{LeafTest, ORDERINGS, VariableDomain, orderings};
use super::super::condition::{Comparison, Op, Relation};
use super::super::rules::Slot;
use super::super::{Condition, Fact, PackFile};
use crate::model::{Grow, Kind, Quantity};

/// A rule as the search reads it. Every position is that of a variable: a fact, an option of a set, a reading or a relation.
#[derive(Clone)]
pub enum Formula {
    All(Vec<Self>),
    Any(Vec<Self>),
    AtLeast(usize, Vec<Self>),
    Not(Box<Self>),
    /// Not met is left to the authority.
    Judged(Box<Self>),
    /// What the rule is under each case of a reading.
    Reading(usize, Vec<Self>),
    Leaf {
        /// The leaf is not applicable where one of these facts is not.
        facts: Vec<Slot>,
        variable: usize,
        look: LeafTest,
    },
}

/// Met by the first value: true, held, given.
const FIRST: LeafTest = LeafTest::Option { met: 1, unsure: 0 };

/// A reading taken in one of its cases, both by position.
pub type Taken = (usize, usize);

/// Everything that can be answered or read in a pack.
pub struct Space<'a> {
    file: &'a PackFile,
    /// What each variable can be at first.
    domains: Vec<VariableDomain>,
    /// The first variable of each fact; a set has one for each of its options.
    facts: Vec<usize>,
    /// The variable of the first reading.
    readings: usize,
    relations: Vec<Compared>,
    /// When each fact applies.
    gates: Vec<Option<Formula>>,
}

/// Two numbers, the second taken `times`, and the variable of how they compare.
struct Compared {
    fact: Slot,
    times: Quantity,
    of: Slot,
    variable: usize,
}

impl<'a> Space<'a> {
    /// Of a file whose ids are known and whose rules fit their facts. Each fact applies until [`Space::gate`] says when.
    pub fn new(file: &'a PackFile) -> Self {
        let mut domains = Vec::new();
        let mut facts = Vec::new();
        for fact in &file.facts {
            facts.push(domains.len());
            match fact.kind {
                Kind::Bool => domains.push(VariableDomain::of(2)),
                Kind::Choice => domains.push(VariableDomain::of(fact.options.len())),
                Kind::Set => domains.extend(fact.options.iter().map(|_| VariableDomain::of(2))),
                Kind::Text | Kind::Date | Kind::List => domains.push(VariableDomain::of(1)),
                Kind::Count | Kind::Number | Kind::Percent | Kind::Money => {
                    let least = fact.domain().floor().unwrap_or(Quantity::ZERO.minus(Quantity::MAX_INPUT));
                    domains.push(VariableDomain::Range(least, fact.domain().largest_input()));
                }
            }
        }
        let readings = domains.len();
        domains.extend(file.readings.iter().map(|reading| VariableDomain::of(reading.cases.len())));
        Self { file, domains, facts, readings, relations: Vec::new(), gates: vec![None; file.facts.len()] }
    }

    /// From now on the fact applies only where this holds.
    pub fn gate(&mut self, fact: Slot, gate: Formula) {
        if let Some(place) = self.gates.get_mut(fact.0) {
            *place = Some(gate);
        }
    }

    /// The rule on when a fact applies, if it does not always.
    pub fn gate_of(&self, fact: &str) -> Option<Formula> {
        self.gates.get(self.slot(fact).0).cloned().flatten()
    }

    /// Positions of a reading and of one of its cases.
    pub fn taken(&self, reading: &str, case: &str) -> Taken {
        let position = self.file.readings.iter().position(|one| one.id == reading).unwrap_or_default();
        let reading = self.file.readings.get(position);
        (position, reading.and_then(|reading| reading.case_index(case)).unwrap_or_default())
    }

    /// Every case of every reading in these rules.
    pub fn readings(&self, rules: &[&Formula]) -> Vec<Taken> {
        let variables: BTreeSet<_> = rules.iter().flat_map(|rule| rule.readings()).grown();
        let cases = |(variable, cases)| (0..cases).map(move |case| (variable - self.readings, case));
        variables.into_iter().flat_map(cases).collect()
    }

    pub fn formula(&mut self, condition: &Condition) -> Formula {
        let mut all = |parts: &[Condition]| parts.iter().map(|part| self.formula(part)).collect();
        match condition {
            Condition::All(parts) => Formula::All(all(parts)),
            Condition::Any(parts) => Formula::Any(all(parts)),
            Condition::AtLeast { n, of } => Formula::AtLeast(*n, all(of)),
            Condition::Not(part) => Formula::Not(Box::new(self.formula(part))),
            Condition::Judged(part) => Formula::Judged(Box::new(self.formula(part))),
            Condition::Is(fact) | Condition::Given(fact) => self.leaf(fact, 0, FIRST),
            Condition::Compare(comparison) => self.compare(comparison),
            Condition::CompareFacts(relation) => self.relation(relation),
            Condition::OneOf { fact, options, discretion } => {
                let mask = |chosen| self.options(fact, chosen).map(|index| 1_u64 << index).sum();
                self.leaf(fact, 0, LeafTest::Option { met: mask(options), unsure: mask(discretion) })
            }
            Condition::CompareNumbers(relation) => self.numbers(relation.op),
            Condition::Includes { fact, options, at_least } => {
                let held = self.options(fact, options).map(|index| self.leaf(fact, index, FIRST)).collect();
                match at_least {
                    Some(n) => Formula::AtLeast(*n, held),
                    None => Formula::All(held),
                }
            }
            Condition::ByReading { reading, cases } => {
                let (position, _) = self.taken(reading, "");
                let order = self.file.readings.get(position).map(|reading| reading.cases.as_slice());
                let entry = |id: &str| cases.iter().find(|entry| entry.case == id);
                let in_order = order.unwrap_or_default().iter().filter_map(|case| entry(&case.id));
                Formula::Reading(self.readings + position, in_order.map(|case| self.formula(&case.then)).collect())
            }
        }
    }

    fn compare(&self, Comparison { fact, op, value }: &Comparison) -> Formula {
        let step = self.fact(fact).map_or(Quantity::STEP, |fact| fact.kind.step());
        self.leaf(fact, 0, LeafTest::Number { op: *op, value: *value, step })
    }

    /// Two numbers that are compared with the same factor share a variable, whichever of them is named first.
    fn relation(&mut self, Relation { fact, op, times, of }: &Relation) -> Formula {
        let (mut fact, mut of) = (self.slot(fact), self.slot(of));
        let swapped = *times == Quantity::whole(1) && of < fact;
        if swapped {
            (fact, of) = (of, fact);
        }
        let known = self.relations.iter().find(|one| (one.fact, one.times, one.of) == (fact, *times, of));
        let variable = known.map_or(self.domains.len(), |known| known.variable);
        if variable == self.domains.len() {
            self.relations.push(Compared { fact, times: *times, of, variable });
            self.domains.push(VariableDomain::of(ORDERINGS.len()));
        }
        let allowed = |ordering: Ordering| op.allows(if swapped { ordering.reverse() } else { ordering });
        Formula::Leaf { facts: vec![fact, of], variable, look: LeafTest::Option { met: orderings(allowed), unsure: 0 } }
    }

    /// Numbers that are worked out are taken to compare in any way: nothing is reported that was not proved.
    fn numbers(&mut self, op: Op) -> Formula {
        let variable = self.domains.len();
        self.domains.push(VariableDomain::of(ORDERINGS.len()));
        let look = LeafTest::Option { met: orderings(|ordering| op.allows(ordering)), unsure: 0 };
        Formula::Leaf { facts: Vec::new(), variable, look }
    }

    fn leaf(&self, fact: &str, offset: usize, look: LeafTest) -> Formula {
        let slot = self.slot(fact);
        let first = self.facts.get(slot.0).copied().unwrap_or_default();
        Formula::Leaf { facts: vec![slot], variable: first + offset, look }
    }

    /// Positions of some options of a fact.
    fn options(&self, fact: &str, chosen: &[String]) -> impl Iterator<Item = usize> {
        let declared = self.fact(fact).map(|fact| fact.options.as_slice()).unwrap_or_default().iter().enumerate();
        declared.filter(|(_, option)| chosen.contains(&option.id)).map(|(index, _)| index)
    }

    fn slot(&self, id: &str) -> Slot {
        Slot(self.file.facts.iter().position(|fact| fact.id == id).unwrap_or_default())
    }

    fn fact(&self, id: &str) -> Option<&'a Fact> {
        self.file.facts.get(self.slot(id).0)
    }

    /// What each variable can be with these readings taken.
    fn domains(&self, taken: &[Taken]) -> Vec<VariableDomain> {
        let mut domains = self.domains.clone();
        for (reading, case) in taken {
            if let Some(domain) = domains.get_mut(self.readings + reading) {
                *domain = VariableDomain::Options(1 << case);
            }
        }
        domains
    }
}

impl Formula {
    fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) | Self::Reading(_, parts) => parts,
            Self::Not(part) | Self::Judged(part) => slice::from_ref(part),
            Self::Leaf { .. } => &[],
        }
    }

    /// The variable of every reading, with the number of its cases.
    fn readings(&self) -> BTreeSet<(usize, usize)> {
        let own = if let Self::Reading(variable, cases) = self { Some((*variable, cases.len())) } else { None };
        self.parts().iter().flat_map(Self::readings).chain(own).grown()
    }
}
