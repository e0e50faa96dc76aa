//! The values of a fact that the rules of a track tell apart.

use super::known::Known;
use crate::model::{Grow, Kind, Quantity};
use crate::pack::Fact;
use crate::pack::load::TrackRef;
use crate::pack::rules::{Node, Slot};

/// The numbers a fact can take, cut into stretches within which every condition and tier stays as it is.
pub fn stretches(fact: &Fact, cuts: impl IntoIterator<Item = Quantity>) -> Vec<(Quantity, Quantity)> {
    let (domain, step) = (fact.domain(), fact.kind.step());
    let (least, most) = (domain.floor().unwrap_or(Quantity::ZERO.minus(Quantity::MAX_INPUT)), domain.largest_input());
    let starts = cuts.into_iter().flat_map(|cut| [cut, cut.plus(step)]).chain([least]);
    let starts = starts.filter(|start| *start >= least && *start <= most).in_order();
    let ends = starts.iter().skip(1).map(|next| next.minus(step)).chain([most]);
    starts.iter().copied().zip(ends).collect()
}

/// One value for each way in which an answer to the fact can be told from others: what a question can bring.
pub fn representatives(track: TrackRef<'_>, slot: Slot) -> Vec<Known> {
    let Some(fact) = track.pack.fact_at(slot) else { return Vec::new() };
    match fact.kind {
        Kind::Bool => vec![Known::Bool(true), Known::Bool(false)],
        Kind::Choice => (0..fact.options.len()).map(Known::Option).collect(),
        Kind::Set => sets(track, slot, 0),
        Kind::Text | Kind::Date => vec![Known::Given],
        // What rows somebody has cannot be guessed.
        Kind::List => vec![Known::Unknown],
        Kind::Count | Kind::Number | Kind::Percent | Kind::Money => {
            let stretches = stretches(fact, track.rules.cuts(slot).iter().copied());
            // Any number of a stretch will do; the one nearest to nothing reads best.
            stretches.into_iter().map(|(from, to)| Known::Number(Quantity::ZERO.clamp(from, to))).collect()
        }
    }
}

/// Sets that differ from `held` by what some rule asks for: first what adds least.
pub fn sets(track: TrackRef<'_>, slot: Slot, held: u64) -> Vec<Known> {
    let asked = track.rules.nodes.iter().filter_map(|node| match node {
        Node::Includes { fact, mask, at_least } if fact.slot == slot => Some((*mask, *at_least)),
        _ => None,
    });
    let mut sets = vec![held];
    for (mask, needed) in &asked.in_order() {
        let spare = mask.count_ones() - needed;
        let wider: Vec<u64> = match spare {
            0 => sets.iter().map(|set| set | mask).collect(),
            // Any option may be the one that is added.
            _ => sets
                .iter()
                .flat_map(|set| bits(mask & !set).map(move |bit| filled(*set, *mask, bit, *needed)))
                .collect(),
        };
        // What must not hold enough of a mask lacks one option more than it can spare.
        let narrower: Vec<u64> = match spare {
            0 => sets.iter().flat_map(|set| bits(mask & set).map(move |bit| set & !bit)).collect(),
            _ => sets
                .iter()
                .map(|set| bits(mask & set).skip(*needed as usize - 1).fold(*set, |set, bit| set & !bit))
                .collect(),
        };
        sets = sets.into_iter().chain(wider).chain(narrower).in_order();
        sets.truncate(MAX_SETS);
    }
    let least_first = sets.into_iter().in_order_of(|set| (set ^ held).count_ones());
    least_first.into_iter().map(Known::Options).collect()
}

/// The set with this option of the mask and as many others as are needed.
fn filled(set: u64, mask: u64, first: u64, needed: u32) -> u64 {
    bits(mask & !set & !first).fold(
        set | first,
        |set, bit| {
            if (set & mask).count_ones() < needed { set | bit } else { set }
        },
    )
}

/// Sets looked at for one fact; packs ask for far fewer combinations.
const MAX_SETS: usize = 256;

fn bits(mask: u64) -> impl Iterator<Item = u64> {
    (0..u64::BITS).map(|index| 1_u64 << index).filter(move |bit| mask & bit != 0)
}
