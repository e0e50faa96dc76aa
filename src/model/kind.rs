//! The types of facts, and how an answer is read against one.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::json::is_hidden;
use super::quantity::QuantityError;
use super::text::spaced;
use super::{Lang, Quantity, Value};

/// The type of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Bool,
    /// A whole number, not negative.
    Count,
    /// At most four decimals.
    Number,
    Percent,
    /// Yuan.
    Money,
    /// One of a list.
    Choice,
    /// Several of a list.
    Set,
    Text,
    Date,
    /// Rows with the cells of named columns.
    List,
}

/// The values a fact may take: its kind, its bounds, its options.
#[derive(Clone, Copy, Debug)]
pub struct Domain<'a, O> {
    pub kind: Kind,
    pub min: Option<Quantity>,
    pub max: Option<Quantity>,
    pub options: &'a [O],
}

/// Why a JSON value or a typed text is no answer to a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueError {
    WrongType(Kind),
    Quantity(QuantityError),
    NotWhole,
    Below(Quantity),
    Above(Quantity),
    NoSuchOption(String),
    RepeatedOption(String),
    Date,
    ControlCharacter,
}

/// How long a text answer should be at most, in characters. A longer one is an answer all the same.
pub const TEXT_LIMIT: usize = 2_000;

impl Kind {
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::Count | Self::Number | Self::Percent | Self::Money)
    }

    pub const fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Set)
    }

    /// The smallest difference between two numbers of this kind.
    pub const fn step(self) -> Quantity {
        if matches!(self, Self::Count) { Quantity::whole(1) } else { Quantity::STEP }
    }

    /// The name the pack language uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Count => "count",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Choice => "choice",
            Self::Set => "set",
            Self::Text => "text",
            Self::Date => "date",
            Self::List => "list",
        }
    }
}

