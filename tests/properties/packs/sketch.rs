//! The parts of a random pack apart from its rules.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::model::{Date, Kind, Quantity};
use zhice::pack::cumulation::{Cumulation, CumulationRule, Stacking};
use zhice::pack::indicator::{Indicator, Measured};
use zhice::pack::measure::{Form, Limit};
use zhice::pack::programme::{Clause, Dates, Document, FORMAT, Role, Scale};
use zhice::pack::reading::ReadingCase;
use zhice::pack::track::{Material, Narrative, Requirement, Support, Topic};
use zhice::pack::{Condition, Fact, Measure, PackFile, Reading, Track};

use super::amount::{Rule, rule};
use super::condition::{Shape, leaf, shape};
use super::known::{Known, SCALE, cases, options, words};
use super::{ID, START};

const CITE: &str = "第一条";
/// Every track asks these, so that each kind of rule finds a fact to look at.
const ALWAYS: [Kind; 3] = [Kind::Bool, Kind::Count, Kind::Choice];

/// A pack before its parts know each other: whatever is drawn, the pack it becomes is a valid one.
#[derive(Clone, Debug)]
pub struct Sketch {
    pub facts: Vec<FactSketch>,
    /// The number of cases of each reading.
    pub readings: Vec<usize>,
    pub tracks: Vec<TrackSketch>,
    /// Days from the one on which the document came into force.
    pub ends: [Option<u32>; 3],
}

#[derive(Clone, Debug)]
pub struct FactSketch {
    kind: Kind,
    min: Option<i64>,
    max: Option<i64>,
    options: usize,
    scaled: bool,
    asked_when: Option<Shape>,
    /// Facts are listed in this order, whatever they depend on.
    place: u8,
}

#[derive(Clone, Debug)]
pub struct TrackSketch {
    asks: Vec<bool>,
    records: Index,
    conditions: Vec<Shape>,
    priorities: Vec<Shape>,
    indicator: Index,
    support: Option<SupportSketch>,
}

#[derive(Clone, Debug)]
struct SupportSketch {
    measures: Vec<MeasureSketch>,
    stacking: Vec<Stacking>,
    /// The reading the stacking depends on, if any.
    read: Option<Index>,
}

#[derive(Clone, Debug)]
struct MeasureSketch {
    voucher: bool,
    requires: Vec<Index>,
    when: Option<Shape>,
    amount: Rule,
}

pub fn fact() -> impl Strategy<Value = FactSketch> {
    use Kind::{Bool, Choice, Count, Date, Money, Number, Percent, Set, Text};
    let kind = select(vec![Bool, Count, Number, Percent, Money, Choice, Set, Text, Date]);
    let bounds = (option::weighted(0.3, -3..4_i64), option::weighted(0.4, 4..12_i64));
    let asked_when = option::weighted(0.6, prop_oneof![2 => leaf(), 1 => shape()]);
    (kind, bounds, 1..5_usize, any::<bool>(), asked_when, any::<u8>()).prop_map(
        |(kind, (min, max), options, scaled, asked_when, place)| FactSketch {
            kind,
            min,
            max,
            options,
            scaled,
            asked_when,
            place,
        },
    )
}

pub fn track() -> impl Strategy<Value = TrackSketch> {
    let asked = (vec(any::<bool>(), 8), any::<Index>(), any::<Index>());
    let support = option::weighted(0.8, support());
    (asked, vec(shape(), 0..4), vec(shape(), 0..2), support).prop_map(
        |((asks, records, indicator), conditions, priorities, support)| TrackSketch {
            asks,
            records,
            conditions,
            priorities,
            indicator,
            support,
        },
    )
}

fn support() -> impl Strategy<Value = SupportSketch> {
    let stacking = select(vec![Stacking::Add, Stacking::AddOneUnitEach, Stacking::LargestOne]);
    (vec(measure(), 1..5), vec(stacking, 3), option::of(any::<Index>()))
        .prop_map(|(measures, stacking, read)| SupportSketch { measures, stacking, read })
}

fn measure() -> impl Strategy<Value = MeasureSketch> {
    (any::<bool>(), vec(any::<Index>(), 0..2), option::weighted(0.3, shape()), rule())
        .prop_map(|(voucher, requires, when, amount)| MeasureSketch { voucher, requires, when, amount })
}

impl Sketch {
    pub fn build(&self) -> PackFile {
        let readings: Vec<Reading> =
            self.readings.iter().enumerate().map(|(index, cases)| reading(index, *cases)).collect();
        let mut facts: Vec<Fact> = Vec::new();
        for (index, sketch) in self.facts.iter().enumerate() {
            let kind = ALWAYS.get(index).copied().unwrap_or(sketch.kind);
            let fact = sketch.build(index, kind, Known { facts: &facts, readings: &readings });
            facts.push(fact);
        }
        let tracks = self.tracks.iter().enumerate();
        let tracks = tracks.map(|(index, track)| track.build(index, &facts, &readings)).collect();
        let mut places: Vec<(u8, Fact)> = self.facts.iter().map(|sketch| sketch.place).zip(facts).collect();
        places.sort_by_key(|(place, _)| *place);
        let [trial_until, period_until, superseded_on] =
            self.ends.map(|after| after.and_then(|after| Date::from_days_since_epoch(START + after)));
        PackFile {
            format: FORMAT.to_owned(),
            id: ID.to_owned(),
            version: "1".to_owned(),
            title: words(),
            document: Document { title: words(), number: None, issuer: words(), issued: None },
            standing: Dates {
                in_force: Date::from_days_since_epoch(START).unwrap(),
                trial_until,
                period_until,
                superseded_on,
                note: words(),
                cite: CITE.to_owned(),
            },
            clauses: vec![Clause {
                cite: CITE.to_owned(),
                cite_en: "Art. 1".to_owned(),
                says: words(),
                role: Role::Encoded,
            }],
            terms: Vec::new(),
            scales: vec![Scale { id: SCALE.to_owned(), options: options(3) }],
            facts: places.into_iter().map(|(_, fact)| fact).collect(),
            readings,
            tracks,
        }
    }
}

