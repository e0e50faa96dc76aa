//! Random packs: small, odd, and always such that the checker lets them pass.

mod amount;
mod condition;
mod known;
mod sketch;

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use zhice::pack::{Pack, PackFile};

use self::sketch::{Sketch, fact, track};

/// The id of every random pack.
pub const ID: &str = "random";
/// The day on which the document of every random pack comes into force, from 1970. What ends it, ends it some hundreds
/// of days later.
pub const START: u32 = 18_000;

/// Packs with a few facts, up to three readings, one or two tracks, and every kind of rule.
pub fn packs() -> impl Strategy<Value = Arc<Pack>> {
    files().prop_map(|file| {
        let text = serde_json::to_string(&file).unwrap();
        match Pack::load(&text) {
            Ok(loaded) => Arc::new(loaded.pack),
            Err(diagnostics) => panic!("the generator made an invalid pack: {diagnostics:?}\n{text}"),
        }
    })
}

/// The files of such packs.
pub fn files() -> impl Strategy<Value = PackFile> {
    let ends = prop::array::uniform3(option::of((0..10_u32).prop_map(|hundreds| hundreds * 100)));
    (vec(fact(), 3..8), vec(2..4_usize, 0..4), vec(track(), 1..3), ends)
        .prop_map(|(facts, readings, tracks, ends)| Sketch { facts, readings, tracks, ends }.build())
}

/// A loaded file as it was before loading copied the options of each scale into the facts that name it.
pub fn as_written(file: &PackFile) -> PackFile {
    let mut file = file.clone();
    for fact in file.facts.iter_mut().filter(|fact| fact.scale.is_some()) {
        fact.options.clear();
    }
    file
}
