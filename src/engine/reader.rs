//! Answers from bytes straight to facts by slot, for batches: no tree, no map, no string is made on the way.
//!
//! It takes plain lines alone. What it does not take the strict reader decides, which also words every error, so the two
//! never differ in what they accept.

use super::facts::Facts;
use super::known::{Known, known};
use crate::model::json::{Limits, is_hidden};
use crate::model::{AsOf, Kind};
use crate::pack::rules::Slot;
use crate::pack::{Fact, Pack};

/// Working space for reading many answers to one pack.
#[derive(Debug)]
pub struct Reader<'p> {
    pack: &'p Pack,
    facts: Facts,
    /// Which facts the present line has.
    seen: Vec<bool>,
    /// For each fact, and for the beginning, the one that followed it last time: lines mostly have their keys in the
    /// same order.
    after: Vec<Option<Slot>>,
}

impl<'p> Reader<'p> {
    pub fn new(pack: &'p Pack) -> Self {
        let count = pack.file.facts.len();
        Self { pack, facts: Facts::unknown(pack), seen: vec![false; count], after: vec![None; count + 1] }
    }

    /// The same, for applicants who are looked at on a day.
    #[must_use]
    pub fn on(self, day: AsOf) -> Self {
        Self { facts: self.facts.on(day), ..self }
    }

    /// The facts of one flat JSON object; `None` for everything that is not plain and right.
    pub fn read(&mut self, line: &[u8]) -> Option<&Facts> {
        if line.len() > Limits::ANSWERS.bytes {
            return None;
        }
        self.facts.forget();
        self.seen.fill(false);
        let mut cursor = Cursor { rest: std::str::from_utf8(line).ok()? };
        self.object(&mut cursor)?;
        cursor.rest.is_empty().then_some(&self.facts)
    }

    fn object(&mut self, cursor: &mut Cursor<'_>) -> Option<()> {
        cursor.take(b'{')?;
        if cursor.take(b'}').is_some() {
            return Some(());
        }
        let mut before = 0;
        loop {
            let slot = self.key(cursor, before)?;
            let seen = self.seen.get_mut(slot.0)?;
            // Whatever stands twice is an error.
            if std::mem::replace(seen, true) {
                return None;
            }
            before = slot.0 + 1;
            cursor.take(b':')?;
            let known = value(cursor, self.pack.fact_at(slot)?)?;
            self.facts.set(slot, known);
            if cursor.take(b',').is_none() {
                return cursor.take(b'}');
            }
        }
    }

    /// The fact a key names.
    fn key(&mut self, cursor: &mut Cursor<'_>, before: usize) -> Option<Slot> {
        let after = self.after.get_mut(before)?;
        if let Some(slot) = *after
            && cursor.take_string(&self.pack.fact_at(slot)?.id).is_some()
        {
            return Some(slot);
        }
        let slot = self.pack.slot(cursor.string()?)?;
        *after = Some(slot);
        Some(slot)
    }
}

/// What a value says of a fact; `None` where it is not of its domain.
fn value(cursor: &mut Cursor<'_>, fact: &Fact) -> Option<Known> {
    match (cursor.peek()?, fact.kind) {
        (b'n', _) => cursor.take_word("null").map(|()| Known::Unknown),
        (b't', Kind::Bool) => cursor.take_word("true").map(|()| Known::Bool(true)),
        (b'f', Kind::Bool) => cursor.take_word("false").map(|()| Known::Bool(false)),
        (b'"', Kind::Bool | Kind::Set) => None,
        (b'"', _) => text(cursor.string()?, fact),
        (b'[', Kind::Set) => options(cursor, fact).map(Known::Options),
        (_, kind) if kind.is_numeric() => number(cursor.number()?, fact),
        _ => None,
    }
}

fn number(text: &str, fact: &Fact) -> Option<Known> {
    fact.domain().number(text).ok().map(Known::Number)
}

fn text(text: &str, fact: &Fact) -> Option<Known> {
    match fact.kind {
        Kind::Choice => option(text.trim(), fact).map(Known::Option),
        kind if kind.is_numeric() => number(text.trim(), fact),
        _ => fact.domain().read_text(text).ok().map(|value| value.map_or(Known::Unknown, |value| known(fact, &value))),
    }
}

fn option(id: &str, fact: &Fact) -> Option<usize> {
    fact.options.iter().position(|option| option.id == id)
}

/// A list of options, one bit for each.
fn options(cursor: &mut Cursor<'_>, fact: &Fact) -> Option<u64> {
    cursor.take(b'[')?;
    if cursor.take(b']').is_some() {
        return Some(0);
    }
    let mut held = 0;
    loop {
        let bit = 1_u64 << option(cursor.string()?, fact)?;
        if held & bit != 0 {
            return None;
        }
        held |= bit;
        if cursor.take(b',').is_none() {
            return cursor.take(b']').map(|()| held);
        }
    }
}

/// What is left of a line. A token is taken together with the white space around it.
struct Cursor<'t> {
    rest: &'t str,
}

impl<'t> Cursor<'t> {
    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.rest.as_bytes().first()?;
            if !matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
                return Some(byte);
            }
            self.skip(1)?;
        }
    }

    fn skip(&mut self, count: usize) -> Option<&'t str> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn take(&mut self, mark: u8) -> Option<()> {
        if self.peek()? != mark {
            return None;
        }
        self.skip(1)?;
        // So that nothing is left at the very end.
        _ = self.peek();
        Some(())
    }

    fn take_word(&mut self, word: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(word)?;
        Some(())
    }

    /// Takes a string if it is just this one.
    fn take_string(&mut self, text: &str) -> Option<()> {
        self.peek()?;
        let rest = self.rest.strip_prefix('"')?.strip_prefix(text)?.strip_prefix('"')?;
        self.rest = rest;
        Some(())
    }

    /// A string without escapes and without characters nobody can see.
    fn string(&mut self) -> Option<&'t str> {
        self.peek()?;
        let text = self.rest.strip_prefix('"')?;
        let end = text.bytes().position(|byte| matches!(byte, b'"' | b'\\' | ..b' ' | 0x7f))?;
        let (text, rest) = text.split_at_checked(end)?;
        self.rest = rest.strip_prefix('"')?;
        (text.is_ascii() || !text.chars().any(is_hidden)).then_some(text)
    }

    /// A number as JSON writes it, without an exponent.
    fn number(&mut self) -> Option<&'t str> {
        let is_part = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
        let end = self.rest.bytes().position(|byte| !is_part(byte))?;
        let text = self.skip(end)?;
        let mut digits = text.strip_prefix('-').unwrap_or(text).bytes();
        let padded = digits.next() == Some(b'0') && digits.next().is_some_and(|byte| byte.is_ascii_digit());
        // What follows is a comma or the end of the object, or the object does not go on.
        (!padded).then_some(text)
    }
}
