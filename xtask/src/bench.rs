//! `cargo xtask bench`.

mod browser;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

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
const YARDSTICK: &str = "screen";

const HEAD: &str = "\
# Results of `cargo xtask bench`

Written by that verb; what is measured stands in `benches/`.
The applicant of the first table is an agency of Zibo (`zibo-2020-zone`, track `agency`) with all of its sixteen questions answered; `reach` and `next question` begin with three.
";

/// Measures something, and tells of it under a heading of its own.
type Measure = fn(&Toolbox) -> Result<String, Failure>;

/// Parts of the results, in the order in which they stand there.
const SECTIONS: [(&str, Measure); 5] = [
    ("engine", engine),
    ("peers", peers::table),
    ("growth", |tools| Ok(growth::table(&rows(tools, "growth")?))),
    ("batch", |tools| Ok(throughput(&rows(tools, "batch")?))),
    ("browser", |_| browser::measured()),
];

/// Measures these parts, or all where none is named. Each is written down once it is there, in place of what stood there.
pub fn run(parts: &[&str]) -> Result<(), Failure> {
    if let Some(unknown) = parts.iter().find(|part| SECTIONS.iter().all(|(name, _)| name != *part)) {
        let known = SECTIONS.map(|(name, _)| name).join(", ");
        return Err(Failure::usage(format!("there is no part `{unknown}` to measure; there are {known}")));
    }
    let tools = Toolbox::of_user();
    let machine = machine(&tools);
    for (name, measured) in SECTIONS.iter().filter(|(name, _)| parts.is_empty() || parts.contains(name)) {
        println!("  measuring: {name}");
        let section = on(&machine, &measured(&tools)?);
        let text = with(HEAD, &fs::read_to_string(RESULTS).unwrap_or_default(), &section);
        fs::write(RESULTS, text).map_err(|error| Failure::of(format!("could not write {RESULTS}: {error}")))?;
    }
    println!("{RESULTS} is written");
    Ok(())
}

/// A section that says under its heading what it was measured on.
fn on(machine: &str, section: &str) -> String {
    let (heading, found) = section.split_once('\n').unwrap_or((section, ""));
    format!("{heading}\n\n{machine}{found}")
}

/// The results under this head, with a section in the place of the one of its heading, or behind all others.
fn with(head: &str, results: &str, section: &str) -> String {
    let heading = section.lines().next().unwrap_or_default();
    let mut sections: Vec<&str> = results.split("\n## ").skip(1).collect();
    let section = section.trim_start_matches("## ");
    let own = heading.trim_start_matches("## ");
    match sections.iter_mut().find(|one| one.lines().next() == Some(own)) {
        Some(place) => *place = section,
        None => sections.push(section),
    }
    let sections = sections.into_iter().map(|section| format!("\n## {}\n", section.trim_end()));
    format!("{}\n{}", head.trim_end(), sections.collect::<Vec<_>>().concat())
}

/// What a measurement of ours prints, a JSON object a line.
fn rows(tools: &Toolbox, bench: &str) -> Result<Vec<Value>, Failure> {
    let mut measure = tools.command("cargo", ["bench", "--quiet", "--locked", "--bench", bench]);
    peers::rows(measure.stderr(Stdio::inherit())).ok_or_else(|| {
        Failure::of(format!("{bench} could not be measured")).help("see what is said above; nothing was written")
    })
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
fn engine(tools: &Toolbox) -> Result<String, Failure> {
    run_shown(&mut tools.command("cargo", ["bench", "--locked", "--bench", "engine"]))?;
    let measure = mean(YARDSTICK)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_says_what_it_was_measured_on() {
        assert_eq!(on("- Machine: M\n", "## One\n\n1\n"), "## One\n\n- Machine: M\n\n1\n");
    }

    #[test]
    fn a_section_takes_the_place_of_the_one_before_and_leaves_the_others() {
        let results = "# Before\n\n## One\n\n1\n\n## Two\n\n2\n";
        let made = |results, section| with("# Now\n", results, section);
        assert_eq!(made(results, "## One\n\nnew\n"), "# Now\n\n## One\n\nnew\n\n## Two\n\n2\n");
        assert_eq!(made(results, "## Two\n\nnew\n\n"), "# Now\n\n## One\n\n1\n\n## Two\n\nnew\n");
        assert_eq!(made(results, "## Three\n\n3\n"), "# Now\n\n## One\n\n1\n\n## Two\n\n2\n\n## Three\n\n3\n");
        assert_eq!(made("", "## One\n\n1\n"), "# Now\n\n## One\n\n1\n");
    }
}
