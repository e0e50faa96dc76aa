//! Reading an answers file against the facts of a pack.

use std::fmt;

use serde_json::Value as Json;

use super::Pack;
use crate::model::json::{self, JsonError, Limits};
use crate::model::kind::ValueError;
use crate::model::list::MAX_ROWS;
use crate::model::patent_number::PatentNumberError;
use crate::model::{Answers, Lang, kind};

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

impl AnswerError {
    /// Where it stands in the answers.
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        [&self.fact].into_iter().chain(&self.cell).for_each(|step| json::push_step(&mut pointer, step));
        pointer
    }
}

impl AnswerErrorKind {
    /// What is wrong.
    pub fn message(&self) -> String {
        match self {
            Self::UnknownFact(_) => "no such fact".to_owned(),
            Self::NoSuchOption { option, .. } => format!("no such option `{option}`"),
            Self::Value(error) => error.to_string(),
            Self::NoRow => "no row".to_owned(),
            Self::UnknownColumn(_) => "no such column".to_owned(),
            Self::Repeated { key, row } => format!("`{key}` stands in row {row} already"),
            Self::TooManyRows(rows) => format!("{rows} rows, more than {MAX_ROWS}"),
            Self::PatentNumber(error) => error.to_string(),
        }
    }

    /// How to mend it, where that does not go without saying.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownFact(Some(nearest)) => Some(format!("did you mean `{nearest}`?")),
            Self::UnknownFact(None) => Some("`zhice questions` lists them".to_owned()),
            Self::NoSuchOption { options, .. } => Some(format!("the options are {}", options.join(", "))),
            Self::NoRow => Some("write {\"column id\": value, …}".to_owned()),
            Self::UnknownColumn(columns) => Some(format!("the columns are {}", columns.join(", "))),
            Self::Repeated { .. } => Some("keep the row once".to_owned()),
            Self::TooManyRows(_) => Some("leave the list out, and answer what is counted from it".to_owned()),
            // What is wrong with a patent number says how to mend it.
            Self::Value(ValueError::WrongType(_)) | Self::PatentNumber(_) => None,
            Self::Value(_) => Some("leave the key out if it is not known".to_owned()),
        }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.pointer(), self.kind.message())?;
        self.kind.help().map_or(Ok(()), |help| write!(f, "; {help}"))
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
