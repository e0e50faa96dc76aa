//! Sentences about lists: their rows, and what became of a table that was taken in.

use std::iter;

use super::entry::{self, typed_error_of};
use super::start;
use crate::model::kind::ValueError;
use crate::model::quantity::QuantityError;
use crate::model::table::{Sheet, TableError};
use crate::model::typed::TypedError;
use crate::model::{Kind, Lang};
use crate::pack::Column;
use crate::pack::import::{CellError, Import, Refusal, Twice};
use crate::ui::incoming::Unopened;
use crate::ui::rows::RowError;
use crate::ui::unfetched::Unfetched;

/// A row by its number.
pub fn row(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 行"),
        Lang::En => format!("Row {number}"),
    }
}

pub fn rows(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("共 {count} 行"),
        Lang::En if count == 1 => "1 row".to_owned(),
        Lang::En => format!("{count} rows"),
    }
}

/// Which rows are shown of how many.
pub fn window(first: usize, last: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {first}–{last} 行，共 {all} 行"),
        Lang::En => format!("Rows {first} to {last} of {all}"),
    }
}

/// The name of a button that stands in every row.
pub fn of_row(what: &str, number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{what}第 {number} 行"),
        Lang::En => format!("{what} row {number}"),
    }
}

/// The title of a column, with the unit its cells are typed in, and whether it has to be filled in.
pub fn column(column: &Column, optional: &str, lang: Lang) -> String {
    let title = column.title.get(lang);
    let unit = match column.kind {
        Kind::Money => Some(lang.pick("万元", "CNY 10,000")),
        Kind::Percent => Some("%"),
        _ => column.unit.as_ref().map(|unit| unit.many(lang)),
    };
    let notes: Vec<&str> = unit.into_iter().chain((!column.required).then_some(optional)).collect();
    if notes.is_empty() {
        return title.to_owned();
    }
    let notes = notes.join(lang.pick("，", ", "));
    match lang {
        Lang::Zh => format!("{title}（{notes}）"),
        Lang::En => format!("{title} ({notes})"),
    }
}

/// Why a cell is not what its column asks for, and how to mend it.
pub fn cell_error(error: &CellError, column: &Column, lang: Lang) -> String {
    match (error, lang) {
        (CellError::Missing, Lang::Zh) => "没有填写".to_owned(),
        (CellError::Missing, Lang::En) => "It is not filled in".to_owned(),
        (CellError::NotYesOrNo, Lang::Zh) => "请填写“是”或“否”".to_owned(),
        (CellError::NotYesOrNo, Lang::En) => "Enter “yes” or “no”".to_owned(),
        (CellError::NoSuchOption, _) => {
            let options: Vec<&str> = column.options.iter().map(|option| option.label.get(lang)).collect();
            let options = lang.list(&options);
            match lang {
                Lang::Zh => format!("没有这个选项，可填：{options}"),
                Lang::En => format!("There is no such option; there are: {options}"),
            }
        }
        (CellError::NoUnit, Lang::Zh) => "没有写明是元还是万元，请在上面选择单位".to_owned(),
        (CellError::NoUnit, Lang::En) => {
            "It does not say whether in yuan or 10,000 yuan; choose the unit above".to_owned()
        }
        (CellError::Typed(error), _) => typed_error_of(error, column.kind, column.unit.as_ref(), lang),
        (CellError::InYuan(error), _) => sum_error(error, column, lang),
        (CellError::PatentNumber(error), Lang::Zh) => error.in_chinese(),
        (CellError::PatentNumber(error), Lang::En) => capital(&error.to_string()),
    }
}

/// Why a cell is no sum in yuan.
fn sum_error(error: &TypedError, column: &Column, lang: Lang) -> String {
    let counted = Some(lang.pick("这里以元计", "This is counted in yuan"));
    let mend =
        lang.pick("请填写以元计的金额，只用数字，如 1200000", "Enter the sum in yuan, in digits, such as 1200000");
    match error {
        TypedError::Behind { word, means: Some(means) } => entry::in_place_of(word, &means.to_string(), counted, lang),
        TypedError::Behind { word, means: None } => entry::out_of_place(word, counted, mend, lang),
        TypedError::Value(ValueError::Quantity(QuantityError::NotANumber)) => mend.to_owned(),
        TypedError::Value(ValueError::Quantity(_)) => typed_error_of(error, Kind::Number, None, lang),
        error => typed_error_of(error, column.kind, None, lang),
    }
}

