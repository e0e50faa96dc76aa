//! Random measures, and how they add up.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::pack::cumulation::{Ceiling, Cumulation, CumulationRule, Stacking};
use zhice::pack::measure::{Form, Limit};
use zhice::pack::track::{Requirement, Support};
use zhice::pack::{AmountRule, Measure};

use super::CITE;
use super::amount::{Rule, rule};
use super::condition::{Shape, shape};
use super::expression::{Expression, Wanted, expression};
use super::known::{Known, cases, masked, words};

/// The support of a track that does not know its facts yet.
#[derive(Clone, Debug)]
pub struct SupportSketch {
    gates: Vec<Shape>,
    measures: Vec<MeasureSketch>,
    /// Which measures each covers, and what it comes to.
    ceilings: Vec<(u8, Expression)>,
    stacking: Vec<StackingSketch>,
    /// The reading the stacking depends on, if any.
    read: Option<Index>,
}

#[derive(Clone, Debug)]
enum StackingSketch {
    Add,
    AddOneUnitEach,
    LargestOne,
    /// Measures of the same number stand together; those at zero alone.
    LargestOfEach(Vec<usize>),
}

#[derive(Clone, Debug)]
struct MeasureSketch {
    form: Form,
    requires: Vec<Index>,
    when: Option<Shape>,
    amount: Rule,
}

pub fn support() -> impl Strategy<Value = SupportSketch> {
    let stacking = prop_oneof![
        1 => Just(StackingSketch::Add),
        1 => Just(StackingSketch::AddOneUnitEach),
        1 => Just(StackingSketch::LargestOne),
        2 => vec(0..3_usize, 5).prop_map(StackingSketch::LargestOfEach),
    ];
    let ceilings = prop_oneof![2 => Just(Vec::new()), 1 => vec((any::<u8>(), expression()), 1..3)];
    let stacks = (vec(stacking, 3), ceilings, option::of(any::<Index>()));
    (vec(shape(), 0..2), vec(measure(), 1..6), stacks).prop_map(|(gates, measures, (stacking, ceilings, read))| {
        SupportSketch { gates, measures, ceilings, stacking, read }
    })
}

fn measure() -> impl Strategy<Value = MeasureSketch> {
    (select(Form::ALL.to_vec()), vec(any::<Index>(), 0..2), option::weighted(0.3, shape()), rule())
        .prop_map(|(form, requires, when, amount)| MeasureSketch { form, requires, when, amount })
}

impl SupportSketch {
    pub fn build(&self, known: Known<'_>, conditions: &[Requirement]) -> Support {
        let gate = |(index, shape): (usize, &Shape)| Requirement {
            id: format!("g{index}"),
            title: words(),
            needs: shape.build(known),
            cite: CITE.to_owned(),
        };
        let gates: Vec<Requirement> = self.gates.iter().enumerate().map(gate).collect();
        let needs: Vec<Requirement> = conditions.iter().chain(&gates).cloned().collect();
        let measures = self.measures.iter().enumerate();
        let measures: Vec<Measure> = measures.map(|(index, measure)| measure.build(index, known, &needs)).collect();
        let mut stacking = self.stacking.iter().map(|stacking| stacking.build(&measures));
        let rule = match self.read.filter(|_| !known.readings.is_empty()) {
            None => CumulationRule::Always(stacking.next().unwrap_or(Stacking::Add)),
            Some(read) => {
                let reading = read.get(known.readings);
                CumulationRule::ByReading { reading: reading.id.clone(), cases: cases(reading, stacking) }
            }
        };
        let ceilings = self.ceilings(&rule, &measures, known);
        Support { gates, cumulation: Cumulation { rule, ceilings, cite: CITE.to_owned() }, measures }
    }
}

impl SupportSketch {
    /// One over all measures, and one over some that lies around whole groups.
    fn ceilings(&self, rule: &CumulationRule, measures: &[Measure], known: Known<'_>) -> Vec<Ceiling> {
        let stackings: Vec<&Stacking> = match rule {
            CumulationRule::Always(stacking) => vec![stacking],
            CumulationRule::ByReading { cases, .. } => cases.iter().map(|case| &case.then).collect(),
        };
        let is_lawful = |ids: &[String]| {
            let crosses = |group: &Vec<String>| {
                let shared = group.iter().filter(|id| ids.contains(id)).count();
                shared > 0 && shared < group.len() && shared < ids.len()
            };
            !ids.is_empty()
                && stackings.iter().all(|stacking| match stacking {
                    Stacking::LargestOfEach(groups) => !groups.iter().any(crosses),
                    _ => true,
                })
        };
        let ceiling = |(index, (mask, at)): (usize, &(u8, Expression))| {
            let ids = masked(measures, *mask).map(|measure| measure.id.clone()).collect::<Vec<_>>();
            let measures = if index > 0 && is_lawful(&ids) { ids } else { Vec::new() };
            Ceiling { measures, at: at.number(known, Wanted::Yuan), cite: CITE.to_owned() }
        };
        self.ceilings.iter().enumerate().map(ceiling).collect()
    }
}

impl StackingSketch {
    fn build(&self, measures: &[Measure]) -> Stacking {
        match self {
            Self::Add => Stacking::Add,
            Self::AddOneUnitEach => Stacking::AddOneUnitEach,
            Self::LargestOne => Stacking::LargestOne,
            Self::LargestOfEach(numbers) => {
                // The last comes first, so that nobody can rely on the order.
                let together = |number| -> Vec<String> {
                    let named = measures.iter().zip(numbers).filter(|(_, its)| **its == number);
                    named.map(|(measure, _)| measure.id.clone()).rev().collect()
                };
                let mut groups = vec![together(2), together(1)];
                groups.retain(|group| group.len() > 1);
                if groups.is_empty() { Stacking::LargestOne } else { Stacking::LargestOfEach(groups) }
            }
        }
    }
}

impl MeasureSketch {
    fn build(&self, index: usize, known: Known<'_>, conditions: &[Requirement]) -> Measure {
        let required = self.requires.iter().filter(|_| !conditions.is_empty());
        Measure {
            id: format!("m{index}"),
            title: words(),
            form: self.form,
            limit: Limit::AtMost,
            requires: required.map(|one| one.get(conditions).id.clone()).collect(),
            when: self.when.as_ref().map(|shape| shape.build(known)),
            amount: if self.form.is_sum() == Some(false) { AmountRule::InKind } else { self.amount.build(known) },
            not_with: Vec::new(),
            note: None,
            cite: CITE.to_owned(),
        }
    }
}
