//! The fuzz corpus as a regression test: the targets without a fuzzer, on the inputs that fuzzing begins with, and on every input that once broke one.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../fuzz/src/seeds.rs"]
mod seeds;
#[path = "../fuzz/src/targets.rs"]
mod targets;

use targets::TARGETS;

/// Inputs that a target has to begin with.
const FEWEST: usize = 5;

#[test]
fn what_fuzzing_begins_with_is_taken() {
    let seeds = seeds::all(root());
    // Most cases become answers alone; all of them are a test of their own.
    let drawn_up: BTreeSet<&str> =
        seeds.iter().filter(|seed| seed.target != "answers").map(|seed| seed.name.as_str()).collect();
    for (target, run) in TARGETS {
        let of_target = seeds.iter().filter(|seed| seed.target == target && drawn_up.contains(&*seed.name));
        let (taken, refused): (Vec<_>, Vec<_>) = of_target.partition(|seed| run(&seed.content));
        // Some packs are bad on purpose.
        let unexpected = refused.iter().find(|seed| seed.target != "pack");
        assert!(unexpected.is_none(), "{target} {} is refused", unexpected.map_or("", |seed| &seed.name));
        assert!(taken.len() >= FEWEST, "{target} has only {} inputs to begin with", taken.len());
    }
}

/// Named as they run, so that a failure says which input it was.
#[test]
fn what_once_broke_a_target_no_longer_does() {
    for folder in entries(&root().join("fuzz/regressions")) {
        let name = folder.file_name().unwrap_or_default();
        let target = TARGETS.iter().find(|(target, _)| name == *target);
        let (_, run) = target.unwrap_or_else(|| panic!("{} is named after no target", folder.display()));
        for file in entries(&folder) {
            println!("{}", file.display());
            run(&fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())));
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is in a folder; nothing where there is none.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).into_iter().flatten();
    let mut entries: Vec<PathBuf> = listed.map(|entry| entry.expect("a folder entry").path()).collect();
    entries.sort();
    entries
}
