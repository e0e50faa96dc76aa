//! A compact binary form without names: fields stand in their order, the words of an enum are their number, and a length
//! or a whole number takes as many bytes as it needs. Only what the same types wrote can be read: whoever ships a file
//! of it ships what reads it too.

mod read;
mod write;

pub use read::from_bytes;
pub use write::to_bytes;

use std::fmt;

/// The bytes are not what this type wrote, or it holds what this form has no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not written by this version")
    }
}

impl std::error::Error for Unreadable {}

impl serde::de::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl serde::ser::Error for Unreadable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::model::{Date, Quantity};

    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Rule {
        Never,
        Each(Quantity),
        Between { low: i64, high: Option<u16> },
        Pair(bool, String),
    }

    #[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
    #[serde(default, deny_unknown_fields)]
    struct Thing {
        #[serde(skip_serializing_if = "Vec::is_empty")]
        rules: Vec<Rule>,
        #[serde(skip_serializing_if = "Option::is_none")]
        since: Option<Date>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        names: BTreeMap<String, usize>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        is_open: bool,
        last: String,
    }

    fn thing() -> Thing {
        let rules = vec![
            Rule::Never,
            Rule::Each("-1.5".parse().unwrap()),
            Rule::Between { low: i64::MIN, high: Some(u16::MAX) },
            Rule::Between { low: i64::MAX, high: None },
            Rule::Pair(true, "二".repeat(100)),
        ];
        let names = [("a".to_owned(), 0), ("b".to_owned(), 300)].into();
        Thing { rules, since: "2020-08-25".parse().ok(), names, is_open: true, last: "x".to_owned() }
    }

    #[test]
    fn what_was_written_is_read_back() {
        for thing in [thing(), Thing { last: "x".to_owned(), ..Thing::default() }] {
            assert_eq!(from_bytes::<Thing>(&to_bytes(&thing).unwrap()), Ok(thing));
        }
    }

    #[test]
    fn what_is_left_out_takes_a_byte() {
        assert_eq!(to_bytes(&Thing::default()), Ok(vec![0; 5]));
    }

    #[test]
    fn bytes_that_were_cut_off_or_changed_are_refused_or_read_and_never_worse() {
        let bytes = to_bytes(&thing()).unwrap();
        for end in 0..bytes.len() {
            assert_eq!(from_bytes::<Thing>(&bytes[..end]), Err(Unreadable), "{end}");
        }
        for at in 0..bytes.len() {
            for byte in [0, 1, 0x7f, 0x80, 0xff] {
                let mut changed = bytes.clone();
                changed[at] = byte;
                _ = from_bytes::<Thing>(&changed);
            }
        }
        assert_eq!(from_bytes::<Thing>(&[bytes, vec![0]].concat()), Err(Unreadable));
    }
}
