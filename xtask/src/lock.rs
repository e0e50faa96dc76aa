//! Stamp files: whether an installation followed the list of packages as it is now.

use std::fs;
use std::path::PathBuf;

use crate::failure::Failure;

/// A list of packages, and the copy of it that is left where they were installed.
pub struct Lock {
    pub list: PathBuf,
    pub copy: PathBuf,
}

impl Lock {
    /// Whether what is installed is what the list says.
    pub fn is_followed(&self) -> bool {
        matches!((fs::read(&self.list), fs::read(&self.copy)), (Ok(list), Ok(copy)) if list == copy)
    }

    /// Notes that all of the list is installed.
    pub fn followed(&self) -> Result<(), Failure> {
        let failed = |error| Failure::of(format!("could not write {}: {error}", self.copy.display()));
        fs::copy(&self.list, &self.copy).map(|_| ()).map_err(failed)
    }
}
