//! Rows of lists: what each could turn out to bring, as all the outcomes that are left to it.

use serde_json::{Value as Json, json};
use zhice::model::{Date, Row, Value};
use zhice::pack::rows::{RowCondition, Rows};
use zhice::pack::{Column, Number};

use super::fraction::Fraction;
use super::{ONE, World, number, units};

/// What may still be so of a row: no, yes or both.
type Outcomes = Vec<bool>;

impl World<'_> {
    /// The least and the most that the rows come to; a number that nothing bounds goes so far.
    pub(super) fn tally(&self, rows: &Rows, column: Option<&str>, far: i128) -> Vec<Fraction> {
        let list = self.fact(&rows.list);
        let column = column.map(|id| list.columns.iter().find(|column| column.id == id).unwrap());
        let Some(Value::List(given)) = self.answers.get(&rows.list) else {
            let is_signed = column.is_some_and(|column| floor(column).is_none_or(|floor| floor < 0));
            return vec![Fraction::of(if is_signed { -far } else { 0 }), Fraction::of(far)];
        };
        let brings: Vec<[i128; 2]> = given.iter().map(|row| self.brings(rows, row, column, far)).collect();
        let name = |row: &Row| match row.get(&rows.each.as_ref()?.column) {
            Some(Value::Text(name) | Value::Choice(name)) => Some(name.clone()),
            _ => None,
        };
        let most = rows.each.as_ref().map(|each| units(each.most));
        let ends = [0, 1].map(|end| {
            let mut sum = 0;
            for (at, row) in given.iter().enumerate() {
                let Some(most) = most else {
                    sum += brings[at][end];
                    continue;
                };
                match name(row) {
                    // A group is reckoned where its last row stands.
                    Some(own) if given[at + 1..].iter().any(|other| name(other).as_ref() == Some(&own)) => {}
                    Some(own) => {
                        let of_group =
                            given.iter().zip(&brings).filter(|(other, _)| name(other).as_ref() == Some(&own));
                        sum += of_group.map(|(_, brings)| brings[end]).sum::<i128>().min(most);
                    }
                    None => sum += if end == 0 { 0 } else { brings[at][end].min(most) },
                }
            }
            Fraction::of(sum)
        });
        ends.into()
    }

    /// Whether a cell that is not filled in leaves open what some number of the pack comes to.
    pub(super) fn is_list_open(&self, list: &str) -> bool {
        let file = serde_json::to_value(self.file).unwrap();
        let asked = asked_of_rows(&file).into_iter().filter(|(rows, _)| rows.list == list);
        let mut ends = asked.map(|(rows, column)| self.tally(&rows, column.as_deref(), ONE * ONE));
        ends.any(|ends| ends.iter().min() != ends.iter().max())
    }

    fn brings(&self, rows: &Rows, row: &Row, column: Option<&Column>, far: i128) -> [i128; 2] {
        let own = match (column, column.and_then(|column| row.get(&column.id))) {
            (None, _) => [ONE, ONE],
            (Some(_), Some(value)) => [number(value), number(value)],
            (Some(column), None) => [floor(column).unwrap_or(-far), column.max.map_or(far, units)],
        };
        let counts = rows.needs.as_ref().map_or_else(|| vec![true], |needs| holds(needs, row, self.as_of));
        let ends: Vec<i128> = counts.into_iter().flat_map(|counts| if counts { own } else { [0, 0] }).collect();
        [*ends.iter().min().unwrap(), *ends.iter().max().unwrap()]
    }
}

/// Every number of a file that looks at rows, with the column it adds up.
fn asked_of_rows(json: &Json) -> Vec<(Rows, Option<String>)> {
    let parts: Vec<&Json> = match json {
        Json::Array(parts) => parts.iter().collect(),
        Json::Object(members) => members.values().collect(),
        _ => Vec::new(),
    };
    let rows = |json: &Json| serde_json::from_value::<Rows>(json.clone()).ok();
    let own = json.get("count").and_then(rows).map(|rows| (rows, None));
    let total = json.get("total").and_then(|total| match serde_json::from_value(json!({ "total": total })).ok()? {
        Number::Total { column, of } => Some((*of, Some(column))),
        _ => None,
    });
    own.into_iter().chain(total).chain(parts.into_iter().flat_map(asked_of_rows)).collect()
}

fn floor(column: &Column) -> Option<i128> {
    column.domain().floor().map(units)
}

/// Every outcome there can be, whatever stands in the cells that are not filled in.
fn holds(needs: &RowCondition, row: &Row, today: Date) -> Outcomes {
    let fold = |parts: &[RowCondition], whole: fn(bool, bool) -> bool| {
        let outcomes = parts.iter().map(|part| holds(part, row, today));
        outcomes.reduce(|one, other| pairs(&one, &other, whole)).unwrap()
    };
    match needs {
        RowCondition::All(parts) => fold(parts, |one, other| one && other),
        RowCondition::Any(parts) => fold(parts, |one, other| one || other),
        RowCondition::Not(part) => holds(part, row, today).into_iter().map(|holds| !holds).collect(),
        leaf => match row.get(column_of(leaf)) {
            Some(value) => vec![looks(leaf, value, today)],
            None => vec![false, true],
        },
    }
}

fn pairs(one: &[bool], other: &[bool], with: fn(bool, bool) -> bool) -> Outcomes {
    one.iter().flat_map(|a| other.iter().map(move |b| with(*a, *b))).collect()
}

fn column_of(leaf: &RowCondition) -> &str {
    match leaf {
        RowCondition::Is(column)
        | RowCondition::Compare { column, .. }
        | RowCondition::OneOf { column, .. }
        | RowCondition::Between { column, .. }
        | RowCondition::InYear { column, .. }
        | RowCondition::InLast { column, .. } => column,
        whole => panic!("{whole:?} looks at no column"),
    }
}

fn looks(leaf: &RowCondition, value: &Value, today: Date) -> bool {
    match (leaf, value) {
        (RowCondition::Is(_), Value::Bool(yes)) => *yes,
        (RowCondition::Compare { op, value: bound, .. }, Value::Number(number)) => {
            op.allows(units(*number).cmp(&units(*bound)))
        }
        (RowCondition::OneOf { options, .. }, Value::Choice(chosen)) => options.contains(chosen),
        (RowCondition::Between { from, to, .. }, Value::Date(day)) => {
            let (from, to) = (from.map(|day| day.to_string()), to.map(|day| day.to_string()));
            let day = day.to_string();
            from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
        }
        (RowCondition::InYear { year, .. }, Value::Date(day)) => day.year() == year.unwrap_or(today.year()),
        (RowCondition::InLast { period, .. }, Value::Date(day)) => {
            *day <= today && period.after(*day, 1).unwrap() > today
        }
        (leaf, value) => panic!("{leaf:?} does not look at {value:?}"),
    }
}
