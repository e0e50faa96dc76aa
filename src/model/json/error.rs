//! Why a text was refused as JSON, and where: kinds with their data, worded here alone.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

use crate::model::Text;
use crate::model::quantity::QuantityError;
use crate::model::text::text;

/// Why a text was refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    pub kind: JsonErrorKind,
    /// JSON pointer of the place that was being read; empty for the document itself.
    pub pointer: String,
    /// One-based; zero where the text was not read at all.
    pub line: usize,
    pub column: usize,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonErrorKind {
    /// Larger than this many bytes.
    TooLarge(usize),
    Empty,
    NotUtf8,
    TooDeep,
    RepeatedKey(String),
    /// A character that nobody can see, written as an escape or as it is.
    Hidden(char),
    /// A control character that JSON wants written as an escape.
    Unescaped(char),
    /// An escape that is half of a character, without the other half.
    Half(String),
    /// The text ends before the document does, in the words of the reader.
    CutOff(String),
    /// Something follows the document.
    Trailing,
    /// Not JSON, in the words of the reader.
    Syntax(String),
    UnknownKey {
        key: String,
        known: &'static [&'static str],
    },
    MissingKey(&'static str),
    UnknownWord {
        word: String,
        known: &'static [&'static str],
    },
    /// A word of the language without what belongs to it.
    NoValue(String),
    /// A word of the language that stands alone, with something after it.
    ExtraValue(String),
    /// Neither a word nor an object with one word for its key.
    NotOneWord,
    WrongType {
        found: Found,
        expected: Wanted,
    },
    WrongLength {
        found: usize,
        expected: String,
    },
    /// Not a day of the calendar.
    NotADay,
    /// What a type says of a value it does not take.
    Value(String),
}

/// The type of a value in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List,
    Object,
}

/// The type a value should have had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    Bool,
    Whole,
    Text,
    List,
    Object,
    /// What the type itself says it takes.
    Other(String),
}

impl JsonError {
    /// An error of the text as a whole.
    pub const fn new(kind: JsonErrorKind) -> Self {
        Self { kind, pointer: String::new(), line: 0, column: 0 }
    }

    #[must_use]
    pub fn at(self, pointer: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), ..self }
    }

    /// What is wrong and where; of the shape of a text only the pointer is known.
    pub fn said(&self) -> Text {
        let Self { kind, pointer, line, column } = self;
        let zh = kind.in_chinese();
        match (pointer.as_str(), line) {
            ("", 0) => kind.said(),
            (_, 0) => text!("{zh}（`{pointer}`）", "{self}"),
            ("", _) => text!("第 {line} 行第 {column} 列：{zh}", "{self}"),
            _ => text!("第 {line} 行第 {column} 列（`{pointer}`）：{zh}", "{self}"),
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, pointer, line, column } = self;
        match (pointer.as_str(), line) {
            ("", 0) => write!(f, "{kind}"),
            (_, 0) => write!(f, "{kind} (at `{pointer}`)"),
            ("", _) => write!(f, "line {line}, column {column}: {kind}"),
            _ => write!(f, "line {line}, column {column} (`{pointer}`): {kind}"),
        }
    }
}

impl fmt::Display for JsonErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(limit) => write!(f, "larger than {} KiB", limit / 1024),
            Self::Empty => f.write_str("nothing in it"),
            Self::NotUtf8 => f.write_str("not text in UTF-8"),
            Self::TooDeep => f.write_str("nested too deeply"),
            Self::RepeatedKey(key) => write!(f, "key `{key}` stands twice"),
            Self::Hidden(found) => write!(f, "text holds the invisible character U+{:04X}", u32::from(*found)),
            Self::Unescaped(found) => {
                write!(f, "text holds the control character U+{:04X}, not written as an escape", u32::from(*found))
            }
            Self::Half(escape) => write!(f, "text holds `{escape}`, half of a character without the other half"),
            Self::CutOff(reader) | Self::Syntax(reader) => f.write_str(reader),
            Self::Trailing => f.write_str("trailing characters"),
            Self::UnknownKey { key, known } => write!(f, "unknown key `{key}`, {}", OneOf(known, "keys")),
            Self::MissingKey(key) => write!(f, "missing key `{key}`"),
            Self::UnknownWord { word, known } => write!(f, "unknown word `{word}`, {}", OneOf(known, "words")),
            Self::NoValue(word) => write!(f, "`{word}` needs a value"),
            Self::ExtraValue(word) => write!(f, "`{word}` takes no value"),
            Self::NotOneWord => f.write_str("expected one word, or an object with one key"),
            Self::WrongType { found, expected } => write!(f, "wrong type: {found}, expected {expected}"),
            Self::WrongLength { found, expected } => write!(f, "wrong length: {found}, expected {expected}"),
            Self::NotADay => f.write_str("not a calendar day written YYYY-MM-DD"),
            Self::Value(reason) => f.write_str(reason),
        }
    }
}

