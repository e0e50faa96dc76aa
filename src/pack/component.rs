//! Components: readings that no rule sets apart, and what of the result turns on them.

use std::collections::{BTreeMap, BTreeSet};

use super::Reading;
use super::agenda::{Agenda, Turning};
use super::rules::{CeilingRule, IndicatorRule, NodeId, Rules, StackingRule};
use crate::model::Grow;

/// Readings that share a rule. What they allow does not depend on any other reading but the one on how measures add up.
#[derive(Clone, Debug, Default)]
pub struct Component {
    /// Positions of the readings, with how many cases each has.
    pub readings: Vec<(usize, usize)>,
    /// What has to be settled anew for each combination of them.
    pub agenda: Agenda,
    pub conditions: Vec<NodeId>,
    /// Positions of the measures.
    pub measures: Vec<usize>,
    /// Where they are added up, in order, for each way in which the measures of the track add up.
    pub places: Vec<Vec<Place>>,
    pub indicators: Vec<IndicatorRule>,
    /// What comes of the score.
    pub scored: Vec<NodeId>,
    /// The points of the score are its own.
    pub has_points: bool,
}

/// Where measures are added up: a group of which one is received, or all groups under the outermost ceiling around them.
#[derive(Clone, Debug)]
pub struct Place {
    /// The same number in every component.
    pub number: usize,
    /// Its groups, as far as they are the component's own.
    pub groups: Vec<Vec<usize>>,
}

impl Component {
    /// How many combinations its readings have; `None` where there is no counting them.
    pub fn combinations(&self) -> Option<usize> {
        self.readings.iter().try_fold(1_usize, |product, (_, cases)| product.checked_mul(*cases))
    }
}

/// The components of a track; what turns on no reading makes one of its own.
pub(super) fn components(rules: &Rules, readings: &[Reading]) -> Vec<Component> {
    let turning = Turning::of(rules);
    // How measures add up looks at all of them: it is chosen first, and everything else under it.
    let stacking = match &rules.stacking {
        StackingRule::ByReading { reading, .. } => Some(*reading),
        StackingRule::Always(_) => None,
    };
    let mut by_readings: BTreeMap<BTreeSet<usize>, Component> = BTreeMap::new();
    let mut at = |mut readings: BTreeSet<usize>, add: &mut dyn FnMut(&mut Component)| {
        readings.retain(|one| Some(*one) != stacking);
        add(by_readings.entry(readings).or_default());
    };
    for node in &rules.conditions {
        at(turning.of_nodes(&[*node]), &mut |one| one.conditions.push(*node));
    }
    for (position, measure) in rules.measures.iter().enumerate() {
        // What stands under one ceiling is cut together.
        let outermost = rules.ceilings.iter().rfind(|ceiling| ceiling.measures.contains(&position));
        let readings = outermost.map_or_else(|| turning.of_measure(measure), |one| of_ceiling(rules, &turning, one));
        at(readings, &mut |one| one.measures.push(position));
    }
    for node in rules.score.outcomes() {
        at(turning.of_nodes(&[node]), &mut |one| one.scored.push(node));
    }
    if !rules.score.groups.is_empty() {
        let points = rules.score.items(None).into_iter().flat_map(|item| turning.of_amount(item));
        at(points.collect::<Vec<_>>().into_iter().grown(), &mut |one| one.has_points = true);
    }
    for rule in &rules.indicators {
        at(turning.of_nodes(&rule.rests_on()), &mut |one| one.indicators.push(*rule));
    }
    let mut components: Vec<(BTreeSet<usize>, Component)> = Vec::new();
    for one in by_readings {
        let (touched, apart) = components.into_iter().partition(|other| !other.0.is_disjoint(&one.0));
        components = apart;
        components.push(touched.into_iter().fold(one, joined));
    }
    let size = |reading: usize| readings.get(reading).map_or(1, |reading| reading.cases.len());
    let finished = |(readings, one): (BTreeSet<usize>, Component)| Component {
        agenda: turning.agenda(&readings),
        readings: readings.into_iter().map(|reading| (reading, size(reading))).collect(),
        places: rules.stacks().iter().map(|stack| places(rules, &stack.groups, &one.measures)).collect(),
        ..one
    };
    components.into_iter().map(finished).collect()
}

fn places(rules: &Rules, groups: &[Vec<usize>], measures: &[usize]) -> Vec<Place> {
    let mut places: BTreeMap<usize, Vec<Vec<usize>>> = BTreeMap::new();
    for (own, group) in groups.iter().enumerate() {
        let covers = |ceiling: &CeilingRule| group.iter().all(|measure| ceiling.measures.contains(measure));
        let outermost = rules.ceilings.iter().rposition(covers);
        let members: Vec<usize> = group.iter().filter(|measure| measures.contains(measure)).copied().collect();
        if !members.is_empty() {
            places.entry(outermost.map_or(own, |ceiling| groups.len() + ceiling)).or_default().push(members);
        }
    }
    places.into_iter().map(|(number, groups)| Place { number, groups }).collect()
}

/// The readings that all it covers turns on, with the ceilings within it.
fn of_ceiling(rules: &Rules, turning: &Turning, outer: &CeilingRule) -> BTreeSet<usize> {
    let measures = outer.measures.iter().filter_map(|position| rules.measures.get(*position));
    let within = |one: &&CeilingRule| one.measures.iter().all(|position| outer.measures.contains(position));
    let ceilings = rules.ceilings.iter().filter(within).flat_map(|one| turning.of_amount(one.at));
    measures.flat_map(|measure| turning.of_measure(measure)).chain(ceilings).grown()
}

fn joined(
    (mut readings, mut one): (BTreeSet<usize>, Component),
    (others, other): (BTreeSet<usize>, Component),
) -> (BTreeSet<usize>, Component) {
    readings.extend(others);
    one.conditions.extend(other.conditions);
    one.measures.extend(other.measures);
    one.indicators.extend(other.indicators);
    one.scored.extend(other.scored);
    one.has_points |= other.has_points;
    (readings, one)
}
