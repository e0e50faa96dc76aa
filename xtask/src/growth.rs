//! The table of how time and memory grow with a pack, for `cargo xtask bench`.

use std::fmt::Write as _;

use serde_json::Value;

/// What is timed for each pack.
const PARTS: [&str; 6] = ["load", "check", "assess", "plan", "reach", "next question"];

const HEAD: &str = "\
## Packs of every size

Generated packs (`benches/growth.rs`), nothing answered yet; times in milliseconds, the most memory of the whole process in MiB.
`load` reads, checks, indexes and digests; `check` is the part of the checker alone.
A pack is refused, with the reason, where it is larger than the checker works through.

| conditions | measures | readings | kB | load | check | assess | plan | reach | next question | MiB |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
";

pub fn table(rows: &[Value]) -> String {
    let mut table = HEAD.to_owned();
    let number = |row: &Value, key: &str| row.get(key).and_then(Value::as_u64).unwrap_or_default();
    for row in rows {
        let [conditions, measures, readings] = ["conditions", "measures", "readings"].map(|key| number(row, key));
        let kilobytes = number(row, "bytes").div_ceil(1_000);
        _ = write!(table, "| {conditions} | {measures} | {readings} | {kilobytes} |");
        if let Some(reason) = row.get("refused").and_then(Value::as_str) {
            _ = writeln!(table, " refused: {reason} | | | | | | |");
            continue;
        }
        for part in PARTS {
            let microseconds = number(row, part) / 1_000;
            _ = write!(table, " {}.{:03} |", microseconds / 1_000, microseconds % 1_000);
        }
        _ = writeln!(table, " {} |", number(row, "kib").div_ceil(1_024));
    }
    table
}
