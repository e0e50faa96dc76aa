//! `cargo xtask bench`.

mod browser;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::command::{answer, run_shown};
use crate::failure::Failure;
use crate::toolbox::Toolbox;
use crate::{growth, paths, peers};

/// What was found, kept in the project.
const RESULTS: &str = "benches/RESULTS.md";

/// The measurements of `benches/engine.rs`, in the order in which they are listed.
const PARTS: [&str; 11] =
    ["load", "read", "read strictly", "screen", "assess", "plan", "reach", "span", "next question", "draft", "verify"];

/// What the others are held against.
const MEASURE: &str = "screen";

const HEAD: &str = "\
# Results of `cargo xtask bench`

Written by that verb; what is measured stands in `benches/`.
The applicant of the first table is an agency of Zibo (`zibo-2020-zone`, track `agency`) with all of its sixteen questions answered; `reach` and `next question` begin with three.
";

/// Measures the page in a browser alone, and leaves the rest of what was written down.
pub fn run_browser() -> Result<(), Failure> {
    browser::run(RESULTS)
}

/// Measures the engine, the command and the page, and writes down what comes of it.
pub fn run() -> Result<(), Failure> {
    let tools = Toolbox::of_user();
    run_shown(&mut tools.command("cargo", ["bench", "--locked", "--bench", "engine"]))?;
    let (growth, batch) = (rows(&tools, "growth")?, rows(&tools, "batch")?);
    let peers = peers::table(&tools)?;
    let (machine, engine, growth, throughput) =
        (machine(&tools), engine()?, growth::table(&growth), throughput(&batch));
    let page = browser::measured()?;
    let text = format!("{HEAD}\n{machine}\n{engine}\n{peers}\n{growth}\n{throughput}\n{page}");
    fs::write(RESULTS, text).map_err(|error| Failure::of(format!("could not write {RESULTS}: {error}")))?;
    println!("{RESULTS} is written");
    Ok(())
}

/// What a measurement of ours prints, a JSON object a line.
fn rows(tools: &Toolbox, bench: &str) -> Result<Vec<Value>, Failure> {
    let printed = answer(&mut tools.command("cargo", ["bench", "--quiet", "--locked", "--bench", bench]));
    let printed = printed.ok_or_else(|| {
        Failure::of(format!("{bench} could not be measured")).help(format!("run `cargo bench --bench {bench}`"))
    })?;
    Ok(printed.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

/// What it was measured on and with.
fn machine(tools: &Toolbox) -> String {
    let told = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("a processor that does not say its name", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(1, Into::into);
    let system = answer(&mut tools.command("uname", ["-srm"])).unwrap_or_default();
    let rust = answer(&mut tools.command("rustc", ["--version"])).unwrap_or_default();
    format!("- Machine: {model}, cores: {cores}\n- System: {system}\n- Compiler: {rust}\n")
}

/// The table of what criterion found: the mean of each part, and how many times `screen` that is.
fn engine() -> Result<String, Failure> {
    let measure = mean(MEASURE)?;
    let mut table = String::from("## The engine, one applicant on one core\n\n| | µs | × `screen` |\n|---|--:|--:|\n");
    for part in PARTS {
        let mean = mean(part)?;
        _ = writeln!(table, "| {part} | {:.2} | {:.1} |", mean / 1_000.0, mean / measure);
    }
    Ok(table)
}

/// The mean of one part in nanoseconds, from where criterion keeps it.
fn mean(part: &str) -> Result<f64, Failure> {
    let folder: PathBuf = [paths::target().as_path(), "criterion".as_ref(), part.as_ref()].iter().collect();
    let file = folder.join("new/estimates.json");
    let text = fs::read_to_string(&file).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
    let mean = text.as_ref().and_then(|found| found.pointer("/mean/point_estimate")?.as_f64());
    mean.ok_or_else(|| Failure::of(format!("no mean in {}", file.display())).help("run `cargo bench --bench engine`"))
}

/// The table of what the batch made.
fn throughput(rows: &[Value]) -> String {
    let mut table = String::from(
        "## `zhice batch`\n\n| cores | lines | bytes a line | lines a second | µs of processor a line | most memory, MiB |\n\
         |--:|--:|--:|--:|--:|--:|\n",
    );
    let number = |row: &Value, key: &str| row.get(key).and_then(Value::as_u64).unwrap_or_default();
    for row in rows {
        let [cores, lines, bytes, wall, processor, kib] =
            ["cores", "lines", "bytes", "nanoseconds", "processor_nanoseconds", "kib"].map(|key| number(row, key));
        let a_second = 1_000_000_000_u64.checked_div(wall).unwrap_or_default();
        let (whole, part) = (processor / 1_000, processor % 1_000 / 10);
        let mib = kib.div_ceil(1_024);
        _ = writeln!(table, "| {cores} | {lines} | {bytes} | {a_second} | {whole}.{part:02} | {mib} |");
    }
    table
}
