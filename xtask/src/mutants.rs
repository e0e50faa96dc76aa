//! Mutation testing: changes the code of some files, one place at a time, and lists the changes that no test notices.

use std::fs;

use crate::command::run_logged;
use crate::failure::Failure;
use crate::paths;
use crate::rust;
use crate::step::task;
use crate::toolbox::Toolbox;

/// Where a run leaves what it found.
const WORK: &str = "target/mutants";

/// The tests that a change has to get past, and alone are built: those of the code itself, the cases, what is worked out
/// by hand, and the laws.
const TESTS: [&str; 7] =
    ["--locked", "--lib", "--test=cases", "--test=documents", "--test=made_up", "--test=properties", "--test=scores"];

/// Tries every change to these files, and says which were not noticed.
pub fn run(files: &[&str]) -> Result<(), Failure> {
    if files.is_empty() {
        return Err(Failure::usage("`mutants` has to know which files: give their paths from the root of the project"));
    }
    let tools = rust::cargo_mutants(&Toolbox::of_user())?;
    let mut mutants = tools.command("cargo", ["mutants", "--colors=never", "--no-times", "--output", WORK]);
    mutants.args(files.iter().map(|file| format!("--file={file}")));
    mutants.args(TESTS.map(|test| format!("--cargo-arg={test}")));
    let found = task("trying changes, a minute or so for each", || run_logged(&mut mutants, "mutants"));
    let folder = paths::root().join(WORK).join("mutants.out");
    let listed = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    let missed = listed("missed.txt");
    let count = |name: &str| listed(name).lines().count();
    println!(
        "  {} noticed, {} not, {} do not compile, {} take too long; all of it is in {}",
        count("caught.txt"),
        missed.lines().count(),
        count("unviable.txt"),
        count("timeout.txt"),
        folder.display()
    );
    if missed.is_empty() {
        return found;
    }
    Err(Failure::of("changes that no test notices").detail(missed).help("add a test that fails with the change"))
}
