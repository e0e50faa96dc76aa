//! What comes from the JavaScript world: Node, and the packages pinned in folders of `tests` and `benches`.

use crate::command::{answer, run_logged};
use crate::failure::Failure;
use crate::lock::Lock;
use crate::paths;
use crate::step::{present, task};
use crate::toolbox::Toolbox;

const OLDEST_NODE: u32 = 20;

/// Makes sure that Node is there and new enough.
pub fn node(tools: &Toolbox) -> Result<(), Failure> {
    let found = answer(&mut tools.command("node", ["--version"]));
    let major = found.as_deref().and_then(major);
    let (what, help) = match (found, major) {
        (Some(version), Some(major)) if major >= OLDEST_NODE => {
            present(&format!("Node {version}"));
            return Ok(());
        }
        (Some(version), _) => (format!("Node is {version}, older than {OLDEST_NODE}"), "install a newer one"),
        (None, _) => (format!("Node is missing, {OLDEST_NODE} or newer is needed"), "install it"),
    };
    Err(Failure::of(what)
        .help(format!("{help} with the system's packages or from the makers of Node, so that `node` is on PATH")))
}

/// Makes sure that the packages in the folder's `package-lock.json` are installed, and adds their programs to the
/// toolbox.
pub fn packages(tools: &Toolbox, name: &str) -> Result<Toolbox, Failure> {
    let folder = paths::root().join(name);
    let lock = Lock { list: folder.join("package-lock.json"), copy: folder.join("node_modules/.installed-lock.json") };
    let what = format!("npm packages of {name}");
    if lock.is_followed() {
        present(&what);
    } else {
        let install = || {
            let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
            run_logged(tools.command("npm", arguments).current_dir(&folder), "npm")?;
            lock.followed()
        };
        let help =
            "check that this machine can reach the npm registry or the mirror in npm's configuration, then ask again";
        task(&format!("installing the {what}"), install).map_err(|failure| failure.help(help))?;
    }
    tools.with_folder(&folder.join("node_modules/.bin"))
}

/// The first number of a version such as `v20.11.1`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}
