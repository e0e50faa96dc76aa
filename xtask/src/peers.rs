//! What engines of other makers take for the same applicants, for `cargo xtask bench`.

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::command::answer;
use crate::failure::Failure;
use crate::paths::{self, PEERS};
use crate::toolbox::Toolbox;
use crate::{npm, python};

/// What the others are held against.
const CEILING: &str = "a function written by hand";

const HEAD: &str = "\
## Beside engines of other makers

The agency track of Zibo for 1,000 random applicants who answer everything: conditions and support under the first case of each reading, in the rules of each engine (`benches/peers`).
Whether each is eligible, and the total, come out the same in all of them, or this table is not written.
What is timed begins with the answers as each engine takes them, and ends with the two results; only `assess` also gives reasons, ranges over readings and what is missing.

| engine | version | runs in | µs an applicant | × by hand |
|---|---|---|--:|--:|
";

/// The table, the quickest first; an engine that is not there is named as such.
pub fn table(tools: &Toolbox) -> Result<String, Failure> {
    let applicants = paths::target().join("peers/applicants.ndjson");
    let file = applicants.to_string_lossy().into_owned();
    std::fs::create_dir_all(applicants.with_file_name(""))
        .map_err(|error| Failure::of(format!("could not make the folder of {file}: {error}")))?;
    let mut own = tools.command("cargo", ["bench", "--quiet", "--locked", "--bench", "peers", "--", &file]);
    let own = rows(own.stderr(Stdio::inherit())).ok_or_else(|| {
        Failure::of("the applicants could not be made").help("see what is said above; nothing was written")
    })?;
    let others = [
        ("datalogic-rs, cel", rust(tools, &file)),
        ("those of npm", node(tools, &file)),
        ("OpenFisca", openfisca(tools, &file)),
    ];
    let (there, absent): (Vec<_>, Vec<_>) = others.into_iter().partition(|(_, rows)| rows.is_some());
    let mut rows: Vec<Value> =
        own.into_iter().chain(there.into_iter().filter_map(|(_, rows)| rows).flatten()).collect();
    rows.sort_by_key(nanoseconds);
    let by_hand = rows.iter().find(|row| text(row, "name") == CEILING).map_or(1, nanoseconds).max(1);
    let mut table = HEAD.to_owned();
    for row in &rows {
        let (name, version, runtime) = (text(row, "name"), text(row, "version"), text(row, "runtime"));
        match row.get("failure").or_else(|| row.get("difference")).and_then(Value::as_str) {
            Some(failure) if row.get("failure").is_some() => {
                _ = writeln!(table, "| {name} | {version} | {runtime} | could not be run: {failure} | |");
            }
            Some(difference) => return Err(Failure::of(format!("{name} says something else: {difference}"))),
            None => {
                let (whole, part) = (nanoseconds(row) / 1_000, nanoseconds(row) % 1_000);
                let times = nanoseconds(row) / by_hand;
                _ = writeln!(table, "| {name} | {version} | {runtime} | {whole}.{part:03} | {times} |");
            }
        }
    }
    for (name, _) in absent {
        _ = writeln!(table, "| {name} | | | could not be installed or run | |");
    }
    Ok(table)
}

fn rust(tools: &Toolbox, file: &str) -> Option<Vec<Value>> {
    let manifest = format!("{PEERS}/Cargo.toml");
    let folder = paths::target().join("peers").to_string_lossy().into_owned();
    let run =
        ["run", "--quiet", "--release", "--locked", "--manifest-path", &manifest, "--target-dir", &folder, "--", file];
    rows(&mut tools.command("cargo", run))
}

fn node(tools: &Toolbox, file: &str) -> Option<Vec<Value>> {
    npm::node(tools).and_then(|()| npm::packages(tools, PEERS)).ok()?;
    rows(&mut tools.command("node", [&format!("{PEERS}/peers.mjs"), file]))
}

fn openfisca(tools: &Toolbox, file: &str) -> Option<Vec<Value>> {
    let own = python::packages(tools, PEERS, &paths::target().join("peers/python"), "openfisca_core").ok()?;
    rows(&mut own.command("python", [&format!("{PEERS}/peers.py"), file]))
}

/// A JSON object a line.
pub fn rows(command: &mut Command) -> Option<Vec<Value>> {
    let printed = answer(command.current_dir(paths::root()))?;
    Some(printed.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// A row without a time stands last.
fn nanoseconds(row: &Value) -> u64 {
    row.get("nanoseconds").and_then(Value::as_u64).unwrap_or(u64::MAX)
}
