//! Gates of support alone, and ceilings over several measures: known, used, and each around whole groups.

use std::collections::BTreeSet;

use super::super::super::Track;
use super::super::super::cumulation::{CumulationRule, Stacking};
use super::super::super::diagnostic::Code;
use super::super::super::track::Support;
use super::super::noun::Noun;
use super::Checker;
use crate::model::text::text;

impl<'a> Checker<'a> {
    pub(super) fn support_gates(&mut self, track: &Track, support: &'a Support, place: &str, asked: &BTreeSet<&str>) {
        for (index, gate) in support.gates.iter().enumerate() {
            let place = format!("{place}/support/gates/{index}");
            self.condition(&gate.needs, &format!("{place}/needs"), Some(asked));
            if track.conditions.iter().any(|condition| condition.id == gate.id) {
                let id = &gate.id;
                let message = text!("`{id}` 也是本类别条件的编号", "`{id}` is a condition of the track as well");
                let help = text!("给这一前提另起编号", "give the gate an id of its own");
                self.report(Code::Id, &format!("{place}/id"), message, help);
            } else if !support.measures.iter().any(|measure| measure.requires.contains(&gate.id)) {
                self.found.push(Noun::GATE.unused(&place, &gate.id));
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
                    self.found.push(Noun::MEASURE.dangling(&named, id));
                } else if ceiling.measures.iter().take(at).any(|earlier| earlier == id) {
                    let message = text!("支持事项 `{id}` 出现两次", "measure `{id}` stands twice");
                    self.report(Code::Overlapping, &named, message, text!("只留一个", "keep one"));
                }
            }
            let Some(own) = covered.get(index) else { continue };
            let cuts = |other: &&Vec<usize>| crosses(own, other);
            if covered.iter().take(index).find(cuts).is_some() {
                let message = text!(
                    "这一上限只含另一上限所含事项的一部分",
                    "a ceiling that covers a part of what another covers"
                );
                let help = text!(
                    "两个上限要么一个包含另一个，要么没有相同的事项",
                    "let ceilings lie within each other, or apart"
                );
                self.report(Code::Overlapping, &place, message, help);
            } else if groups(support).iter().any(|group| crosses(own, group)) {
                let message = text!(
                    "有一组支持事项只取一项，这一上限只含其中一部分",
                    "a ceiling around a part of the measures of which only one is received"
                );
                let help = text!(
                    "要么包含整组，要么只限这一组之内的事项，要么与这一组无关",
                    "cover all of the group, or none of it beside other measures"
                );
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
