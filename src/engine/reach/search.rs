//! The search for the smallest set of changes: part by part where aims rest on different facts, and in each part first
//! by the number of given answers that are altered, then by the number of facts changed. To say what was left open is
//! honest advice before to take back what was said.

use std::collections::BTreeSet;

use super::super::case::Case;
use super::super::facts::Facts;
use super::super::known::Known;
use super::super::pass::Results;
use super::goal::{Aim, Aims};
use super::options::{Nearer, Options, nearer};
use crate::model::Kind;
use crate::pack::rules::{Slot, facts_of};

/// How many ways to reach a goal are told, the first included.
const MAX_WAYS: usize = 8;

/// Facts and what they become.
pub type Assignment = Vec<(Slot, Known)>;

/// Assessments made at most for one goal; a search that would need more settles for less than a proof.
const MAX_TRIALS: usize = 200_000;

/// What was found.
pub struct WaysFound {
    /// Equally small ways, the first first; empty where there is none.
    pub ways: Vec<Assignment>,
    pub proven: bool,
}

pub struct Search<'a> {
    case: &'a Case<'a>,
    trials: usize,
    facts: Facts,
    results: Results,
}

impl<'a> Search<'a> {
    pub fn new(case: &'a Case<'a>) -> Self {
        Self { case, trials: 0, facts: case.facts.clone(), results: case.results.clone() }
    }

    pub fn run(mut self, aims: &Aims) -> WaysFound {
        let mut found = self.by_parts(&aims.pieces);
        if let Some(whole) = aims.whole {
            let before = found.ways.len();
            found.ways.retain(|way| self.tried(&[whole], way));
            if found.ways.len() < before && found.ways.is_empty() {
                return self.part(&[whole], &whole.facts(self.case));
            }
        }
        found
    }

    fn by_parts(&mut self, aims: &[Aim]) -> WaysFound {
        let mut found = WaysFound { ways: vec![Vec::new()], proven: true };
        for (aims, facts) in self.parts(aims) {
            let part = self.part(&aims, &facts);
            found.proven &= part.proven;
            // Every way of this part with every way of those before, the first with the first.
            let joined = found
                .ways
                .iter()
                .flat_map(|way| part.ways.iter().map(move |more| [way.clone(), more.clone()].concat()));
            found.ways = joined.take(MAX_WAYS).collect();
        }
        found
    }

    /// Aims that share facts, together, with the facts they rest on.
    fn parts(&self, aims: &[Aim]) -> Vec<(Vec<Aim>, BTreeSet<Slot>)> {
        let mut parts: Vec<(Vec<Aim>, BTreeSet<Slot>)> = Vec::new();
        for aim in aims {
            let mut whole = (vec![*aim], aim.facts(self.case));
            let (shared, mut apart): (Vec<_>, Vec<_>) =
                parts.into_iter().partition(|(_, facts)| !facts.is_disjoint(&whole.1));
            for (aims, facts) in shared {
                whole.0.extend(aims);
                whole.1.extend(facts);
            }
            apart.push(whole);
            parts = apart;
        }
        parts
    }

    /// The smallest ways to reach aims that rest on these facts.
    fn part(&mut self, aims: &[Aim], facts: &BTreeSet<Slot>) -> WaysFound {
        if self.tried(aims, &[]) {
            return WaysFound { ways: vec![Vec::new()], proven: true };
        }
        let asked = facts_of(self.case.track.track).into_iter().filter_map(|id| self.case.pack().slot(id));
        let free: Vec<Slot> = asked.filter(|slot| facts.contains(slot) && self.may_change(*slot)).collect();
        let open: Assignment = free.iter().map(|slot| (*slot, Known::Unknown)).collect();
        if !self.possible(aims, &open) {
            return WaysFound { ways: Vec::new(), proven: true };
        }
        let options = |slot: &Slot| Options::new(self.case, &self.case.facts, &self.case.results, *slot);
        let (given, open): (Vec<Options>, Vec<Options>) =
            free.iter().map(options).partition(|one| self.case.facts.get(one.slot) != Known::Unknown);
        for altered in 0..=given.len() {
            // Alterations that lead nowhere even with all that is open are not looked at again.
            let promising: Vec<Vec<&Options>> = subsets(&given, altered)
                .filter(|altered| self.possible(aims, &unknown(altered.iter().copied().chain(&open))))
                .collect();
            for answered in 0..=if promising.is_empty() { 0 } else { open.len() } {
                let mut ways = Vec::new();
                for chosen in both(&promising, &open, answered) {
                    if self.possible(aims, &unknown(chosen.iter().copied())) {
                        orders(&chosen).any(|chosen| self.assign(aims, &chosen, &mut Vec::new(), &mut ways));
                    }
                    if self.trials > MAX_TRIALS {
                        if ways.is_empty() {
                            ways.extend(self.irreducible(aims, &given, &open));
                        }
                        return WaysFound { ways, proven: false };
                    }
                }
                if !ways.is_empty() {
                    ways.truncate(MAX_WAYS);
                    return WaysFound { ways, proven: true };
                }
            }
        }
        WaysFound { ways: Vec::new(), proven: true }
    }

