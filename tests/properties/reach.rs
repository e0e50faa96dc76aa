//! Minimality of the search: a way to a goal reaches it, leaves alone what cannot change, and is as small as any that brute force finds.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseResult;
use serde_json::json;
use zhice::engine::outcome::Status;
use zhice::engine::reach::{Change, Goal, Reach, cost, reach};
use zhice::engine::{Assessment, Case, Verdict};
use zhice::model::{Answers, Kind, Quantity, Truth, Value};
use zhice::pack::{Fact, Pack};

use super::hold::hold;
use super::packs::as_written;
use super::scene::{Scene, built_in_scenes, numbers, scenes};
use super::thresholds::step;

/// Answers tried for one goal at most; beyond that only the ways found are looked at.
const TRIALS: usize = 500;

#[test]
fn a_way_leads_to_its_goal_on_random_packs() {
    hold(300, (scenes(), goals(), vec(prop::bool::weighted(0.3), 8)), |(scene, goal, fixed)| {
        let scene = with_fixed(scene, &fixed);
        leads(&scene, &goal.of(&scene))
    });
}

#[test]
fn a_way_leads_to_its_goal_on_the_packs_that_come_with_the_program() {
    hold(60, (built_in_scenes(), goals()), |(scene, goal)| leads(&scene, &goal.of(&scene)));
}

#[test]
fn no_smaller_change_does() {
    hold(200, (scenes(), goals(), vec(prop::bool::weighted(0.3), 8)), |(scene, goal, fixed)| {
        let scene = with_fixed(scene, &fixed);
        smallest(&scene, &goal.of(&scene))
    });
}

/// A goal before it knows its track.
#[derive(Clone, Debug)]
enum Aim {
    Eligible,
    Condition(Index),
    Measure(Index),
    Indicator(Index),
    Total(u32),
}

fn goals() -> impl Strategy<Value = Aim> {
    prop_oneof![
        2 => Just(Aim::Eligible),
        2 => any::<Index>().prop_map(Aim::Condition),
        2 => any::<Index>().prop_map(Aim::Measure),
        2 => any::<Index>().prop_map(Aim::Indicator),
        1 => (1..40_u32).prop_map(|tens| Aim::Total(tens * 10)),
    ]
}

impl Aim {
    fn of(&self, scene: &Scene) -> Goal {
        let track = scene.track().track;
        let measures: Vec<&String> =
            track.support.iter().flat_map(|support| &support.measures).map(|measure| &measure.id).collect();
        match self {
            Self::Condition(index) if !track.conditions.is_empty() => {
                Goal::Condition(index.get(&track.conditions).id.clone())
            }
            Self::Measure(index) if !measures.is_empty() => Goal::Measure((*index.get(&measures)).clone()),
            Self::Indicator(index) if !track.indicators.is_empty() => {
                Goal::Indicator(index.get(&track.indicators).id.clone())
            }
            Self::Total(yuan) if !measures.is_empty() => Goal::Total(Quantity::whole(i64::from(*yuan))),
            _ => Goal::Eligible,
        }
    }
}

/// The same scene where some of the facts cannot change, and of others the pack says what is done to change them.
fn with_fixed(scene: Scene, fixed: &[bool]) -> Scene {
    if scene.pack.file.id != super::packs::ID {
        return scene;
    }
    let mut file = as_written(&scene.pack.file);
    for (fact, fixed) in file.facts.iter_mut().zip(fixed) {
        fact.fixed = *fixed;
        fact.doing = (!fixed).then(|| fact.label.clone()).filter(|_| fact.id.ends_with('1'));
    }
    let pack = Pack::load(&serde_json::to_string(&file).unwrap()).unwrap().pack;
    Scene { pack: Arc::new(pack), ..scene }
}

fn found(scene: &Scene, goal: &Goal) -> Option<Reach> {
    // A track without conditions, or a rating without a goal, has nothing to reach.
    reach(&Case::on(scene.as_of, scene.track(), &scene.answers, &scene.choices), goal, scene.as_of).ok()
}

fn reached(assessment: &Assessment, goal: &Goal, before: &Assessment) -> bool {
    let low = |assessment: &Assessment, id: &str| {
        let measures = assessment.support.iter().flat_map(|support| &support.measures);
        measures.filter(|measure| measure.id == id).map(|measure| measure.amount.low).next().unwrap()
    };
    match goal {
        Goal::Eligible => assessment.eligibility.verdict == Some(Verdict::Eligible),
        Goal::Condition(id) => {
            let mut conditions = assessment.eligibility.conditions.iter();
            conditions.any(|one| one.id == *id && matches!(one.truth, Truth::Met | Truth::NotApplicable))
        }
        Goal::Measure(id) => low(assessment, id) > low(before, id),
        Goal::Indicator(id) => assessment.indicators.iter().any(|one| one.id == *id && one.status == Status::Reached),
        Goal::Pass => assessment.score.as_ref().unwrap().passes == Some(Truth::Met),
        Goal::Grade(id) => {
            let grade = assessment.score.as_ref().unwrap().grade.as_ref().unwrap();
            // The ids of random grades are in their order.
            grade.low.as_ref().is_some_and(|low| low >= id)
        }
        Goal::Total(sum) => assessment.support.as_ref().unwrap().total.low >= *sum,
    }
}

fn changed(answers: &Answers, changes: &[Change]) -> Answers {
    let mut answers = answers.clone();
    for change in changes {
        answers.set(&change.fact, change.to.clone());
    }
    answers
}

fn after(scene: &Scene, changes: &[Change]) -> Assessment {
    Scene { answers: changed(&scene.answers, changes), ..scene.clone() }.assess()
}

