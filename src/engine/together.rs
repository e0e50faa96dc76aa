//! Support of several programmes for one matter: what is not received beside what, and which of two to take.
//!
//! Every way to give up one of each two is added up, under the groups and ceilings of each track. Which of two is better
//! is told by what each adds at least and at most, since all that stands beside them may still be open.

use serde::Serialize;

use super::case::Case;
use super::plan;
use super::support::{MeasureResult, ceilings, total_of};
use crate::model::{Amount, Quantity};
use crate::pack::measure::NotWith;

/// Beyond so many exclusions the rest are decided one by one, by what is certain.
const MAX_ENUMERATED: usize = 10;

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
    /// What everything comes to with the one, and with the other.
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
    let totals = ways(&sides, &pairs);
    let best = |counts: &dyn Fn(&Way) -> bool| {
        let counted = totals.iter().filter(|(way, _)| counts(way)).map(|(_, total)| *total);
        counted.reduce(Amount::larger).unwrap_or_default()
    };
    let exclusion = |(index, (one, other, cite)): (usize, &(At, At, String))| {
        let takes = |side: bool| move |way: &Way| way.get(index) == Some(&side);
        Some(Exclusion {
            one: place(&sides, *one)?,
            other: place(&sides, *other)?,
            with_one: best(&takes(true)),
            with_other: best(&takes(false)),
            better: better(gain(&sides, &pairs, *one), gain(&sides, &pairs, *other)),
            cite: cite.clone(),
        })
    };
    let exclusions: Vec<Exclusion> = pairs.iter().enumerate().filter_map(exclusion).collect();
    let is_settled = |case: &Case<'_>| plan::plan(case).is_none_or(|plan| plan.settled);
    Together {
        total: best(&|_| true),
        chosen: surest(&totals).map(|way| chosen(&sides, &pairs, way)).unwrap_or_default(),
        settled: exclusions.iter().all(|one| one.better != Better::Unknown) && cases.iter().all(is_settled),
        exclusions,
    }
}

/// For each exclusion, whether the first of the two is taken.
type Way = Vec<bool>;

impl<'a> Side<'a> {
    fn new(case: &'a Case<'a>) -> Self {
        let rules = case.track.rules;
        let amounts = rules.measures.iter().map(|rule| MeasureResult::of(*rule, &case.results).amount);
        Self { case, amounts: amounts.collect(), ceilings: ceilings(rules, &case.results) }
    }

    /// What the track comes to with these amounts.
    fn total(&self, amounts: &[Amount], ceilings: &[Amount]) -> Amount {
        let rules = self.case.track.rules;
        total_of(rules, &rules.stack(self.case.choices).groups, amounts, ceilings)
    }

    /// The same with each amount and ceiling at one of its ends.
    fn total_at(&self, amounts: impl Iterator<Item = Quantity>, ceiling: fn(Amount) -> Quantity) -> Quantity {
        let amounts: Vec<Amount> = amounts.map(Amount::exactly).collect();
        let ceilings: Vec<Amount> = self.ceilings.iter().map(|one| Amount::exactly(ceiling(*one))).collect();
        self.total(&amounts, &ceilings).low
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

/// What everything comes to in each way to give up one of each two.
fn ways(sides: &[Side<'_>], pairs: &[(At, At, String)]) -> Vec<(Way, Amount)> {
    let mut ways: Vec<Way> = vec![Vec::new()];
    for (at, (one, other, _)) in pairs.iter().enumerate() {
        let taken: &[bool] =
            if at < MAX_ENUMERATED { &[true, false] } else { &[certain(sides, *one) >= certain(sides, *other)] };
        ways = ways.iter().flat_map(|way| taken.iter().map(|one| [way.as_slice(), &[*one]].concat())).collect();
    }
    let total = |way: &Way| {
        let of_side = |(at, side): (usize, &Side<'_>)| side.total(&kept(pairs, way, at, side), &side.ceilings);
        sides.iter().enumerate().map(of_side).fold(Amount::ZERO, Amount::plus)
    };
    ways.into_iter().map(|way| (way.clone(), total(&way))).collect()
}

/// What the measures of a track come to where some are given up.
fn kept(pairs: &[(At, At, String)], way: &Way, at: usize, side: &Side<'_>) -> Vec<Amount> {
    let given_up =
        |at: At| pairs.iter().zip(way).any(|((one, other, _), takes_one)| at == if *takes_one { *other } else { *one });
    let kept = side.amounts.iter().enumerate();
    kept.map(|(index, amount)| if given_up((at, index)) { Amount::ZERO } else { *amount }).collect()
}

/// The way in which most is certain, of equal ones that in which most could come; the first of those that are alike.
fn surest(ways: &[(Way, Amount)]) -> Option<&Way> {
    let worth = |amount: Amount| (amount.low, amount.high.is_none(), amount.high);
    let first = ways.iter().reduce(|best, way| if worth(way.1) > worth(best.1) { way } else { best });
    first.map(|(way, _)| way)
}

/// What every track takes in one way to give up one of each two.
fn chosen(sides: &[Side<'_>], pairs: &[(At, At, String)], way: &Way) -> Vec<Taken> {
    let of_side = |(at, side): (usize, &Side<'_>)| {
        let (pack, track) = (side.case.pack().file.id.clone(), side.case.track.track.id.clone());
        plan::chosen(side.case, &kept(pairs, way, at, side)).into_iter().map(move |one| Taken {
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

/// What a measure adds to its track, whatever the others come to. Under ceilings and in groups it adds less, the more the
/// others bring: least beside the most of them, most beside the least.
fn gain(sides: &[Side<'_>], pairs: &[(At, At, String)], (at, own): At) -> Amount {
    let Some(side) = sides.get(at) else { return Amount::ZERO };
    let own_amount = side.amounts.get(own).copied().unwrap_or_default();
    let most = |amount: Amount| amount.high.unwrap_or(Quantity::MAX_INPUT);
    // Another that may have to be given up itself may bring nothing.
    let is_excluded = |index: usize| pairs.iter().any(|(one, other, _)| [*one, *other].contains(&(at, index)));
    let low = |(index, amount): (usize, &Amount)| if is_excluded(index) { Quantity::ZERO } else { amount.low };
    let high = |(_, amount): (usize, &Amount)| most(*amount);
    let adds = |other: &dyn Fn((usize, &Amount)) -> Quantity, ceiling: fn(Amount) -> Quantity, amount: Quantity| {
        let with = |amount: Quantity| {
            let all = side.amounts.iter().enumerate();
            side.total_at(all.map(|(index, one)| if index == own { amount } else { other((index, one)) }), ceiling)
        };
        with(amount).minus(with(Quantity::ZERO))
    };
    Amount {
        low: adds(&high, |ceiling| ceiling.low, own_amount.low),
        high: own_amount.high.map(|high| adds(&low, |ceiling| ceiling.high.unwrap_or(Quantity::MAX_INPUT), high)),
    }
}

fn better(one: Amount, other: Amount) -> Better {
    let reaches = |amount: Amount, than: Amount| than.high.is_some_and(|high| amount.low >= high);
    match (reaches(one, other), reaches(other, one)) {
        (true, true) => Better::Same,
        (true, false) => Better::One,
        (false, true) => Better::Other,
        (false, false) => Better::Unknown,
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
