//! Reproducible builds: another home for the same user, to see that nothing depends on where it is.

use std::env;
use std::ffi::OsString;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::files;
use crate::toolbox::Toolbox;

/// What cargo and rustup keep at home: the variable that says where, and where it is without it.
const KEPT: [(&str, &str); 2] = [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")];

/// The toolbox with its home in this folder, where links lead to what is in the real one.
pub fn moved(tools: &Toolbox, home: &Path) -> Result<Toolbox, Failure> {
    let real = PathBuf::from(env::var_os("HOME").unwrap_or_default());
    let mut tools = tools.clone().with_variable("HOME", home);
    for (variable, name) in KEPT {
        let from = env::var_os(variable).filter(|path| !path.is_empty()).map_or_else(|| real.join(name), PathBuf::from);
        let to = home.join(name);
        files::empty(&to)?;
        for entry in entries(&from) {
            let link = to.join(&entry);
            symlink(from.join(entry), &link)
                .map_err(|error| Failure::of(format!("could not make the link {}: {error}", link.display())))?;
        }
        tools = tools.with_variable(variable, to);
    }
    Ok(tools)
}

/// The names in the folder; none where it is not there, as with a Rust that rustup did not install.
fn entries(folder: &Path) -> Vec<OsString> {
    let entries = folder.read_dir().into_iter().flatten().flatten();
    // Locks are for one home only.
    entries
        .map(|entry| entry.file_name())
        .filter(|name| !name.to_string_lossy().starts_with(".package-cache"))
        .collect()
}
