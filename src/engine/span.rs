//! The result over every combination of readings, worked out by components: readings that share no rule are tried apart,
//! and only what they come to is combined. It equals trying all.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::outcome::{Status, Verdict, status};
use super::pass::Results;
use super::support::{MeasureResult, total_of};
use crate::model::{Amount, Truth};
use crate::pack::Choices;
use crate::pack::load::TrackRef;
use crate::pack::rules::{IndicatorRule, StackingRule};

/// What all readings together allow, and which of them move the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// From the lowest to the highest total under any combination.
    pub total: Amount,
    /// Every verdict under some combination.
    pub verdicts: Vec<Verdict>,
    /// For each reading of the track, whether choosing another case can change the result.
    pub matters: Vec<(usize, bool)>,
}

/// Assesses every component under its own combinations, and combines what differs. The checker bounds their number.
pub fn span(track: TrackRef<'_>, facts: &Facts) -> Span {
    let whole = Whole { track, facts };
    let (stacking, components) = whole.components();
    let size = |reading: usize| track.pack.file.readings.get(reading).map_or(1, |reading| reading.cases.len());
    // How measures add up looks at all of them: it is chosen first, and everything else under it.
    let stackings: Vec<Choices> = match stacking {
        Some(reading) => (0..size(reading)).map(|case| Choices::default().with(reading, case)).collect(),
        None => vec![Choices::default()],
    };
    let mut results = Results::default();
    let tried: Vec<Vec<Tried>> = stackings
        .iter()
        .map(|base| components.iter().map(|one| whole.attempt(one, &size, base, &mut results)).collect())
        .collect();

    let mut verdicts = BTreeSet::new();
    let mut total: Option<Amount> = None;
    let mut matters: Vec<(usize, bool)> = track.rules.readings.iter().map(|reading| (*reading, false)).collect();
    let mut note = |reading: usize| {
        matters.iter_mut().filter(|(one, _)| *one == reading).for_each(|(_, moved)| *moved = true);
    };
    for (base, tried) in stackings.iter().zip(&tried) {
        let distinct: Vec<Vec<Vec<&ComponentResult>>> = tried.iter().map(Tried::distinct).collect();
        for parts in product(&distinct) {
            let (verdict, sum) = whole.outcome(base, parts.iter().filter_map(|part| part.first().copied()));
            verdicts.extend(verdict);
            total = Some(total.map_or(sum, |total| total.or(sum)));
        }
        for (position, one) in tried.iter().enumerate() {
            for (reading, pairs) in one.pairs() {
                let mut lists = distinct.clone();
                if let Some(list) = lists.get_mut(position) {
                    list.clone_from(&pairs.iter().map(|(from, to)| vec![*from, *to]).collect());
                }
                let differs = |parts: &Vec<Vec<&ComponentResult>>| {
                    let from = whole.outcome(base, parts.iter().filter_map(|part| part.first().copied()));
                    let to = whole.outcome(base, parts.iter().filter_map(|part| part.last().copied()));
                    from != to
                };
                let shown = pairs.iter().any(|(from, to)| from.statuses != to.statuses);
                if shown || product(&lists).iter().any(differs) {
                    note(reading);
                }
            }
        }
    }
    if let (Some(reading), Some(first), Some(base)) = (stacking, tried.first(), stackings.first()) {
        let others = stackings.iter().zip(&tried).skip(1);
        let moved = others.into_iter().any(|(other, tried)| {
            let lists: Vec<Vec<Vec<&ComponentResult>>> =
                first.iter().zip(tried).map(|(from, to)| from.beside(to)).collect();
            let shown = lists.iter().flatten().any(|pair| pair.windows(2).any(statuses));
            shown
                || product(&lists).iter().any(|parts| {
                    let from = whole.outcome(base, parts.iter().filter_map(|part| part.first().copied()));
                    from != whole.outcome(other, parts.iter().filter_map(|part| part.last().copied()))
                })
        });
        if moved {
            note(reading);
        }
    }
    Span { total: total.unwrap_or_default(), verdicts: verdicts.into_iter().collect(), matters }
}

