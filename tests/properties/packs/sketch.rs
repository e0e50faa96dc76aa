//! The parts of a random pack apart from its tracks.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use zhice::model::{Date, Kind, Quantity};
use zhice::pack::parameter::FromDay;
use zhice::pack::programme::{Clause, Dates, Department, Document, FORMAT, Role, Scale};
use zhice::pack::proposal::OptionWhen;
use zhice::pack::reading::ReadingCase;
use zhice::pack::{Fact, PackFile, Parameter, Proposal, Reading};

use super::condition::{Shape, leaf, shape};
use super::known::{Known, SCALE, options, words};
use super::list;
use super::track::TrackSketch;
use super::{CITE, ID, PARAMETER, START};

/// Every track asks these, so that each kind of rule finds a fact to look at.
pub const ALWAYS: [Kind; 3] = [Kind::Bool, Kind::Count, Kind::Choice];

/// A pack before its parts know each other: whatever is drawn, the pack it becomes is a valid one.
#[derive(Clone, Debug)]
pub struct Sketch {
    pub facts: Vec<FactSketch>,
    /// The number of cases of each reading.
    pub readings: Vec<usize>,
    pub departments: usize,
    pub tracks: Vec<TrackSketch>,
    /// Not in force yet, and nobody says when.
    pub draft: bool,
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
    proposed: Option<Shape>,
    discretion: bool,
    /// Facts are listed in this order, whatever they depend on.
    place: u8,
}

pub fn fact() -> impl Strategy<Value = FactSketch> {
    use Kind::{Bool, Choice, Count, Date, List, Money, Number, Percent, Set, Text};
    // Numbers more often than others, so that they meet their like.
    let kind = select(vec![Bool, Count, Number, Number, Percent, Percent, Money, Money, Choice, Set, Text, Date, List]);
    let bounds = (option::weighted(0.3, -3..4_i64), option::weighted(0.4, 4..12_i64));
    let asked_when = option::weighted(0.6, prop_oneof![2 => leaf(), 1 => shape()]);
    let proposed = option::weighted(0.3, prop_oneof![2 => leaf(), 1 => shape()]);
    let listed = (any::<bool>(), any::<u8>());
    (kind, bounds, 1..5_usize, any::<bool>(), (asked_when, proposed), listed).prop_map(
        |(kind, (min, max), options, scaled, (asked_when, proposed), (discretion, place))| FactSketch {
            kind,
            min,
            max,
            options,
            scaled,
            asked_when,
            proposed,
            discretion,
            place,
        },
    )
}

impl Sketch {
    pub fn build(&self) -> PackFile {
        let readings: Vec<Reading> =
            self.readings.iter().enumerate().map(|(index, cases)| reading(index, *cases)).collect();
        let department = |index| Department {
            id: format!("d{index}"),
            title: words(),
            every_task: index == 1,
            unlisted_members: index == 0,
        };
        let departments: Vec<Department> = (0..self.departments).map(department).collect();
        let mut facts: Vec<Fact> = Vec::new();
        for (index, sketch) in self.facts.iter().enumerate() {
            let kind = ALWAYS.get(index).copied().unwrap_or(sketch.kind);
            let before = Known { facts: &facts, readings: &readings, departments: &departments };
            let fact = sketch.build(index, kind, before);
            facts.push(fact);
        }
        let known = Known { facts: &facts, readings: &readings, departments: &departments };
        let tracks = self.tracks.iter().enumerate().map(|(index, track)| track.build(index, known)).collect();
        let mut places: Vec<(u8, Fact)> = self.facts.iter().map(|sketch| sketch.place).zip(facts).collect();
        places.sort_by_key(|(place, _)| *place);
        let [trial_until, period_until, superseded_on] =
            self.ends.map(|after| after.and_then(|after| Date::from_days_since_epoch(START + after)));
        PackFile {
            format: FORMAT.to_owned(),
            id: ID.to_owned(),
            version: "1".to_owned(),
            title: words(),
            place: None,
            document: Document { title: words(), number: None, issuer: words(), issued: None },
            standing: Dates {
                in_force: Date::from_days_since_epoch(START).filter(|_| !self.draft),
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
                actions: Vec::new(),
            }],
            terms: Vec::new(),
            scales: vec![Scale { id: SCALE.to_owned(), options: options(3) }],
            facts: places.into_iter().map(|(_, fact)| fact).collect(),
            readings,
            parameters: vec![parameter()],
            departments,

            first_department_leads: false,
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
        let options = if kind.has_options() && !scaled { options(self.options) } else { Vec::new() };
        let proposed = self.proposed.as_ref().filter(|_| !before.facts.is_empty()).map(|shape| shape.build(before));
        let proposed = proposed.and_then(|when| match kind {
            Kind::Bool => Some(Proposal::Condition(when)),
            Kind::Choice => Some(Proposal::Option(vec![OptionWhen { option: "o0".to_owned(), when }])),
            _ => None,
        });
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
            options,
            scale: scaled.then(|| SCALE.to_owned()),
            columns: if kind == Kind::List { list::columns() } else { Vec::new() },
            counted: None,
            asked_when: asked_when.map(|shape| shape.build(before)),
            proposed,
            fixed: false,
            doing: None,
            discretion: self.discretion,
            terms: Vec::new(),
            cite: CITE.to_owned(),
        }
    }
}

fn parameter() -> Parameter {
    let from = |from: &str, value: &str| FromDay {
        from: from.parse().unwrap(),
        value: value.parse().unwrap(),
        source: words(),
    };
    let values = vec![from("2019-01-01", "2"), from("2020-06-01", "3")];
    Parameter { id: PARAMETER.to_owned(), label: words(), values, cite: CITE.to_owned() }
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
