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
            best = match undominated(brought.iter(), is_beyond).as_slice() {
                // Most often one is as far as any in every place.
                [only] => best.into_iter().map(|state| joined(state, only)).collect(),
                several => {
                    let joined = best.iter().flat_map(|state| several.iter().map(|more| joined(state.clone(), more)));
                    undominated(joined, is_beyond)
                }
            };
        }
        let totals = best.into_iter().map(|state| state.into_iter().fold(Amount::ZERO, Amount::plus));
        totals.reduce(|best, next| if is_beyond(next, best) { next } else { best }).unwrap_or_default()
    };
    apart.plus(Amount { low: extreme(|one, other| one.low <= other.low).low, high: extreme(is_higher).high })
}

fn is_higher(one: Amount, other: Amount) -> bool {
    one.high.is_none_or(|high| other.high.is_some_and(|other| high >= other))
}

/// The places that more than one component touches.
pub fn shared(tried: &[Tried<'_>]) -> Vec<usize> {
    let by_several = |place: &usize| tried.iter().filter(|one| one.is_in(&[*place])).count() > 1;
    tried.iter().flat_map(Tried::places).filter(by_several).in_order()
}

/// What a part brings by itself, and then in each of these places.
pub fn brought(tried: &Tried<'_>, part: Part<'_>, shared: &[usize]) -> Vec<Amount> {
    let mut brought = vec![Amount::ZERO; shared.len() + 1];
    for (number, amount) in tried.places().zip(part.amounts) {
        let place = shared.binary_search(&number).map_or(0, |place| place + 1);
        if let Some(sum) = brought.get_mut(place) {
            *sum = sum.plus(*amount);
        }
    }
    brought
}

/// What adds up is added up; in each group the larger counts.
fn joined(mut state: Vec<Amount>, more: &[Amount]) -> Vec<Amount> {
    for (place, (sum, more)) in state.iter_mut().zip(more).enumerate() {
        *sum = if place == 0 { sum.plus(*more) } else { sum.larger(*more) };
    }
    state
}

/// Those of which no other is as far in every place: only they can lead to the end of the range.
fn undominated<S: AsRef<[Amount]>>(states: impl Iterator<Item = S>, is_beyond: fn(Amount, Amount) -> bool) -> Vec<S> {
    let dominates = |one: &S, other: &S| one.as_ref().iter().zip(other.as_ref()).all(|(a, b)| is_beyond(*a, *b));
    let mut best: Vec<S> = Vec::new();
    for state in states {
        if !best.iter().any(|other| dominates(other, &state)) {
            best.retain(|other| !dominates(&state, other));
            best.push(state);
        }
    }
    best
}
