//! Every rule of a pack file, one by one, and the numbers at which the rules turn.

use zhice::model::{Kind, Quantity};
use zhice::pack::condition::{Comparison, Relation};
use zhice::pack::indicator::{Indicator, Measured};
use zhice::pack::{AmountRule, Condition, PackFile};

/// Numbers that every numeric fact meets sooner or later, so that two of them can be told apart or come out equal.
pub const ANCHORS: [Quantity; 4] = [Quantity::ZERO, Quantity::whole(3), Quantity::whole(10), Quantity::whole(17)];

/// All conditions of a pack, each with all its parts.
pub fn conditions(file: &PackFile) -> Vec<&Condition> {
    let gates = file.facts.iter().filter_map(|fact| fact.asked_when.as_ref());
    let requirements = file.tracks.iter().flat_map(|track| track.conditions.iter().chain(&track.priorities));
    let measures = file.tracks.iter().filter_map(|track| track.support.as_ref()).flat_map(|support| &support.measures);
    let limbs = amounts(file).into_iter().filter_map(|rule| match rule {
        AmountRule::When { condition, .. } => Some(condition),
        _ => None,
    });
    let points = indicators(file).flat_map(|indicator| match &indicator.measured {
        Measured::Checklist(points) => points.as_slice(),
        _ => &[],
    });
    let roots = gates.chain(requirements.map(|requirement| &requirement.needs)).chain(points);
    roots.chain(measures.filter_map(|measure| measure.when.as_ref())).chain(limbs).flat_map(with_parts).collect()
}

/// All amount rules of a pack, each with all its parts.
pub fn amounts(file: &PackFile) -> Vec<&AmountRule> {
    fn with_parts(rule: &AmountRule) -> Vec<&AmountRule> {
        let parts = rule.parts().into_iter().flat_map(|(_, part)| with_parts(part));
        std::iter::once(rule).chain(parts).collect()
    }
    let supports = file.tracks.iter().filter_map(|track| track.support.as_ref());
    supports.flat_map(|support| &support.measures).flat_map(|measure| with_parts(&measure.amount)).collect()
}

/// All indicators of a pack.
pub fn indicators(file: &PackFile) -> impl Iterator<Item = &Indicator> {
    file.tracks.iter().flat_map(|track| &track.indicators)
}

fn with_parts(condition: &Condition) -> Vec<&Condition> {
    let parts = condition.parts().into_iter().flat_map(|(_, part)| with_parts(part));
    std::iter::once(condition).chain(parts).collect()
}

/// Each number that a fact is held against, as a condition or as a target.
pub fn comparisons(file: &PackFile) -> Vec<&Comparison> {
    let targets = indicators(file).filter_map(|indicator| match &indicator.measured {
        Measured::Target(goal) => Some(goal),
        _ => None,
    });
    let compared = conditions(file).into_iter().filter_map(|condition| match condition {
        Condition::Compare(comparison) => Some(comparison),
        _ => None,
    });
    compared.chain(targets).collect()
}

/// Each pair of facts that are held against each other, as a condition or as an indicator.
pub fn relations(file: &PackFile) -> Vec<&Relation> {
    let goals = indicators(file).filter_map(|indicator| match &indicator.measured {
        Measured::Comparison(relation) => Some(relation),
        _ => None,
    });
    let related = conditions(file).into_iter().filter_map(|condition| match condition {
        Condition::CompareFacts(relation) => Some(relation),
        _ => None,
    });
    related.chain(goals).collect()
}

/// The numbers at which a rule about this fact turns.
pub fn of_fact(file: &PackFile, id: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    found.extend(comparisons(file).into_iter().filter(|one| one.fact == id).map(|one| one.value));
    for relation in relations(file).into_iter().filter(|one| one.fact == id) {
        found.extend(ANCHORS.map(|of| relation.times.times(of)));
    }
    for rule in amounts(file) {
        match rule {
            AmountRule::Tiered { fact, tiers } if fact == id => {
                found.extend(tiers.iter().map(|tier| tier.starts.bound()));
            }
            AmountRule::TieredBy(by) if by.number.facts().contains(&id) => {
                found.extend(by.tiers.iter().map(|tier| tier.starts.bound()));
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The options of this fact that are enough for some rule.
pub fn options_of_fact<'a>(file: &'a PackFile, id: &str) -> Vec<&'a str> {
    let asked = conditions(file).into_iter().filter_map(|condition| match condition {
        Condition::OneOf { fact, options, .. } if fact == id => Some(options),
        _ => None,
    });
    let rated = indicators(file).filter_map(|indicator| match &indicator.measured {
        Measured::Maturity { fact, reached } if fact == id => Some(reached),
        _ => None,
    });
    asked.chain(rated).flatten().map(String::as_str).collect()
}

/// The smallest step between two values of a fact of this kind.
pub fn step(kind: Kind) -> Quantity {
    if kind == Kind::Count { Quantity::whole(1) } else { "0.0001".parse().unwrap() }
}
