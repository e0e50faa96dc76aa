//! Every threshold of the packs that come with the program, one step below it, at it, and one step above: what the
//! words say, the engine says, and so does the second evaluator.

use std::cmp::Ordering;

use zhice::engine::Assessment;
use zhice::engine::outcome::Status;
use zhice::model::{Amount, Quantity, Truth};
use zhice::pack::condition::{Comparison, Op, Relation};
use zhice::pack::indicator::Measured;
use zhice::pack::measure::{Start, Tier};
use zhice::pack::number::NumberTiers;
use zhice::pack::{AmountRule, Condition, Number, PackFile};

use super::naive::units;
use super::probe::Probe;
use super::reference::agree;
use super::scene::{BUILT_IN, Scene};
use super::thresholds::{ANCHORS, amounts, conditions, indicators};

fn files() -> impl Iterator<Item = &'static PackFile> {
    BUILT_IN.iter().map(|pack| &pack.file)
}

#[test]
fn each_comparison_turns_at_its_threshold() {
    let mut checked = 0;
    for file in files() {
        for condition in conditions(file) {
            let Condition::Compare(comparison) = condition else { continue };
            let probe = Probe::of_condition(file, condition);
            checked += each_number(file, &probe, comparison, truth);
        }
    }
    assert!(checked >= 3, "the packs compare nothing");
}

#[test]
fn each_target_is_reached_where_it_says() {
    let mut checked = 0;
    for file in files() {
        for indicator in indicators(file) {
            let Measured::Target(goal) = &indicator.measured else { continue };
            let probe = Probe::of_indicator(file, &indicator.measured);
            checked += each_number(file, &probe, goal, status);
        }
    }
    assert!(checked >= 3, "the packs have no targets");
}

#[test]
fn each_relation_of_two_facts_turns_at_the_product() {
    let mut checked = 0;
    for file in files() {
        for condition in conditions(file) {
            let Condition::CompareFacts(relation) = condition else { continue };
            let probe = Probe::of_condition(file, condition);
            checked += each_pair(file, &probe, relation, truth);
        }
        for indicator in indicators(file) {
            let Measured::Comparison(relation) = &indicator.measured else { continue };
            let probe = Probe::of_indicator(file, &indicator.measured);
            checked += each_pair(file, &probe, relation, status);
        }
    }
    assert!(checked >= 3, "the packs hold no fact against another");
}

#[test]
fn each_tier_starts_where_it_says() {
    let mut checked = 0;
    for file in files() {
        for rule in amounts(file) {
            let AmountRule::Tiered { fact, tiers } = rule else { continue };
            let probe = Probe::of_amount(file, rule);
            for number in tiers.iter().flat_map(|tier| probe.around(fact, tier.starts.bound())) {
                let expected = Amount::exactly(reached(tiers, number));
                let found = both(&probe.scene([(fact, number)])).support.unwrap().total;
                assert_eq!(found, expected, "{}: {fact} = {number} in {tiers:?}", file.id);
                checked += 1;
            }
        }
    }
    assert!(checked >= 3, "the packs have no tiers");
}

