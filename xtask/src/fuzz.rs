//! `cargo xtask fuzz`.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{answer, run_logged};
use crate::failure::Failure;
use crate::paths;
use crate::step::task;
use crate::toolbox::Toolbox;

/// How long each target runs unless somebody asks for another time.
pub const SECONDS: u32 = 30;

/// The programs of `fuzz/`, each of which runs one target.
const TARGETS: [&str; 4] = ["pack", "answers", "draft", "table"];

/// Where everything is built and kept from run to run, except what broke a target.
const WORK: &str = "target/fuzz";

/// What broke a target, by target; `cargo test --test fuzz` runs it again.
const REGRESSIONS: &str = "fuzz/regressions";

/// How many seconds one input may take.
const PATIENCE: u32 = 60;

/// After how many seconds without a smaller input that breaks the target as well the search for one is given up.
const SHRINKING: u32 = 10;

/// What makes stable Rust count which code an input reaches.
const COUNTERS: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "--cfg",
    "fuzzing",
];

/// Builds the targets and runs each of them for so many seconds, or until an input breaks one.
pub fn run(seconds: u32) -> Result<(), Failure> {
    let tools = Toolbox::of_user();
    let programs = build(&tools)?;
    seed(&tools, &programs)?;
    for target in TARGETS {
        Target { name: target, program: &programs.join(target).to_string_lossy(), tools: &tools }.run(seconds)?;
    }
    Ok(())
}

/// A time as somebody typed it.
pub fn parse(seconds: &str) -> Result<u32, Failure> {
    let parsed = seconds.parse().ok().filter(|seconds| *seconds > 0);
    parsed.ok_or_else(|| Failure::usage(format!("`{seconds}` is not a time: give a number of seconds from 1")))
}

/// Builds the programs of `fuzz/` and says where they are.
fn build(tools: &Toolbox) -> Result<PathBuf, Failure> {
    let host = answer(&mut tools.command("rustc", ["--print", "host-tuple"]))
        .ok_or_else(|| Failure::of("rustc does not say what it compiles for").help("run `rustup update`"))?;
    let folder = format!("{WORK}/build");
    // With the target named, the counters stay out of build scripts and macros.
    let build =
        ["build", "--release", "--manifest-path", "fuzz/Cargo.toml", "--target", &host, "--target-dir", &folder];
    let work = || {
        run_logged(tools.command("cargo", build).env("CARGO_ENCODED_RUSTFLAGS", COUNTERS.join("\x1f")), "fuzz-build")
    };
    task("building the fuzz targets", work).map_err(|failure| {
        failure
            .help("libFuzzer needs a C++ compiler and the crate registry; for the rest, mend what the compiler names")
    })?;
    Ok(Path::new(&folder).join(host).join("release"))
}

/// Makes the inputs to begin with from the packs and cases of the project.
fn seed(tools: &Toolbox, programs: &Path) -> Result<(), Failure> {
    let folder = format!("{WORK}/seeds");
    // What another version of the project made is gone.
    _ = fs::remove_dir_all(&folder);
    let mut seeds = tools.command(&programs.join("seeds").to_string_lossy(), [folder.as_str()]);
    task("making inputs to begin with", || run_logged(&mut seeds, "fuzz-seeds"))
}

/// A program that gives one target one input after another.
struct Target<'a> {
    name: &'static str,
    program: &'a str,
    tools: &'a Toolbox,
}