fn leads(scene: &Scene, goal: &Goal) -> TestCaseResult {
    let Some(found) = found(scene, goal) else { return Ok(()) };
    let before = scene.assess();
    if !found.reachable {
        prop_assert!(found.changes.is_empty() && found.alternatives.is_empty());
        return Ok(());
    }
    if found.changes.is_empty() {
        prop_assert!(reached(&before, goal, &before), "{} is said to be reached", goal);
    }
    for way in std::iter::once(&found.changes).chain(&found.alternatives).filter(|way| !way.is_empty()) {
        prop_assert!(reached(&after(scene, way), goal, &before), "{:?} does not lead to {}", way, goal);
        prop_assert_eq!(cost(way), cost(&found.changes), "an alternative at another cost");
        for (index, change) in way.iter().enumerate() {
            let fact = scene.pack.fact(&change.fact).unwrap();
            prop_assert!(!fact.fixed || change.from.is_none(), "{} cannot change", fact.id);
            prop_assert_eq!(change.from.as_ref(), scene.answers.get(&fact.id));
            prop_assert_ne!(change.from.as_ref(), Some(&change.to));
            prop_assert!(is_something_to_do(change, fact), "{} is only taken back", fact.id);
            let fewer: Vec<Change> =
                way.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, one)| one.clone()).collect();
            prop_assert!(!reached(&after(scene, &fewer), goal, &before), "{} need not change", fact.id);
            if let Some(nearer) = one_step_back(change, fact) {
                let mut nearly = way.clone();
                nearly[index].to = nearer;
                prop_assert!(!reached(&after(scene, &nearly), goal, &before), "{} moves too far", fact.id);
            }
        }
    }
    Ok(())
}

/// The number one step nearer to where the fact was.
fn one_step_back(change: &Change, fact: &Fact) -> Option<Value> {
    let Value::Number(to) = change.to else { return None };
    let from = match change.from {
        Some(Value::Number(from)) => from,
        _ => Quantity::ZERO,
    };
    let step = step(fact.kind);
    let nearer = if to > from { to.minus(step) } else { to.plus(step) };
    let nearer = Value::Number(nearer);
    // A step back to where it was is no change, and one beyond what the fact can be is none either.
    let possible = fact.domain().read(&json!(nearer)).is_ok();
    (to != from && change.from.as_ref() != Some(&nearer) && possible).then_some(nearer)
}

/// Brute force over every way that alters fewer answers, or as many with fewer changes, finds nothing.
fn smallest(scene: &Scene, goal: &Goal) -> TestCaseResult {
    let Some(found) = found(scene, goal) else { return Ok(()) };
    prop_assume!(found.proven);
    let before = scene.assess();
    let top = matches!(goal, Goal::Measure(_)) && found.reachable && found.changes.is_empty();
    prop_assume!(!top);
    let free: Vec<Vec<Change>> = scene.world().asked().into_iter().filter_map(|id| moves(scene, id)).collect();
    let least = if found.reachable { cost(&found.changes) } else { (free.len() + 1, 0) };
    let mut tried = 0;
    for size in 1..=free.len() {
        let mut ways: Vec<(usize, Vec<Change>)> = vec![(0, Vec::new())];
        for _ in 0..size {
            let longer = |(from, way): &(usize, Vec<Change>)| {
                let mut longer = Vec::new();
                for (at, moves) in free.iter().enumerate().skip(*from) {
                    longer
                        .extend(moves.iter().map(|one| (at + 1, [way.as_slice(), std::slice::from_ref(one)].concat())));
                }
                longer
            };
            ways = ways.iter().flat_map(longer).take(TRIALS).collect();
        }
        for (_, way) in ways.into_iter().filter(|(_, way)| cost(way) < least) {
            tried += 1;
            if tried > TRIALS {
                return Ok(());
            }
            prop_assert!(!reached(&after(scene, &way), goal, &before), "{:?} asks less than {:?}", way, found.changes);
        }
    }
    Ok(())
}

/// What a fact that may change could become.
fn moves(scene: &Scene, id: &str) -> Option<Vec<Change>> {
    let fact = scene.pack.fact(id)?;
    let from = scene.answers.get(id).cloned();
    if fact.fixed && from.is_some() {
        return None;
    }
    let values: Vec<Value> = match fact.kind {
        Kind::Bool => vec![Value::Bool(true), Value::Bool(false)],
        Kind::Choice => fact.options.iter().map(|option| Value::Choice(option.id.clone())).collect(),
        Kind::Set => {
            let all = (0..1_u32 << fact.options.len().min(5)).map(|mask| {
                let held = fact.options.iter().enumerate().filter(|(index, _)| mask & (1 << index) != 0);
                Value::Set(held.map(|(_, option)| option.id.clone()).collect())
            });
            all.collect()
        }
        Kind::Text | Kind::Date => {
            scene.later.iter().filter(|(later, _)| later == id).map(|(_, value)| value.clone()).collect()
        }
        _ => numbers(&scene.pack, fact).into_iter().map(Value::Number).collect(),
    };
    let change = |to| Change { fact: id.to_owned(), from: from.clone(), to };
    let other = values.into_iter().filter(|to| from.as_ref() != Some(to)).map(change);
    Some(other.filter(|one| is_something_to_do(one, fact)).collect())
}

/// A given answer only ever grows, but for a number of which the pack says what is done to change it.
fn is_something_to_do(change: &Change, fact: &Fact) -> bool {
    match (&change.from, &change.to) {
        (Some(Value::Bool(from)), Value::Bool(to)) => !from && *to,
        (Some(Value::Number(from)), Value::Number(to)) => from < to || fact.doing.is_some(),
        (Some(Value::Set(from)), Value::Set(to)) => from.is_subset(to),
        _ => true,
    }
}