impl<O: AsRef<str>> Domain<'_, O> {
    /// Reads one value of an answers file. `Ok(None)` is "not answered": null, or a blank text. A list is read by the fact
    /// that has its columns.
    pub fn read(&self, json: &Json) -> Result<Option<Value>, ValueError> {
        let value = match (self.kind, json) {
            (_, Json::Null) => return Ok(None),
            (Kind::Bool, Json::Bool(value)) => Value::Bool(*value),
            (kind, Json::Number(number)) if kind.is_numeric() => Value::Number(self.number(number.as_str())?),
            (Kind::Set, Json::Array(items)) => {
                let mut set = std::collections::BTreeSet::new();
                for item in items {
                    let option = self.option(item.as_str().ok_or(ValueError::WrongType(self.kind))?)?;
                    if set.contains(&option) {
                        return Err(ValueError::RepeatedOption(option));
                    }
                    set.insert(option);
                }
                Value::Set(set)
            }
            (kind, Json::String(text)) if !matches!(kind, Kind::Bool | Kind::Set | Kind::List) => {
                return self.read_text(text);
            }
            _ => return Err(ValueError::WrongType(self.kind)),
        };
        Ok(Some(value))
    }

    /// Reads what a person typed, or a decimal string. `Ok(None)` is "not answered".
    pub fn read_text(&self, text: &str) -> Result<Option<Value>, ValueError> {
        let trimmed = text.trim();
        let value = match self.kind {
            _ if trimmed.is_empty() && (self.kind == Kind::Text) => return Ok(None),
            kind if kind.is_numeric() => Value::Number(self.number(trimmed)?),
            Kind::Choice => Value::Choice(self.option(trimmed)?),
            Kind::Date => Value::Date(trimmed.parse().map_err(|_| ValueError::Date)?),
            // What no draft may hold is no answer either, or the draft could not be read again.
            Kind::Text if trimmed.chars().any(|c| is_hidden(c) || c == '\t') => {
                return Err(ValueError::ControlCharacter);
            }
            Kind::Text => Value::Text(trimmed.to_owned()),
            kind => return Err(ValueError::WrongType(kind)),
        };
        Ok(Some(value))
    }

    /// The least value a number of this domain can take, if any.
    pub fn floor(&self) -> Option<Quantity> {
        match self.kind {
            Kind::Count | Kind::Money => Some(self.min.unwrap_or_default().max(Quantity::ZERO)),
            _ => self.min,
        }
    }

    /// The largest value that can be entered, which keeps every product exact; not a bound of the programme.
    pub fn largest_input(&self) -> Quantity {
        let technical = if self.kind == Kind::Count { Quantity::MAX_COUNT } else { Quantity::MAX_INPUT };
        self.max.unwrap_or(technical)
    }

    /// The number one up or down from this one; up from nothing leads to the least that says something. `None` at the end.
    pub fn neighbour(&self, from: Option<Quantity>, up: bool) -> Option<Quantity> {
        let floor = self.floor();
        let one = Quantity::whole(1);
        let to = match (from, up) {
            (Some(from), true) => from.plus(one),
            (Some(from), false) => from.minus(one),
            (None, true) => floor.unwrap_or_default().max(one),
            (None, false) => return None,
        };
        (floor.is_none_or(|floor| to >= floor) && to <= self.largest_input()).then_some(to)
    }

    /// Reads a number against the bounds of the domain.
    pub fn number(&self, text: &str) -> Result<Quantity, ValueError> {
        let quantity: Quantity = text.parse().map_err(ValueError::Quantity)?;
        if self.kind == Kind::Count && !quantity.is_whole() {
            return Err(ValueError::NotWhole);
        }
        match (self.floor(), self.largest_input()) {
            (Some(floor), _) if quantity < floor => Err(ValueError::Below(floor)),
            (_, largest) if quantity > largest => Err(ValueError::Above(largest)),
            _ => Ok(quantity),
        }
    }

    fn option(&self, id: &str) -> Result<String, ValueError> {
        if self.options.iter().any(|option| option.as_ref() == id) {
            Ok(id.to_owned())
        } else {
            Err(ValueError::NoSuchOption(id.to_owned()))
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongType(kind) => write!(f, "wrong type, expected {}", expected(*kind, Lang::En)),
            Self::Quantity(error) => write!(f, "{error}"),
            Self::NotWhole => f.write_str("a count is a whole number"),
            Self::Below(floor) => write!(f, "less than the least possible value {floor}"),
            Self::Above(max) => write!(f, "more than the largest possible value {max}"),
            Self::NoSuchOption(option) => write!(f, "no such option `{option}`"),
            Self::RepeatedOption(option) => write!(f, "option `{option}` stands twice"),
            Self::Date => f.write_str("not a calendar day written YYYY-MM-DD"),
            Self::ControlCharacter => f.write_str("holds a control character"),
        }
    }
}

impl ValueError {
    /// The same in Chinese.
    pub fn in_chinese(&self) -> String {
        match self {
            Self::WrongType(kind) => spaced(&["类型不符，应为", expected(*kind, Lang::Zh)]),
            Self::Quantity(error) => error.in_chinese().to_owned(),
            Self::NotWhole => "应为整数".to_owned(),
            Self::Below(least) => format!("小于最小值 {least}"),
            Self::Above(most) => format!("大于最大值 {most}"),
            Self::NoSuchOption(option) => format!("没有选项“{option}”"),
            Self::RepeatedOption(option) => format!("选项“{option}”出现两次"),
            Self::Date => "不是日历上的日期（YYYY-MM-DD）".to_owned(),
            Self::ControlCharacter => "含有控制字符".to_owned(),
        }
    }
}

