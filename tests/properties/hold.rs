//! The property test runner: a law over many cases.

use std::cell::RefCell;
use std::panic::Location;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};

/// How many cases `proptest` draws where nothing is said.
const USUAL: u32 = 256;
/// Any number will do, as long as it stays the same.
const SEED: u64 = 20_200_825;

/// Checks a law in this many cases; fails with the smallest case that breaks it.
#[track_caller]
pub fn hold<S: Strategy>(cases: u32, strategy: S, law: impl Fn(S::Value) -> TestCaseResult) {
    let asked = Config::default();
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(SEED),
        chosen @ RngSeed::Fixed(_) => chosen,
    };
    let cases = (cases * asked.cases / USUAL).max(1);
    let config = Config { cases, rng_seed, failure_persistence: None, max_shrink_iters: 20_000, ..asked };
    if let Err(error) = TestRunner::new(config).run(&strategy, law) {
        panic!("{}: {error}", Location::caller());
    }
}

/// All the cases a law would be checked in, to look at what the strategy reaches.
pub fn drawn<S: Strategy>(cases: u32, strategy: S) -> Vec<S::Value> {
    let seen = RefCell::new(Vec::new());
    hold(cases, strategy, |case| {
        seen.borrow_mut().push(case);
        Ok(())
    });
    seen.into_inner()
}
