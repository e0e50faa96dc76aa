//! What comes from the JavaScript world: Node, and the packages pinned in `tests/e2e`.

use std::fs;
use std::path::Path;

use crate::command::{answer, run_logged};
use crate::failure::Failure;
use crate::paths::{self, E2E};
use crate::step::{present, task};
use crate::toolbox::Toolbox;

const OLDEST_NODE: u32 = 20;

/// Makes sure that Node is there and new enough.
pub fn node(tools: &Toolbox) -> Result<(), Failure> {
    let found = answer(&mut tools.command("node", ["--version"]));
    let major = found.as_deref().and_then(major);
    let (what, mend) = match (found, major) {
        (Some(version), Some(major)) if major >= OLDEST_NODE => {
            present(&format!("Node {version}"));
            return Ok(());
        }
        (Some(version), _) => (format!("Node is {version}, older than {OLDEST_NODE}"), "install a newer one"),
        (None, _) => (format!("Node is missing, {OLDEST_NODE} or newer is needed"), "install it"),
    };
    Err(Failure::of(what)
        .mend(format!("{mend} with the system's packages or from the makers of Node, so that `node` is on PATH")))
}

/// Makes sure that the packages in `tests/e2e/package-lock.json` are installed, and adds their programs to the toolbox.
pub fn packages(tools: &Toolbox) -> Result<Toolbox, Failure> {
    let folder = paths::root().join(E2E);
    let lock = folder.join("package-lock.json");
    // A copy of the lock, left by the installation that followed it.
    let installed = folder.join("node_modules/.installed-lock.json");
    if same(&lock, &installed) {
        present("npm packages of tests/e2e");
    } else {
        let install = || {
            let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
            run_logged(tools.command("npm", arguments).current_dir(&folder), "npm")?;
            fs::copy(&lock, &installed)
                .map_err(|error| Failure::of(format!("could not write {}: {error}", installed.display())))
        };
        let mend =
            "check that this machine can reach the npm registry or the mirror in npm's configuration, then ask again";
        task("installing the npm packages of tests/e2e", install).map_err(|failure| failure.mend(mend))?;
    }
    tools.with_folder(&folder.join("node_modules/.bin"))
}

fn same(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

/// The first number of a version such as `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}
