//! Support of several programmes for one matter: what is not received beside what, and which of two to take.
//!
//! Every way to give up one of each two is added up, under the groups and ceilings of each track. To take one of two is to
//! give up all that it is not received beside, and what comes with it is the best of the ways that are left. Which of two
//! is better is told by these sums alone: while they overlap, it is open.

use serde::Serialize;

use super::case::Case;
use super::plan;
use super::support::{MeasureResult, ceilings, total_of};
use crate::model::{Amount, Quantity};
use crate::pack::measure::NotWith;

/// Beyond so many ways the rest of the exclusions are decided one by one, by what is certain. What that comes to can be
/// reached; whether more can, is then left open, up to what everything would bring that excludes nothing.
const MAX_WAYS: usize = 1 << 10;

/// The tracks of a filing together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Together {
    /// What is certain and what could come, where of each two the one is taken with which most is certain.
    pub total: Amount,
    /// The measures of that way, track by track.
    pub chosen: Vec<Taken>,
    /// Whether no answer that is still open can make another choice better.
    pub settled: bool,
    pub exclusions: Vec<Exclusion>,
}

/// Two measures of which one is received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Exclusion {
    pub one: Place,
    pub other: Place,
    /// What everything comes to where the one is taken, and where the other is.
    pub with_one: Amount,
    pub with_other: Amount,
    pub better: Better,
    /// The clause that says so, of the programme of the one.
    pub cite: String,
}

/// A measure that is taken, and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    #[serde(flatten)]
    pub place: Place,
    pub amount: Amount,
}

/// A measure of a track of the filing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    pub programme: String,
    pub track: String,
    pub measure: String,
}

/// Which of two brings more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    One,
    Other,
    Same,
    /// Answers that are open, or the authority, decide.
    Unknown,
}

/// A track and a measure of it, by position.
type At = (usize, usize);

/// One track with what its measures come to.
struct Side<'a> {
    case: &'a Case<'a>,
    amounts: Vec<Amount>,
    ceilings: Vec<Amount>,
}

