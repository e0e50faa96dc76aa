//! A second evaluator: it walks the pack file as it was written, and asks of every open part what it could turn out to be.
//!
//! It shares the nouns of a pack with the engine and nothing else: other logic, other numbers, no index, no order.

use std::collections::{BTreeMap, BTreeSet};

use zhice::engine::{Standing, Verdict};
use zhice::model::{Amount, Answers, AsOf, Kind, Quantity, Truth, Value};
use zhice::pack::condition::{Case, Op};
use zhice::pack::cumulation::{CumulationRule, Stacking};
use zhice::pack::measure::{Form, Measure, Start, Tier};
use zhice::pack::programme::Dates;
use zhice::pack::track::Requirement;
use zhice::pack::{AmountRule, Condition, Fact, PackFile, Track};

/// Ten-thousandths.
pub type Units = i128;

const ONE: Units = 10_000;

/// What can be said of a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    Yes,
    No,
    /// There is nothing it could be about.
    Void,
    Open,
}

/// An end of a range of yuan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Money {
    Units(Units),
    Boundless,
}

/// From the least to the most it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub least: Money,
    pub most: Money,
}

/// One measure, as the assessment states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brings {
    pub truth: Says,
    pub amount: Range,
}

/// One applicant on one track under one way of reading the document.
pub struct World<'a> {
    pub file: &'a PackFile,
    pub track: &'a Track,
    pub answers: &'a Answers,
    /// The case of each reading, by id.
    pub cases: BTreeMap<&'a str, &'a str>,
}

#[derive(Clone, Copy)]
enum End {
    Least,
    Most,
}

/// The quantity as a plain integer, read from its text.
pub fn units(quantity: Quantity) -> Units {
    let text = quantity.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{decimals:0<4}").parse().unwrap()
}

impl From<Truth> for Says {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::Met => Self::Yes,
            Truth::NotMet => Self::No,
            Truth::Unknown => Self::Open,
            Truth::NotApplicable => Self::Void,
        }
    }
}

impl From<bool> for Says {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl From<Amount> for Range {
    fn from(amount: Amount) -> Self {
        let most = amount.high.map_or(Money::Boundless, |high| Money::Units(units(high)));
        Self { least: Money::Units(units(amount.low)), most }
    }
}

impl Money {
    const NOTHING: Self = Self::Units(0);

    fn map(self, change: impl Fn(Units) -> Units) -> Self {
        match self {
            Self::Units(units) => Self::Units(change(units)),
            Self::Boundless => Self::Boundless,
        }
    }

    fn and(self, other: Self) -> Self {
        match other {
            Self::Units(units) => self.map(|mine| mine + units),
            Self::Boundless => Self::Boundless,
        }
    }
}

/// Tries every way the open parts could turn out; settled only where all of them lead to the same.
fn settle(parts: &[Says], judge: impl Fn(usize, usize) -> Says) -> Says {
    let mut counts = BTreeSet::from([(0, 0)]);
    for part in parts {
        let ways: &[Says] = if *part == Says::Open { &[Says::Yes, Says::No, Says::Void] } else { &[*part] };
        let add = |(yes, no): (usize, usize), way: &Says| match way {
            Says::Yes => (yes + 1, no),
            Says::No => (yes, no + 1),
            _ => (yes, no),
        };
        counts = counts.iter().flat_map(|count| ways.iter().map(move |way| add(*count, way))).collect();
    }
    let outcomes: BTreeSet<Says> = counts.into_iter().map(|(yes, no)| judge(yes, no)).collect();
    match outcomes.first() {
        Some(only) if outcomes.len() == 1 => *only,
        _ => Says::Open,
    }
}

fn every(parts: &[Says]) -> Says {
    settle(parts, |yes, no| match (yes, no) {
        (0, 0) => Says::Void,
        (_, no) => (no == 0).into(),
    })
}

fn some(parts: &[Says], needed: usize) -> Says {
    settle(parts, |yes, no| if yes + no == 0 { Says::Void } else { (yes >= needed).into() })
}

fn none_where_not(says: Says, end: End, money: Money) -> Money {
    match (says, end) {
        (Says::Yes | Says::Void, _) => money,
        (Says::No, _) => Money::NOTHING,
        (Says::Open, End::Least) => money.min(Money::NOTHING),
        (Says::Open, End::Most) => money.max(Money::NOTHING),
    }
}

impl<'a> World<'a> {
    fn fact(&self, id: &str) -> &'a Fact {
        self.file.facts.iter().find(|fact| fact.id == id).unwrap()
    }

