//! Gates of support alone, and ceilings over several measures: known, used, and each around whole groups.

use std::collections::BTreeSet;

use super::super::super::Track;
use super::super::super::cumulation::{CumulationRule, Stacking};
use super::super::super::diagnostic::Code;
use super::super::super::track::Support;
use super::super::{dangling, unused};
use super::Checker;

impl<'a> Checker<'a> {
    pub(super) fn support_gates(&mut self, track: &Track, support: &'a Support, place: &str, asked: &BTreeSet<&str>) {
        for (index, gate) in support.gates.iter().enumerate() {
            let place = format!("{place}/support/gates/{index}");
            self.condition(&gate.needs, &format!("{place}/needs"), Some(asked));
            if track.conditions.iter().any(|condition| condition.id == gate.id) {
                let message = format!("`{}` is a condition of the track as well", gate.id);
                self.report(Code::Id, &format!("{place}/id"), message, "give the gate an id of its own");
            } else if !support.measures.iter().any(|measure| measure.requires.contains(&gate.id)) {
                self.found.push(unused(&place, "gate", &gate.id));
            }
        }
    }

    pub(super) fn ceilings(&mut self, support: &'a Support, place: &str, asked: &BTreeSet<&str>) {
        let ceilings = &support.cumulation.ceilings;
        let covered: Vec<Vec<usize>> = ceilings.iter().map(|ceiling| ceiling.covers(&support.measures)).collect();
        for (index, ceiling) in ceilings.iter().enumerate() {
            let place = format!("{place}/{index}");
            self.yuan(&ceiling.at, &format!("{place}/at"), asked);
            let named = format!("{place}/measures");
            for (at, id) in ceiling.measures.iter().enumerate() {
                if !support.measures.iter().any(|measure| measure.id == *id) {
                    self.found.push(dangling(&named, "measure", id));
                } else if ceiling.measures.iter().take(at).any(|earlier| earlier == id) {
                    self.report(Code::Overlapping, &named, format!("measure `{id}` stands twice"), "keep one");
                }
            }
            let Some(own) = covered.get(index) else { continue };
            let cuts = |other: &&Vec<usize>| crosses(own, other);
            if covered.iter().take(index).find(cuts).is_some() {
                let message = "a ceiling that covers a part of what another covers";
                let help = "let ceilings lie within each other, or apart";
                self.report(Code::Overlapping, &place, message, help);
            } else if groups(support).iter().any(|group| crosses(own, group)) {
                let message = "a ceiling around a part of the measures of which only one is received";
                let help = "cover all of the group, or none of it beside other measures";
                self.report(Code::Overlapping, &place, message, help);
            }
        }
    }
}

/// Whether two sets share something, and neither lies within the other.
fn crosses(one: &[usize], other: &[usize]) -> bool {
    let shared = one.iter().filter(|at| other.contains(at)).count();
    shared > 0 && shared < one.len() && shared < other.len()
}

/// Every group of which only one measure is received, under any case.
fn groups(support: &Support) -> Vec<Vec<usize>> {
    let stackings: Vec<&Stacking> = match &support.cumulation.rule {
        CumulationRule::Always(stacking) => vec![stacking],
        CumulationRule::ByReading { cases, .. } => cases.iter().map(|case| &case.then).collect(),
    };
    let named = stackings
        .into_iter()
        .filter_map(|stacking| if let Stacking::LargestOfEach(groups) = stacking { Some(groups) } else { None });
    let position = |id: &String| support.measures.iter().position(|measure| measure.id == *id);
    named.flatten().map(|group| group.iter().filter_map(position).collect()).collect()
}
