//! How many lines `zhice batch` makes in a second, on how many cores, and what memory it takes for how many lines.
//!
//! Writes a JSON object a line to standard output, for `cargo xtask bench`. It reads what the kernel counts for a
//! process, so it measures on Linux alone.
#![expect(clippy::expect_used, reason = "a measurement that cannot go on has failed")]

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use zhice::model::Kind;
use zhice::pack::{Fact, builtin};

mod draw;

use draw::Draw;

const PROGRAMME: &str = "zibo-2020-zone";
const TRACK: &str = "agency";
/// Cores, and lines.
const RUNS: [(usize, usize); 6] =
    [(1, 1_000), (1, 100_000), (1, 1_000_000), (2, 1_000_000), (1, 10_000_000), (2, 10_000_000)];
/// Of so many runs the least disturbed counts.
const TIMES: usize = 3;
/// How many lines differ before they come again.
const DIFFERENT: usize = 1_000;

/// What one run took.
#[derive(Default)]
struct Cost {
    wall: Duration,
    /// Hundredths of a second of processor time, of the program and of the kernel for it.
    ticks: u64,
    /// The most memory it ever held.
    kib: u64,
}

fn main() {
    // `cargo test --benches` only asks whether it starts.
    if std::env::args().any(|word| word == "--test") || !Path::new("/proc/self/stat").exists() {
        return;
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("batch.ndjson");
    let cores = thread::available_parallelism().map_or(1, Into::into);
    for (on, lines) in RUNS.into_iter().filter(|(on, _)| *on <= cores) {
        let bytes = write(&file, lines);
        let cost = (0..TIMES).map(|_| run(&file, on)).min_by_key(|cost| cost.wall).expect("one run at least");
        let nanoseconds = cost.wall.as_nanos() / u128::try_from(lines).expect("a number of lines");
        let row = json!({
            "cores": on, "lines": lines, "bytes": bytes / lines, "nanoseconds": nanoseconds, "kib": cost.kib,
            "processor_nanoseconds": cost.ticks * 10_000_000 / u64::try_from(lines).expect("a number of lines"),
        });
        println!("{row}");
    }
    fs::remove_file(file).expect("the file of this run");
}

/// Writes so many lines of answers and says how many bytes they are.
fn write(file: &Path, lines: usize) -> usize {
    let pack = builtin::load(PROGRAMME).expect("it is built in").expect("it has no errors").pack;
    // Whoever has no lists gives the numbers alone.
    let is_asked = |fact: &&Fact| fact.id.starts_with(TRACK) && fact.kind != Kind::List;
    let facts: Vec<&Fact> = pack.file.facts.iter().filter(is_asked).collect();
    let mut draw = Draw(1);
    let mut line = |_| {
        let entry = |fact: &&Fact| format!("\"{}\": {}", fact.id, answer(&mut draw, fact));
        format!("{{{}}}\n", facts.iter().map(entry).collect::<Vec<_>>().join(", "))
    };
    let different: Vec<String> = (0..DIFFERENT.min(lines)).map(&mut line).collect();
    let mut out = BufWriter::new(File::create(file).expect("a new file"));
    let mut bytes = 0;
    for line in different.iter().cycle().take(lines) {
        out.write_all(line.as_bytes()).expect("room for the lines");
        bytes += line.len();
    }
    out.flush().expect("room for the lines");
    bytes
}

fn answer(draw: &mut Draw, fact: &Fact) -> Value {
    match fact.kind {
        Kind::Bool => json!(draw.below(10) < 7),
        Kind::Choice => json!(fact.options.get(draw.below(fact.options.len())).expect("an option").id),
        _ => json!(draw.below(40)),
    }
}

/// Runs the command on the first so many cores. What the kernel counts is looked at until the process is gone.
fn run(file: &Path, cores: usize) -> Cost {
    let (start, last) = (Instant::now(), cores - 1);
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", &format!("0-{last}"), env!("CARGO_BIN_EXE_zhice"), "batch"]);
    command.args(["--programme", PROGRAMME, "--track", TRACK, "--answers"]).arg(file);
    let mut child = command.stdout(Stdio::null()).spawn().expect("taskset of util-linux");
    let folder = format!("/proc/{}", child.id());
    let mut cost = Cost::default();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a process of ours") {
            break status;
        }
        cost.look(&folder);
        thread::sleep(Duration::from_millis(1));
    };
    assert!(status.success(), "every line is answers to the pack");
    Cost { wall: start.elapsed(), ..cost }
}

impl Cost {
    fn look(&mut self, folder: &str) {
        let read = |name: &str| fs::read_to_string(format!("{folder}/{name}")).unwrap_or_default();
        // After the name of the program, which ends with a bracket, times are the twelfth and thirteenth field.
        let stat = read("stat");
        let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ').skip(11).take(2);
        self.ticks = self.ticks.max(fields.filter_map(|field| field.parse::<u64>().ok()).sum());
        let status = read("status");
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = most.and_then(|line| line.trim().strip_suffix(" kB")).and_then(|kib| kib.parse().ok());
        self.kib = self.kib.max(kib.unwrap_or_default());
    }
}