/// Whether two parts that stand side by side differ in where an indicator stands.
fn statuses(pair: &[&ComponentResult]) -> bool {
    matches!(pair, [from, to] if from.statuses != to.statuses)
}

/// Readings that share rules, and what rests on them: positions of conditions, measures and indicators.
#[derive(Clone, Debug, Default)]
struct Component {
    readings: BTreeSet<usize>,
    conditions: Vec<usize>,
    measures: Vec<usize>,
    ceilings: Vec<usize>,
    indicators: Vec<usize>,
}

/// What a component comes to under one combination of its readings.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ComponentResult {
    truth: Truth,
    amounts: Vec<(usize, Amount)>,
    ceilings: Vec<(usize, Amount)>,
    statuses: Vec<Status>,
}

/// A component under every combination: numbered like digits, so that a reading's neighbours lie one stride apart.
struct Tried {
    readings: Vec<(usize, usize)>,
    parts: Vec<ComponentResult>,
}

struct Whole<'a> {
    track: TrackRef<'a>,
    facts: &'a Facts,
}

impl Whole<'_> {
    /// The reading on how measures add up, and the components of all that rests on the others.
    fn components(&self) -> (Option<usize>, Vec<Component>) {
        let rules = self.track.rules;
        let stacking = match &rules.stacking {
            StackingRule::ByReading { reading, .. } => Some(*reading),
            StackingRule::Always(_) => None,
        };
        let mut components: Vec<Component> = Vec::new();
        let mut add = |readings: BTreeSet<usize>, own: Component| {
            let readings: BTreeSet<usize> = readings.into_iter().filter(|one| Some(*one) != stacking).collect();
            let (touched, apart): (Vec<Component>, Vec<Component>) =
                std::mem::take(&mut components).into_iter().partition(|one| {
                    !one.readings.is_disjoint(&readings) || (one.readings.is_empty() && readings.is_empty())
                });
            components = apart;
            components.push(touched.into_iter().fold(Component { readings, ..own }, Component::with));
        };
        for (at, node) in rules.conditions.iter().enumerate() {
            add(rules.readings_of_condition(*node), Component { conditions: vec![at], ..Component::default() });
        }
        for (at, rule) in rules.measures.iter().enumerate() {
            let mut readings = rules.readings_of_condition(rule.gate);
            readings.extend(rules.readings_of_amount(rule.amount));
            add(readings, Component { measures: vec![at], ..Component::default() });
        }
        for (at, rule) in rules.ceilings.iter().enumerate() {
            add(rules.readings_of_amount(rule.at), Component { ceilings: vec![at], ..Component::default() });
        }
        for (at, rule) in rules.indicators.iter().enumerate() {
            let readings = match rule {
                IndicatorRule::Goal(node) => rules.readings_of_condition(*node),
                IndicatorRule::Checklist(points) => rules.readings_of_parts(*points),
                IndicatorRule::Rating(fact) => {
                    fact.applies.map(|gate| rules.readings_of_condition(gate)).unwrap_or_default()
                }
            };
            add(readings, Component { indicators: vec![at], ..Component::default() });
        }
        (stacking, components)
    }

    fn attempt(
        &self,
        component: &Component,
        size: &impl Fn(usize) -> usize,
        base: &Choices,
        results: &mut Results,
    ) -> Tried {
        let readings: Vec<(usize, usize)> = component.readings.iter().map(|one| (*one, size(*one))).collect();
        let count: usize = readings.iter().map(|(_, size)| size).product();
        let mut parts = Vec::new();
        for number in 0..count {
            let mut rest = number;
            let choices = readings.iter().fold(base.clone(), |choices, (reading, size)| {
                let case = rest % size;
                rest /= size;
                choices.with(*reading, case)
            });
            results.renew(self.track, self.facts, &choices);
            parts.push(self.part(component, results));
        }
        Tried { readings, parts }
    }

    fn part(&self, component: &Component, results: &Results) -> ComponentResult {
        let rules = self.track.rules;
        let conditions = component.conditions.iter().filter_map(|at| rules.conditions.get(*at));
        let measure = |at: &usize| Some((*at, MeasureResult::of(*rules.measures.get(*at)?, results).amount));
        let ceiling = |at: &usize| Some((*at, results.amount(rules.ceilings.get(*at)?.at)));
        let indicators = component.indicators.iter().filter_map(|at| rules.indicators.get(*at));
        ComponentResult {
            truth: Truth::all(conditions.map(|node| results.truth(*node))),
            amounts: component.measures.iter().filter_map(measure).collect(),
            ceilings: component.ceilings.iter().filter_map(ceiling).collect(),
            statuses: indicators.map(|rule| status(*rule, results, self.facts)).collect(),
        }
    }

    /// The verdict and the total that parts of all components come to together.
    fn outcome<'p>(
        &self,
        base: &Choices,
        parts: impl Iterator<Item = &'p ComponentResult>,
    ) -> (Option<Verdict>, Amount) {
        let rules = self.track.rules;
        let mut truth = Truth::NotApplicable;
        let mut amounts = vec![Amount::ZERO; rules.measures.len()];
        let mut ceilings = vec![Amount::ZERO; rules.ceilings.len()];
        for part in parts {
            truth = truth.and(part.truth);
            for (known, found) in [(&mut amounts, &part.amounts), (&mut ceilings, &part.ceilings)] {
                for (at, amount) in found {
                    if let Some(place) = known.get_mut(*at) {
                        *place = *amount;
                    }
                }
            }
        }
        let verdict = (!rules.conditions.is_empty()).then(|| truth.into());
        (verdict, total_of(rules, rules.stack(base), &amounts, &ceilings))
    }
}