impl JsonErrorKind {
    pub fn said(&self) -> Text {
        Text { zh: self.in_chinese(), en: self.to_string() }
    }

    /// The same in Chinese.
    pub fn in_chinese(&self) -> String {
        let character = |found: char| format!("文字中有看不见的字符（U+{:04X}）", u32::from(found));
        match self {
            Self::TooLarge(limit) => format!("文件过大，超过 {} KiB", limit / 1024),
            Self::Empty => "文件是空的".to_owned(),
            Self::NotUtf8 => "不是 UTF-8 编码的文字".to_owned(),
            Self::TooDeep => "嵌套过深".to_owned(),
            Self::RepeatedKey(key) => format!("同一个键出现两次（`{key}`）"),
            Self::Hidden(found) | Self::Unescaped(found) => character(*found),
            Self::Half(escape) => format!("文字中有只剩一半的字符（`{escape}`）"),
            Self::CutOff(_) => "内容不完整".to_owned(),
            Self::Trailing => "末尾有多余的内容".to_owned(),
            Self::Syntax(_) => "不是规范的 JSON".to_owned(),
            Self::UnknownKey { key, known } => format!("有不认识的键（`{key}`），{}", one_of(known, "键")),
            Self::MissingKey(key) => format!("缺少一个键（`{key}`）"),
            Self::UnknownWord { word, known } => format!("有不认识的词（`{word}`），{}", one_of(known, "词")),
            Self::NoValue(word) => format!("缺少内容（`{word}`）"),
            Self::ExtraValue(word) => format!("有多余的内容（`{word}`）"),
            Self::NotOneWord => "应为一个词，或只有一个键的对象".to_owned(),
            Self::WrongType { found, expected } => match expected.in_chinese() {
                Some(expected) => format!("类型不符，应为{expected}，现为{}", found.in_chinese()),
                None => format!("类型不符，现为{}", found.in_chinese()),
            },
            Self::WrongLength { found, .. } => format!("项数不符，现为 {found} 项"),
            Self::NotADay => "不是日历上的日期（YYYY-MM-DD）".to_owned(),
            Self::Value(reason) => reason_in_chinese(reason).to_owned(),
        }
    }
}

/// What a type says of a value it does not take, in Chinese: serde passes on its words alone.
fn reason_in_chinese(reason: &str) -> &'static str {
    match reason {
        "not a calendar day written YYYY-MM-DD" => "不是日历上的日期（YYYY-MM-DD）",
        "neither YYYY nor YYYY-MM-DD" => "不是年份（YYYY）或者日期（YYYY-MM-DD）",
        "not a day of every year written MM-DD" => "不是每年都有的日期（MM-DD）",
        reason => {
            let known = QuantityError::ALL.into_iter().find(|known| known.to_string() == reason);
            known.map_or("内容不符合要求", QuantityError::in_chinese)
        }
    }
}

/// Known words as a person lists them in Chinese.
fn one_of(known: &[&str], noun: &str) -> String {
    let quoted: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => format!("这里没有{noun}可写"),
        [only] => format!("应为 {only}"),
        many => format!("应为 {} 之一", many.join("、")),
    }
}

/// Known words as a person lists them; what there are none of is named by its noun.
struct OneOf(&'static [&'static str], &'static str);

impl fmt::Display for OneOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => write!(f, "there are no {}", self.1),
            [only] => write!(f, "expected `{only}`"),
            [one, other] => write!(f, "expected `{one}` or `{other}`"),
            many => {
                let quoted: Vec<String> = many.iter().map(|word| format!("`{word}`")).collect();
                write!(f, "expected one of {}", quoted.join(", "))
            }
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "boolean `{value}`"),
            Self::Number => f.write_str("number"),
            Self::Text(text) => write!(f, "string {text:?}"),
            Self::List => f.write_str("list"),
            Self::Object => f.write_str("object"),
        }
    }
}