pub fn row_error(error: &RowError, column: &Column, lang: Lang) -> String {
    match (error, lang) {
        (RowError::Cell(error), _) => cell_error(error, column, lang),
        (RowError::Twice(first), Lang::Zh) => format!("与第 {first} 行相同，同一项只列一次"),
        (RowError::Twice(first), Lang::En) => format!("Row {first} has the same; each is listed once"),
    }
}

/// Why a file or a text gave no table.
pub fn unopened(why: &Unopened, lang: Lang) -> String {
    match why {
        Unopened::Table(error) => table_error(*error, lang),
        Unopened::File(Unfetched::TooLarge(limit)) => table_error(TableError::TooLarge(*limit), lang),
        Unopened::File(why) => start::unopened(why, lang),
    }
}

fn table_error(error: TableError, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("表格没有读取：{}。", error.in_chinese()),
        Lang::En => format!("The table was not read: {error}."),
    }
}

/// Which sheet of a workbook was read, where it has several.
pub fn sheet(sheet: &Sheet, lang: Lang) -> Option<String> {
    let Sheet { name, of } = sheet;
    (*of > 1).then(|| match lang {
        Lang::Zh => format!("读取的是第一张工作表“{name}”，共 {of} 张；其他工作表请另存或粘贴。"),
        Lang::En => {
            format!("The first of {of} sheets was read, “{name}”. Save another as a file of its own, or paste it.")
        }
    })
}

/// A column of a table by its head, or by its place.
pub fn source(at: usize, head: &str, lang: Lang) -> String {
    let number = at + 1;
    let head: String = head.chars().take(30).collect();
    match (head.is_empty(), lang) {
        (true, Lang::Zh) => format!("第 {number} 列"),
        (true, Lang::En) => format!("Column {number}"),
        (false, Lang::Zh) => format!("第 {number} 列：{head}"),
        (false, Lang::En) => format!("Column {number}: {head}"),
    }
}

/// An answer that stands for every row of a table that has no column for it.
pub fn all_rows(answer: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("表格中没有，各行都是“{answer}”"),
        Lang::En => format!("Not in the table; “{answer}” in every row"),
    }
}

/// A text of a column that is none of its options, and in how many rows it stands.
pub fn value(column: &str, text: &str, rows: usize, lang: Lang) -> String {
    let shown = short(text);
    match lang {
        Lang::Zh => format!("{column}“{shown}”（{rows} 行）"),
        Lang::En if rows == 1 => format!("{column} “{shown}” (1 row)"),
        Lang::En => format!("{column} “{shown}” ({rows} rows)"),
    }
}

pub fn more_values(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 种写法未列出。请核对这一项取自哪一列。"),
        Lang::En => format!("{count} more are not listed. See whether this is the right column."),
    }
}

/// The beginning of a cell, which may be of any length.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

/// What will become of the rows of a table, or what has.
pub fn outcome(import: &Import, done: bool, lang: Lang) -> String {
    let (taken, twice, refused) = (import.taken.len(), import.twice.len(), import.refused.len());
    match (lang, done) {
        (Lang::Zh, false) => format!("可收入 {taken} 行，重复 {twice} 行，不能收入 {refused} 行。"),
        (Lang::Zh, true) => format!("已收入 {taken} 行，重复 {twice} 行，未收入 {refused} 行。"),
        (Lang::En, false) => format!("To be taken: {taken}. There already: {twice}. Cannot be taken: {refused}."),
        (Lang::En, true) => format!("Taken: {taken}. There already: {twice}. Not taken: {refused}."),
    }
}

pub fn take(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("收入 {count} 行"),
        Lang::En if count == 1 => "Take 1 row".to_owned(),
        Lang::En => format!("Take {count} rows"),
    }
}

/// A row of a table that is there already.
pub fn twice(twice: &Twice, lang: Lang) -> String {
    match (&twice.key, twice.first, lang) {
        (Some(key), Some(first), Lang::Zh) => format!("{key}，表格第 {first} 行已有"),
        (Some(key), Some(first), Lang::En) => format!("{key} is in row {first} of the table already"),
        (Some(key), None, Lang::Zh) => format!("{key}，列表中已有"),
        (Some(key), None, Lang::En) => format!("{key} is in the list already"),
        (None, _, Lang::Zh) => "列表中已有相同的一行".to_owned(),
        (None, _, Lang::En) => "The list has the same row already".to_owned(),
    }
}

