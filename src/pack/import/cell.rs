//! A cell of a table read as its column asks, in the forms people use.

use crate::model::kind::ValueError;
use crate::model::patent_number::PatentNumberError;
use crate::model::text::half_width_of;
use crate::model::typed::{self, MoneyUnit, TypedError};
use crate::model::{Date, Kind, Value};
use crate::pack::column::Column;

/// Why a cell is not what its column asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellError {
    /// The column has to be filled in.
    Missing,
    /// Neither yes nor no.
    NotYesOrNo,
    NoSuchOption,
    /// A bare number for a sum, where nobody said whether in yuan or in ten thousand.
    NoUnit,
    Typed(TypedError),
    /// The same of a sum in a column that counts yuan.
    InYuan(TypedError),
    PatentNumber(PatentNumberError),
}

impl MoneyUnit {
    /// As the head of a column says it: 金额（万元）.
    pub fn named_in(head: &str) -> Option<Self> {
        let head = half_width_of(head).to_ascii_lowercase();
        let is_wan = ["万元", "万)", "10,000", "10000"].iter().any(|word| head.contains(word));
        let is_yuan = ["元", "yuan", "cny", "rmb"].iter().any(|word| head.contains(word));
        if is_wan { Some(Self::Wan) } else { is_yuan.then_some(Self::Yuan) }
    }
}

const YES: [&str; 9] = ["是", "有", "对", "√", "✓", "✔", "y", "yes", "true"];
const NO: [&str; 10] = ["否", "无", "没有", "×", "✗", "✕", "x", "n", "no", "false"];

/// Reads a cell. `Ok(None)` is "not filled in".
pub fn read(text: &str, column: &Column, money: Option<MoneyUnit>) -> Result<Option<Value>, CellError> {
    let is_text = column.kind == Kind::Text;
    // Strokes fill a cell that has nothing to say.
    let is_blank = text.trim().is_empty() || (!is_text && matches!(half_width_of(text).as_str(), "-" | "--" | "/"));
    if is_blank {
        return if column.required { Err(CellError::Missing) } else { Ok(None) };
    }
    match column.kind {
        Kind::Bool => yes_or_no(text).map(|yes| Some(Value::Bool(yes))),
        Kind::Choice => option(text, column).map(|id| Some(Value::Choice(id))),
        Kind::Money => sum(text, column, money),
        Kind::Date => {
            let day = half_width_of(text);
            // Some programs write a time behind every day.
            let day = day.rsplit_once(' ').filter(|(_, time)| time.contains(':')).map_or(&*day, |(day, _)| day);
            Date::read(day).map(|day| Some(Value::Date(day))).map_err(|_| wrong_day())
        }
        Kind::Text if column.format.is_some() => {
            let text = column.in_format(text.to_owned()).map_err(CellError::PatentNumber)?;
            Ok(Some(Value::Text(text)))
        }
        Kind::Text => typed(&text.replace('\t', " "), column),
        _ => typed(text, column),
    }
}

fn typed(text: &str, column: &Column) -> Result<Option<Value>, CellError> {
    typed::read(text, &column.domain(), column.unit.as_ref()).map_err(CellError::Typed)
}

fn wrong_day() -> CellError {
    CellError::Typed(TypedError::Value(ValueError::Date))
}

fn yes_or_no(text: &str) -> Result<bool, CellError> {
    let word = half_width_of(text).to_ascii_lowercase();
    match word.as_str() {
        "1" => Ok(true),
        "0" => Ok(false),
        word if YES.contains(&word) => Ok(true),
        word if NO.contains(&word) => Ok(false),
        _ => Err(CellError::NotYesOrNo),
    }
}

/// A text without what differs from writer to writer: width, capitals, blanks.
pub fn plain(text: &str) -> String {
    half_width_of(text).to_ascii_lowercase().replace(char::is_whitespace, "")
}

/// An option by its title in either language, its code or its id.
fn option(text: &str, column: &Column) -> Result<String, CellError> {
    let wanted = plain(text);
    let is_meant = |name: &str| !name.is_empty() && plain(name) == wanted;
    let found = column.options.iter().find(|option| {
        let code = option.code.as_deref().unwrap_or_default();
        [&*option.id, &*option.label.zh, &*option.label.en, code].into_iter().any(is_meant)
    });
    found.map(|option| option.id.clone()).ok_or(CellError::NoSuchOption)
}

/// A sum that names its unit, or a number in the unit of the column.
fn sum(text: &str, column: &Column, unit: Option<MoneyUnit>) -> Result<Option<Value>, CellError> {
    let written = half_width_of(text).to_ascii_lowercase();
    let signs = ["¥", "￥", "cny", "rmb"];
    let bare = signs.iter().find_map(|sign| written.strip_prefix(sign)).map(str::trim);
    let number = bare.unwrap_or(&written);
    let names_unit = ["元", "yuan", "万", "萬", "亿", "億"].iter().any(|word| number.contains(word));
    // A sign of the currency says yuan.
    let unit = unit.or_else(|| bare.map(|_| MoneyUnit::Yuan)).or_else(|| names_unit.then_some(MoneyUnit::Wan));
    match unit.ok_or(CellError::NoUnit)? {
        // Where 万元 are counted, nobody says which of the two is meant: it is refused as it is in a question.
        MoneyUnit::Wan if bare.is_some() && !names_unit => typed(&written, column),
        MoneyUnit::Wan => typed(number, column),
        MoneyUnit::Yuan => typed::sum(number, &column.domain(), MoneyUnit::Yuan).map_err(CellError::InYuan),
    }
}
