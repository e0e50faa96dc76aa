//! What components come to together. A measure whose group no other component touches adds to what the component brings
//! by itself; in a group that several touch the largest of all counts, so there they are combined.

use super::part::{Pair, Part, Tried};
use crate::model::{Amount, Grow};

/// From the least to the most that all components come to under any combination.
pub fn range(tried: &[Tried<'_>], alike: &[Vec<Pair<'_>>]) -> Amount {
    let shared = shared(tried);
    let (together, apart): (Vec<_>, Vec<_>) = tried.iter().zip(alike).partition(|(one, _)| one.is_in(&shared));
    let own = |(_, pairs): &(&Tried<'_>, &Vec<Pair<'_>>)| pairs.iter().map(|(part, _)| part.sum()).reduce(Amount::or);
    let apart = apart.iter().filter_map(own).fold(Amount::ZERO, Amount::plus);
    let all = |(one, pairs): &(&Tried<'_>, &Vec<Pair<'_>>)| -> Vec<Vec<Amount>> {
        pairs.iter().map(|(part, _)| brought(one, *part, &shared)).collect()
    };
    let together: Vec<Vec<Vec<Amount>>> = together.iter().map(all).collect();
    let extreme = |is_beyond: fn(Amount, Amount) -> bool| {
        let mut best = vec![vec![Amount::ZERO; shared.len() + 1]];
        for brought in &together {
            let joined = best.iter().flat_map(|state| brought.iter().map(|more| joined(state, more)));
            best = undominated(joined, is_beyond);
        }
        let totals = best.into_iter().map(|state| state.into_iter().fold(Amount::ZERO, Amount::plus));
        totals.reduce(|best, next| if is_beyond(next, best) { next } else { best }).unwrap_or_default()
    };
    apart.plus(Amount { low: extreme(|one, other| one.low <= other.low).low, high: extreme(is_higher).high })
}

fn is_higher(one: Amount, other: Amount) -> bool {
    one.high.is_none_or(|high| other.high.is_some_and(|other| high >= other))
}

/// The groups that more than one component touches.
pub fn shared(tried: &[Tried<'_>]) -> Vec<usize> {
    let by_several = |group: &usize| tried.iter().filter(|one| one.groups.contains(group)).count() > 1;
    tried.iter().flat_map(|one| one.groups.iter().copied()).filter(by_several).in_order()
}

/// What a part brings by itself, and then in each of these groups.
pub fn brought(tried: &Tried<'_>, part: Part<'_>, shared: &[usize]) -> Vec<Amount> {
    let mut brought = vec![Amount::ZERO; shared.len() + 1];
    for (group, amount) in tried.groups.iter().zip(part.amounts) {
        let place = shared.binary_search(group).map_or(0, |place| place + 1);
        if let Some(sum) = brought.get_mut(place) {
            *sum = sum.plus(*amount);
        }
    }
    brought
}

/// What adds up is added up; in each group the larger counts.
fn joined(one: &[Amount], other: &[Amount]) -> Vec<Amount> {
    let mut places = one.iter().zip(other);
    let own = places.next().map(|(one, other)| one.plus(*other));
    own.into_iter().chain(places.map(|(one, other)| one.larger(*other))).collect()
}

/// Those of which no other is as far in every place: only they can lead to the end of the range.
fn undominated(states: impl Iterator<Item = Vec<Amount>>, is_beyond: fn(Amount, Amount) -> bool) -> Vec<Vec<Amount>> {
    let dominates = |one: &Vec<Amount>, other: &Vec<Amount>| one.iter().zip(other).all(|(a, b)| is_beyond(*a, *b));
    let mut best: Vec<Vec<Amount>> = Vec::new();
    for state in states {
        if !best.iter().any(|other| dominates(other, &state)) {
            best.retain(|other| !dominates(&state, other));
            best.push(state);
        }
    }
    best
}