/// Why a row of a table is not taken.
pub fn refusal(refusal: &Refusal, columns: &[Column], lang: Lang) -> String {
    match (refusal, lang) {
        (Refusal::Total, Lang::Zh) => "是合计行，不是列表中的一项".to_owned(),
        (Refusal::Total, Lang::En) => "A total, no item of the list".to_owned(),
        (Refusal::NoRoom, Lang::Zh) => "列表已满".to_owned(),
        (Refusal::NoRoom, Lang::En) => "The list is full".to_owned(),
        (Refusal::Cell { column, text, error }, _) => {
            let Some(column) = columns.get(*column) else { return String::new() };
            let (title, why) = (column.title.get(lang), cell_error(error, column, lang));
            let shown = short(text);
            match (shown.is_empty(), lang) {
                (true, Lang::Zh) => format!("{title}：{why}"),
                (true, Lang::En) => format!("{title}: {why}"),
                (false, Lang::Zh) => format!("{title}“{shown}”：{why}"),
                (false, Lang::En) => format!("{title} “{shown}”: {why}"),
            }
        }
    }
}

pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 行未列出。"),
        Lang::En => format!("{count} more are not listed."),
    }
}

/// The first letter large.
fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map(|first| iter::once(first.to_ascii_uppercase()).chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::{Quantity, Value};
    use crate::pack::import::{MoneyUnit, read_cell};

    #[test]
    fn a_figure_that_cannot_be_taken_says_in_what_it_counts_and_how_to_mend_it() {
        let columns: Vec<Column> = serde_json::from_value(json!([
            {"id": "patents", "type": "count", "title": {"zh": "数量", "en": "Patents"}, "unit": {"zh": "件", "en": "patents"}},
            {"id": "share", "type": "percent", "title": {"zh": "占比", "en": "Share"}},
            {"id": "sum", "type": "money", "title": {"zh": "金额", "en": "Sum"}},
            {"id": "assets", "type": "number", "title": {"zh": "资产", "en": "Assets"}, "unit": {"zh": "元", "en": "yuan"}}
        ]))
        .unwrap();
        let (yuan, wan) = (Some(MoneyUnit::Yuan), Some(MoneyUnit::Wan));
        for (at, text, unit, zh, en) in [
            (
                0,
                "1.2万",
                None,
                "这里以件计，不用“万”，请写 12000",
                "This is counted in patents: write 12000, without “万”",
            ),
            (
                0,
                "50％",
                None,
                "这里以件计，“%”不能用。请填写整数，只用数字，如 12",
                "This is counted in patents, and “%” does not belong here. Enter a whole number in digits, such as 12",
            ),
            (1, "五成", None, "这里填百分数，不用“成”，请写 50", "This is a percentage: write 50, without “成”"),
            (
                2,
                "五成",
                yuan,
                "这里以元计，“成”不能用。请填写以元计的金额，只用数字，如 1200000",
                "This is counted in yuan, and “成” does not belong here. Enter the sum in yuan, in digits, such as 1200000",
            ),
            (
                2,
                "1.2亿",
                yuan,
                "这里以元计，不用“亿”，请写 120000000",
                "This is counted in yuan: write 120000000, without “亿”",
            ),
            (
                2,
                "1.2亿",
                wan,
                "这里以万元计，不用“亿”，请写 12000",
                "This is counted in units of 10,000 yuan: write 12000, without “亿”",
            ),
            (
                2,
                "待定",
                yuan,
                "请填写以元计的金额，只用数字，如 1200000",
                "Enter the sum in yuan, in digits, such as 1200000",
            ),
            (
                3,
                "20 万元",
                None,
                "这里以元计，不用“万”，请写 200000",
                "This is counted in yuan: write 200000, without “万”",
            ),
        ] {
            let column = &columns[at];
            let error = read_cell(text, column, unit).unwrap_err();
            let said = [Lang::Zh, Lang::En].map(|lang| cell_error(&error, column, lang));
            assert_eq!(said, [zh, en], "{text}");
        }
        let sum = read_cell("20 万元", &columns[2], yuan);
        assert_eq!(sum, Ok(Some(Value::Number(Quantity::whole(200_000)))), "it names its unit and is exact");
    }
}
