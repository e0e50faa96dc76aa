//! Proposals: each fits the type of the fact it is for, and rests on facts that are asked wherever that is.

use std::collections::BTreeSet;

use super::super::super::diagnostic::Code;
use super::super::super::unit::Counts;
use super::super::super::{Fact, Number, Proposal};
use super::{Checker, NUMERIC, ask_it, names};
use crate::model::Kind;
use crate::model::text::text;

impl<'a> Checker<'a> {
    pub(super) fn proposal(&mut self, fact: &'a Fact, proposal: &'a Proposal, pointer: &str) {
        let fits: &[Kind] = match proposal {
            Proposal::Condition(_) => &[Kind::Bool],
            Proposal::Option(_) => &[Kind::Choice],
            Proposal::Number(_) => &NUMERIC,
            Proposal::Growth { .. } => &[Kind::Percent],
        };
        if !fits.contains(&fact.kind) {
            let (id, kind, [zh, en]) = (&fact.id, fact.kind.name(), names(fits));
            let message =
                text!("`{id}` 的类型是 `{kind}`，这条建议只用于 {zh}", "`{id}` is a {kind}, this proposes a {en}");
            let help = text!(
                "`condition` 用于 `bool`，`option` 用于 `choice`，`number` 用于各类数字，`growth` 用于 `percent`",
                "`condition` is for `bool`, `option` for `choice`, `number` for numbers, `growth` for `percent`"
            );
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
                self.number(number, Some(Counts::of_fact(fact)), &format!("{pointer}/number"), None);
            }
            Proposal::Growth { from, to, years } => {
                self.growth(from, to, pointer);
                if let Some(years) = years {
                    let pointer = format!("{pointer}/growth/years");
                    self.number(years, None, &pointer, None);
                    self.whole(years, &pointer);
                }
            }
        }
        for (step, condition) in proposal.conditions() {
            self.condition(condition, &format!("{pointer}/{step}"), None);
        }
    }

    /// An average is taken over whole years.
    fn whole(&mut self, years: &Number, pointer: &str) {
        let of_number = years.facts();
        let facts = self.file.facts.iter().filter(|fact| of_number.contains(&fact.id.as_str()));
        if let Some(other) = facts.into_iter().find(|fact| fact.kind != Kind::Count) {
            let (id, kind, count) = (&other.id, other.kind.name(), Kind::Count.name());
            let message =
                text!("`{id}` 的类型是 `{kind}`，年数的类型应是 `{count}`", "`{id}` is a {kind}, years are a {count}");
            let help = text!("用 `count` 询问整年数", "ask for whole years with a `count`");
            self.report(Code::TypeMismatch, pointer, message, help);
        }
    }

    /// What a proposal rests on is asked on every track that asks what it is for.
    pub(super) fn proposed(&mut self, track: &str, asked: &BTreeSet<&str>) {
        for (index, fact) in self.file.facts.iter().enumerate().filter(|(_, fact)| asked.contains(fact.id.as_str())) {
            let rests_on = fact.proposed.iter().flat_map(Proposal::facts);
            let known = |id: &str| asked.contains(id) || !self.file.facts.iter().any(|fact| fact.id == id);
            if let Some(id) = rests_on.into_iter().find(|id| !known(id)) {
                let fact = &fact.id;
                let message = text!(
                    "类别 `{track}` 由 `{id}` 推出 `{fact}` 的建议，却没有询问 `{id}`",
                    "track `{track}` proposes `{fact}` by `{id}`, but never asks that"
                );
                self.report(Code::Dangling, &format!("/facts/{index}/proposed"), message, ask_it());
            }
        }
    }
}
