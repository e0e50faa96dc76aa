//! Saying what is being done and how long it takes.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use crate::failure::Failure;

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
}

impl Steps {
    /// Begins a run of so many steps.
    pub fn begin(total: usize) -> Self {
        Self { total, start: Instant::now(), passed: Vec::with_capacity(total) }
    }

    /// Takes the next step.
    pub fn take<T>(&mut self, name: &'static str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        let number = self.passed.len() + 1;
        println!("\n[{number}/{}] {name}", self.total);
        let start = Instant::now();
        let result = work().map_err(|failure| {
            let whole = format!("step {number} of {} ({name}) failed after {}", self.total, clock(start.elapsed()));
            failure.within(&whole)
        })?;
        self.passed.push((name, start.elapsed()));
        Ok(result)
    }

    /// Ends the run with a table of times.
    pub fn finish(self) {
        println!();
        for (name, time) in &self.passed {
            println!("  {name:24}{:>14}", clock(*time));
        }
        println!("all {} steps passed in {}", self.passed.len(), clock(self.start.elapsed()));
    }
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
    fn durations_read_as_people_say_them() {
        let said = [0, 9_940, 10_000, 59_999, 60_000, 432_000].map(|ms| clock(Duration::from_millis(ms)));
        assert_eq!(said, ["0.0 s", "9.9 s", "10 s", "59 s", "1 min 0 s", "7 min 12 s"]);
    }
}