/// What an answers file holds for a fact of this kind.
pub const fn expected(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Bool => lang.pick("true（是）或 false（否）", "true or false"),
        Kind::Count => lang.pick("整数，如 3", "a whole number such as 3"),
        Kind::Number | Kind::Percent => lang.pick("数字，如 11.5", "a number such as 11.5"),
        Kind::Money => lang.pick("以元计的金额，如 120000", "an amount in yuan such as 120000"),
        Kind::Choice => lang.pick("加引号的一个选项代码", "one option id in quotes"),
        Kind::Set => lang.pick("选项代码的列表", "a list of option ids"),
        Kind::Text => lang.pick("加引号的文字", "a text in quotes"),
        Kind::Date => lang.pick("日期，如 \"2026-11-21\"", "a day such as \"2026-11-21\""),
        Kind::List => {
            lang.pick("行的列表，每行为 {\"列代码\": 值, …}", "a list of rows, each of them {\"column id\": value, …}")
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(kind: Kind, json: &Json) -> Result<Option<Value>, ValueError> {
        Domain { kind, min: None, max: Some(Quantity::whole(100)), options: &["a", "b"] }.read(json)
    }

    #[test]
    fn each_kind_reads_its_own_shape() {
        assert_eq!(read(Kind::Bool, &json!(false)), Ok(Some(Value::Bool(false))));
        assert_eq!(read(Kind::Count, &json!(3)), Ok(Some(Value::Number(Quantity::whole(3)))));
        assert_eq!(read(Kind::Number, &json!("1.5")), Ok(Some(Value::Number("1.5".parse().unwrap()))));
        assert_eq!(read(Kind::Choice, &json!("b")), Ok(Some(Value::Choice("b".into()))));
        assert_eq!(read(Kind::Set, &json!([])), Ok(Some(Value::Set([].into()))));
        assert_eq!(read(Kind::Text, &json!("  ")), Ok(None));
        assert_eq!(read(Kind::Date, &json!(null)), Ok(None));
    }

    #[test]
    fn a_count_goes_up_and_down_within_its_bounds() {
        let count = |min: Option<i64>| Domain::<&str> {
            kind: Kind::Count,
            min: min.map(Quantity::whole),
            max: Some(Quantity::whole(9)),
            options: &[],
        };
        for (min, from, up, to) in [
            (None, None, true, Some(1)),
            (None, None, false, None),
            (None, Some(1), false, Some(0)),
            (None, Some(0), false, None),
            (None, Some(8), true, Some(9)),
            (None, Some(9), true, None),
            (Some(3), None, true, Some(3)),
            (Some(3), Some(3), false, None),
        ] {
            let stepped = count(min).neighbour(from.map(Quantity::whole), up);
            assert_eq!(stepped, to.map(Quantity::whole), "{min:?} {from:?} {up}");
        }
    }

    #[test]
    fn everything_else_is_refused_with_a_reason() {
        for (kind, json, error) in [
            (Kind::Bool, json!("true"), ValueError::WrongType(Kind::Bool)),
            (Kind::Count, json!(1.5), ValueError::NotWhole),
            (Kind::Count, json!(-1), ValueError::Below(Quantity::ZERO)),
            (Kind::Count, json!(101), ValueError::Above(Quantity::whole(100))),
            (Kind::Count, json!(""), ValueError::Quantity(QuantityError::NotANumber)),
            (Kind::Percent, json!(0.000_01), ValueError::Quantity(QuantityError::TooManyDecimals)),
            (Kind::Choice, json!("c"), ValueError::NoSuchOption("c".into())),
            (Kind::Set, json!(["a", "a"]), ValueError::RepeatedOption("a".into())),
            (Kind::Set, json!("a"), ValueError::WrongType(Kind::Set)),
            (Kind::Text, json!("a\u{7}b"), ValueError::ControlCharacter),
            (Kind::Text, json!("a\u{202e}b"), ValueError::ControlCharacter),
            (Kind::Date, json!("2021-02-29"), ValueError::Date),
        ] {
            assert_eq!(read(kind, &json), Err(error), "{kind:?} {json}");
        }
    }
}
