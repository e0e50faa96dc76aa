//! Files and folders, with failures that name them.

use std::io;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// What the file holds.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(failed("read", path))
}

/// What the file holds, as text.
pub fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(failed("read", path))
}

/// Writes the file, in a folder that need not be there yet.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder.and_then(|()| std::fs::write(path, content)).map_err(failed("write", path))
}

/// Makes the folder, or takes out of it all there is.
pub fn empty(folder: &Path) -> Result<(), Failure> {
    let gone = if folder.exists() { std::fs::remove_dir_all(folder) } else { Ok(()) };
    gone.and_then(|()| std::fs::create_dir_all(folder)).map_err(failed("empty", folder))
}

/// The files in the folder and in those within, by their path from it, in one order on every machine. What npm
/// installed is none of them.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(within) = folders.pop() {
        for entry in std::fs::read_dir(&within).map_err(failed("list", &within))? {
            let path = entry.map_err(failed("list", &within))?.path();
            if path.is_dir() {
                folders.extend((!path.ends_with("node_modules")).then_some(path));
            } else {
                files.push(path.strip_prefix(folder).unwrap_or(&path).to_owned());
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Copies a file, or all of a folder.
pub fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    if from.is_dir() {
        list(from)?.iter().try_for_each(|file| copy(&from.join(file), &to.join(file)))
    } else {
        write(to, read(from)?)
    }
}

fn failed<'a>(verb: &'a str, path: &'a Path) -> impl FnOnce(io::Error) -> Failure + use<'a> {
    move |error| Failure::of(format!("could not {verb} {}: {error}", path.display()))
}
