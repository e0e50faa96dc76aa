//! What the widget is made of, and whether it has changed.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::failure::Failure;
use crate::files;

const WATCHED: [&str; 6] = ["Cargo.toml", "build.rs", "index.html", "public", "src", "style"];

/// How often it is looked (polling): every file system and every container allows that.
const PAUSE: Duration = Duration::from_millis(400);

/// The files, each with the time it was last written.
pub struct Sources(Vec<(PathBuf, SystemTime)>);

impl Sources {
    pub fn found() -> Result<Self, Failure> {
        let mut found = Vec::new();
        for name in WATCHED.map(Path::new) {
            let below = if name.is_dir() { files::list(name)? } else { Vec::new() };
            let single = name.is_file().then(|| name.to_owned());
            for path in below.into_iter().map(|file| name.join(file)).chain(single) {
                // One that has just been taken away is not among them.
                if let Ok(written) = path.metadata().and_then(|of| of.modified()) {
                    found.push((path, written));
                }
            }
        }
        Ok(Self(found))
    }

    /// Waits until something has changed and then stayed as it is for a moment (debounce), and says what.
    pub fn changed(&mut self) -> Result<String, Failure> {
        let mut changed = None;
        loop {
            thread::sleep(PAUSE);
            let now = Self::found()?;
            let difference = self.difference(&now);
            *self = now;
            match (difference, changed) {
                (None, Some(file)) => return Ok(file),
                (difference, _) => changed = difference,
            }
        }
    }

    /// The first file that is new, gone or written since.
    fn difference(&self, now: &Self) -> Option<String> {
        let other = |one: &Self, other: &Self| one.0.iter().find(|file| !other.0.contains(file)).cloned();
        let (file, _) = other(now, self).or_else(|| other(self, now))?;
        Some(file.display().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_new_or_gone_or_written_is_a_change() {
        let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        let of = |files: &[(&str, u64)]| Sources(files.iter().map(|(name, time)| (name.into(), at(*time))).collect());
        let one = of(&[("a", 1)]);
        assert_eq!(one.difference(&of(&[("a", 1)])), None);
        assert_eq!(one.difference(&of(&[("a", 2)])).as_deref(), Some("a"));
        assert_eq!(one.difference(&of(&[("a", 1), ("b", 1)])).as_deref(), Some("b"));
        assert_eq!(one.difference(&of(&[])).as_deref(), Some("a"));
    }
}
