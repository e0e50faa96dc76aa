//! Reading an answers file against the facts of a pack.

use std::fmt;

use serde_json::Value as Json;

use super::Pack;
use crate::model::json::{self, JsonError, Limits};
use crate::model::kind::ValueError;
use crate::model::list::MAX_ROWS;
use crate::model::patent_number::PatentNumberError;
use crate::model::text::text;
use crate::model::{Answers, Lang, Text, kind};

/// Why an answers file was refused. All that is wrong with the answers is listed, not only the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswersError {
    Unreadable(JsonError),
    NotAnObject,
    Refused(Vec<AnswerError>),
}

/// One answer that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerError {
    pub fact: String,
    /// In a list: the row, counted from nothing, and the column.
    pub cell: Vec<String>,
    pub kind: AnswerErrorKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerErrorKind {
    /// No such fact; the nearest id, if one is close.
    UnknownFact(Option<String>),
    Value(ValueError),
    /// With the options there are.
    NoSuchOption {
        option: String,
        options: Vec<String>,
    },
    /// A row that is no object of cells.
    NoRow,
    /// With the columns there are.
    UnknownColumn(Vec<String>),
    /// What tells rows apart stands in an earlier row as well, counted from one.
    Repeated {
        key: String,
        row: usize,
    },
    TooManyRows(usize),
    /// In a column of patent numbers.
    PatentNumber(PatentNumberError),
}

impl Pack {
    /// Reads an answers file: a flat JSON object from fact id to value.
    pub fn read_answers(&self, text: &str) -> Result<Answers, AnswersError> {
        let json = json::read(text, Limits::ANSWERS).map_err(AnswersError::Unreadable)?;
        self.take_answers(&json)
    }

    /// Takes answers from JSON that was already read strictly.
    pub fn take_answers(&self, json: &Json) -> Result<Answers, AnswersError> {
        let (answers, refused) = self.sort_answers(json)?;
        if refused.is_empty() { Ok(answers) } else { Err(AnswersError::Refused(refused)) }
    }

    /// Takes the answers this pack can read, and says of each other one why it cannot.
    pub fn sort_answers(&self, json: &Json) -> Result<(Answers, Vec<AnswerError>), AnswersError> {
        let entries = json.as_object().ok_or(AnswersError::NotAnObject)?;
        let mut answers = Answers::default();
        let mut refused = Vec::new();
        for (id, value) in entries {
            let Some(fact) = self.fact(id) else {
                let kind = AnswerErrorKind::UnknownFact(self.nearest_fact(id));
                refused.push(AnswerError { fact: id.clone(), cell: Vec::new(), kind });
                continue;
            };
            match fact.read(value) {
                Ok(Some(value)) => answers.set(id, value),
                Ok(None) => {}
                Err(errors) => refused.extend(errors),
            }
        }
        Ok((answers, refused))
    }

    /// The fact id that shares the longest beginning or ending with a mistyped one.
    fn nearest_fact(&self, id: &str) -> Option<String> {
        let likeness = |known: &str| {
            let front = known.bytes().zip(id.bytes()).take_while(|(a, b)| a == b).count();
            let back = known.bytes().rev().zip(id.bytes().rev()).take_while(|(a, b)| a == b).count();
            front.max(back)
        };
        let nearest = self.file.facts.iter().max_by_key(|fact| likeness(&fact.id))?;
        (likeness(&nearest.id) * 2 > id.len()).then(|| nearest.id.clone())
    }
}

impl fmt::Display for AnswersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "{error}"),
            Self::NotAnObject => f.write_str("not a JSON object; write {\"fact id\": value, …}"),
            Self::Refused(errors) => {
                let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
        }
    }
}

impl AnswersError {
    pub fn said(&self) -> Text {
        match self {
            Self::Unreadable(error) => error.said(),
            Self::NotAnObject => text!("不是 JSON 对象；写成 `{{\"填报项编号\": 值, …}}`", "{self}"),
            Self::Refused(errors) => {
                let zh = errors.iter().map(AnswerError::in_chinese).collect::<Vec<_>>().join("\n");
                Text { zh, en: self.to_string() }
            }
        }
    }
}

