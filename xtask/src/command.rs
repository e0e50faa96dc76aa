//! Running other programs.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

use crate::failure::Failure;
use crate::paths;

/// How many of the last lines of a log are shown when its command fails.
const TAIL: usize = 15;

/// Runs the command in full view.
pub fn run_shown(command: &mut Command) -> Result<(), Failure> {
    let status = command.status();
    judge(command, status)
}

/// Runs the command with its output kept in the log named so; when it fails, the end of the log is shown.
pub fn run_logged(command: &mut Command, name: &str) -> Result<(), Failure> {
    let path = paths::log(name);
    let status = open(&path)
        .and_then(|log| Ok((log.try_clone()?, log)))
        .map_err(|error| Failure::of(format!("could not write {}: {error}", path.display())))
        .map(|(out, err)| command.stdout(out).stderr(err).status())?;
    let ending = |failure: Failure| failure.detail(format!("{}\n  all of it is in {}", tail(&path), path.display()));
    judge(command, status).map_err(ending)
}

/// What the command prints, or nothing when it cannot be run or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it.
fn typed(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn judge(command: &Command, status: io::Result<ExitStatus>) -> Result<(), Failure> {
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::of(format!("`{}` ended with {status}", typed(command)))),
        Err(error) => Err(Failure::of(format!("`{}` could not be started: {error}", typed(command)))),
    }
}

fn open(path: &Path) -> io::Result<File> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    File::create(path)
}

fn tail(path: &Path) -> String {
    let log = fs::read(path).unwrap_or_default();
    let log = String::from_utf8_lossy(&log);
    let mut lines: Vec<_> = log.lines().rev().take(TAIL).map(|line| format!("    {line}")).collect();
    lines.reverse();
    lines.join("\n")
}
