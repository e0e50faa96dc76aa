//! Random packs: small, odd, and always such that the checker lets them pass.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zhice::model::{Date, Kind, Quantity, Text};
use zhice::pack::condition::{Case, Comparison, Op};
use zhice::pack::cumulation::{Cumulation, CumulationRule, Stacking};
use zhice::pack::fact::FactOption;
use zhice::pack::indicator::{Indicator, Measured};
use zhice::pack::measure::{ChoiceAmount, Form, Limit, Start, Tier};
use zhice::pack::programme::{Clause, Dates, Document, FORMAT, Role, Scale};
use zhice::pack::reading::ReadingCase;
use zhice::pack::track::{Material, Narrative, Requirement, Support, Topic};
use zhice::pack::{AmountRule, Condition, Fact, Measure, Pack, PackFile, Reading, Track};

/// The id of every random pack.
pub const ID: &str = "random";
const CITE: &str = "第一条";
const SCALE: &str = "levels";
/// Every track asks these, so that each kind of rule finds a fact to look at.
const ALWAYS: [Kind; 3] = [Kind::Bool, Kind::Count, Kind::Choice];

/// A pack before its parts know each other: whatever is drawn, the pack it becomes is a valid one.
#[derive(Clone, Debug)]
struct Sketch {
    facts: Vec<FactSketch>,
    /// The number of cases of each reading.
    readings: Vec<usize>,
    tracks: Vec<TrackSketch>,
    /// Days from the one on which the document came into force.
    ends: [Option<u32>; 3],
}

