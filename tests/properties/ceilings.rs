//! No amount exceeds what the rule it comes from allows at most.

use std::collections::BTreeMap;

use proptest::prelude::*;
use zhice::model::Quantity;
use zhice::pack::cumulation::Stacking;
use zhice::pack::{AmountRule, Measure, Number, Pack};

use super::hold::hold;
use super::scene::{Scene, scenes};

#[test]
fn every_ceiling_is_respected() {
    hold(300, scenes(), |scene| {
        let assessment = scene.assess();
        let track = scene.track().track;
        for (declared, found) in track.support.iter().zip(&assessment.support) {
            for (measure, found) in declared.measures.iter().zip(&found.measures) {
                let Some(ceiling) = ceiling(&scene.pack, &measure.amount) else { continue };
                let high = found.amount.high;
                prop_assert!(high.is_some_and(|high| high <= ceiling), "{}: {high:?} over {ceiling}", measure.id);
            }
            let Some(ceiling) = together(&scene, &declared.measures) else { continue };
            let high = found.total.high;
            prop_assert!(high.is_some_and(|high| high <= ceiling), "all together: {high:?} over {ceiling}");
        }
        Ok(())
    });
}

/// The most that measures can come to where only one of those that stand together is received.
fn together(scene: &Scene, measures: &[Measure]) -> Option<Quantity> {
    let world = scene.world();
    let group = |measure: &Measure| match world.stacking() {
        Stacking::Add | Stacking::AddOneUnitEach => vec![measure.id.clone()],
        Stacking::LargestOne => Vec::new(),
        Stacking::LargestOfEach(groups) => {
            let named = groups.iter().find(|group| group.contains(&measure.id)).cloned();
            named.unwrap_or_else(|| vec![measure.id.clone()])
        }
    };
    let mut largest: BTreeMap<Vec<String>, Quantity> = BTreeMap::new();
    for measure in measures {
        let ceiling = ceiling(&scene.pack, &measure.amount)?;
        largest.entry(group(measure)).and_modify(|most| *most = ceiling.max(*most)).or_insert(ceiling);
    }
    Some(largest.into_values().fold(Quantity::ZERO, Quantity::plus))
}

/// The most a rule can come to for anybody; `None` where nothing bounds it.
fn ceiling(pack: &Pack, rule: &AmountRule) -> Option<Quantity> {
    let of = |rule: &AmountRule| ceiling(pack, rule);
    let largest = |parts: Vec<Option<Quantity>>| parts.into_iter().collect::<Option<Vec<_>>>()?.into_iter().max();
    match rule {
        AmountRule::Fixed(amount) | AmountRule::Between { high: amount, .. } => Some(*amount),
        AmountRule::PerUnit { fact, each } => pack.fact(fact)?.max.map(|max| max.times(*each)),
        AmountRule::Tiered { tiers, .. } => tiers.iter().map(|tier| tier.amount).max(),
        AmountRule::TieredBy(by) => by.tiers.iter().map(|tier| tier.amount).max(),
        AmountRule::UpTo { from, to } => largest(vec![of(from), of(to)]),
        AmountRule::Number(_) => None,
        AmountRule::InKind => Some(Quantity::ZERO),
        AmountRule::ByChoice { amounts, .. } => largest(amounts.iter().map(|one| figure(&one.amount)).collect()),
        AmountRule::When { then, .. } => of(then),
        AmountRule::Sum(parts) => {
            parts.iter().map(of).try_fold(Quantity::ZERO, |sum, part| part.map(|part| sum.plus(part)))
        }
        AmountRule::LargerOf(parts) => largest(parts.iter().map(of).collect()),
        AmountRule::Capped { at, of: capped } => match (of(capped), figure(at)) {
            (Some(below), Some(at)) => Some(below.min(at)),
            (below, at) => below.or(at),
        },
        AmountRule::ByReading { cases, .. } => largest(cases.iter().map(|case| of(&case.then)).collect()),
    }
}

/// A ceiling the document gives as a figure.
fn figure(number: &Number) -> Option<Quantity> {
    if let Number::Constant(constant) = number { Some(constant.value) } else { None }
}
