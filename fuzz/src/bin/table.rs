//! Runs the target `table`.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_mutator, fuzz_target};
use zhice_fuzz::{mutate::mutate, targets::table};

// What is refused is no ground to go on from.
fuzz_target!(|data: &[u8]| -> Corpus { if table(data) { Corpus::Keep } else { Corpus::Reject } });
fuzz_mutator!(|data: &mut [u8], size: usize, max: usize, seed: u32| { mutate(data, size, max, seed) });
