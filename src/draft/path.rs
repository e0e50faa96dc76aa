//! Where a line of a draft stands: the steps that lead to it from the root, which code can match on.

use std::fmt;

use serde_json::Value;

use crate::model::json::push_step;

/// One step into a document: to a value of an object, or to an element of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<K = String> {
    Key(K),
    At(usize),
}

impl Segment {
    const fn borrowed(&self) -> Segment<&str> {
        match self {
            Self::Key(key) => Segment::Key(key.as_str()),
            Self::At(index) => Segment::At(*index),
        }
    }
}

/// A place in a document; as text, its JSON pointer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Segment>);

impl Path {
    /// A line right below the root.
    pub fn of(key: &str) -> Self {
        Self(vec![Segment::Key(key.to_owned())])
    }

    /// The path that a JSON pointer in a file writes out, where it leads through objects alone.
    pub fn through_keys(pointer: &str) -> Self {
        let key = |step: &str| Segment::Key(step.replace("~1", "/").replace("~0", "~"));
        Self(pointer.split('/').skip(1).map(key).collect())
    }

    pub fn enter(&mut self, step: Segment) {
        self.0.push(step);
    }

    pub fn leave(&mut self) {
        self.0.pop();
    }

    /// The steps, to be matched.
    pub fn segments(&self) -> Vec<Segment<&str>> {
        self.0.iter().map(Segment::borrowed).collect()
    }

    /// What stands there.
    pub fn find<'v>(&self, json: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(json, |within, step| match step {
            Segment::Key(key) => within.as_object()?.get(key),
            Segment::At(index) => within.as_array()?.get(*index),
        })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pointer = String::new();
        for step in &self.0 {
            match step {
                Segment::Key(key) => push_step(&mut pointer, key),
                Segment::At(index) => push_step(&mut pointer, &index.to_string()),
            }
        }
        f.write_str(&pointer)
    }
}
