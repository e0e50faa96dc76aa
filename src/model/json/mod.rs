//! JSON that people hand in: read strictly, turned into types, with the place named wherever it does not fit.

mod read;
mod shape;

use std::cell::RefCell;
use std::fmt;

pub use read::{read, text};
pub use shape::shape;

/// How large and how deep a document may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub bytes: usize,
    pub depth: usize,
}

impl Limits {
    /// Answers, and what an applicant adds to them.
    pub const ANSWERS: Self = Self { bytes: 256 * 1024, depth: 16 };
    /// Drafts: with every field filled to its limit they still fit.
    pub const DRAFT: Self = Self { bytes: 1024 * 1024, depth: 16 };
    /// What a page keeps: as many drafts as a browser has room for.
    pub const SAVED: Self = Self { bytes: 8 * 1024 * 1024, depth: 16 };
    /// Policy packs.
    pub const PACK: Self = Self { bytes: 1024 * 1024, depth: 48 };
}

/// Why a text was refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong, lower case.
    pub message: String,
    /// JSON pointer of the place that was being read; empty for the document itself.
    pub pointer: String,
    /// One-based; zero where the text was not read at all.
    pub line: usize,
    pub column: usize,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { message, pointer, line, column } = self;
        match (pointer.as_str(), line) {
            ("", 0) => write!(f, "{message}"),
            ("", _) => write!(f, "line {line}, column {column}: {message}"),
            _ => write!(f, "line {line}, column {column} (`{pointer}`): {message}"),
        }
    }
}

/// Characters that change how text is read without being seen: controls and bidirectional marks.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Appends one step to a JSON pointer, escaped as RFC 6901 wants it.
pub fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
}

/// The steps from the root to what is being read; left as it stands when reading fails.
#[derive(Default)]
struct Place(RefCell<Vec<String>>);

impl Place {
    fn enter(&self, step: String) {
        self.0.borrow_mut().push(step);
    }

    fn leave(&self) {
        self.0.borrow_mut().pop();
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in self.0.borrow().iter() {
            push_step(&mut pointer, step);
        }
        pointer
    }
}
