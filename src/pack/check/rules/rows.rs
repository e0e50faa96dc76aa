//! Lists: their columns, and rows that are counted by conditions which fit the columns.

use std::collections::BTreeSet;

use super::super::super::column::Format;
use super::super::super::diagnostic::Code;
use super::super::super::rows::{RowCondition, Rows};
use super::super::super::unit::Counts;
use super::super::super::{Column, Fact, Number};
use super::super::noun::Noun;
use super::super::{unique, untypeable};
use super::{Checker, NUMERIC, ask_it, names, other_type};
use crate::model::text::text;
use crate::model::{Kind, Quantity};

impl Checker<'_> {
    /// The columns of a list, or of a fact that is none and has none.
    pub(super) fn columns(&mut self, fact: &Fact, pointer: &str) {
        let place = format!("{pointer}/columns");
        match (fact.kind == Kind::List, fact.columns.is_empty()) {
            (true, true) => {
                let message = text!("清单没有写各列", "a list without columns");
                self.report(Code::EmptyGroup, &place, message, text!("写出各列", "name the columns"));
            }
            (false, false) => {
                let kind = fact.kind.name();
                let message = text!("`{kind}` 类型没有列", "a {kind} has no columns");
                self.report(Code::TypeMismatch, &place, message, text!("类型改为 `list`", "make the type `list`"));
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
                let id = &column.id;
                let message = text!("列 `{id}` 出现两次", "column `{id}` stands twice");
                let help = text!("各用各的编号，或者删去一个", "give each its own id, or remove one");
                self.report(Code::Id, &format!("{place}/id"), message, help);
            }
            self.column(column, &place);
            self.unit(column.kind, column.unit.as_ref(), &place);
            if let Some(before) = key.filter(|_| column.key) {
                let (before, this) = (&before.id, &column.id);
                let message =
                    text!("`{before}` 和 `{this}` 都用来区分各行", "both `{before}` and `{this}` are the key");
                let help = text!("只留能够区分各行的一列", "keep the one that tells rows apart");
                self.report(Code::Overlapping, &format!("{place}/key"), message, help);
            }
            key = key.or(Some(column).filter(|column| column.key));
        }
    }

    fn column(&mut self, column: &Column, place: &str) {
        let kind = column.kind.name();
        if matches!(column.kind, Kind::Set | Kind::List) {
            let message = text!("列的类型不能是 `{kind}`", "a column is no {kind}");
            let help = text!(
                "改用 `text`、`date`、`choice`、`money`、`number`、`count`、`percent` 或 `bool`",
                "use `text`, `date`, `choice`, `money`, `number`, `count`, `percent` or `bool`"
            );
            self.report(Code::TypeMismatch, &format!("{place}/type"), message, help);
        } else if (column.kind == Kind::Choice) == column.options.is_empty() {
            let (message, help) = if column.options.is_empty() {
                (text!("`{kind}` 类型没有写选项", "a {kind} without options"), text!("列出选项", "list the options"))
            } else {
                let message = text!("`{kind}` 类型不能有选项", "a {kind} has no options");
                (message, text!("类型改为 `choice`", "make the type `choice`"))
            };
            self.report(Code::TypeMismatch, &format!("{place}/options"), message, help);
        }
        unique(&format!("{place}/options"), column.options.iter().map(|option| option.id.as_str()), self.found);
        let bounds = column.min.zip(column.max);
        if !column.kind.is_numeric() && (column.min.is_some() || column.max.is_some()) {
            let message = text!("`{kind}` 类型没有上下限", "a {kind} has no bounds");
            let bound = if column.min.is_some() { "min" } else { "max" };
            let help = text!("删去 `min` 和 `max`", "remove `min` and `max`");
            self.report(Code::TypeMismatch, &format!("{place}/{bound}"), message, help);
        } else if bounds.is_some_and(|(min, max)| min > max) {
            let message = text!("`min` 大于 `max`", "`min` is larger than `max`");
            self.report(Code::OutOfDomain, &format!("{place}/min"), message, text!("对调两个数", "swap the two"));
        }
        if column.key && column.kind == Kind::Bool {
            let message = text!("`{kind}` 类型的列不能区分各行", "a bool is no key");
            let help = text!("改用文字或者数字的列区分各行", "let a text or a number tell rows apart");
            self.report(Code::TypeMismatch, &format!("{place}/key"), message, help);
        }
        if column.format == Some(Format::PatentNumber) && column.kind != Kind::Text {
            let message = text!("`{kind}` 类型的列不能写专利号", "a {kind} is no patent number");
            self.report(
                Code::TypeMismatch,
                &format!("{place}/format"),
                message,
                text!("类型改为 `text`", "make the type `text`"),
            );
        }
    }

    /// A fact that is counted counts what lists come to, and nothing else.
    pub(super) fn counted(&mut self, fact: &Fact, number: &Number, pointer: &str) {
        if !NUMERIC.contains(&fact.kind) {
            let kind = fact.kind.name();
            let message = text!("`{kind}` 类型不能由清单得出", "a {kind} is not counted");
            let help = text!("类型改为数字，或者删去 `counted`", "make the type a number, or remove `counted`");
            self.report(Code::TypeMismatch, pointer, message, help);
            return;
        }
        if !is_of_lists(number) {
            let message = text!("不是只由清单得出", "counted from something other than lists");
            let help = text!(
                "只用 `count`、`total` 和它们的加减；由其他答案推出的写成 `proposed`",
                "use `count`, `total` and sums of these; what else follows from answers is `proposed`"
            );
            self.report(Code::TypeMismatch, pointer, message, help);
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
                let (fact, list) = (&fact.id, &rows.list);
                let message = text!(
                    "`{fact}` 由 `{list}` 得出，而前者适用时，后者可能并不适用",
                    "`{fact}` is counted from `{list}`, which may not apply where it does"
                );
                let help = text!(
                    "两者写相同的 `asked_when`，或者清单不写",
                    "give both the same `asked_when`, or the list none"
                );
                self.report(Code::Dangling, pointer, message, help);
            }
        }
    }

    /// Wherever a fact is asked that is counted, its list is, too.
    pub(super) fn listed(&mut self, track: &str, asked: &BTreeSet<&str>) {
        for (index, fact) in self.file.facts.iter().enumerate().filter(|(_, fact)| asked.contains(fact.id.as_str())) {
            let lists = fact.counted.iter().flat_map(Number::<String>::facts);
            let known = |id: &str| asked.contains(id) || !self.file.facts.iter().any(|fact| fact.id == id);
            if let Some(id) = lists.into_iter().find(|id| !known(id)) {
                let fact = &fact.id;
                let message = text!(
                    "类别 `{track}` 由 `{id}` 得出 `{fact}`，却没有询问 `{id}`",
                    "track `{track}` counts `{fact}` from `{id}`, but never asks that"
                );
                self.report(Code::Dangling, &format!("/facts/{index}/counted"), message, ask_it());
            }
        }
    }

    /// A condition rests on what is asked, and a list that a fact is counted from is not.
    pub(super) fn asked_lists(&mut self, number: &Number, pointer: &str) {
        for (rows, _) in number.tallies() {
            let is_of = |fact: &&Fact| fact.counted.iter().any(|counted| counted.facts().contains(&rows.list.as_str()));
            if let Some(fact) = self.file.facts.iter().find(is_of) {
                let (list, fact) = (&rows.list, &fact.id);
                let message =
                    text!("条件依据 `{list}`，而它可以不填", "a condition on `{list}`, which nobody is asked for");
                let help = text!(
                    "改为依据由它得出的填报项，如 `{fact}`",
                    "look at a fact that is counted from it, such as `{fact}`"
                );
                self.report(Code::Dangling, pointer, message, help);
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
                let most = each.most;
                let message = text!("至多 {most}", "at most {most}");
                let help = text!("写正数", "give a positive number");
                self.report(Code::OutOfDomain, &format!("{place}/most"), message, help);
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
            let id = &column.id;
            let message = text!(
                "`{id}` 可能小于零，上限因此限不住",
                "`{id}` may be less than nothing, so that a ceiling says little"
            );
            let help = text!("把这一列的 `min` 写为 0", "give the column a `min` of 0");
            self.report(Code::OutOfDomain, &place, message, help);
        }
    }

    fn row_condition(&mut self, list: &Fact, needs: &RowCondition, pointer: &str) {
        match needs {
            RowCondition::All(parts) | RowCondition::Any(parts) if parts.is_empty() => {
                self.no_parts(pointer);
            }
            RowCondition::Is(column) => _ = self.cells(list, column, &[Kind::Bool], &format!("{pointer}/is")),
            RowCondition::Compare { column, value, .. } => {
                let place = format!("{pointer}/compare");
                if let Some(column) = self.cells(list, column, &NUMERIC, &format!("{place}/column")) {
                    let domain = column.domain();
                    if domain.floor().is_some_and(|floor| *value < floor) || column.max.is_some_and(|max| *value > max)
                    {
                        let id = &column.id;
                        let message = text!("`{id}` 不可能是 {value}", "`{id}` can never be {value}");
                        let help = text!(
                            "改正门槛，或者改这一列的上下限",
                            "correct the threshold, or the bounds of the column"
                        );
                        self.report(Code::OutOfDomain, &format!("{place}/value"), message, help);
                    }
                }
            }
            RowCondition::OneOf { column, options } => {
                let place = format!("{pointer}/one_of");
                let column = self.cells(list, column, &[Kind::Choice], &format!("{place}/column"));
                let place = format!("{place}/options");
                if options.is_empty() {
                    let help = text!("至少写这一列的一个选项", "list at least one option of the column");
                    self.report(Code::EmptyGroup, &place, text!("没有写选项", "no options"), help);
                }
                for option in options.iter().filter(|id| column.is_some_and(|column| column.option(id).is_none())) {
                    self.found.push(Noun::COLUMN_OPTION.dangling(&place, option));
                }
            }
            RowCondition::Between { column, from, to } => {
                let place = format!("{pointer}/between");
                self.cells(list, column, &[Kind::Date], &format!("{place}/column"));
                match (from, to) {
                    (None, None) => {
                        let help = text!("写 `from`、`to` 中的一个或者两个", "give `from`, `to` or both");
                        self.report(Code::EmptyGroup, &place, text!("没有写日期", "no days"), help);
                    }
                    (Some(from), Some(to)) if from > to => {
                        let message = text!("`from` 晚于 `to`", "`from` is after `to`");
                        self.report(Code::OutOfDomain, &place, message, text!("对调两个日期", "swap the two"));
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
                    let help = text!("写大于 0 的数", "give a number above 0");
                    self.report(Code::OutOfDomain, &place, text!("时间的长度为零", "a time of no days"), help);
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
            self.found.push(Noun::COLUMN.dangling(pointer, id));
            return None;
        };
        if kinds.contains(&column.kind) {
            return Some(column);
        }
        let (kind, [zh, en]) = (column.kind.name(), names(kinds));
        let message = text!(
            "列 `{id}` 的类型是 `{kind}`，这条规则只用于 {zh}",
            "column `{id}` is a {kind}, this rule looks at a {en}"
        );
        self.report(Code::TypeMismatch, pointer, message, other_type());
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
