//! Files of cases: answers, and what has to come of them, as data.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Choices, Pack, builtin};
use crate::model::json::{Limits, read, shape};
use crate::model::text::text;
use crate::model::{Answers, AsOf, Text};

/// A day within the term of the first documents, for cases that do not turn on it.
pub const AS_OF: &str = "2020-10-01";

/// Cases that share a track and most of their answers: `<programme>.<track>.<what>.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    pub programme: String,
    pub track: String,
    /// Answers that all cases share.
    #[serde(default)]
    pub base: Map<String, Value>,
    pub cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    /// Laid over the base; null takes an answer away.
    #[serde(default)]
    answers: Map<String, Value>,
    #[serde(default)]
    readings: BTreeMap<String, String>,
    as_of: Option<AsOf>,
    pub expect: Map<String, Value>,
}

/// What a case is assessed on.
pub struct Inputs {
    pub answers: Answers,
    pub choices: Choices,
    pub as_of: AsOf,
}

impl CaseFile {
    /// Reads a file; each of its cases has a name of its own and expects something.
    pub fn read(text: &str) -> Result<Self, Text> {
        let json = read(text, Limits::PACK).and_then(|json| shape(&json));
        let file: Self = json.map_err(|error| error.said())?;
        let mut names = BTreeSet::new();
        for (index, case) in file.cases.iter().enumerate() {
            if !names.insert(&case.name) {
                let name = &case.name;
                return Err(text!(
                    "两个案例都叫 `{name}`（`/cases/{index}/name`）",
                    "two cases are called `{name}` (at `/cases/{index}/name`)"
                ));
            }
            if case.expect.is_empty() {
                let name = &case.name;
                return Err(text!(
                    "`{name}` 没有写预期结果（`/cases/{index}/expect`）",
                    "`{name}` expects nothing (at `/cases/{index}/expect`)"
                ));
            }
        }
        Ok(file)
    }

    /// The pack the cases are about, if it has their track.
    pub fn pack(&self) -> Result<Pack, String> {
        let Some(Ok(loaded)) = builtin::load(&self.programme) else {
            return Err(format!("no programme `{}` that loads", self.programme));
        };
        match loaded.pack.track(&self.track) {
            Some(_) => Ok(loaded.pack),
            None => Err(format!("no track `{}`", self.track)),
        }
    }
}

impl Case {
    /// Its own answers over those it shares, as the pack takes them.
    pub fn inputs(&self, pack: &Pack, base: &Map<String, Value>) -> Result<Inputs, Text> {
        let mut answers = base.clone();
        answers.extend(self.answers.clone());
        let readings = self.readings.iter().map(|(reading, case)| (reading.as_str(), case.as_str()));
        let usual = || AS_OF.parse().map_err(|_| text!("`AS_OF` 不是日期", "`AS_OF` is no day"));
        Ok(Inputs {
            answers: pack.take_answers(&Value::Object(answers)).map_err(|error| error.said())?,
            choices: pack.choices(readings).map_err(|error| error.said())?,
            as_of: self.as_of.map_or_else(usual, Ok)?,
        })
    }
}
