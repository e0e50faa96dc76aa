//! Progress output: what is being done and how long it takes.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::paths;

/// Says that something needed is already there.
pub fn present(what: &str) {
    println!("  {what}: present");
}

/// Does one piece of set-up and tells of it in one line.
pub fn task<T>(label: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    print!("  {label} … ");
    // A line that cannot be shown early is shown late; nothing else depends on it.
    let _ = io::stdout().flush();
    let start = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "done in" } else { "failed after" };
    println!("{outcome} {}", clock(start.elapsed()));
    result
}

/// A run of named steps, each after the one before it has passed.
pub struct Steps {
    total: usize,
    start: Instant,
    passed: Vec<(&'static str, Duration)>,
    earlier: Earlier,
}

impl Steps {
    /// Begins a run of so many steps; how long they take is kept under a name.
    pub fn begin(name: &str, total: usize) -> Self {
        let earlier = Earlier::of(paths::target().join("xtask").join(format!("{name}.times")));
        Self { total, start: Instant::now(), passed: Vec::with_capacity(total), earlier }
    }

    /// Takes the next step.
    pub fn take<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        let number = self.passed.len() + 1;
        let left = self.earlier.left(&self.passed);
        println!("\n[{number}/{}] {name}{}", self.total, progress(self.start.elapsed(), left));
        let start = Instant::now();
        let result = work().map_err(|failure| {
            let whole = format!("step {number} of {} ({name}) failed after {}", self.total, clock(start.elapsed()));
            failure.within(&whole)
        })?;
        self.passed.push((name, start.elapsed()));
        self.earlier.keep(name, start.elapsed());
        Ok(result)
    }

    /// Ends the run with a table of times.
    pub fn finish(mut self) {
        self.earlier.settle(&self.passed);
        println!();
        for (name, time) in &self.passed {
            println!("  {name:24}{:>14}", clock(*time));
        }
        println!("all {} steps passed in {}", self.passed.len(), clock(self.start.elapsed()));
    }
}

/// How long each step took when it last passed, as lines of milliseconds and a name. Only an estimate rests on it, so
/// a file that cannot be read or written is none.
struct Earlier {
    file: PathBuf,
    times: Vec<(String, Duration)>,
}

impl Earlier {
    fn of(file: PathBuf) -> Self {
        let text = fs::read_to_string(&file).unwrap_or_default();
        let line = |line: &str| {
            let (time, name) = line.split_once(' ')?;
            Some((name.to_owned(), Duration::from_millis(time.parse().ok()?)))
        };
        Self { times: text.lines().filter_map(line).collect(), file }
    }

    /// How long the steps took that have not passed yet; nothing where none is known.
    fn left(&self, passed: &[(&str, Duration)]) -> Option<Duration> {
        let open = self.times.iter().filter(|(name, _)| passed.iter().all(|(done, _)| done != name));
        let left: Duration = open.map(|(_, time)| *time).sum();
        (!left.is_zero()).then_some(left)
    }

    fn keep(&mut self, name: &str, time: Duration) {
        self.times.retain(|(known, _)| known != name);
        self.times.push((name.to_owned(), time));
        self.write();
    }

    /// A run is whole: what is not among its steps is no step any more.
    fn settle(&mut self, passed: &[(&str, Duration)]) {
        self.times.retain(|(name, _)| passed.iter().any(|(step, _)| step == name));
        self.write();
    }

    fn write(&self) {
        let lines: Vec<String> = self.times.iter().map(|(name, time)| format!("{} {name}", time.as_millis())).collect();
        _ = self.file.parent().map(fs::create_dir_all);
        _ = fs::write(&self.file, lines.join("\n"));
    }
}

/// How far a run is: what has passed, and what is left if it goes as it last went.
fn progress(passed: Duration, left: Option<Duration>) -> String {
    let so_far = if passed.as_secs() > 0 { format!(", {} so far", clock(passed)) } else { String::new() };
    let left = left.map_or_else(String::new, |left| format!(", about {} left", clock(left)));
    so_far + &left
}

/// A duration as people say it.
fn clock(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_what_has_not_passed_yet() {
        let seconds = Duration::from_secs;
        let times = vec![("lints".to_owned(), seconds(60)), ("tests".to_owned(), seconds(200))];
        let earlier = Earlier { file: PathBuf::new(), times };
        assert_eq!(earlier.left(&[]), Some(seconds(260)));
        assert_eq!(earlier.left(&[("lints", seconds(70))]), Some(seconds(200)));
        assert_eq!(earlier.left(&[("lints", seconds(70)), ("tests", seconds(1))]), None);
        assert_eq!(progress(seconds(70), Some(seconds(200))), ", 1 min 10 s so far, about 3 min 20 s left");
        assert_eq!(progress(seconds(0), None), "");
    }

    #[test]
    fn durations_read_as_people_say_them() {
        let said = [0, 9_940, 10_000, 59_999, 60_000, 432_000].map(|ms| clock(Duration::from_millis(ms)));
        assert_eq!(said, ["0.0 s", "9.9 s", "10 s", "59 s", "1 min 0 s", "7 min 12 s"]);
    }
}