#[test]
fn each_tier_of_a_number_that_is_worked_out_starts_where_it_says() {
    let mut checked = 0;
    for file in files() {
        for rule in amounts(file) {
            let AmountRule::TieredBy(NumberTiers { number, tiers, .. }) = rule else { continue };
            let probe = Probe::of_amount(file, rule);
            for tier in tiers {
                for given in around(&probe, &number.facts(), tier.starts.bound()) {
                    let expected = Amount::exactly(reached(tiers, value(number, &given)));
                    let found = both(&probe.scene(given.clone())).support.unwrap().total;
                    assert_eq!(found, expected, "{}: {given:?} in {tiers:?}", file.id);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked >= 3, "the packs have no tiers by a number that is worked out");
}

#[test]
fn each_relation_of_numbers_that_are_worked_out_turns_at_the_product() {
    let mut checked = 0;
    for file in files() {
        for condition in conditions(file) {
            let Condition::CompareNumbers(relation) = condition else { continue };
            let probe = Probe::of_condition(file, condition);
            for of in ANCHORS {
                for given in around(&probe, &relation.facts(), relation.times.times(of)) {
                    let number = units(value(&relation.number, &given)) * units(Quantity::whole(1));
                    let product = units(relation.times) * units(value(&relation.of, &given));
                    let expected = Truth::from(holds(relation.op, number.cmp(&product)));
                    let found = truth(&both(&probe.scene(given.clone())));
                    assert_eq!(found, expected, "{}: {given:?}, {relation:?}", file.id);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked >= 3, "the packs hold no worked-out number against another");
}

/// The first fact around a bound, and around what the others add to it or take away.
fn around<'a>(probe: &Probe, facts: &[&'a str], bound: Quantity) -> Vec<Vec<(&'a str, Quantity)>> {
    let (first, others) = facts.split_first().unwrap();
    let mut ways = Vec::new();
    for other in [0_i64, 1, 3].map(Quantity::whole) {
        let mut near = vec![bound];
        for _ in others {
            near = near.iter().flat_map(|at| [*at, at.plus(other), at.minus(other)]).collect();
            near.sort_unstable();
            near.dedup();
        }
        for number in near.into_iter().flat_map(|at| probe.around(first, at)) {
            ways.push(std::iter::once((*first, number)).chain(others.iter().map(|fact| (*fact, other))).collect());
        }
    }
    ways
}

/// A number by plain arithmetic.
fn value(number: &Number, given: &[(&str, Quantity)]) -> Quantity {
    let sum = |parts: &[Number]| parts.iter().fold(Quantity::ZERO, |sum, part| sum.plus(value(part, given)));
    match number {
        Number::Fact(id) => given.iter().find(|(fact, _)| fact == id).unwrap().1,
        Number::Sum(parts) => sum(parts),
        Number::Minus { from, less } => value(from, given).minus(sum(less)),
        Number::FloorAt { at, of } => value(of, given).max(*at),
        other => panic!("{other:?} is for the laws on random numbers"),
    }
}

/// Tries the numbers around a threshold; says how many.
fn each_number(file: &PackFile, probe: &Probe, comparison: &Comparison, found: fn(&Assessment) -> Truth) -> usize {
    let Comparison { fact, op, value } = comparison;
    let numbers = probe.around(fact, *value);
    for number in &numbers {
        let expected = Truth::from(holds(*op, number.cmp(value)));
        let found = found(&both(&probe.scene([(fact, *number)])));
        assert_eq!(found, expected, "{}: {fact} = {number}, {op:?} {value}", file.id);
    }
    numbers.len()
}

/// Tries the numbers around the product of several others; says how many.
fn each_pair(file: &PackFile, probe: &Probe, relation: &Relation, found: fn(&Assessment) -> Truth) -> usize {
    let Relation { fact, op, times, of } = relation;
    let mut checked = 0;
    let others = ANCHORS.into_iter().chain(["-2", "0.0001", "3.3333", "99.9999", "12345"].map(quantity));
    for other in probe.possible(of, others) {
        // The product as a whole number of hundred-millionths.
        let product = units(*times) * units(other);
        for number in probe.around(fact, times.times(other)) {
            let expected = Truth::from(holds(*op, (units(number) * units(Quantity::whole(1))).cmp(&product)));
            let found = found(&both(&probe.scene([(fact, number), (of, other)])));
            assert_eq!(found, expected, "{}: {fact} = {number}, {op:?} {times} times {of} = {other}", file.id);
            checked += 1;
        }
    }
    checked
}

/// What the engine says, where the second evaluator says the same.
fn both(scene: &Scene) -> Assessment {
    agree(scene).unwrap_or_else(|why| panic!("{scene:?}: {why}"));
    scene.assess()
}

fn truth(assessment: &Assessment) -> Truth {
    assessment.eligibility.conditions.first().unwrap().truth
}

/// The status of the only indicator, as a truth.
fn status(assessment: &Assessment) -> Truth {
    match assessment.indicators.first().unwrap().status {
        Status::Reached => Truth::Met,
        Status::Short => Truth::NotMet,
        Status::Unknown => Truth::Unknown,
        Status::Judged => Truth::Judged,
        Status::NotApplicable => Truth::NotApplicable,
    }
}

fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

const fn holds(op: Op, number: Ordering) -> bool {
    matches!(
        (op, number),
        (Op::AtLeast | Op::AtMost | Op::Equals, Ordering::Equal)
            | (Op::AtLeast | Op::MoreThan, Ordering::Greater)
            | (Op::AtMost | Op::LessThan, Ordering::Less)
    )
}

/// The amount of the last tier that is passed, or entered where its own number counts.
fn reached(tiers: &[Tier], number: Quantity) -> Quantity {
    let mut amount = Quantity::ZERO;
    for tier in tiers {
        let inside = match number.cmp(&tier.starts.bound()) {
            Ordering::Less => false,
            Ordering::Equal => matches!(tier.starts, Start::From(_)),
            Ordering::Greater => true,
        };
        amount = if inside { tier.amount } else { amount };
    }
    amount
}
