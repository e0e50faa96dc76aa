//! The canonical form is RFC 8785, as another implementation writes it.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::Value;
use zhice::model::digest::canonical;
use zhice::model::json::{self, Limits};

use super::hold::hold;

/// Keys of drafts are ids; any text outside the astral planes would do. Numbers are those a quantity can be.
fn documents() -> impl Strategy<Value = Value> {
    let number = (any::<bool>(), 0..=99_999_999_999_u64, 0..10_000_u16, 0..=4_usize).prop_map(
        |(minus, whole, decimals, kept)| {
            let sign = if minus { "-" } else { "" };
            let decimals: String = format!("{decimals:04}").chars().take(kept).collect();
            let point = if decimals.is_empty() { "" } else { "." };
            serde_json::from_str(&format!("{sign}{whole}{point}{decimals}")).unwrap()
        },
    );
    let text = prop_oneof!["\\PC{0,12}", any::<String>()];
    let leaf =
        prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::Bool), number, text.prop_map(Value::String),];
    leaf.prop_recursive(4, 24, 5, |part| {
        prop_oneof![
            vec(part.clone(), 0..5).prop_map(Value::Array),
            btree_map("[ -~\u{a0}-\u{d7ff}]{0,6}", part, 0..5).prop_map(|fields| fields.into_iter().collect()),
        ]
    })
}

#[test]
fn another_vendor_writes_the_same() {
    hold(600, documents(), |document| {
        let ours = canonical(&document);
        prop_assert_eq!(&ours, &serde_json_canonicalizer::to_string(&document).unwrap());
        let again: Value = serde_json::from_str(&ours).unwrap();
        prop_assert_eq!(canonical(&again), ours, "canonical twice is canonical");
        Ok(())
    });
}

/// Whatever the strict reader lets in means the same as to any other reader.
#[test]
fn the_strict_reader_reads_what_is_written() {
    hold(400, documents(), |document| {
        let text = document.to_string();
        if let Ok(read) = json::read(&text, Limits::DRAFT) {
            prop_assert_eq!(read.to_string(), text);
        }
        Ok(())
    });
}