    /// What is answered and fixed stays; of a list, only what is counted from it moves.
    fn may_change(&self, slot: Slot) -> bool {
        let fact = self.case.pack().fact_at(slot);
        if fact.is_some_and(|fact| fact.kind == Kind::List) {
            return false;
        }
        let fixed = fact.is_some_and(|fact| fact.fixed);
        !fixed || self.case.facts.get(slot) == Known::Unknown
    }

    /// Gives every chosen fact each of its values. Of those that differ only in how far a number moves or how much a set
    /// grows, the nearest is a way.
    fn assign(&mut self, aims: &[Aim], chosen: &[&Options], way: &mut Assignment, ways: &mut Vec<Assignment>) -> bool {
        let Some((next, rest)) = chosen.split_first() else {
            if !self.tried(aims, way) {
                return false;
            }
            let mut nearest = self.nearest(aims, way);
            nearest.sort_unstable_by_key(|(slot, _)| *slot);
            if !ways.contains(&nearest) {
                ways.push(nearest);
            }
            return true;
        };
        let moved = next.is_reckoned && !way.is_empty();
        let anew = moved.then(|| self.with(way, |case, facts, results| Options::new(case, facts, results, next.slot)));
        let mut reached = false;
        for value in anew.as_ref().map_or(&next.values, |anew| &anew.values) {
            if self.trials > MAX_TRIALS || ways.len() > MAX_WAYS {
                break;
            }
            way.push((next.slot, *value));
            reached |= self.assign(aims, rest, way, ways);
            way.pop();
            if reached && next.graded {
                break;
            }
        }
        reached
    }

    /// The same way with every number moved no further than needed; again until none can be spared anything, since what one
    /// number gives up may be what another needed.
    fn nearest(&mut self, aims: &[Aim], way: &Assignment) -> Assignment {
        let mut way = way.clone();
        loop {
            let before = way.clone();
            for index in 0..way.len() {
                while self.shorten(aims, &mut way, index) {}
            }
            if way == before || self.trials > MAX_TRIALS {
                return way;
            }
        }
    }

    /// Moves one number nearer to where it was: to the near end of its stretch, from there into the next stretch. Whether
    /// it may go nearer still.
    fn shorten(&mut self, aims: &[Aim], way: &mut Assignment, index: usize) -> bool {
        let Some((slot, Known::Number(number))) = way.get(index).copied() else { return false };
        let Some(Nearer { to, step }) =
            self.with(way, |case, facts, results| nearer(case, facts, results, slot, number))
        else {
            return false;
        };
        put(way, index, Known::Number(to));
        // Where it would not be changed any more, it takes no part: a smaller way, which was tried.
        if Known::Number(to) != self.case.facts.get(slot) && self.tried(aims, way) {
            return true;
        }
        // Within a stretch only amounts change: what is enough stays enough further out.
        let (mut short, mut enough) = (to, number);
        while let Some(middle) = short.middle(enough, step) {
            put(way, index, Known::Number(middle));
            if self.tried(aims, way) { enough = middle } else { short = middle }
        }
        put(way, index, Known::Number(enough));
        false
    }

