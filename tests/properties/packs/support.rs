//! Random measures, and how they add up.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::pack::cumulation::{Cumulation, CumulationRule, Stacking};
use zhice::pack::measure::{Form, Limit};
use zhice::pack::track::{Requirement, Support};
use zhice::pack::{AmountRule, Measure};

use super::CITE;
use super::amount::{Rule, rule};
use super::condition::{Shape, shape};
use super::known::{Known, cases, words};

/// The support of a track that does not know its facts yet.
#[derive(Clone, Debug)]
pub struct SupportSketch {
    measures: Vec<MeasureSketch>,
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
    (vec(measure(), 1..6), vec(stacking, 3), option::of(any::<Index>()))
        .prop_map(|(measures, stacking, read)| SupportSketch { measures, stacking, read })
}

fn measure() -> impl Strategy<Value = MeasureSketch> {
    (select(Form::ALL.to_vec()), vec(any::<Index>(), 0..2), option::weighted(0.3, shape()), rule())
        .prop_map(|(form, requires, when, amount)| MeasureSketch { form, requires, when, amount })
}

impl SupportSketch {
    pub fn build(&self, known: Known<'_>, conditions: &[Requirement]) -> Support {
        let measures = self.measures.iter().enumerate();
        let measures: Vec<Measure> = measures.map(|(index, measure)| measure.build(index, known, conditions)).collect();
        let mut stacking = self.stacking.iter().map(|stacking| stacking.build(&measures));
        let rule = match self.read.filter(|_| !known.readings.is_empty()) {
            None => CumulationRule::Always(stacking.next().unwrap_or(Stacking::Add)),
            Some(read) => {
                let reading = read.get(known.readings);
                CumulationRule::ByReading { reading: reading.id.clone(), cases: cases(reading, stacking) }
            }
        };
        Support { cumulation: Cumulation { rule, cite: CITE.to_owned() }, measures }
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
            note: None,
            cite: CITE.to_owned(),
        }
    }
}
