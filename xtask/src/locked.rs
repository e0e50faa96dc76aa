//! What Cargo.lock says.

use std::path::Path;

use serde::Deserialize;

use crate::failure::Failure;
use crate::files;

/// The versions of all crates.
#[derive(Deserialize)]
pub struct Locked {
    #[serde(rename = "package")]
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    checksum: Option<String>,
}

impl Locked {
    /// What the file in the folder says.
    pub fn of(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join("Cargo.lock");
        toml::from_str(&files::text(&path)?)
            .map_err(|error| Failure::of(format!("could not read {}: {error}", path.display())))
    }

    /// The one version of a package.
    pub fn version(&self, name: &str) -> Option<&str> {
        self.packages.iter().find(|package| package.name == name).map(|package| package.version.as_str())
    }

    /// The SHA-256 of what the registry gave for a package.
    pub fn checksum(&self, name: &str, version: &str) -> Option<&str> {
        self.packages.iter().find(|package| package.name == name && package.version == version)?.checksum.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_of_the_very_package() {
        let locked: Locked = toml::from_str(
            "[[package]]\nname = \"bindgen-macro\"\nversion = \"9.9.9\"\n\n\
             [[package]]\nname = \"bindgen\"\nversion = \"0.2.130\"\nchecksum = \"ab\"\n",
        )
        .unwrap();
        assert_eq!(locked.version("bindgen"), Some("0.2.130"));
        assert_eq!(locked.checksum("bindgen", "0.2.130"), Some("ab"));
        assert_eq!(locked.checksum("bindgen", "0.2.131"), None);
        assert_eq!(locked.checksum("bindgen-macro", "9.9.9"), None);
    }
}