impl FactSketch {
    /// A fact that depends on none but those before it.
    fn build(&self, index: usize, kind: Kind, before: Known<'_>) -> Fact {
        let bound = |bound: Option<i64>| bound.filter(|_| kind.is_numeric()).map(Quantity::whole);
        let scaled = self.scaled && kind.has_options();
        let asked_when = self.asked_when.as_ref().filter(|_| !before.facts.is_empty());
        Fact {
            id: format!("f{index}"),
            kind,
            label: words(),
            question: words(),
            help: None,
            evidence: None,
            unit: None,
            min: bound(self.min),
            max: bound(self.max),
            options: if kind.has_options() && !scaled { options(self.options) } else { Vec::new() },
            scale: scaled.then(|| SCALE.to_owned()),
            asked_when: asked_when.map(|shape| shape.build(before)),
            fixed: false,
            terms: Vec::new(),
            cite: CITE.to_owned(),
        }
    }
}

impl TrackSketch {
    fn build(&self, index: usize, all: &[Fact], readings: &[Reading]) -> Track {
        let facts = self.asked(all);
        let known = Known { facts: &facts, readings };
        let requirement = |prefix: &str, (index, shape): (usize, &Shape)| Requirement {
            id: format!("{prefix}{index}"),
            title: words(),
            needs: shape.build(known),
            cite: CITE.to_owned(),
        };
        let conditions: Vec<Requirement> =
            self.conditions.iter().enumerate().map(|condition| requirement("c", condition)).collect();
        let mut asked: Vec<String> = facts.iter().map(|fact| fact.id.clone()).collect();
        let recorded = asked.split_off(self.records.index(facts.len()));
        let rated = known.of_kind(self.indicator, &[Kind::Choice]);
        Track {
            id: format!("t{index}"),
            title: words(),
            who: words(),
            outcome: words(),
            topics: vec![Topic { id: "topic".to_owned(), title: words(), lead: words(), facts: asked }],
            record: recorded,
            priorities: self.priorities.iter().enumerate().map(|priority| requirement("p", priority)).collect(),
            indicators: vec![Indicator {
                id: "i0".to_owned(),
                title: words(),
                measured: Measured::Maturity { fact: rated.id.clone() },
                cite: CITE.to_owned(),
            }],
            support: self.support.as_ref().map(|support| support.build(known, &conditions)),
            conditions,
            consequences: Vec::new(),
            narratives: vec![Narrative { id: "plan".to_owned(), title: words(), help: words(), cite: CITE.to_owned() }],
            materials: vec![Material { id: "form".to_owned(), title: words(), note: words(), cite: CITE.to_owned() }],
            procedure: Vec::new(),
        }
    }

    /// The facts of the track, and with each those its `asked_when` looks at.
    fn asked(&self, all: &[Fact]) -> Vec<Fact> {
        let mut wanted: BTreeSet<&str> = BTreeSet::new();
        for (index, fact) in all.iter().enumerate().rev() {
            let drawn = index < ALWAYS.len() || self.asks.get(index).copied().unwrap_or(false);
            if drawn || wanted.contains(fact.id.as_str()) {
                wanted.insert(&fact.id);
                wanted.extend(fact.asked_when.iter().flat_map(Condition::facts));
            }
        }
        all.iter().filter(|fact| wanted.contains(fact.id.as_str())).cloned().collect()
    }
}

impl SupportSketch {
    fn build(&self, known: Known<'_>, conditions: &[Requirement]) -> Support {
        let measures = self.measures.iter().enumerate();
        let mut stacking = self.stacking.iter().copied();
        let rule = match self.read.filter(|_| !known.readings.is_empty()) {
            None => CumulationRule::Always(stacking.next().unwrap_or(Stacking::Add)),
            Some(read) => {
                let reading = read.get(known.readings);
                CumulationRule::ByReading { reading: reading.id.clone(), cases: cases(reading, stacking) }
            }
        };
        Support {
            measures: measures.map(|(index, measure)| measure.build(index, known, conditions)).collect(),
            cumulation: Cumulation { rule, cite: CITE.to_owned() },
        }
    }
}

impl MeasureSketch {
    fn build(&self, index: usize, known: Known<'_>, conditions: &[Requirement]) -> Measure {
        let required = self.requires.iter().filter(|_| !conditions.is_empty());
        Measure {
            id: format!("m{index}"),
            title: words(),
            form: if self.voucher { Form::Voucher } else { Form::Money },
            limit: Limit::AtMost,
            requires: required.map(|one| one.get(conditions).id.clone()).collect(),
            when: self.when.as_ref().map(|shape| shape.build(known)),
            amount: self.amount.build(known),
            note: None,
            cite: CITE.to_owned(),
        }
    }
}

fn reading(index: usize, cases: usize) -> Reading {
    let case = |index| ReadingCase { id: format!("k{index}"), label: words() };
    Reading {
        id: format!("r{index}"),
        question: words(),
        cases: (0..cases).map(case).collect(),
        reason: words(),
        cite: CITE.to_owned(),
    }
}