impl AnswerError {
    fn in_chinese(&self) -> String {
        let help = self.kind.help(Lang::Zh).map(|help| format!("；{help}")).unwrap_or_default();
        format!("`{}`：{}{help}", self.pointer(), self.kind.message(Lang::Zh))
    }

    /// Where it stands in the answers.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        [&self.fact].into_iter().chain(&self.cell).for_each(|step| json::push_step(&mut pointer, step));
        pointer
    }
}

impl AnswerErrorKind {
    /// What is wrong.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::UnknownFact(_), _) => lang.pick("没有这个填报项", "no such fact").to_owned(),
            (Self::NoSuchOption { option, .. }, Lang::Zh) => format!("没有选项 `{option}`"),
            (Self::NoSuchOption { option, .. }, Lang::En) => format!("no such option `{option}`"),
            (Self::Value(error), Lang::Zh) => error.in_chinese(),
            (Self::Value(error), Lang::En) => error.to_string(),
            (Self::NoRow, _) => lang.pick("不是清单中的一行", "no row").to_owned(),
            (Self::UnknownColumn(_), _) => lang.pick("没有这一列", "no such column").to_owned(),
            (Self::Repeated { key, row }, Lang::Zh) => format!("`{key}` 与第 {row} 行重复"),
            (Self::Repeated { key, row }, Lang::En) => format!("`{key}` stands in row {row} already"),
            (Self::TooManyRows(rows), Lang::Zh) => format!("共 {rows} 行，超过 {MAX_ROWS} 行"),
            (Self::TooManyRows(rows), Lang::En) => format!("{rows} rows, more than {MAX_ROWS}"),
            (Self::PatentNumber(error), Lang::Zh) => error.in_chinese(),
            (Self::PatentNumber(error), Lang::En) => error.to_string(),
        }
    }

    /// How to mend it, where that does not go without saying.
    pub fn help(&self, lang: Lang) -> Option<String> {
        Some(match (self, lang) {
            (Self::UnknownFact(Some(nearest)), Lang::Zh) => format!("是不是 `{nearest}`？"),
            (Self::UnknownFact(Some(nearest)), Lang::En) => format!("did you mean `{nearest}`?"),
            (Self::UnknownFact(None), _) => {
                lang.pick("`zhice questions` 列出全部填报项", "`zhice questions` lists them").to_owned()
            }
            (Self::NoSuchOption { options, .. }, Lang::Zh) => format!("可选 {}", lang.ids(options)),
            (Self::NoSuchOption { options, .. }, Lang::En) => format!("the options are {}", lang.ids(options)),
            (Self::NoRow, _) => lang.pick("写成 `{\"列编号\": 值, …}`", "write {\"column id\": value, …}").to_owned(),
            (Self::UnknownColumn(columns), Lang::Zh) => format!("各列是 {}", lang.ids(columns)),
            (Self::UnknownColumn(columns), Lang::En) => format!("the columns are {}", lang.ids(columns)),
            (Self::Repeated { .. }, _) => lang.pick("只留一行", "keep the row once").to_owned(),
            (Self::TooManyRows(_), _) => lang
                .pick("不提供这份清单，改为填写由它统计的数", "leave the list out, and answer what is counted from it")
                .to_owned(),
            // What is wrong with a patent number says how to mend it.
            (Self::Value(ValueError::WrongType(_)) | Self::PatentNumber(_), _) => return None,
            (Self::Value(_), _) => {
                lang.pick("还不知道的，不写这个键", "leave the key out if it is not known").to_owned()
            }
        })
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.pointer(), self.kind.message(Lang::En))?;
        self.kind.help(Lang::En).map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}

/// What an answers file holds for a fact: the line `zhice questions` prints.
pub fn expects(fact: &super::Fact, lang: Lang) -> String {
    let name = fact.kind.name();
    match lang {
        Lang::Zh => format!("{name}：{}", kind::expected(fact.kind, lang)),
        Lang::En => format!("{name}: {}", kind::expected(fact.kind, lang)),
    }
}
