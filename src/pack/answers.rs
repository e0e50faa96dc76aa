//! Reading an answers file against the facts of a pack.

use std::fmt;

use serde_json::Value as Json;

use super::Pack;
use crate::model::json::{self, JsonError, Limits};
use crate::model::kind::ValueError;
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
            match self.take_answer(id, value) {
                Ok(Some(value)) => answers.set(id, value),
                Ok(None) => {}
                Err(kind) => refused.push(AnswerError { fact: id.clone(), kind }),
            }
        }
        Ok((answers, refused))
    }

    fn take_answer(&self, id: &str, value: &Json) -> Result<Option<crate::model::Value>, AnswerErrorKind> {
        let fact = self.fact(id).ok_or_else(|| AnswerErrorKind::UnknownFact(self.nearest_fact(id)))?;
        fact.domain().read(value).map_err(|error| match error {
            ValueError::NoSuchOption(option) => AnswerErrorKind::NoSuchOption {
                option,
                options: fact.options.iter().map(|option| option.id.clone()).collect(),
            },
            other => AnswerErrorKind::Value(other),
        })
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
        json::push_step(&mut pointer, &self.fact);
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
        }
    }

    /// How to mend it, where that does not go without saying.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownFact(Some(nearest)) => Some(format!("did you mean `{nearest}`?")),
            Self::UnknownFact(None) => Some("`zhice questions` lists them".to_owned()),
            Self::NoSuchOption { options, .. } => Some(format!("the options are {}", options.join(", "))),
            Self::Value(ValueError::WrongType(_)) => None,
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