/// What the tracks of one filing come to together.
pub fn together(cases: &[Case<'_>]) -> Together {
    let sides: Vec<Side<'_>> = cases.iter().map(Side::new).collect();
    let pairs = pairs(&sides);
    let totals = ways(&sides, &pairs, Vec::new());
    let exclusion = |(one, other, cite): &(At, At, String)| {
        let with = |taken: At| best(&ways(&sides, &pairs, instead_of(&sides, &pairs, taken)));
        let [with_one, with_other] = [with(*one), with(*other)];
        Some(Exclusion {
            one: place(&sides, *one)?,
            other: place(&sides, *other)?,
            with_one,
            with_other,
            better: better(with_one, with_other),
            cite: cite.clone(),
        })
    };
    let exclusions: Vec<Exclusion> = pairs.iter().filter_map(exclusion).collect();
    let is_settled = |case: &Case<'_>| plan::plan(case).is_none_or(|plan| plan.settled);
    Together {
        total: best(&totals),
        chosen: surest(&totals).map(|way| chosen(&sides, way)).unwrap_or_default(),
        settled: exclusions.iter().all(|one| one.better != Better::Unknown) && cases.iter().all(is_settled),
        exclusions,
    }
}

/// The measures that are given up, so that nothing is left beside what it is not received with.
type Way = Vec<At>;

impl<'a> Side<'a> {
    fn new(case: &'a Case<'a>) -> Self {
        let rules = case.track.rules;
        let amounts = rules.measures.iter().map(|rule| MeasureResult::of(*rule, &case.results).amount);
        Self { case, amounts: amounts.collect(), ceilings: ceilings(rules, &case.results) }
    }

    /// What the track comes to with these amounts.
    fn total(&self, amounts: &[Amount]) -> Amount {
        let rules = self.case.track.rules;
        total_of(rules, &rules.stack(self.case.choices).groups, amounts, &self.ceilings)
    }
}

/// Measures that may both bring a sum and are not received beside each other, each two once.
fn pairs(sides: &[Side<'_>]) -> Vec<(At, At, String)> {
    let brings = |(side, measure): At| {
        let amount = sides.get(side).and_then(|side| side.amounts.get(measure));
        amount.is_some_and(|amount| amount.high.is_none_or(Quantity::is_positive))
    };
    let mut pairs: Vec<(At, At, String)> = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        let declared = side.case.track.track.support.iter().flat_map(|support| &support.measures).enumerate();
        for (index, one) in declared.flat_map(|(index, measure)| measure.not_with.iter().map(move |one| (index, one))) {
            let others = sides.iter().enumerate().filter(|(other, _)| *other != at);
            for other in others.flat_map(|(other, side)| named(one, side).into_iter().map(move |index| (other, index)))
            {
                let (one_at, is_new) = ((at, index), |(a, b, _): &(At, At, String)| {
                    (*a, *b) != ((at, index), other) && (*b, *a) != ((at, index), other)
                });
                if brings(one_at) && brings(other) && pairs.iter().all(is_new) {
                    pairs.push((one_at, other, one.cite.clone()));
                }
            }
        }
    }
    pairs
}

/// The measures of a track that an exclusion names.
fn named(one: &NotWith, side: &Side<'_>) -> Vec<usize> {
    let (pack, track) = (side.case.pack(), side.case.track.track);
    if one.programme.as_ref() != Some(&pack.file.id) || one.track.as_ref().is_some_and(|id| *id != track.id) {
        return Vec::new();
    }
    let measures = track.support.iter().flat_map(|support| &support.measures).enumerate();
    let is_named = |id: &String| one.measure.as_ref().is_none_or(|named| named == id);
    measures.filter(|(_, measure)| is_named(&measure.id)).map(|(index, _)| index).collect()
}

/// What cannot be received where a measure is taken: what it excludes, and what stands in its group.
fn instead_of(sides: &[Side<'_>], pairs: &[(At, At, String)], taken: At) -> Way {
    let excluded = pairs.iter().filter_map(|(one, other, _)| match taken {
        at if at == *one => Some(*other),
        at if at == *other => Some(*one),
        _ => None,
    });
    let groups = |side: &Side<'_>| side.case.track.rules.stack(side.case.choices).groups.clone();
    let groups = sides.get(taken.0).map(groups).unwrap_or_default();
    let group = groups.into_iter().filter(|group| group.contains(&taken.1)).flatten();
    excluded.chain(group.map(|index| (taken.0, index)).filter(|at| *at != taken)).collect()
}

/// What everything comes to in each way to give up one of each two, beside what is given up in all of them.
fn ways(sides: &[Side<'_>], pairs: &[(At, At, String)], given_up: Way) -> Vec<(Way, Amount)> {
    let total = |way: &Way| {
        let of_side = |(at, side): (usize, &Side<'_>)| side.total(&kept(way, at, side));
        sides.iter().enumerate().map(of_side).fold(Amount::ZERO, Amount::plus)
    };
    let most = total(&given_up).high;
    let mut ways: Vec<Way> = vec![given_up];
    let mut are_all = true;
    for (one, other, _) in pairs {
        let less_sure = if certain(sides, *one) >= certain(sides, *other) { *other } else { *one };
        let given_up = if ways.len() < MAX_WAYS { vec![*other, *one] } else { vec![less_sure] };
        let on = |way: Way| {
            let is_apart = way.contains(one) || way.contains(other);
            let more = |at: &At| way.iter().copied().chain([*at]).collect();
            if is_apart { vec![way] } else { given_up.iter().map(more).collect::<Vec<Way>>() }
        };
        are_all &= given_up.len() > 1;
        ways = ways.into_iter().flat_map(on).collect();
    }
    let comes_to = |way: Way| {
        let found = total(&way);
        (way, if are_all { found } else { Amount { high: most, ..found } })
    };
    ways.into_iter().map(comes_to).collect()
}

/// What the measures of a track come to where some are given up.
fn kept(way: &Way, at: usize, side: &Side<'_>) -> Vec<Amount> {
    let kept = side.amounts.iter().enumerate();
    kept.map(|(index, amount)| if way.contains(&(at, index)) { Amount::ZERO } else { *amount }).collect()
}

/// What the best of some ways comes to, whichever of them it turns out to be.
fn best(ways: &[(Way, Amount)]) -> Amount {
    ways.iter().map(|(_, total)| *total).reduce(Amount::larger).unwrap_or_default()
}

/// The way in which most is certain, of equal ones that in which most could come; the first of those that are alike.
fn surest(ways: &[(Way, Amount)]) -> Option<&Way> {
    let worth = |amount: Amount| (amount.low, amount.high.is_none(), amount.high);
    let first = ways.iter().reduce(|best, way| if worth(way.1) > worth(best.1) { way } else { best });
    first.map(|(way, _)| way)
}

/// What every track takes in one way to give up one of each two.
fn chosen(sides: &[Side<'_>], way: &Way) -> Vec<Taken> {
    let of_side = |(at, side): (usize, &Side<'_>)| {
        let (pack, track) = (side.case.pack().file.id.clone(), side.case.track.track.id.clone());
        plan::chosen(side.case, &kept(way, at, side)).into_iter().map(move |one| Taken {
            place: Place { programme: pack.clone(), track: track.clone(), measure: one.measure },
            amount: one.amount,
        })
    };
    sides.iter().enumerate().flat_map(of_side).collect()
}

fn certain(sides: &[Side<'_>], (side, measure): At) -> Quantity {
    let amount = sides.get(side).and_then(|side| side.amounts.get(measure));
    amount.map(|amount| amount.low).unwrap_or_default()
}

/// Of two sums that may end up the same nothing is claimed.
fn better(one: Amount, other: Amount) -> Better {
    let exceeds = |amount: Amount, than: Amount| than.high.is_some_and(|high| amount.low > high);
    match (exceeds(one, other), exceeds(other, one)) {
        (true, _) => Better::One,
        (_, true) => Better::Other,
        _ if one.is_settled() && one == other => Better::Same,
        _ => Better::Unknown,
    }
}

fn place(sides: &[Side<'_>], (at, measure): At) -> Option<Place> {
    let case = sides.get(at)?.case;
    let measure = case.track.track.support.as_ref()?.measures.get(measure)?;
    Some(Place {
        programme: case.pack().file.id.clone(),
        track: case.track.track.id.clone(),
        measure: measure.id.clone(),
    })
}

#[cfg(test)]
mod tests;
