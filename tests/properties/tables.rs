//! Tables: written and read back they are the same, and nothing that is handed in breaks the reader.

use proptest::prelude::*;
use serde_json::json;
use zhice::model::table::{Table, read_file, read_text};
use zhice::model::{Date, Quantity, Row, Value};
use zhice::pack::Column;
use zhice::pack::import::{Import, Matching};

use super::hold::hold;

/// Every cell in quotes, so that it may hold anything.
fn written(rows: &[Vec<String>], delimiter: &str) -> String {
    let cell = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(delimiter);
    rows.iter().map(row).collect::<Vec<_>>().join("\r\n")
}

fn any_cell() -> impl Strategy<Value = String> {
    let chars = prop::sample::select(vec!['a', '1', '专', ',', ';', '"', '\n', ' ', '１', '（', '=', '.']);
    prop::collection::vec(chars, 0..6).prop_map(|chars| chars.into_iter().collect())
}

fn any_table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2..5_usize).prop_flat_map(|width| {
        prop::collection::vec(prop::collection::vec(any_cell(), width), 1..8)
            .prop_filter("a blank row at the end is none", |rows| {
                rows.last().is_some_and(|row| row.iter().any(|cell| !cell.trim().is_empty()))
            })
    })
}

fn columns() -> Vec<Column> {
    let columns = json!([
        {"id": "no", "type": "text", "title": {"zh": "编号", "en": "No."}, "key": true},
        {"id": "day", "type": "date", "title": {"zh": "放款日", "en": "Lent on"}},
        {"id": "sum", "type": "money", "title": {"zh": "贷款金额", "en": "Sum"}},
        {"id": "first", "type": "bool", "title": {"zh": "首贷", "en": "First loan"}},
        {"id": "sort", "type": "choice", "title": {"zh": "种类", "en": "Kind"}, "options": [
            {"id": "a", "label": {"zh": "质押", "en": "Pledge"}}, {"id": "b", "label": {"zh": "混合", "en": "Mixed"}}
        ]}
    ]);
    serde_json::from_value(columns).unwrap()
}

/// A row of cells, some of them open, with a key of its own.
type Cells = (Option<u16>, Option<u32>, Option<bool>, Option<bool>);

/// The row, and how somebody may have written it.
fn row(key: &str, cells: Cells, style: usize) -> (Row, Vec<String>) {
    let (day, sum, first, sort) = cells;
    let day = day.and_then(|day| Date::from_days_since_epoch(15_000 + u32::from(day)));
    let sum = sum.map(|sum| Quantity::whole(i64::from(sum)));
    let values = [
        Some(("no", Value::Text(key.to_owned()))),
        day.map(|day| ("day", Value::Date(day))),
        sum.map(|sum| ("sum", Value::Number(sum))),
        first.map(|first| ("first", Value::Bool(first))),
        sort.map(|first| ("sort", Value::Choice(if first { "a" } else { "b" }.to_owned()))),
    ];
    let of = |forms: Vec<String>| forms[style % forms.len()].clone();
    let texts = vec![
        key.to_owned(),
        day.map_or_else(String::new, |day| {
            let (year, month, number) = (day.year(), day.month(), day.day_of_month());
            of(vec![
                day.to_string(),
                format!("{year}/{month}/{number}"),
                format!("{year}年{month}月{number}日"),
                format!("{year}-{month}-{number} 0:00"),
            ])
        }),
        sum.map_or_else(String::new, |sum| {
            of(vec![format!("{sum}元"), format!("¥{}", sum.grouped()), format!("{}万元", sum.to_wan())])
        }),
        first.map_or_else(String::new, |yes| {
            of(if yes { vec!["是".into(), "√".into()] } else { vec!["否".into()] })
        }),
        sort.map_or_else(String::new, |first| {
            of(if first { vec!["质押".into(), "Pledge".into()] } else { vec!["混合".into(), "b".into()] })
        }),
    ];
    (values.into_iter().flatten().map(|(id, value)| (id.to_owned(), value)).collect(), texts)
}

#[test]
fn cells_come_back_as_they_were_written() {
    hold(1_000, (any_table(), prop::sample::select(vec!["\t", ",", ";"])), |(rows, delimiter)| {
        prop_assert_eq!(read_text(&written(&rows, delimiter)).map(|table| table.rows), Ok(rows));
        Ok(())
    });
}

#[test]
fn rows_come_back_as_they_were_written() {
    let cells = (any::<Option<u16>>(), any::<Option<u32>>(), any::<Option<bool>>(), any::<Option<bool>>());
    let drawn = prop::collection::btree_map("[甲乙丙丁]{1,6}", (cells, any::<usize>()), 1..20);
    hold(500, (drawn, 0..5_usize), |(drawn, shift)| {
        let columns = columns();
        let rows = drawn.iter().map(|(key, (cells, style))| row(key, *cells, *style));
        let (expected, texts): (Vec<Row>, Vec<Vec<String>>) = rows.unzip();
        let head = columns.iter().map(|column| column.title.zh.clone()).collect();
        // The columns may stand in any order.
        let mut table: Vec<Vec<String>> = [head].into_iter().chain(texts).collect();
        for row in &mut table {
            row.rotate_left(shift);
        }
        let table = read_text(&written(&table, "\t")).unwrap();

        let matching = Matching::proposed(&table, &columns);
        let import = Import::of(&table, &matching, &columns, &[]);
        prop_assert_eq!((&import.refused, &import.twice), (&Vec::new(), &Vec::new()));
        prop_assert_eq!(&import.taken, &expected);

        let again = Import::of(&table, &matching, &columns, &import.taken);
        prop_assert_eq!((again.taken.len(), again.twice.len()), (0, expected.len()), "nothing is taken a second time");
        Ok(())
    });
}

#[test]
fn whatever_is_handed_in_every_row_has_its_place() {
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    hold(1_000, ("[\\PC\t\n\"]{0,200}", bytes), |(text, bytes)| {
        let tables = [read_text(&text), read_file(text.as_bytes()), read_file(&bytes)];
        tables.iter().flatten().try_for_each(accounted)
    });
}

fn accounted(table: &Table) -> Result<(), TestCaseError> {
    let columns = columns();
    for head in [None, Some(0), Some(99)] {
        let matching = Matching::with_head(table, &columns, head);
        let import = Import::of(table, &matching, &columns, &[]);
        let numbers =
            import.twice.iter().map(|twice| twice.row).chain(import.refused.iter().map(|refused| refused.row));
        let below = matching.first_row();
        prop_assert!(numbers.clone().all(|number| below < number && number <= table.rows.len()));
        prop_assert!(import.taken.len() + numbers.count() <= table.rows.len().saturating_sub(below));
    }
    Ok(())
}
