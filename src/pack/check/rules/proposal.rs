//! Proposals: each fits the type of the fact it is for, and rests on facts that are asked wherever that is.

use std::collections::BTreeSet;

use super::super::super::diagnostic::Code;
use super::super::super::{Fact, Number, Proposal};
use super::{Checker, NUMERIC};
use crate::model::Kind;

impl<'a> Checker<'a> {
    pub(super) fn proposal(&mut self, fact: &'a Fact, proposal: &'a Proposal, pointer: &str) {
        let fits: &[Kind] = match proposal {
            Proposal::Condition(_) => &[Kind::Bool],
            Proposal::Option(_) => &[Kind::Choice],
            Proposal::Number(_) => &NUMERIC,
            Proposal::Growth { .. } => &[Kind::Percent],
        };
        if !fits.contains(&fact.kind) {
            let names: Vec<&str> = fits.iter().map(|kind| kind.name()).collect();
            let message = format!("`{}` is a {}, this proposes a {}", fact.id, fact.kind.name(), names.join(" or "));
            let help = "`condition` is for `bool`, `option` for `choice`, `number` for numbers, `growth` for `percent`";
            self.report(Code::TypeMismatch, pointer, message, help);
            return;
        }
        match proposal {
            Proposal::Condition(_) => {}
            Proposal::Option(entries) => {
                let options: Vec<String> = entries.iter().map(|entry| entry.option.clone()).collect();
                self.options(Some(fact), &options, &format!("{pointer}/option"));
            }
            Proposal::Number(number) => {
                let mut facts = self.number(number, &format!("{pointer}/number"), None);
                facts.insert(0, fact);
                self.alike(&facts, &format!("{pointer}/number"));
            }
            Proposal::Growth { from, to, years } => {
                let mut side =
                    |number: &Number, step: &str| self.number(number, &format!("{pointer}/growth/{step}"), None);
                let facts = [side(from, "from"), side(to, "to")].concat();
                self.alike(&facts, &format!("{pointer}/growth"));
                self.counted_alike(&facts, &format!("{pointer}/growth"));
                if let Some(years) = years {
                    let pointer = format!("{pointer}/growth/years");
                    let facts = self.number(years, &pointer, None);
                    self.whole(&facts, &pointer);
                }
            }
        }
        for (step, condition) in proposal.conditions() {
            self.condition(condition, &format!("{pointer}/{step}"), None);
        }
    }

    /// Growth is of one thing: a number of firms does not grow out of a number of patents.
    fn counted_alike(&mut self, facts: &[&Fact], pointer: &str) {
        let unit = |fact: &Fact| fact.unit.as_ref().map(|unit| unit.zh.clone());
        let Some((first, others)) = facts.split_first() else { return };
        if let Some(other) = others.iter().find(|other| unit(other) != unit(first)) {
            let name = |fact: &Fact| unit(fact).unwrap_or_default();
            let message = format!("`{}` counts `{}`, `{}` counts `{}`", first.id, name(first), other.id, name(other));
            self.report(Code::TypeMismatch, pointer, message, "work growth out from numbers of the same unit");
        }
    }

    /// An average is taken over whole years.
    fn whole(&mut self, facts: &[&Fact], pointer: &str) {
        if let Some(other) = facts.iter().find(|fact| fact.kind != Kind::Count) {
            let message = format!("`{}` is a {}, years are a {}", other.id, other.kind.name(), Kind::Count.name());
            self.report(Code::TypeMismatch, pointer, message, "ask for whole years with a `count`");
        }
    }

    /// What a proposal rests on is asked on every track that asks what it is for.
    pub(super) fn proposed(&mut self, track: &str, asked: &BTreeSet<&str>) {
        for (index, fact) in self.file.facts.iter().enumerate().filter(|(_, fact)| asked.contains(fact.id.as_str())) {
            let rests_on = fact.proposed.iter().flat_map(Proposal::facts);
            let known = |id: &str| asked.contains(id) || !self.file.facts.iter().any(|fact| fact.id == id);
            if let Some(id) = rests_on.into_iter().find(|id| !known(id)) {
                let message = format!("track `{track}` proposes `{}` by `{id}`, but never asks that", fact.id);
                let help = "add it to a topic of the track";
                self.report(Code::Dangling, &format!("/facts/{index}/proposed"), message, help);
            }
        }
    }
}