    /// Ids of the facts of the track, in the order in which they are asked.
    pub fn asked(&self) -> Vec<&'a str> {
        let mut asked: Vec<&str> = Vec::new();
        for topic in &self.track.topics {
            asked.extend(topic.facts.iter().map(String::as_str));
        }
        asked.extend(self.track.record.iter().map(String::as_str));
        asked
    }

    /// Whether a fact is about this applicant at all.
    pub fn applies(&self, id: &str) -> Says {
        self.fact(id).asked_when.as_ref().map_or(Says::Yes, |condition| self.says(condition))
    }

    fn leaf(&self, fact: &str, test: impl Fn(&Value) -> bool) -> Says {
        match (self.applies(fact), self.answers.get(fact)) {
            (Says::No, _) => Says::Void,
            (Says::Open, _) | (_, None) => Says::Open,
            (_, Some(value)) => test(value).into(),
        }
    }

    fn case<T>(&self, reading: &str, cases: &'a [Case<T>]) -> &'a T {
        let case = self.cases.get(reading).unwrap();
        &cases.iter().find(|one| one.case == *case).unwrap().then
    }

    pub fn says(&self, condition: &'a Condition) -> Says {
        let all = |parts: &'a [Condition]| -> Vec<Says> { parts.iter().map(|part| self.says(part)).collect() };
        match condition {
            Condition::All(parts) => every(&all(parts)),
            Condition::Any(parts) => some(&all(parts), 1),
            Condition::AtLeast { n, of } => some(&all(of), *n),
            Condition::Not(part) => match self.says(part) {
                Says::Yes => Says::No,
                Says::No => Says::Yes,
                other => other,
            },
            Condition::Is(fact) => self.leaf(fact, |value| *value == Value::Bool(true)),
            Condition::Given(fact) => self.leaf(fact, |_| true),
            Condition::Compare(comparison) => self.leaf(&comparison.fact, |value| {
                let (left, right) = (number(value), units(comparison.value));
                match comparison.op {
                    Op::AtLeast => left >= right,
                    Op::MoreThan => left > right,
                    Op::AtMost => left <= right,
                    Op::LessThan => left < right,
                    Op::Equals => left == right,
                }
            }),
            Condition::OneOf { fact, options } => {
                self.leaf(fact, |value| matches!(value, Value::Choice(chosen) if options.contains(chosen)))
            }
            Condition::Includes { fact, options } => self.leaf(
                fact,
                |value| matches!(value, Value::Set(held) if options.iter().all(|option| held.contains(option))),
            ),
            Condition::ByReading { reading, cases } => self.says(self.case(reading, cases)),
        }
    }

    fn requirements(&self, list: &'a [Requirement]) -> Vec<Says> {
        list.iter().map(|requirement| self.says(&requirement.needs)).collect()
    }

    pub fn conditions(&self) -> Vec<Says> {
        self.requirements(&self.track.conditions)
    }

    pub fn priorities(&self) -> Vec<Says> {
        self.requirements(&self.track.priorities)
    }

    pub fn verdict(&self) -> Option<Verdict> {
        let conditions = self.conditions();
        let verdict = match every(&conditions) {
            Says::Yes | Says::Void => Verdict::Eligible,
            Says::No => Verdict::Ineligible,
            Says::Open => Verdict::Undetermined,
        };
        (!conditions.is_empty()).then_some(verdict)
    }

    fn stacking(&self) -> Stacking {
        match self.track.support.as_ref().map(|support| &support.cumulation.rule) {
            None => Stacking::Add,
            Some(CumulationRule::Always(stacking)) => *stacking,
            Some(CumulationRule::ByReading { reading, cases }) => *self.case(reading, cases),
        }
    }

    fn end(&self, rule: &'a AmountRule, end: End) -> Money {
        let pick = |ends: Vec<Money>| match end {
            End::Least => ends.into_iter().min().unwrap(),
            End::Most => ends.into_iter().max().unwrap(),
        };
        match rule {
            AmountRule::Fixed(amount) => Money::Units(units(*amount)),
            AmountRule::Between { low, high } => pick(vec![Money::Units(units(*low)), Money::Units(units(*high))]),
            AmountRule::PerUnit { fact: id, each } => {
                let fact = self.fact(id);
                let count = match (self.answers.get(id), end) {
                    (Some(value), _) => Money::Units(number(value)),
                    (None, End::Least) => Money::Units(fact.min.map_or(0, units).max(0)),
                    (None, End::Most) => fact.max.map_or(Money::Boundless, |max| Money::Units(units(max))),
                };
                let once = self.stacking() == Stacking::AddOneUnitEach;
                let counted = if once { count.min(Money::Units(ONE)) } else { count };
                none_where_not(self.applies(id), end, counted.map(|count| count * units(*each) / ONE))
            }
            AmountRule::Tiered { fact: id, tiers } => {
                let numbers = match self.answers.get(id) {
                    Some(value) => vec![number(value)],
                    None => candidates(self.fact(id), tiers),
                };
                let amounts = numbers.into_iter().map(|number| Money::Units(reached(tiers, number)));
                none_where_not(self.applies(id), end, pick(amounts.collect()))
            }
            AmountRule::ByChoice { fact: id, amounts } => {
                let of = |option: &str| amounts.iter().filter(|one| one.option == option).map(|one| one.amount).next();
                let amount = |option: &str| Money::Units(of(option).map_or(0, units));
                let possible = match self.answers.get(id) {
                    Some(Value::Choice(chosen)) => vec![amount(chosen)],
                    _ => self.fact(id).options.iter().map(|option| amount(&option.id)).collect(),
                };
                none_where_not(self.applies(id), end, pick(possible))
            }
            AmountRule::When { condition, then } => none_where_not(self.says(condition), end, self.end(then, end)),
            AmountRule::Sum(parts) => {
                parts.iter().map(|part| self.end(part, end)).reduce(Money::and).unwrap_or(Money::NOTHING)
            }
            AmountRule::LargerOf(parts) => parts.iter().map(|part| self.end(part, end)).max().unwrap(),
            AmountRule::Capped { at, of } => self.end(of, end).min(Money::Units(units(*at))),
            AmountRule::ByReading { reading, cases } => self.end(self.case(reading, cases), end),
        }
    }

    fn range(&self, rule: &'a AmountRule) -> Range {
        Range { least: self.end(rule, End::Least), most: self.end(rule, End::Most) }
    }

    fn measure(&self, measure: &'a Measure) -> Brings {
        let required = self.track.conditions.iter().filter(|one| measure.requires.contains(&one.id));
        let mut gate: Vec<Says> = required.map(|one| self.says(&one.needs)).collect();
        gate.extend(measure.when.as_ref().map(|condition| self.says(condition)));
        let range = self.range(&measure.amount);
        gate.push(match range {
            Range { least, .. } if least > Money::NOTHING => Says::Yes,
            Range { most, .. } if most <= Money::NOTHING => Says::No,
            _ => Says::Open,
        });
        let truth = every(&gate);
        let least = none_where_not(truth, End::Least, range.least);
        let most = none_where_not(truth, End::Most, range.most);
        Brings { truth, amount: Range { least, most } }
    }

    /// Each measure of the track, in its order.
    pub fn measures(&self) -> Vec<Brings> {
        let measures = self.track.support.iter().flat_map(|support| &support.measures);
        measures.map(|measure| self.measure(measure)).collect()
    }

    /// What is paid for each measure, in every way in which all of them could end at one of their ends.
    fn payments(&self) -> Vec<Vec<Money>> {
        let mut ways = vec![Vec::new()];
        for Brings { amount: Range { least, most }, .. } in self.measures() {
            let ends = BTreeSet::from([least, most]);
            let extended =
                |way: &Vec<Money>| ends.iter().map(|end| [way.as_slice(), &[*end]].concat()).collect::<Vec<_>>();
            ways = ways.iter().flat_map(extended).collect();
        }
        if self.stacking() == Stacking::LargestOne {
            for amounts in &mut ways {
                pay_first_of_largest(amounts);
            }
        }
        ways
    }

    fn paid(&self, counts: impl Fn(&Measure) -> bool) -> Range {
        let measures: Vec<&Measure> = self.track.support.iter().flat_map(|support| &support.measures).collect();
        let sum = |amounts: &Vec<Money>| {
            let counted = measures.iter().zip(amounts).filter(|(measure, _)| counts(measure));
            counted.map(|(_, amount)| *amount).fold(Money::NOTHING, Money::and)
        };
        let sums: BTreeSet<Money> = self.payments().iter().map(sum).collect();
        Range { least: *sums.first().unwrap(), most: *sums.last().unwrap() }
    }

    /// What the measures come to together.
    pub fn total(&self) -> Range {
        self.paid(|_| true)
    }

    /// Ids of the measures that the least of the total rests on.
    pub fn chosen(&self) -> Vec<&'a str> {
        let measures = self.track.support.iter().flat_map(|support| &support.measures);
        let least = |(measure, brings): (&'a Measure, Brings)| (measure.id.as_str(), brings.amount.least);
        let mut sure: Vec<(&str, Money)> = measures.zip(self.measures()).map(least).collect();
        sure.retain(|(_, least)| *least > Money::NOTHING);
        if self.stacking() == Stacking::LargestOne {
            let largest = sure.iter().map(|(_, least)| *least).max();
            sure.retain(|(_, least)| Some(*least) == largest);
            sure.truncate(1);
        }
        sure.into_iter().map(|(id, _)| id).collect()
    }

    /// What the measures come to in each form of support.
    pub fn by_form(&self) -> BTreeMap<Form, Range> {
        let forms = self.track.support.iter().flat_map(|support| &support.measures).map(|measure| measure.form);
        forms.map(|form| (form, self.paid(|measure| measure.form == form))).collect()
    }
}

