//! The answers given so far, by fact id.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Grow, Value};

/// A fact id that is absent is unknown. The order in which answers were given leaves no trace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Value>);

impl Answers {
    pub fn get(&self, fact: &str) -> Option<&Value> {
        self.0.get(fact)
    }

    pub fn set(&mut self, fact: impl Into<String>, value: Value) {
        self.0.insert(fact.into(), value);
    }

    pub fn forget(&mut self, fact: &str) {
        self.0.remove(fact);
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(fact, value)| (fact.as_str(), value))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, Value)> for Answers {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(pairs: I) -> Self {
        Self(pairs.into_iter().grown())
    }
}
