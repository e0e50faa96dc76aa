//! Whether two totals can differ. Both are followed at once through every component: of what adds up only the difference
//! is kept, of each shared group the largest on either side. What cannot be told apart is looked at once.

use std::collections::BTreeSet;

use super::part::{Pair, Tried};
use super::total::{brought, shared};
use crate::model::{Amount, Grow};

/// One end of an amount in its smallest unit; `None` where it has no such end.
type End = fn(Amount) -> Option<i128>;

const ENDS: [End; 2] = [|amount| Some(amount.low.in_units()), |amount| Some(amount.high?.in_units())];

/// A component as it was tried on either side, and the pairs of which one is chosen.
type Component<'t> = ([&'t Tried<'t>; 2], &'t [Pair<'t>]);

/// Whether one of these pairs of a component makes another total of some combination of the other components.
pub fn total_moves(tried: &[Tried<'_>], alike: &[Vec<Pair<'_>>], at: usize, pairs: &[Pair<'_>]) -> bool {
    let pairs: Vec<Pair<'_>> = pairs.iter().filter(|(from, to)| from.amounts != to.amounts).copied().collect();
    let Some(own) = tried.get(at).filter(|_| !pairs.is_empty()) else { return false };
    let others = || tried.iter().zip(alike).enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
    let places: Vec<usize> = own.places().collect();
    let near: Vec<_> = others().filter(|(other, _)| other.is_in(&places)).collect();
    let has_end = |end: End, alike: &[Pair<'_>]| alike.iter().any(|(part, _)| end(part.sum()).is_some());
    ENDS.into_iter().any(|end| {
        // Where what shares nothing with it has no end in any case, neither has the whole.
        let mut far = others().filter(|(other, _)| !other.is_in(&places));
        if !far.all(|(_, alike)| has_end(end, alike)) {
            return false;
        }
        if near.is_empty() {
            return pairs.iter().any(|(from, to)| end(from.sum()) != end(to.sum()));
        }
        let is_shared = |place: &usize| near.iter().any(|(other, _)| other.is_in(&[*place]));
        let shared: Vec<usize> = own.places().filter(is_shared).collect();
        let others = near.iter().map(|(other, alike)| ([*other, *other], alike.as_slice()));
        let components: Vec<Component<'_>> = [([own, own], pairs.as_slice())].into_iter().chain(others).collect();
        can_differ(&components, [&shared, &shared], end)
    })
}

/// Whether the total under one way of adding up can differ from that under another.
pub fn total_differs<'t>(from: &'t [Tried<'t>], to: &'t [Tried<'t>], beside: &'t [Vec<Pair<'t>>]) -> bool {
    let (in_from, in_to) = (shared(from), shared(to));
    let groups = [in_from.as_slice(), in_to.as_slice()];
    let tried = || from.iter().zip(to).map(|(from, to)| [from, to]).zip(beside);
    ENDS.into_iter().any(|end| {
        // Most often what brings most shows it at once.
        let sum = |(from, _): &Pair<'_>| from.amounts.iter().filter_map(|amount| end(*amount)).sum::<i128>();
        let most = |pairs: &'t Vec<Pair<'t>>| pairs.iter().max_by_key(|pair| sum(pair)).map(std::slice::from_ref);
        let most = tried().filter_map(|(sides, pairs)| Some((sides, most(pairs)?))).collect::<Vec<Component<'_>>>();
        let all: Vec<Component<'_>> = tried().map(|(sides, pairs)| (sides, pairs.as_slice())).collect();
        can_differ(&most, groups, end) || can_differ(&all, groups, end)
    })
}

/// Whether some choice of a pair for each component makes the two sides differ.
fn can_differ(components: &[Component<'_>], groups: [&[usize]; 2], end: End) -> bool {
    let mut states = BTreeSet::from([State::default()]);
    for ([from, to], pairs) in components {
        let [in_from, in_to] = groups;
        let step = |(one, other): &Pair<'_>| {
            let side = |amounts: Vec<Amount>| amounts.into_iter().map(end).collect::<Option<Vec<i128>>>();
            State::new(side(brought(from, *one, in_from)), side(brought(to, *other, in_to)))
        };
        let steps: BTreeSet<State> = pairs.iter().filter_map(step).grown();
        states = states.iter().flat_map(|state| steps.iter().filter_map(|step| state.joined(step))).grown();
    }
    states.iter().any(State::differs)
}

/// How far the two sides have come.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    /// One side alone has no end, whatever else.
    endless: [bool; 2],
    /// By how much more the first side adds up to.
    ahead: i128,
    /// The largest in each shared group of either side.
    largest: [Vec<i128>; 2],
}

impl State {
    /// `None` where neither side has an end: such two cannot differ any more.
    fn new(from: Option<Vec<i128>>, to: Option<Vec<i128>>) -> Option<Self> {
        let split = |side: Vec<i128>| (side.first().copied().unwrap_or_default(), side.into_iter().skip(1).collect());
        match (from, to) {
            (Some(from), Some(to)) => {
                let ((own_from, from), (own_to, to)) = (split(from), split(to));
                Some(Self { endless: [false, false], ahead: own_from - own_to, largest: [from, to] })
            }
            (None, None) => None,
            (from, to) => Some(Self { endless: [from.is_none(), to.is_none()], ..Self::default() }),
        }
    }

    fn joined(&self, other: &Self) -> Option<Self> {
        let ([from, to], [other_from, other_to]) = (self.endless, other.endless);
        match [from || other_from, to || other_to] {
            [true, true] => None,
            [false, false] => {
                let ([from, to], [other_from, other_to]) = (&self.largest, &other.largest);
                let largest = [larger(from, other_from), larger(to, other_to)];
                Some(Self { endless: [false, false], ahead: self.ahead + other.ahead, largest })
            }
            endless => Some(Self { endless, ..Self::default() }),
        }
    }

    fn differs(&self) -> bool {
        let [from, to] = self.largest.each_ref().map(|side| side.iter().sum::<i128>());
        self.endless != [false, false] || self.ahead + from != to
    }
}

/// Place by place; before the first component there are none.
fn larger(one: &[i128], other: &[i128]) -> Vec<i128> {
    if one.is_empty() { other.to_vec() } else { one.iter().zip(other).map(|(one, other)| *one.max(other)).collect() }
}
