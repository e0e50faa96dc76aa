//! Every rule of a pack file, one by one, and the numbers at which the rules turn.

use zhice::model::{Kind, Quantity};
use zhice::pack::{AmountRule, Condition, PackFile};

/// All conditions of a pack, each with all its parts.
pub fn conditions(file: &PackFile) -> Vec<&Condition> {
    let gates = file.facts.iter().filter_map(|fact| fact.asked_when.as_ref());
    let requirements = file.tracks.iter().flat_map(|track| track.conditions.iter().chain(&track.priorities));
    let measures = file.tracks.iter().filter_map(|track| track.support.as_ref()).flat_map(|support| &support.measures);
    let limbs = amounts(file).into_iter().filter_map(|rule| match rule {
        AmountRule::When { condition, .. } => Some(condition),
        _ => None,
    });
    let roots = gates.chain(requirements.map(|requirement| &requirement.needs));
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

fn with_parts(condition: &Condition) -> Vec<&Condition> {
    let parts = condition.parts().into_iter().flat_map(|(_, part)| with_parts(part));
    std::iter::once(condition).chain(parts).collect()
}

/// The numbers at which a rule about this fact turns.
pub fn of_fact(file: &PackFile, id: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    for condition in conditions(file) {
        match condition {
            Condition::Compare(comparison) if comparison.fact == id => found.push(comparison.value),
            _ => {}
        }
    }
    for rule in amounts(file) {
        match rule {
            AmountRule::Tiered { fact, tiers } if fact == id => {
                found.extend(tiers.iter().map(|tier| tier.starts.bound()));
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The smallest step between two values of a fact of this kind.
pub fn step(kind: Kind) -> Quantity {
    if kind == Kind::Count { Quantity::whole(1) } else { "0.0001".parse().unwrap() }
}
