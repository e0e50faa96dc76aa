//! Counting and adding up rows: from the least to the most they can come to while cells are not filled in.

use std::collections::BTreeMap;

use super::rows::{RowCondition, Rows};
use super::rules::{FactRef, Node, NumberNode, Proposals, ProposedBy, Rules, Slot};
use super::{Column, PackFile};
use crate::model::{Date, Interval, Quantity, Row, Truth, Value};

/// Rows of a list, with the column that is added up, if they are not only counted.
pub type Tally = (Rows<Slot>, Option<String>);

/// All that the rules of a pack ask of lists, each once.
pub(super) fn tallies(
    file: &PackFile,
    slots: &BTreeMap<String, Slot>,
    rules: &[Rules],
    proposals: &[Proposals],
) -> Vec<Tally> {
    let slot = |id: &String| slots.get(id).copied().unwrap_or(Slot(usize::MAX));
    let counted = file.facts.iter().filter_map(|fact| fact.counted.as_ref()).map(|number| number.map(&slot));
    let of_rules = rules.iter().chain(proposals.iter().map(|proposals| &proposals.rules)).flat_map(numbers_of_rules);
    let of_proposals = proposals.iter().flat_map(|proposals| &proposals.all).flat_map(|one| match &one.by {
        ProposedBy::Number(number) => vec![number],
        ProposedBy::Growth { from, to, years } => [from, to].into_iter().chain(years).collect(),
        ProposedBy::Condition(_) | ProposedBy::Option(_) => Vec::new(),
    });
    let in_rules = of_rules.chain(of_proposals).map(|number| number.map(&|fact: &FactRef| fact.slot));
    let mut tallies: Vec<Tally> = Vec::new();
    for number in counted.chain(in_rules) {
        for (rows, column) in number.tallies() {
            let tally = (rows.clone(), column.cloned());
            if !tallies.contains(&tally) {
                tallies.push(tally);
            }
        }
    }
    tallies
}

fn numbers_of_rules(rules: &Rules) -> Vec<&NumberNode> {
    let of_nodes = rules.nodes.iter().flat_map(|node| match node {
        Node::CompareNumbers { number, of, .. } => vec![number, of],
        _ => Vec::new(),
    });
    of_nodes.chain(rules.amounts.iter().flat_map(|amount| amount.numbers())).collect()
}

const ONE: Interval = Interval::exactly(Quantity::whole(1));

impl<F> Rows<F> {
    /// How many of these rows count on a day, or what a column of them comes to.
    pub fn tally(&self, rows: &[Row], column: Option<&Column>, day: Option<Date>) -> Interval {
        let brings = |row: &Row| {
            let own = column.map_or(ONE, |column| cell(row, column));
            match self.needs.as_ref().map_or(Truth::Met, |needs| needs.says(row, day)) {
                Truth::Met => own,
                Truth::NotMet => Interval::ZERO,
                Truth::Unknown | Truth::Judged | Truth::NotApplicable => own.or(Interval::ZERO),
            }
        };
        let Some(each) = &self.each else {
            return rows.iter().map(brings).fold(Interval::ZERO, Interval::plus);
        };
        let most = Interval::exactly(each.most);
        let mut groups: BTreeMap<&str, Interval> = BTreeMap::new();
        // A row of nobody knows whom may add to those who have their most already, or to somebody new.
        let mut open = Interval::ZERO;
        for row in rows {
            match row.get(&each.column) {
                Some(Value::Text(of) | Value::Choice(of)) => {
                    let group = groups.entry(of).or_insert(Interval::ZERO);
                    *group = group.plus(brings(row));
                }
                _ => open = open.plus(brings(row).smaller(most).or(Interval::ZERO)),
            }
        }
        groups.into_values().map(|group| group.smaller(most)).fold(open, Interval::plus)
    }
}

/// The number in a cell, or everything it can be.
fn cell(row: &Row, column: &Column) -> Interval {
    match row.get(&column.id) {
        Some(Value::Number(number)) => Interval::exactly(*number),
        _ => Interval::between(column.domain().floor(), column.max),
    }
}

impl RowCondition {
    fn says(&self, row: &Row, today: Option<Date>) -> Truth {
        let day = |column: &str, holds: &dyn Fn(Date) -> Option<bool>| match row.get(column) {
            Some(Value::Date(day)) => holds(*day).map_or(Truth::Unknown, Truth::from),
            _ => Truth::Unknown,
        };
        match self {
            Self::All(parts) => Truth::all(parts.iter().map(|part| part.says(row, today))),
            Self::Any(parts) => Truth::any(parts.iter().map(|part| part.says(row, today))),
            Self::Not(part) => part.says(row, today).not(),
            Self::Is(column) => match row.get(column) {
                Some(Value::Bool(value)) => (*value).into(),
                _ => Truth::Unknown,
            },
            Self::Compare { column, op, value } => match row.get(column) {
                Some(Value::Number(number)) => op.holds(*number, *value).into(),
                _ => Truth::Unknown,
            },
            Self::OneOf { column, options } => match row.get(column) {
                Some(Value::Choice(chosen)) => options.contains(chosen).into(),
                _ => Truth::Unknown,
            },
            Self::Between { column, from, to } => {
                day(column, &|day| Some(from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)))
            }
            Self::InYear { column, year } => {
                let year = year.or_else(|| today.map(Date::year));
                day(column, &|day| Some(day.year() == year?))
            }
            Self::InLast { column, period } => day(column, &|day| {
                let today = today?;
                Some(day <= today && period.after(day, 1).is_none_or(|end| end > today))
            }),
        }
    }
}