/// Of several measures only the largest is paid; of equal ones the first.
fn pay_first_of_largest(amounts: &mut [Money]) {
    let largest = amounts.iter().copied().max();
    let first = amounts.iter().position(|amount| Some(*amount) == largest);
    for (index, amount) in amounts.iter_mut().enumerate() {
        if Some(index) != first {
            *amount = Money::NOTHING;
        }
    }
}

fn number(value: &Value) -> Units {
    match value {
        Value::Number(quantity) => units(*quantity),
        other => panic!("{other:?} is no number"),
    }
}

/// The numbers at which anything could change, as far as the fact allows them.
fn candidates(fact: &Fact, tiers: &[Tier]) -> Vec<Units> {
    let step = if fact.kind == Kind::Count { ONE } else { 1 };
    let starts = tiers.iter().flat_map(|tier| {
        let bound = units(tier.starts.bound());
        [bound - step, bound, bound + step]
    });
    let from = fact.min.map(units);
    let from = if matches!(fact.kind, Kind::Count | Kind::Money) { Some(from.unwrap_or(0).max(0)) } else { from };
    let to = fact.max.map(units);
    let inside = |number: &Units| from.is_none_or(|from| *number >= from) && to.is_none_or(|to| *number <= to);
    starts.chain(from).chain(to).filter(inside).collect()
}

/// The largest amount among the tiers that a number is in; the tiers may stand in any order.
fn reached(tiers: &[Tier], number: Units) -> Units {
    let inside = |tier: &&Tier| match tier.starts {
        Start::Over(bound) => number > units(bound),
        Start::From(bound) => number >= units(bound),
    };
    tiers.iter().filter(inside).map(|tier| units(tier.amount)).max().unwrap_or(0)
}

/// Whether a document holds on a day, by the days as text.
pub fn standing(dates: &Dates, as_of: AsOf) -> Standing {
    let today = as_of.to_string();
    let over = |day: &Option<AsOf>| day.is_some_and(|day| day.to_string() < today);
    if today < dates.in_force.to_string() {
        Standing::NotYet
    } else if dates.superseded_on == Some(as_of) || over(&dates.superseded_on) {
        Standing::Superseded
    } else if over(&dates.trial_until) {
        Standing::TrialEnded
    } else if over(&dates.period_until) {
        Standing::PeriodEnded
    } else {
        Standing::InForce
    }
}