impl Target<'_> {
    fn run(&self, seconds: u32) -> Result<(), Failure> {
        let (name, log) = (self.name, format!("fuzz-{}", self.name));
        let broke = PathBuf::from(format!("{WORK}/{name}.broke"));
        _ = fs::remove_file(&broke);
        let folders = ["corpus", "seeds"].map(|kind| format!("{WORK}/{kind}/{name}"));
        make(Path::new(&folders[0]))?;
        let regressions = Some(format!("{REGRESSIONS}/{name}")).filter(|folder| Path::new(folder).is_dir());
        let work = || {
            let mut fuzz =
                self.command(&[format!("-max_total_time={seconds}"), "-print_final_stats=1".to_owned()], &broke);
            run_logged(fuzz.args(&folders).args(&regressions), &log)
        };
        task(&format!("fuzzing `{name}` for {seconds} s"), work)
            .or_else(|failure| Err(if broke.is_file() { self.keep(&broke)? } else { failure }))?;
        let told = fs::read(paths::log(&log)).unwrap_or_default();
        if let Some(summary) = summary(&String::from_utf8_lossy(&told)) {
            println!("    {summary}");
        }
        Ok(())
    }

    /// The program with these options, told to leave an input that breaks the target as this file.
    fn command(&self, options: &[String], left: &Path) -> Command {
        let mut command = self.tools.command(self.program, options.iter().map(String::as_str));
        command.arg(format!("-timeout={PATIENCE}")).arg(format!("-exact_artifact_path={}", left.display()));
        // The words of the assertion say enough, and are not to be pushed out of sight.
        command.env("RUST_BACKTRACE", "0");
        command
    }

    /// Makes an input that broke the target smaller, keeps it, and says how to see it again.
    fn keep(&self, broke: &Path) -> Result<Failure, Failure> {
        let (name, log) = (self.name, format!("fuzz-{}-again", self.name));
        let smaller = broke.with_extension("smaller");
        _ = fs::remove_file(&smaller);
        let options = ["-minimize_crash=1".to_owned(), format!("-max_total_time={SHRINKING}")];
        // It fails by its nature; all that counts is what it leaves.
        _ = task("making the input smaller", || Ok(run_logged(self.command(&options, &smaller).arg(broke), &log)));
        let least = if smaller.is_file() { &smaller } else { broke };
        let input =
            fs::read(least).map_err(|error| Failure::of(format!("could not read {}: {error}", least.display())))?;

        let folder = Path::new(REGRESSIONS).join(name);
        make(&folder)?;
        let mut hasher = DefaultHasher::new();
        input.hash(&mut hasher);
        let kept = folder.join(format!("{:016x}", hasher.finish()));
        fs::write(&kept, &input)
            .map_err(|error| Failure::of(format!("could not write {}: {error}", kept.display())))?;

        let kept = kept.display();
        let again = run_logged(&mut self.command(&[kept.to_string()], &broke.with_extension("again")), &log);
        let help = format!(
            "the input is in {kept}; `cargo test --test fuzz` or `{} {kept}` runs it again; keep it and mend the cause",
            self.program
        );
        let failure = again.err().unwrap_or_else(|| Failure::of("it does not break the target a second time"));
        Ok(failure.help(help).within(&format!("an input broke the target `{name}`")))
    }
}

fn make(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::of(format!("could not make {}: {error}", folder.display())))
}

/// How much was tried and how much code it reached, out of what libFuzzer says.
fn summary(log: &str) -> Option<String> {
    let after = |line: &str, word: &str| line.split_once(word)?.1.split_whitespace().next().map(ToOwned::to_owned);
    let reached: Vec<String> = log.lines().filter_map(|line| after(line, " cov: ")).collect();
    let tried = log.lines().find_map(|line| after(line, "stat::number_of_executed_units:"))?;
    Some(format!(
        "{tried} inputs tried; places in the code reached: {} at first, {} now",
        reached.first()?,
        reached.last()?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_told_in_one_line() {
        let log = "INFO: 3 files\n#4\tINITED cov: 50 ft: 60 corp: 3/1Kb\n#9\tNEW    cov: 52 ft: 70\n\
                   #12\tDONE   cov: 52 ft: 70\nDone 12 runs\nstat::number_of_executed_units: 12\n";
        assert_eq!(summary(log).as_deref(), Some("12 inputs tried; places in the code reached: 50 at first, 52 now"));
        assert_eq!(summary("killed"), None);
    }
}
