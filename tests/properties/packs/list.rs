//! Random lists: a column of every kind there is, and rows that are counted by every word.

use serde_json::{Map, Value as Json, json};
use zhice::model::{Date, Kind, Period, Quantity, Value};
use zhice::pack::condition::Op;
use zhice::pack::rows::{Each, RowCondition};
use zhice::pack::{Column, Fact, Number, Rows};

use super::START;
use super::known::{options, words};

pub fn columns() -> Vec<Column> {
    let column = |id: &str, kind| Column {
        id: id.to_owned(),
        kind,
        title: words(),
        unit: None,
        min: None,
        max: None,
        options: if kind == Kind::Choice { options(3) } else { Vec::new() },
        key: false,
        required: false,
        format: None,
    };
    let bounded = Column { max: Some(Quantity::whole(9)), ..column("share", Kind::Number) };
    vec![
        column("day", Kind::Date),
        column("done", Kind::Bool),
        column("sort", Kind::Choice),
        column("sum", Kind::Money),
        column("who", Kind::Text),
        bounded,
    ]
}

/// How many rows of a list count, by conditions that the seed picks.
pub fn count(list: &Fact, seed: u8) -> Number {
    Number::Count(Box::new(rows(list, seed)))
}

/// The sums of these rows.
pub fn total(list: &Fact, seed: u8) -> Number {
    Number::Total { column: "sum".to_owned(), of: Box::new(rows(list, seed)) }
}

fn rows(list: &Fact, seed: u8) -> Rows {
    let needs = match seed % 6 {
        0 => None,
        1 => Some(RowCondition::Not(Box::new(look(seed / 6)))),
        2 => Some(RowCondition::All(vec![look(seed / 6), look(seed / 6 + 1)])),
        3 => Some(RowCondition::Any(vec![look(seed / 6), look(seed / 6 + 2)])),
        _ => Some(look(seed / 6)),
    };
    let each = match seed % 5 {
        0 => Some(Each { column: "who".to_owned(), most: Quantity::whole(2) }),
        1 => Some(Each { column: "sort".to_owned(), most: Quantity::whole(1) }),
        _ => None,
    };
    Rows { list: list.id.clone(), needs, each }
}

fn look(seed: u8) -> RowCondition {
    let day = |after| Date::from_days_since_epoch(START + after);
    let column = "day".to_owned();
    match seed % 10 {
        0 => RowCondition::Is("done".to_owned()),
        1 => RowCondition::OneOf { column: "sort".to_owned(), options: vec!["o0".to_owned(), "o2".to_owned()] },
        2 => RowCondition::Compare { column: "sum".to_owned(), op: Op::AtLeast, value: Quantity::whole(3) },
        3 => RowCondition::Compare { column: "share".to_owned(), op: Op::LessThan, value: Quantity::whole(5) },
        4 => RowCondition::Between { column, from: day(0), to: day(200) },
        5 => RowCondition::Between { column, from: None, to: day(100) },
        6 => RowCondition::InYear { column, year: None },
        7 => RowCondition::InYear { column, year: Some(2020) },
        8 => RowCondition::InLast { column, period: Period::Months(6) },
        _ => RowCondition::InLast { column, period: Period::Years(1) },
    }
}

/// Up to three rows, with cells left open here and there.
pub fn answer(draw: u16) -> Json {
    let row = |at: u16| {
        let draw = draw.rotate_left(5 * u32::from(at) + 1);
        let mut row = Map::new();
        let mut cell = |bit: u16, id: &str, value: Json| {
            if (draw >> bit) & 3 != 0 {
                row.insert(id.to_owned(), value);
            }
        };
        cell(0, "day", json!(Date::from_days_since_epoch(START + u32::from(draw % 500))));
        cell(2, "done", json!(draw.is_multiple_of(3)));
        cell(4, "sort", json!(format!("o{}", draw % 3)));
        cell(6, "sum", json!(draw % 7));
        cell(8, "who", json!(["甲", "乙"].get(usize::from(draw) % 2)));
        cell(10, "share", json!(draw % 10));
        Json::Object(row)
    };
    (0..draw % 4).map(row).collect()
}

/// Something in a cell.
pub fn cell(column: &Column) -> Value {
    match column.kind {
        Kind::Bool => Value::Bool(true),
        Kind::Choice => Value::Choice("o0".to_owned()),
        Kind::Date => Value::Date(Date::from_days_since_epoch(START).unwrap()),
        Kind::Text => Value::Text("甲".to_owned()),
        _ => Value::Number(Quantity::whole(2)),
    }
}
