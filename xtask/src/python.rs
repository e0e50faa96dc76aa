//! What comes from the Python world: the packages pinned in a folder, in an environment of their own.

use std::path::Path;

use crate::apt::Apt;
use crate::command::{answer, run_logged};
use crate::failure::Failure;
use crate::lock::Lock;
use crate::paths;
use crate::step::{present, task};
use crate::toolbox::Toolbox;

/// Makes sure that the packages in the `requirements.txt` of `name` are installed in the folder, this module among them,
/// and adds their Python to the toolbox.
pub fn packages(tools: &Toolbox, name: &str, folder: &Path, module: &str) -> Result<Toolbox, Failure> {
    let list = paths::root().join(name).join("requirements.txt");
    let lock = Lock { list, copy: folder.join("installed.txt") };
    let what = format!("Python packages of {name}");
    let own = tools.with_folder(&folder.join("bin"))?;
    // An environment outlives neither its Python nor a move to another folder.
    if lock.is_followed() && answer(&mut own.command("python", ["-c", &format!("import {module}")])).is_some() {
        present(&what);
        return Ok(own);
    }
    provide(tools)?;
    let install = || {
        let new = ["-m", "venv", "--clear"];
        run_logged(tools.command("python3", new).arg(folder), "python")?;
        let pip = ["-m", "pip", "install", "--disable-pip-version-check", "--requirement"];
        run_logged(own.command("python", pip).arg(&lock.list), "pip")?;
        lock.followed()
    };
    let help = "check that this machine can reach the Python package index or the mirror in pip's configuration, then \
                ask again";
    task(&format!("installing the {what}"), install).map_err(|failure| failure.help(help))?;
    Ok(own)
}

/// Makes sure that there is a Python which can make environments; Debian has that apart.
fn provide(tools: &Toolbox) -> Result<(), Failure> {
    let is_there = || answer(&mut tools.command("python3", ["-c", "import ensurepip, venv"])).is_some();
    if !is_there()
        && let Some(apt) = Apt::of(tools)
    {
        apt.install(tools, &["python3", "python3-venv"])?;
    }
    if is_there() {
        return Ok(());
    }
    Err(Failure::of("Python 3 with its module venv is missing")
        .help("install it with the system's packages, so that `python3` is on PATH"))
}
