//! Annexes: each list that was given, row by row.

use std::borrow::Cow;

use super::{Section, Writer};
use crate::engine::facts::Facts;
use crate::model::{Answers, Lang, Row};
use crate::pack::rules::facts_of;
use crate::pack::{Column, Fact};
use crate::report::cell_text;

impl Writer<'_> {
    /// The answers, with what is counted from lists.
    pub(super) fn counted(&self) -> Cow<'_, Answers> {
        let answers = &self.inputs.answers;
        Facts::new(self.pack, answers, Some(self.inputs.as_of)).with_counts(self.pack, answers)
    }

    /// After the value of a fact: where its list stands, or the list it is counted from.
    pub(super) fn annexed(&self, fact: &Fact) -> String {
        let is_answered = self.inputs.answers.get(&fact.id).is_some();
        let counted_from = fact.counted.iter().filter(|_| !is_answered).flat_map(|number| number.facts());
        let behind: Vec<&str> = if fact.columns.is_empty() { counted_from.collect() } else { vec![&fact.id] };
        let numbers: Vec<String> = self
            .lists()
            .iter()
            .enumerate()
            .filter(|(_, (list, _))| behind.contains(&list.id.as_str()))
            .map(|(at, _)| (at + 1).to_string())
            .collect();
        match (numbers.is_empty(), is_answered, self.lang) {
            (true, ..) => String::new(),
            (_, true, Lang::Zh) => format!("（见附表 {}）", self.lang.list(&numbers)),
            (_, true, Lang::En) => format!(" (annex {})", self.lang.list(&numbers)),
            (_, false, Lang::Zh) => format!("（按附表 {} 统计）", self.lang.list(&numbers)),
            (_, false, Lang::En) => format!(" (counted from annex {})", self.lang.list(&numbers)),
        }
    }

    pub(super) fn annexes(&self) -> Vec<Section> {
        self.lists().into_iter().enumerate().map(|(at, (list, rows))| self.annex(at + 1, list, rows)).collect()
    }

    /// The lists that were given, in the order in which the track asks them.
    fn lists(&self) -> Vec<(&Fact, &[Row])> {
        let asked = facts_of(self.track).into_iter();
        asked.filter_map(|id| self.pack.fact(id).zip(self.inputs.answers.get(id)?.as_rows())).collect()
    }

    fn annex(&self, number: usize, list: &Fact, rows: &[Row]) -> Section {
        let title = match self.lang {
            Lang::Zh => format!("附表 {number}：{}", list.label.zh),
            Lang::En => format!("Annex {number}: {}", list.label.en),
        };
        let head = self.pick(["序号", "No."]).to_owned();
        let columns = std::iter::once(head).chain(list.columns.iter().map(|column| self.text(&column.title))).collect();
        let row = |(at, row): (usize, &Row)| {
            let cell = |column: &Column| {
                row.get(&column.id).map(|value| cell_text(column, value, self.lang)).unwrap_or_default()
            };
            std::iter::once((at + 1).to_string()).chain(list.columns.iter().map(cell)).collect()
        };
        let rows = rows.iter().enumerate().map(row).collect();
        Section { id: format!("annex-{number}"), title, columns, rows }
    }
}