#[derive(Clone, Debug)]
struct FactSketch {
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
struct TrackSketch {
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
    amount: Sum,
}

/// A condition that does not know its facts yet.
#[derive(Clone, Debug)]
enum Shape {
    Leaf(Look),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    AtLeast(usize, Vec<Self>),
    ByReading(Index, Vec<Self>),
}

/// A leaf that does not know its fact yet.
#[derive(Clone, Debug)]
struct Look {
    fact: Index,
    op: Op,
    number: i64,
    options: u8,
}

/// An amount that does not know its facts yet.
#[derive(Clone, Debug)]
enum Sum {
    Fixed(i64),
    Between(i64, i64),
    PerUnit(Index, i64),
    Tiered(Index, Vec<(bool, i64, i64)>),
    ByChoice(Index, Vec<Option<i64>>),
    When(Shape, Box<Self>),
    Sum(Vec<Self>),
    LargerOf(Vec<Self>),
    Capped(i64, Box<Self>),
    ByReading(Index, Vec<Self>),
}

/// Packs with a few facts, up to three readings, one or two tracks, and every kind of rule.
pub fn packs() -> impl Strategy<Value = Arc<Pack>> {
    files().prop_map(|file| {
        let text = serde_json::to_string(&file).unwrap();
        match Pack::load(&text) {
            Ok(loaded) => Arc::new(loaded.pack),
            Err(diagnostics) => panic!("the generator made an invalid pack: {diagnostics:?}\n{text}"),
        }
    })
}

/// The files of such packs.
pub fn files() -> impl Strategy<Value = PackFile> {
    let ends = prop::array::uniform3(option::of(0..2_000_u32));
    (vec(fact(), 3..8), vec(2..4_usize, 0..4), vec(track(), 1..3), ends)
        .prop_map(|(facts, readings, tracks, ends)| Sketch { facts, readings, tracks, ends }.build())
}

fn fact() -> impl Strategy<Value = FactSketch> {
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

fn track() -> impl Strategy<Value = TrackSketch> {
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
    (any::<bool>(), vec(any::<Index>(), 0..2), option::weighted(0.3, shape()), sum())
        .prop_map(|(voucher, requires, when, amount)| MeasureSketch { voucher, requires, when, amount })
}

fn leaf() -> impl Strategy<Value = Shape> {
    let op = select(vec![Op::AtLeast, Op::MoreThan, Op::AtMost, Op::LessThan, Op::Equals]);
    let look = (any::<Index>(), op, 0..10_i64, any::<u8>());
    look.prop_map(|(fact, op, number, options)| Shape::Leaf(Look { fact, op, number, options }))
}

fn shape() -> impl Strategy<Value = Shape> {
    leaf().prop_recursive(3, 10, 3, |part| {
        let parts = vec(part.clone(), 1..4);
        prop_oneof![
            3 => parts.clone().prop_map(Shape::All),
            3 => parts.clone().prop_map(Shape::Any),
            1 => part.clone().prop_map(|part| Shape::Not(Box::new(part))),
            3 => (1..4_usize, parts).prop_map(|(n, of)| Shape::AtLeast(n, of)),
            2 => (any::<Index>(), vec(part, 3)).prop_map(|(reading, cases)| Shape::ByReading(reading, cases)),
        ]
    })
}

/// Few different sums, so that amounts often come out equal.
fn yuan() -> impl Strategy<Value = i64> {
    select(vec![10_i64, 20, 30, 50])
}

fn sum() -> impl Strategy<Value = Sum> {
    let tiers = vec((any::<bool>(), 0..4_i64, yuan()), 1..4);
    let leaf = prop_oneof![
        yuan().prop_map(Sum::Fixed),
        (prop_oneof![Just(0_i64), yuan()], yuan()).prop_map(|(low, more)| Sum::Between(low, low + more)),
        (any::<Index>(), yuan()).prop_map(|(fact, each)| Sum::PerUnit(fact, each)),
        (any::<Index>(), tiers).prop_map(|(fact, tiers)| Sum::Tiered(fact, tiers)),
        (any::<Index>(), vec(option::of(yuan()), 4)).prop_map(|(fact, amounts)| Sum::ByChoice(fact, amounts)),
    ];
    leaf.prop_recursive(3, 8, 3, |part| {
        let parts = vec(part.clone(), 1..4);
        prop_oneof![
            2 => (shape(), part.clone()).prop_map(|(condition, then)| Sum::When(condition, Box::new(then))),
            2 => parts.clone().prop_map(Sum::Sum),
            2 => parts.prop_map(Sum::LargerOf),
            2 => (yuan(), part.clone()).prop_map(|(at, of)| Sum::Capped(at, Box::new(of))),
            2 => (any::<Index>(), vec(part, 3)).prop_map(|(reading, cases)| Sum::ByReading(reading, cases)),
        ]
    })
}

/// What a rule can refer to.
#[derive(Clone, Copy)]
struct Known<'a> {
    facts: &'a [Fact],
    readings: &'a [Reading],
}

impl Sketch {
    fn build(&self) -> PackFile {
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
        let start = 18_000;
        let [trial_until, period_until, superseded_on] =
            self.ends.map(|after| after.and_then(|after| Date::from_days_since_epoch(start + after)));
        PackFile {
            format: FORMAT.to_owned(),
            id: ID.to_owned(),
            version: "1".to_owned(),
            title: words(),
            document: Document { title: words(), number: None, issuer: words(), issued: None },
            standing: Dates {
                in_force: Date::from_days_since_epoch(start).unwrap(),
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

impl Shape {
    fn build(&self, known: Known<'_>) -> Condition {
        let all = |parts: &[Self]| parts.iter().map(|part| part.build(known)).collect();
        match self {
            Self::Leaf(look) => look.build(known),
            Self::All(parts) => Condition::All(all(parts)),
            Self::Any(parts) => Condition::Any(all(parts)),
            Self::Not(part) => Condition::Not(Box::new(part.build(known))),
            Self::AtLeast(n, of) => Condition::AtLeast { n: (*n).min(of.len()), of: all(of) },
            Self::ByReading(_, parts) if known.readings.is_empty() => Condition::Any(all(parts)),
            Self::ByReading(reading, parts) => {
                let reading = reading.get(known.readings);
                let parts = parts.iter().map(|part| part.build(known));
                Condition::ByReading { reading: reading.id.clone(), cases: cases(reading, parts) }
            }
        }
    }
}

impl Look {
    fn build(&self, known: Known<'_>) -> Condition {
        let fact = self.fact.get(known.facts);
        let id = fact.id.clone();
        match fact.kind {
            Kind::Bool => Condition::Is(id),
            Kind::Text | Kind::Date => Condition::Given(id),
            Kind::Choice => Condition::OneOf { fact: id, options: self.options(fact) },
            Kind::Set => Condition::Includes { fact: id, options: self.options(fact) },
            Kind::Count | Kind::Number | Kind::Percent | Kind::Money => {
                Condition::Compare(Comparison { fact: id, op: self.op, value: within(fact, self.number) })
            }
        }
    }

    /// Some of the options, at least one.
    fn options(&self, fact: &Fact) -> Vec<String> {
        let ids = option_ids(fact);
        let mask = usize::from(self.options);
        let chosen = ids.iter().enumerate().filter(|(index, _)| mask & (1 << index) != 0).map(|(_, id)| id.clone());
        let chosen: Vec<String> = chosen.collect();
        if chosen.is_empty() { ids.into_iter().take(1).collect() } else { chosen }
    }
}

impl Sum {
    fn build(&self, known: Known<'_>) -> AmountRule {
        let all = |parts: &[Self]| parts.iter().map(|part| part.build(known)).collect();
        match self {
            Self::Fixed(amount) => AmountRule::Fixed(Quantity::whole(*amount)),
            Self::Between(low, high) => {
                AmountRule::Between { low: Quantity::whole(*low), high: Quantity::whole(*high) }
            }
            Self::PerUnit(fact, each) => {
                let fact = known.of_kind(*fact, &[Kind::Count]);
                AmountRule::PerUnit { fact: fact.id.clone(), each: Quantity::whole(*each) }
            }
            Self::Tiered(fact, tiers) => {
                let fact = known.of_kind(*fact, &[Kind::Count, Kind::Number, Kind::Percent, Kind::Money]);
                AmountRule::Tiered { fact: fact.id.clone(), tiers: ordered(fact, tiers) }
            }
            Self::ByChoice(fact, amounts) => {
                let fact = known.of_kind(*fact, &[Kind::Choice]);
                let listed = option_ids(fact).into_iter().zip(amounts);
                let amount = |option, amount| ChoiceAmount { option, amount: Quantity::whole(amount) };
                let listed = listed.filter_map(|(option, yuan)| Some(amount(option, (*yuan)?)));
                let mut amounts: Vec<ChoiceAmount> = listed.collect();
                if amounts.is_empty() {
                    amounts.extend(option_ids(fact).into_iter().take(1).map(|option| amount(option, 10)));
                }
                AmountRule::ByChoice { fact: fact.id.clone(), amounts }
            }
            Self::When(condition, then) => {
                AmountRule::When { condition: condition.build(known), then: Box::new(then.build(known)) }
            }
            Self::Sum(parts) => AmountRule::Sum(all(parts)),
            Self::LargerOf(parts) => AmountRule::LargerOf(all(parts)),
            Self::Capped(at, of) => AmountRule::Capped { at: Quantity::whole(*at), of: Box::new(of.build(known)) },
            Self::ByReading(_, parts) if known.readings.is_empty() => AmountRule::Sum(all(parts)),
            Self::ByReading(reading, parts) => {
                let reading = reading.get(known.readings);
                let parts = parts.iter().map(|part| part.build(known));
                AmountRule::ByReading { reading: reading.id.clone(), cases: cases(reading, parts) }
            }
        }
    }
}

impl<'a> Known<'a> {
    fn of_kind(self, index: Index, kinds: &[Kind]) -> &'a Fact {
        let fitting: Vec<&Fact> = self.facts.iter().filter(|fact| kinds.contains(&fact.kind)).collect();
        fitting[index.index(fitting.len())]
    }
}

/// Tiers from the lowest to the highest, as far as the fact can go.
fn ordered(fact: &Fact, steps: &[(bool, i64, i64)]) -> Vec<Tier> {
    let mut tiers: Vec<Tier> = Vec::new();
    let (mut number, mut amount) = (0, 0);
    for (over, further, more) in steps {
        number += further;
        amount += more;
        let bound = within(fact, number);
        let starts = if *over { Start::Over(bound) } else { Start::From(bound) };
        let above = |tier: &Tier| match tier.starts {
            Start::From(below) => below < bound || (below == bound && *over),
            Start::Over(below) => below < bound,
        };
        if tiers.last().is_none_or(above) {
            tiers.push(Tier { starts, amount: Quantity::whole(amount) });
        }
    }
    tiers
}

/// A number the fact can be, this far from its least; halves where it need not be whole.
fn within(fact: &Fact, number: i64) -> Quantity {
    let least = fact.domain().floor().unwrap_or_default();
    let half = if fact.kind == Kind::Count {
        Quantity::ZERO
    } else {
        Quantity::whole(number % 2).times("0.5".parse().unwrap())
    };
    let wanted = least.plus(Quantity::whole(number)).plus(half);
    fact.max.map_or(wanted, |max| wanted.min(max))
}

fn option_ids(fact: &Fact) -> Vec<String> {
    let own = if fact.scale.is_some() { options(3) } else { fact.options.clone() };
    own.into_iter().map(|option| option.id).collect()
}

fn options(count: usize) -> Vec<FactOption> {
    (0..count).map(|index| FactOption { id: format!("o{index}"), label: words(), code: None }).collect()
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

/// One entry for each case, the last case first, so that nobody can rely on the order.
fn cases<T>(reading: &Reading, then: impl Iterator<Item = T>) -> Vec<Case<T>> {
    let entries = reading.cases.iter().zip(then).map(|(case, then)| Case { case: case.id.clone(), then });
    let mut entries: Vec<Case<T>> = entries.collect();
    entries.reverse();
    entries
}

/// A loaded file as it was before loading copied the options of each scale into the facts that name it.
pub fn as_written(file: &PackFile) -> PackFile {
    let mut file = file.clone();
    for fact in file.facts.iter_mut().filter(|fact| fact.scale.is_some()) {
        fact.options.clear();
    }
    file
}

fn words() -> Text {
    Text { zh: "文".to_owned(), en: "text".to_owned() }
}
