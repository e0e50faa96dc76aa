//! Random packs: small, odd, and always such that the checker lets them pass.

mod amount;
mod condition;
mod expression;
mod indicator;
mod known;
pub mod list;
mod number;
mod score;
mod sketch;
mod support;
mod track;

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use zhice::model::Kind;
use zhice::pack::{Code, Diagnostic, Fact, Pack, PackFile};

pub use self::condition::FACTORS;
use self::sketch::{Sketch, fact};
use self::track::track;

/// The id of every random pack.
pub const ID: &str = "random";
/// The parameter that every random pack has.
const PARAMETER: &str = "rate";
/// The day on which the document of every random pack comes into force, from 1970. What ends it, ends it some hundreds
/// of days later.
const START: u32 = 18_000;
const CITE: &str = "第一条";

/// Packs with a few facts, up to three readings, one or two tracks, and every kind of rule.
pub fn packs() -> impl Strategy<Value = Arc<Pack>> {
    files().prop_filter_map("rules that contradict each other", |file| {
        let text = serde_json::to_string(&file).unwrap();
        match Pack::load(&text) {
            Ok(loaded) => Some(Arc::new(loaded.pack)),
            Err(found) if found.iter().all(|one| !one.is_error() || is_drawn_by_chance(one)) => None,
            Err(found) => panic!("the generator made an invalid pack: {found:?}\n{text}"),
        }
    })
}

/// Whoever draws rules without looking at them draws some that nobody can meet.
fn is_drawn_by_chance(found: &Diagnostic) -> bool {
    matches!(found.code, Code::Contradictory | Code::Unreachable) || found.message.en.contains("cannot be held exactly")
}

/// The files of such packs.
pub fn files() -> impl Strategy<Value = PackFile> {
    let ends = prop::array::uniform3(option::of((0..10_u32).prop_map(|hundreds| hundreds * 100)));
    (vec(fact(), 3..8), vec(2..4_usize, 0..4), 0..3_usize, vec(track(), 1..3), (ends, prop::bool::weighted(0.1)))
        .prop_map(|(facts, readings, departments, tracks, (ends, draft))| {
            Sketch { facts, readings, departments, tracks, draft, ends }.build()
        })
}

/// A loaded file as it was before loading copied the options of each scale into the facts that name it, and gave tracks
/// the checks that follow from what they ask.
pub fn as_written(file: &PackFile) -> PackFile {
    let mut file = file.clone();
    for fact in file.facts.iter_mut().filter(|fact| fact.scale.is_some()) {
        fact.options.clear();
    }
    let follows = |check: &str, fact: &Fact| match check.strip_prefix(&*fact.id) {
        Some(".list") => fact.counted.is_some(),
        Some(".ahead") => fact.kind == Kind::Date,
        _ => false,
    };
    for track in &mut file.tracks {
        track.checks.retain(|check| !file.facts.iter().any(|fact| follows(&check.id, fact)));
    }
    file
}
