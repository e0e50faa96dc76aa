//! SHA-256 sums over what is shipped, and all of it as one archive.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tar::{Builder, Header};

use super::compressed;
use super::version::Version;
use crate::failure::Failure;
use crate::files;

/// A line for each file, as `sha256sum` writes and reads it.
pub const SUMS: &str = "SHA256SUMS";

/// Adds the sums to the folder, and to the sums the archive.
pub fn write(folder: &Path, version: &Version) -> Result<PathBuf, Failure> {
    let mut shipped = Vec::new();
    let mut sums = String::new();
    for name in files::list(folder)? {
        let content = files::read(&folder.join(&name))?;
        // Writing to a string cannot fail.
        _ = writeln!(sums, "{:x}  {}", Sha256::digest(&content), name.display());
        shipped.push((name, content));
    }
    files::write(&folder.join(SUMS), &sums)?;
    shipped.push((SUMS.into(), sums.into_bytes()));

    let archive = folder.join(format!("{}.tar.gz", version.name()));
    let tar = tar(&shipped, version).map_err(|error| Failure::of(format!("could not make the archive: {error}")))?;
    files::write(&archive, compressed::gzip(&tar)?)?;
    Ok(archive)
}

/// The files in a folder named after the version, owned by nobody in particular, each at the time of its content.
fn tar(files: &[(PathBuf, Vec<u8>)], version: &Version) -> std::io::Result<Vec<u8>> {
    let mut builder = Builder::new(Vec::new());
    for (name, content) in files {
        let mut header = Header::new_ustar();
        header.set_mode(0o644);
        header.set_mtime(version.time_of(content));
        header.set_size(content.len() as u64);
        builder.append_data(&mut header, Path::new(&version.name()).join(name), &**content)?;
    }
    builder.into_inner()
}
