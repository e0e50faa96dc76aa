//! Every threshold of the packs that come with the program, one step below it, at it, and one step above.

use std::cmp::Ordering;

use zhice::engine::{Assessment, assess};
use zhice::model::{Amount, Answers, Date, Quantity, Truth};
use zhice::pack::condition::{Comparison, Op};
use zhice::pack::cumulation::{Cumulation, CumulationRule, Stacking};
use zhice::pack::measure::{Form, Limit, Start, Tier};
use zhice::pack::track::{Requirement, Support, Topic};
use zhice::pack::{AmountRule, Choices, Condition, Measure, Pack, PackFile, Track};

use super::packs::as_written;
use super::scene::BUILT_IN;
use super::thresholds::{amounts, conditions, step};

#[test]
fn each_comparison_turns_at_its_threshold() {
    let mut checked = 0;
    for file in BUILT_IN.iter().map(|pack| &pack.file) {
        for condition in conditions(file) {
            let Condition::Compare(Comparison { fact, op, value }) = condition else { continue };
            let probe = Probe::of_condition(file, fact, condition);
            for number in probe.around(*value) {
                let expected = Truth::from(holds(*op, number.cmp(value)));
                let found = probe.assess(number).eligibility.conditions.first().unwrap().truth;
                assert_eq!(found, expected, "{}: {fact} = {number}, {op:?} {value}", file.id);
                checked += 1;
            }
        }
    }
    assert!(checked >= 3, "the packs compare nothing");
}

#[test]
fn each_tier_starts_where_it_says() {
    let mut checked = 0;
    for file in BUILT_IN.iter().map(|pack| &pack.file) {
        for rule in amounts(file) {
            let AmountRule::Tiered { fact, tiers } = rule else { continue };
            let probe = Probe::of_amount(file, fact, rule);
            for number in tiers.iter().flat_map(|tier| probe.around(tier.starts.bound())) {
                let expected = Amount::exactly(reached(tiers, number));
                let found = probe.assess(number).support.unwrap().total;
                assert_eq!(found, expected, "{}: {fact} = {number} in {tiers:?}", file.id);
                checked += 1;
            }
        }
    }
    assert!(checked >= 3, "the packs have no tiers");
}

const fn holds(op: Op, number: Ordering) -> bool {
    matches!(
        (op, number),
        (Op::AtLeast | Op::AtMost | Op::Equals, Ordering::Equal)
            | (Op::AtLeast | Op::MoreThan, Ordering::Greater)
            | (Op::AtMost | Op::LessThan, Ordering::Less)
    )
}

/// The amount of the last tier that is passed, or entered where its own number counts.
fn reached(tiers: &[Tier], number: Quantity) -> Quantity {
    let mut amount = Quantity::ZERO;
    for tier in tiers {
        let inside = match number.cmp(&tier.starts.bound()) {
            Ordering::Less => false,
            Ordering::Equal => matches!(tier.starts, Start::From(_)),
            Ordering::Greater => true,
        };
        amount = if inside { tier.amount } else { amount };
    }
    amount
}

/// A pack that asks one fact and judges by one rule.
struct Probe<'a> {
    pack: Pack,
    fact: &'a str,
}

impl<'a> Probe<'a> {
    fn of_condition(file: &PackFile, fact: &'a str, condition: &Condition) -> Self {
        Self::new(file, fact, |track| {
            let like = track.conditions.first().cloned();
            track.conditions = vec![Requirement {
                id: "probe".to_owned(),
                title: track.title.clone(),
                needs: condition.clone(),
                cite: like.map_or_else(|| file.standing.cite.clone(), |like| like.cite),
            }];
        })
    }

    fn of_amount(file: &PackFile, fact: &'a str, rule: &AmountRule) -> Self {
        let cite = file.standing.cite.clone();
        Self::new(file, fact, |track| {
            let measure = Measure {
                id: "probe".to_owned(),
                title: track.title.clone(),
                form: Form::Money,
                limit: Limit::AtMost,
                requires: Vec::new(),
                when: None,
                amount: rule.clone(),
                note: None,
                cite: cite.clone(),
            };
            let cumulation = Cumulation { rule: CumulationRule::Always(Stacking::Add), cite };
            track.support = Some(Support { measures: vec![measure], cumulation });
        })
    }

    /// The same file with one bare track, and the fact asked of everybody.
    fn new(file: &PackFile, fact: &'a str, judge: impl FnOnce(&mut Track)) -> Self {
        let mut file = as_written(file);
        file.facts.iter_mut().filter(|declared| declared.id == fact).for_each(|declared| declared.asked_when = None);
        file.tracks.truncate(1);
        let track = file.tracks.first_mut().unwrap();
        let topic = Topic {
            id: "probe".to_owned(),
            title: track.title.clone(),
            lead: track.title.clone(),
            facts: vec![fact.to_owned()],
        };
        track.topics = vec![topic];
        track.record.clear();
        track.conditions.clear();
        track.priorities.clear();
        track.indicators.clear();
        track.support = None;
        judge(track);
        let pack = Pack::load(&serde_json::to_string(&file).unwrap()).unwrap().pack;
        Self { pack, fact }
    }

    /// The threshold and its neighbours, as far as the fact can be that.
    fn around(&self, threshold: Quantity) -> Vec<Quantity> {
        let domain = self.pack.fact(self.fact).unwrap().domain();
        let step = step(domain.kind);
        let near = [threshold.minus(step), threshold, threshold.plus(step)];
        near.into_iter().filter(|number| domain.read_text(&number.to_string()).is_ok()).collect()
    }

    fn assess(&self, number: Quantity) -> Assessment {
        let track = self.pack.file.tracks.first().unwrap();
        let value = zhice::model::Value::Number(number);
        let answers = Answers::from_iter([(self.fact.to_owned(), value)]);
        let today = Date::new(2020, 10, 1).unwrap();
        assess(self.pack.track(&track.id).unwrap(), &answers, today, &Choices::default())
    }
}
