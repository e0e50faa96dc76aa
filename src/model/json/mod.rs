//! JSON that people hand in: read strictly, turned into types, with the place named wherever it does not fit.

mod error;
mod half;
pub mod locate;
mod read;
mod shape;

use std::cell::{Cell, RefCell};

pub use error::{Found, JsonError, JsonErrorKind, Wanted};
pub use read::{read, read_visible, text};
pub use shape::shape;

/// How large and how deep a document may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub bytes: usize,
    pub depth: usize,
}

impl Limits {
    /// Answers, and what an applicant adds to them: lists of as many rows as are taken still fit.
    pub const ANSWERS: Self = Self { bytes: 4 * 1024 * 1024, depth: 16 };
    /// Drafts: with every field filled to its limit several times over, and with long lists, they still fit.
    pub const DRAFT: Self = Self { bytes: 16 * 1024 * 1024, depth: 16 };
    /// What a page keeps: as many drafts as a browser has room for.
    pub const SAVED: Self = Self { bytes: 16 * 1024 * 1024, depth: 16 };
    /// Policy packs.
    pub const PACK: Self = Self { bytes: 1024 * 1024, depth: 48 };
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

/// The key under which `serde_json` hands over a number whose text is kept.
const NUMBER_KEY: &str = "$serde_json::private::Number";

/// The steps from the root to what is being read; left as it stands when reading fails.
#[derive(Default)]
struct Place {
    steps: RefCell<Vec<String>>,
    /// Why we ourselves refused what stands there: the reader carries nothing but text.
    refused: Cell<Option<JsonErrorKind>>,
}

impl Place {
    fn enter(&self, step: String) {
        self.steps.borrow_mut().push(step);
    }

    fn leave(&self) {
        self.steps.borrow_mut().pop();
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in self.steps.borrow().iter() {
            push_step(&mut pointer, step);
        }
        pointer
    }

    fn refuse<E: serde::de::Error>(&self, kind: JsonErrorKind) -> E {
        let error = E::custom(&kind);
        self.refused.set(Some(kind));
        error
    }
}
