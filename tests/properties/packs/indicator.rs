//! Random indicators.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::model::{Deadline, Kind};
use zhice::pack::indicator::{Indicator, Measured};

use super::CITE;
use super::condition::{Look, Shape, look, shape};
use super::known::{Known, masked, some_options, words};

/// An indicator that does not know its facts yet.
#[derive(Clone, Debug)]
pub struct IndicatorSketch {
    measured: MeasuredSketch,
    by: Option<Deadline>,
    departments: u8,
}

#[derive(Clone, Debug)]
enum MeasuredSketch {
    Target(Look),
    /// A target where there is nothing to compare with.
    Comparison(Look),
    Checklist(Vec<Shape>),
    Maturity(Index, Option<u8>),
}

pub fn indicator() -> impl Strategy<Value = IndicatorSketch> {
    let measured = prop_oneof![
        1 => look().prop_map(MeasuredSketch::Target),
        2 => look().prop_map(MeasuredSketch::Comparison),
        2 => vec(shape(), 1..5).prop_map(MeasuredSketch::Checklist),
        2 => (any::<Index>(), option::of(any::<u8>())).prop_map(|(fact, reached)| MeasuredSketch::Maturity(fact, reached)),
    ];
    let by = option::of(select(vec!["2021", "2022-12-31"]));
    (measured, by, any::<u8>()).prop_map(|(measured, by, departments)| IndicatorSketch {
        measured,
        by: by.map(|by| by.parse().unwrap()),
        departments,
    })
}

impl IndicatorSketch {
    pub fn build(&self, index: usize, known: Known<'_>) -> Indicator {
        // The last comes first, so that nobody can rely on the order.
        let departments = masked(known.departments, self.departments).rev();
        Indicator {
            id: format!("i{index}"),
            title: words(),
            measured: self.measured.build(known),
            by: self.by,
            departments: departments.map(|department| department.id.clone()).collect(),
            note: None,
            cite: CITE.to_owned(),
        }
    }
}

impl MeasuredSketch {
    fn build(&self, known: Known<'_>) -> Measured {
        match self {
            Self::Target(look) => Measured::Target(look.comparison(known)),
            Self::Comparison(look) => match look.relation(known) {
                Some(relation) => Measured::Comparison(relation),
                None => Measured::Target(look.comparison(known)),
            },
            Self::Checklist(points) => Measured::Checklist(points.iter().map(|point| point.build(known)).collect()),
            Self::Maturity(fact, reached) => {
                let fact = known.of_kind(*fact, &[Kind::Choice]);
                let reached = reached.map(|mask| some_options(fact, mask)).unwrap_or_default();
                Measured::Maturity { fact: fact.id.clone(), reached }
            }
        }
    }
}
