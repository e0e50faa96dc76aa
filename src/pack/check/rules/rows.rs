//! Lists: their columns, and rows that are counted by conditions which fit the columns.

use std::collections::BTreeSet;

use super::super::super::column::Format;
use super::super::super::diagnostic::Code;
use super::super::super::rows::{RowCondition, Rows};
use super::super::super::unit::Counts;
use super::super::super::{Column, Fact, Number};
use super::super::{dangling, unique, untypeable};
use super::{Checker, NUMERIC};
use crate::model::{Kind, Quantity};

impl Checker<'_> {
    /// The columns of a list, or of a fact that is none and has none.
    pub(super) fn columns(&mut self, fact: &Fact, pointer: &str) {
        let place = format!("{pointer}/columns");
        match (fact.kind == Kind::List, fact.columns.is_empty()) {
            (true, true) => self.report(Code::EmptyGroup, &place, "a list without columns", "name the columns"),
            (false, false) => {
                let message = format!("a {} has no columns", fact.kind.name());
                self.report(Code::TypeMismatch, &place, message, "make the type `list`");
            }
            _ => {}
        }
        let mut ids = BTreeSet::new();
        let mut key: Option<&Column> = None;
        for (index, column) in fact.columns.iter().enumerate() {
            let place = format!("{place}/{index}");
            if let Some(wrong) = untypeable(&column.id, &format!("{place}/id")) {
                self.found.push(wrong);
            } else if !ids.insert(&column.id) {
                let message = format!("column `{}` stands twice", column.id);
                self.report(Code::Id, &format!("{place}/id"), message, "give each its own id, or remove one");
            }
            self.column(column, &place);
            if let Some(before) = key.filter(|_| column.key) {
                let message = format!("both `{}` and `{}` are the key", before.id, column.id);
                self.report(Code::Overlapping, &format!("{place}/key"), message, "keep the one that tells rows apart");
            }
            key = key.or(Some(column).filter(|column| column.key));
        }
    }

    fn column(&mut self, column: &Column, place: &str) {
        let kind = column.kind.name();
        if matches!(column.kind, Kind::Set | Kind::List) {
            let help = "use `text`, `date`, `choice`, `money`, `number`, `count`, `percent` or `bool`";
            self.report(Code::TypeMismatch, &format!("{place}/type"), format!("a column is no {kind}"), help);
        } else if (column.kind == Kind::Choice) == column.options.is_empty() {
            let (message, help) = if column.options.is_empty() {
                (format!("a {kind} without options"), "list the options")
            } else {
                (format!("a {kind} has no options"), "make the type `choice`")
            };
            self.report(Code::TypeMismatch, &format!("{place}/options"), message, help);
        }
        unique(&format!("{place}/options"), column.options.iter().map(|option| option.id.as_str()), self.found);
        let bounds = column.min.zip(column.max);
        if !column.kind.is_numeric() && (column.min.is_some() || column.max.is_some()) {
            let message = format!("a {kind} has no bounds");
            let bound = if column.min.is_some() { "min" } else { "max" };
            self.report(Code::TypeMismatch, &format!("{place}/{bound}"), message, "remove `min` and `max`");
        } else if bounds.is_some_and(|(min, max)| min > max) {
            self.report(Code::OutOfDomain, &format!("{place}/min"), "`min` is larger than `max`", "swap the two");
        }
        if column.key && column.kind == Kind::Bool {
            let help = "let a text or a number tell rows apart";
            self.report(Code::TypeMismatch, &format!("{place}/key"), "a bool is no key", help);
        }
        if column.format == Some(Format::PatentNumber) && column.kind != Kind::Text {
            let message = format!("a {kind} is no patent number");
            self.report(Code::TypeMismatch, &format!("{place}/format"), message, "make the type `text`");
        }
    }

    /// A fact that is counted counts what lists come to, and nothing else.
    pub(super) fn counted(&mut self, fact: &Fact, number: &Number, pointer: &str) {
        if !NUMERIC.contains(&fact.kind) {
            let message = format!("a {} is not counted", fact.kind.name());
            self.report(Code::TypeMismatch, pointer, message, "make the type a number, or remove `counted`");
            return;
        }
        if !is_of_lists(number) {
            let help = "use `count`, `total` and sums of these; what else follows from answers is `proposed`";
            self.report(Code::TypeMismatch, pointer, "counted from something other than lists", help);
            return;
        }
        // Rows of a list that names no unit count what the fact does.
        let counts = Counts::of_fact(fact);
        let is_plain = self.file.counts(number, pointer).is_ok_and(|counts| counts.is_plain());
        self.number(number, Some(counts).filter(|_| !is_plain), pointer, None);
        for (rows, _) in number.tallies() {
            let list = self.file.facts.iter().find(|one| one.id == rows.list);
            let gate = list.and_then(|list| list.asked_when.as_ref());
            if gate.is_some_and(|gate| fact.asked_when.as_ref() != Some(gate)) {
                let message =
                    format!("`{}` is counted from `{}`, which may not apply where it does", fact.id, rows.list);
                self.report(Code::Dangling, pointer, message, "give both the same `asked_when`, or the list none");
            }
        }
    }

    /// Wherever a fact is asked that is counted, its list is, too.
    pub(super) fn listed(&mut self, track: &str, asked: &BTreeSet<&str>) {
        for (index, fact) in self.file.facts.iter().enumerate().filter(|(_, fact)| asked.contains(fact.id.as_str())) {
            let lists = fact.counted.iter().flat_map(Number::<String>::facts);
            let known = |id: &str| asked.contains(id) || !self.file.facts.iter().any(|fact| fact.id == id);
            if let Some(id) = lists.into_iter().find(|id| !known(id)) {
                let message = format!("track `{track}` counts `{}` from `{id}`, but never asks that", fact.id);
                let help = "add it to a topic of the track";
                self.report(Code::Dangling, &format!("/facts/{index}/counted"), message, help);
            }
        }
    }

    /// A condition rests on what is asked, and a list that a fact is counted from is not.
    pub(super) fn asked_lists(&mut self, number: &Number, pointer: &str) {
        for (rows, _) in number.tallies() {
            let is_of = |fact: &&Fact| fact.counted.iter().any(|counted| counted.facts().contains(&rows.list.as_str()));
            if let Some(fact) = self.file.facts.iter().find(is_of) {
                let message = format!("a condition on `{}`, which nobody is asked for", rows.list);
                let help = format!("look at a fact that is counted from it, such as `{}`", fact.id);
                self.report(Code::Dangling, pointer, message, &help);
            }
        }
    }

    pub(super) fn rows(&mut self, rows: &Rows, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        let Some(list) = self.fact(&rows.list, &format!("{pointer}/list"), &[Kind::List], asked) else { return };
        if let Some(needs) = &rows.needs {
            self.row_condition(list, needs, &format!("{pointer}/where"));
        }
        if let Some(each) = &rows.each {
            let place = format!("{pointer}/each");
            self.cells(list, &each.column, &[Kind::Text, Kind::Choice], &format!("{place}/column"));
            if !each.most.is_positive() {
                let message = format!("at most {}", each.most);
                self.report(Code::OutOfDomain, &format!("{place}/most"), message, "give a positive number");
            }
        }
    }

    pub(super) fn total(&mut self, column: &str, rows: &Rows, pointer: &str, asked: Option<&BTreeSet<&str>>) {
        self.rows(rows, &format!("{pointer}/of"), asked);
        let Some(list) = self.file.facts.iter().find(|fact| fact.id == rows.list && fact.kind == Kind::List) else {
            return;
        };
        let place = format!("{pointer}/column");
        let Some(column) = self.cells(list, column, &NUMERIC, &place) else { return };
        if rows.each.is_some() && column.domain().floor().is_none_or(|floor| floor < Quantity::ZERO) {
            let message = format!("`{}` may be less than nothing, so that a ceiling says little", column.id);
            self.report(Code::OutOfDomain, &place, message, "give the column a `min` of 0");
        }
    }

    fn row_condition(&mut self, list: &Fact, needs: &RowCondition, pointer: &str) {
        match needs {
            RowCondition::All(parts) | RowCondition::Any(parts) if parts.is_empty() => {
                self.report(Code::EmptyGroup, pointer, "a group without parts", "list the parts, or remove the group");
            }
            RowCondition::Is(column) => _ = self.cells(list, column, &[Kind::Bool], &format!("{pointer}/is")),
            RowCondition::Compare { column, value, .. } => {
                let place = format!("{pointer}/compare");
                if let Some(column) = self.cells(list, column, &NUMERIC, &format!("{place}/column")) {
                    let domain = column.domain();
                    if domain.floor().is_some_and(|floor| *value < floor) || column.max.is_some_and(|max| *value > max)
                    {
                        let message = format!("`{}` can never be {value}", column.id);
                        let help = "correct the threshold, or the bounds of the column";
                        self.report(Code::OutOfDomain, &format!("{place}/value"), message, help);
                    }
                }
            }
            RowCondition::OneOf { column, options } => {
                let place = format!("{pointer}/one_of");
                let column = self.cells(list, column, &[Kind::Choice], &format!("{place}/column"));
                let place = format!("{place}/options");
                if options.is_empty() {
                    self.report(Code::EmptyGroup, &place, "no options", "list at least one option of the column");
                }
                for option in options.iter().filter(|id| column.is_some_and(|column| column.option(id).is_none())) {
                    self.found.push(dangling(&place, "option of this column", option));
                }
            }
            RowCondition::Between { column, from, to } => {
                let place = format!("{pointer}/between");
                self.cells(list, column, &[Kind::Date], &format!("{place}/column"));
                match (from, to) {
                    (None, None) => self.report(Code::EmptyGroup, &place, "no days", "give `from`, `to` or both"),
                    (Some(from), Some(to)) if from > to => {
                        self.report(Code::OutOfDomain, &place, "`from` is after `to`", "swap the two");
                    }
                    _ => {}
                }
            }
            RowCondition::InYear { column, .. } => {
                self.cells(list, column, &[Kind::Date], &format!("{pointer}/in_year/column"));
            }
            RowCondition::InLast { column, period } => {
                self.cells(list, column, &[Kind::Date], &format!("{pointer}/in_last/column"));
                if period.is_zero() {
                    let place = format!("{pointer}/in_last/period");
                    self.report(Code::OutOfDomain, &place, "a time of no days", "give a number above 0");
                }
            }
            RowCondition::All(_) | RowCondition::Any(_) | RowCondition::Not(_) => {}
        }
        for (step, part) in needs.parts() {
            self.row_condition(list, part, &format!("{pointer}/{step}"));
        }
    }

    /// The column, if the list has it and its type is allowed here.
    fn cells<'f>(&mut self, list: &'f Fact, id: &str, kinds: &[Kind], pointer: &str) -> Option<&'f Column> {
        let Some(column) = list.column(id) else {
            self.found.push(dangling(pointer, "column of this list", id));
            return None;
        };
        if kinds.contains(&column.kind) {
            return Some(column);
        }
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
        let message = format!("column `{id}` is a {}, this rule looks at a {}", column.kind.name(), names.join(" or "));
        self.report(Code::TypeMismatch, pointer, message, "use the rule that fits the type, or change the type");
        None
    }
}

/// Whether only lists are counted, and the counts added up.
fn is_of_lists(number: &Number) -> bool {
    match number {
        Number::Count(_) | Number::Total { .. } => true,
        Number::Sum(_) | Number::Minus { .. } => number.parts().into_iter().all(|(_, part)| is_of_lists(part)),
        _ => false,
    }
}