impl Found {
    fn in_chinese(&self) -> String {
        match self {
            Self::Null => "空值".to_owned(),
            Self::Bool(value) => format!(" `{value}`"),
            Self::Number => "数".to_owned(),
            Self::Text(text) => format!("文字 {text:?}"),
            Self::List => "列表".to_owned(),
            Self::Object => "对象".to_owned(),
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bool => "a boolean",
            Self::Whole => "a whole number, not negative",
            Self::Text => "a string",
            Self::List => "a list",
            Self::Object => "an object",
            Self::Other(words) => words,
        })
    }
}

impl Wanted {
    /// The same in Chinese; nothing for what only a type says of itself, unless it is a number.
    fn in_chinese(&self) -> Option<&'static str> {
        match self {
            Self::Bool => Some(" true 或 false"),
            Self::Whole => Some("非负整数"),
            Self::Text => Some("文字"),
            Self::List => Some("列表"),
            Self::Object => Some("对象"),
            Self::Other(words) => (words == "a number").then_some("数"),
        }
    }
}

impl From<Unexpected<'_>> for Found {
    fn from(found: Unexpected<'_>) -> Self {
        match found {
            Unexpected::Bool(value) => Self::Bool(value),
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => Self::Number,
            Unexpected::Str(text) => Self::Text(text.to_owned()),
            Unexpected::Seq => Self::List,
            Unexpected::Map => Self::Object,
            _ => Self::Null,
        }
    }
}

impl std::error::Error for JsonErrorKind {}

/// A kind on its way up. It is boxed, so that passing it on takes next to no code in each of the many types that are read.
#[derive(Debug)]
pub struct Misfit(pub Box<JsonErrorKind>);

impl From<JsonErrorKind> for Misfit {
    #[cold]
    #[inline(never)]
    fn from(kind: JsonErrorKind) -> Self {
        Self(Box::new(kind))
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Misfit {}

/// What the types themselves refuse while they are read becomes a kind, never a text to be taken apart again.
impl de::Error for Misfit {
    #[cold]
    fn custom<T: fmt::Display>(reason: T) -> Self {
        JsonErrorKind::Value(reason.to_string()).into()
    }

    #[cold]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        JsonErrorKind::WrongType { found: found.into(), expected: Wanted::Other(expected.to_string()) }.into()
    }

    #[cold]
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    #[cold]
    fn invalid_length(found: usize, expected: &dyn Expected) -> Self {
        JsonErrorKind::WrongLength { found, expected: expected.to_string() }.into()
    }

    #[cold]
    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        JsonErrorKind::UnknownKey { key: key.to_owned(), known }.into()
    }

    #[cold]
    fn missing_field(key: &'static str) -> Self {
        JsonErrorKind::MissingKey(key).into()
    }

    #[cold]
    fn duplicate_field(key: &'static str) -> Self {
        JsonErrorKind::RepeatedKey(key.to_owned()).into()
    }

    #[cold]
    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        JsonErrorKind::UnknownWord { word: word.to_owned(), known }.into()
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;
    use serde_json::{Value, json};

    use crate::model::json::shape;
    use crate::model::{Deadline, Lang, MonthDay, Quantity};

    #[track_caller]
    fn refused<T: DeserializeOwned>(value: &Value, zh: &str, en: &str) {
        let kind = shape::<T>(value).err().map(|error| error.kind).unwrap();
        assert_eq!((&*kind.in_chinese(), &*kind.to_string()), (zh, en));
    }

    #[test]
    fn what_a_type_does_not_take_is_said_in_both_languages() {
        let date = "not a calendar day written YYYY-MM-DD";
        refused::<crate::model::Date>(&json!("2026-02-30"), "不是日历上的日期（YYYY-MM-DD）", date);
        let deadline = "neither YYYY nor YYYY-MM-DD";
        refused::<Deadline>(&json!("soon"), "不是年份（YYYY）或者日期（YYYY-MM-DD）", deadline);
        let yearly = "not a day of every year written MM-DD";
        refused::<MonthDay>(&json!("02-29"), "不是每年都有的日期（MM-DD）", yearly);
        refused::<Quantity>(&json!(0.00001), "小数超过四位", "more than four decimals");
        let number = "wrong type: string \"1\", expected a number";
        refused::<Quantity>(&json!("1"), "类型不符，应为数，现为文字 \"1\"", number);
        refused::<Lang>(
            &json!("de"),
            "有不认识的词（`de`），应为 `zh`、`en` 之一",
            "unknown word `de`, expected `zh` or `en`",
        );
    }
}