impl Component {
    fn with(mut self, other: Self) -> Self {
        self.readings.extend(other.readings);
        self.conditions.extend(other.conditions);
        self.measures.extend(other.measures);
        self.ceilings.extend(other.ceilings);
        self.indicators.extend(other.indicators);
        self
    }
}

impl ComponentResult {
    /// Whether the verdict and the total cannot tell the two apart.
    fn is_like(&self, other: &Self) -> bool {
        self.truth == other.truth && self.amounts == other.amounts && self.ceilings == other.ceilings
    }
}

impl Tried {
    /// Each part once, as far as the verdict and the total can tell.
    fn distinct(&self) -> Vec<Vec<&ComponentResult>> {
        let mut distinct: Vec<Vec<&ComponentResult>> = Vec::new();
        for part in &self.parts {
            if !distinct.iter().flatten().any(|one| one.is_like(part)) {
                distinct.push(vec![part]);
            }
        }
        distinct
    }

    /// For each reading the parts that differ where it alone is taken otherwise than in its first case.
    fn pairs(&self) -> Vec<(usize, Vec<(&ComponentResult, &ComponentResult)>)> {
        let mut stride = 1;
        let mut pairs = Vec::new();
        for (reading, size) in &self.readings {
            let first = |number: usize| self.parts.get(number - (number / stride % size) * stride);
            let mut differing: Vec<(&ComponentResult, &ComponentResult)> = Vec::new();
            for (number, part) in self.parts.iter().enumerate() {
                let pair = first(number).map(|first| (first, part));
                differing.extend(pair.filter(|pair| pair.0 != pair.1 && !differing.contains(pair)));
            }
            pairs.push((*reading, differing));
            stride *= size;
        }
        pairs
    }

    /// The same combinations under another way of adding up, side by side and each pair once.
    fn beside<'a>(&'a self, other: &'a Self) -> Vec<Vec<&'a ComponentResult>> {
        let mut pairs: Vec<Vec<&ComponentResult>> = Vec::new();
        for pair in self.parts.iter().zip(&other.parts).map(|(from, to)| vec![from, to]) {
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        pairs
    }
}

/// One of each list, in every combination.
fn product<T: Clone>(lists: &[Vec<T>]) -> Vec<Vec<T>> {
    lists.iter().fold(vec![Vec::new()], |product, list| {
        let with = |begun: Vec<T>| {
            list.iter().map(move |one| {
                let mut longer = begun.clone();
                longer.push(one.clone());
                longer
            })
        };
        product.into_iter().flat_map(with).collect()
    })
}
