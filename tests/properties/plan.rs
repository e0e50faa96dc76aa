//! The plan is the best lawful combination: no other subset of the measures does better.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use zhice::engine::plan::{ChosenMeasure, plan};
use zhice::engine::{Assessment, Case};
use zhice::model::{Quantity, Truth};
use zhice::pack::cumulation::{CumulationRule, Stacking};

use super::hold::hold;
use super::naive::{End, Money, units};
use super::scene::{Scene, built_in_scenes, scenes};

#[test]
fn no_combination_beats_the_plan_on_random_packs() {
    hold(600, scenes(), |scene| best(&scene));
}

#[test]
fn no_combination_beats_the_plan_on_the_packs_that_come_with_the_program() {
    hold(100, built_in_scenes(), |scene| best(&scene));
}

type Subset = BTreeSet<String>;

fn best(scene: &Scene) -> TestCaseResult {
    let assessment = scene.assess();
    let Some(plan) = plan(&Case::on(scene.as_of, scene.track(), &scene.answers, &scene.choices)) else {
        prop_assert!(assessment.support.is_none());
        return Ok(());
    };
    let certain = certain(scene, &assessment);
    let lawful = lawful(scene, &certain);
    let sum = |subset: &Subset| -> Quantity {
        let world = scene.world();
        let low = |id: &String| {
            let found = certain.iter().find(|(one, _)| one == id && subset.contains(id));
            Money::Units(found.map_or(0, |(_, low)| units(*low)))
        };
        let measures = &world.track.support.as_ref().unwrap().measures;
        let paid = world.cut(measures.iter().map(|measure| low(&measure.id)).collect(), End::Least);
        let sum = paid.into_iter().fold(Money::NOTHING, Money::and);
        quantity(sum)
    };
    let most = lawful.iter().map(sum).max().unwrap_or_default();
    let chosen: Subset = plan.chosen.iter().map(|part| part.measure.clone()).collect();
    prop_assert!(lawful.contains(&chosen), "{:?} may not be received together", chosen);
    prop_assert_eq!(plan.total.low, most, "a better combination exists");
    prop_assert_eq!(plan.total.low, sum(&chosen), "the total is not that of the parts");
    prop_assert_eq!(plan.total, assessment.support.as_ref().unwrap().total, "the assessment says otherwise");
    let may_come = plan.total.high.is_none_or(Quantity::is_positive);
    prop_assert!(!(plan.settled && plan.chosen.is_empty() && may_come), "nothing is chosen of what may still come");

    // A combination to which nothing can be added, other than the one chosen.
    let whole = |subset: &&Subset| {
        **subset != chosen && !lawful.iter().any(|wider| wider.len() > subset.len() && wider.is_superset(subset))
    };
    let second = lawful.iter().filter(whole).map(sum).max();
    let told = plan.runner_up.as_ref();
    prop_assert_eq!(told.map(|next| next.total.low), second, "the next best");
    if let Some(next) = told {
        prop_assert_eq!(next.less, most.minus(next.total.low));
        prop_assert_eq!(sum(&next.chosen.iter().cloned().collect()), next.total.low);
    }

    // What is certain is either chosen or given up, with what it would have brought.
    for (id, low) in &certain {
        let given_up = plan.forfeits.iter().find(|one| one.measure == *id && one.gives_way_to != *id);
        prop_assert_eq!(given_up.is_none(), chosen.contains(id), "{} is neither or both", id);
        prop_assert!(given_up.is_none_or(|one| one.amount.low == *low && chosen.contains(&one.gives_way_to)));
    }
    Ok(())
}

/// A settled plan stays the best, whatever the open answers turn out to be.
#[test]
fn a_settled_choice_stays() {
    hold(400, scenes(), |mut scene| {
        let of = |scene: &Scene| plan(&Case::on(scene.as_of, scene.track(), &scene.answers, &scene.choices));
        let Some(before) = of(&scene) else { return Ok(()) };
        for (fact, value) in std::mem::take(&mut scene.later) {
            scene.answers.set(&fact, value);
        }
        let after = of(&scene).unwrap();
        // What was only possible before may have come in beside it, or drawn level with it.
        let low = |id: &str| after.chosen.iter().find(|part| part.measure == id).map(|part| part.amount.low);
        let level = |id: &str| {
            let gave_way = after.forfeits.iter().find(|one| one.measure == id && one.gives_way_to != id);
            gave_way.is_some_and(|one| Some(one.amount.low) == low(&one.gives_way_to))
        };
        for ChosenMeasure { measure, .. } in &before.chosen {
            prop_assert!(!before.settled || low(measure).is_some() || level(measure), "{} was beaten", measure);
        }
        Ok(())
    });
}

fn quantity(money: Money) -> Quantity {
    if let Money::Units(units) = money { Quantity::from_units(units).unwrap() } else { panic!("no end to it") }
}

/// The measures that certainly bring something, with how much.
fn certain(scene: &Scene, assessment: &Assessment) -> Vec<(String, Quantity)> {
    let world = scene.world();
    let measures = assessment.support.iter().flat_map(|support| &support.measures).enumerate();
    let met = measures.filter(|(_, measure)| measure.truth == Truth::Met);
    let low = met.map(|(at, measure)| {
        let low = Money::Units(units(measure.amount.low));
        (measure.id.clone(), quantity(world.under_each(at, low, End::Least)))
    });
    low.filter(|(_, low)| low.is_positive()).collect()
}

/// Every set of these measures that the cumulation rule allows.
fn lawful(scene: &Scene, certain: &[(String, Quantity)]) -> Vec<Subset> {
    let together = |subset: &Subset| match stacking(scene) {
        Stacking::Add | Stacking::AddOneUnitEach => true,
        Stacking::LargestOne => subset.len() <= 1,
        Stacking::LargestOfEach(groups) => {
            groups.iter().all(|group| group.iter().filter(|id| subset.contains(*id)).count() <= 1)
        }
    };
    let all = (0..1_u32 << certain.len()).map(|mask| {
        let held = certain.iter().enumerate().filter(|(index, _)| mask & (1 << index) != 0);
        held.map(|(_, (id, _))| id.clone()).collect::<Subset>()
    });
    all.filter(together).collect()
}

fn stacking(scene: &Scene) -> Stacking {
    let world = scene.world();
    match &world.track.support.as_ref().unwrap().cumulation.rule {
        CumulationRule::Always(stacking) => stacking.clone(),
        CumulationRule::ByReading { reading, cases } => {
            let case = world.cases.get(reading.as_str()).unwrap();
            cases.iter().find(|one| one.case == *case).unwrap().then.clone()
        }
    }
}