    /// Every fact at its most promising value, and then as few of these changes as will still do.
    fn irreducible(&mut self, aims: &[Aim], given: &[Options], open: &[Options]) -> Option<Assignment> {
        let mut way = unknown(given.iter().chain(open));
        for (index, one) in given.iter().chain(open).enumerate() {
            let kept = self.case.facts.get(one.slot);
            let values =
                std::iter::once(kept).chain(one.values.iter().copied()).filter(|value| *value != Known::Unknown);
            for value in values {
                put(&mut way, index, value);
                if self.possible(aims, &way) {
                    break;
                }
            }
        }
        if !self.tried(aims, &way) {
            return None;
        }
        let mut index = 0;
        while index < way.len() {
            let mut fewer = way.clone();
            fewer.remove(index);
            if self.tried(aims, &fewer) { way = fewer } else { index += 1 }
        }
        Some(self.nearest(aims, &way))
    }

    fn tried(&mut self, aims: &[Aim], way: &[(Slot, Known)]) -> bool {
        self.renew(way);
        aims.iter().all(|aim| aim.holds(self.case, &self.results))
    }

    fn possible(&mut self, aims: &[Aim], way: &[(Slot, Known)]) -> bool {
        self.renew(way);
        aims.iter().all(|aim| aim.is_possible(self.case, &self.results))
    }

    fn renew(&mut self, way: &[(Slot, Known)]) {
        self.with(way, |_, _, _| ());
    }

    /// Looks at the facts and the results as they are after a way.
    fn with<T>(&mut self, way: &[(Slot, Known)], look: impl FnOnce(&Case<'_>, &Facts, &Results) -> T) -> T {
        self.trials += 1;
        for (slot, known) in way {
            self.facts.set(*slot, *known);
        }
        self.results.renew(self.case.track, &self.facts, self.case.choices);
        let seen = look(self.case, &self.facts, &self.results);
        for (slot, _) in way {
            self.facts.set(*slot, self.case.facts.get(*slot));
        }
        seen
    }
}

fn unknown<'o>(options: impl Iterator<Item = &'o Options>) -> Assignment {
    options.map(|one| (one.slot, Known::Unknown)).collect()
}

/// A sum is solved for the last of its parts while those before stand at the ends of what they can be: each part that is
/// reckoned with others is the last one once.
fn orders<'o>(chosen: &[&'o Options]) -> impl Iterator<Item = Vec<&'o Options>> {
    let reckoned: Vec<usize> =
        (0..chosen.len()).filter(|at| chosen.get(*at).is_some_and(|one| one.is_reckoned)).collect();
    let last = if reckoned.len() > 1 { reckoned } else { vec![chosen.len()] };
    last.into_iter().rev().map(|last| {
        let before = chosen.iter().enumerate().filter(|(at, _)| *at != last);
        before.map(|(_, one)| *one).chain(chosen.get(last).copied()).collect()
    })
}

fn put(way: &mut Assignment, index: usize, value: Known) {
    if let Some((_, known)) = way.get_mut(index) {
        *known = value;
    }
}

/// Each choice of given facts with each choice of so many that are open.
fn both<'o>(given: &[Vec<&'o Options>], open: &'o [Options], size: usize) -> impl Iterator<Item = Vec<&'o Options>> {
    given.iter().flat_map(move |given| subsets(open, size).map(move |open| [given.as_slice(), &open].concat()))
}

/// The subsets of `size` of a list, in order.
fn subsets<T>(list: &[T], size: usize) -> impl Iterator<Item = Vec<&T>> {
    let count = list.len();
    let first: Option<Vec<usize>> = (size <= count).then(|| (0..size).collect());
    let places = std::iter::successors(first, move |subset| {
        // The last position that can still move up, and those after it right behind.
        let movable = (0..size).rev().find(|at| subset.get(*at).is_some_and(|index| index + size - at < count))?;
        let moved = subset.get(movable)? + 1;
        let kept = subset.iter().take(movable).copied();
        Some(kept.chain(moved..moved + size - movable).collect())
    });
    places.map(move |places| places.iter().filter_map(|place| list.get(*place)).collect())
}

#[cfg(test)]
mod tests {
    use super::subsets;

    #[test]
    fn subsets_come_in_order() {
        let listed: Vec<Vec<&u8>> = subsets(&[0, 1, 2, 3], 2).collect();
        assert_eq!(listed, [[&0, &1], [&0, &2], [&0, &3], [&1, &2], [&1, &3], [&2, &3]]);
        assert_eq!(subsets(&[0, 1, 2], 0).count(), 1);
        assert_eq!(subsets(&[0, 1, 2], 3).count(), 1);
        assert_eq!(subsets(&[0, 1], 3).count(), 0);
    }
}
