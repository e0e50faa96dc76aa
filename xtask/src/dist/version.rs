//! Which version is built, and its day.

use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::files;

/// A version of the project.
pub struct Version {
    pub number: String,
    /// As in RFC 3339.
    pub released: String,
    /// In seconds since 1970.
    time: u64,
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    version: String,
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    released: String,
}

impl Version {
    /// What the manifest in the folder says.
    pub fn of(sources: &Path) -> Result<Self, Failure> {
        Self::read(&files::text(&sources.join("Cargo.toml"))?)
    }

    fn read(manifest: &str) -> Result<Self, Failure> {
        let wrong = |why: &dyn std::fmt::Display| {
            Failure::of(format!("Cargo.toml does not say which version this is: {why}"))
                .help("give `version` in [package], and `released = \"2026-01-31T00:00:00Z\"` in [package.metadata]")
        };
        let Package { version: number, metadata: Metadata { released } } =
            toml::from_str::<Manifest>(manifest).map_err(|error| wrong(&error))?.package;
        let day = humantime::parse_rfc3339(&released).map_err(|error| wrong(&error))?;
        let time = day.duration_since(UNIX_EPOCH).map_err(|error| wrong(&error))?.as_secs();
        Ok(Self { number, released, time })
    }

    /// What everything of this version is named after.
    pub fn name(&self) -> String {
        format!("zhice-{}", self.number)
    }

    /// A time in the day before the release that stands for the content.
    ///
    /// A web server takes a file of the same time and length for the same file, and so does rsync; the page of one
    /// version and that of the next have the same length.
    pub fn time_of(&self, content: &[u8]) -> u64 {
        let digest = Sha256::digest(content);
        let number = digest.iter().take(4).fold(0, |number, byte| number * 256 + u64::from(*byte));
        self.time - number % (24 * 60 * 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_of_its_day_and_of_its_content() {
        let manifest = "[package]\nversion = \"1.2.3\"\nmetadata.released = \"1970-01-03T00:00:00Z\"\n";
        let version = Version::read(manifest).unwrap();
        assert_eq!(version.name(), "zhice-1.2.3");
        let times = [version.time_of(b"a"), version.time_of(b"b")];
        assert!(times.iter().all(|time| (86_401..=172_800).contains(time)), "{times:?}");
        assert_ne!(times[0], times[1]);
        assert_eq!(times[0], version.time_of(b"a"));
    }

    #[test]
    fn a_version_without_its_day_is_refused() {
        assert!(Version::read("[package]\nversion = \"1.2.3\"\n").is_err());
        assert!(Version::read("[package]\nversion = \"1.2.3\"\nmetadata.released = \"soon\"\n").is_err());
    }
}
