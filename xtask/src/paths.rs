//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// The Playwright tests, with their own `package.json`.
pub const E2E: &str = "tests/e2e";

/// Browsers of the age of the floor, with their own list of packages.
pub const OLD: &str = "tests/e2e/old";

/// Validators of other makers, for the published schemas, with their own lists of packages.
pub const SCHEMAS: &str = "tests/schemas";

/// Forms of other makers beside our page in a browser, with their own list of packages.
pub const BROWSER_BENCH: &str = "benches/browser";

/// The rules of one track for engines of other makers, with their own lists of packages.
pub const PEERS: &str = "benches/peers";

/// What is shipped.
pub const DIST: &str = "dist";

/// The folder that holds the workspace. Every relative path in this program starts here.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The folder of this program, where cargo puts the other programs of the workspace too.
pub fn programs() -> PathBuf {
    let program = env::current_exe().ok();
    program.as_deref().and_then(Path::parent).map_or_else(|| root().join("target/debug"), Path::to_path_buf)
}

/// The folder of all that cargo builds.
pub fn target() -> PathBuf {
    let programs = programs();
    programs.parent().map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// Where the validators work.
pub fn schemas() -> PathBuf {
    target().join("schemas")
}

/// Where the output of the set-up named so is kept.
pub fn log(name: &str) -> PathBuf {
    let path = target().join("xtask").join(format!("{name}.log"));
    path.strip_prefix(root()).map(Path::to_path_buf).unwrap_or(path)
}

/// Where tools that the machine lacks are installed, for this user and apart from the user's own.
pub fn tools() -> PathBuf {
    cache().join("tools")
}

/// Where the workspace is built again, apart from itself. Each checkout has a folder of its own there.
pub fn elsewhere() -> PathBuf {
    let digest = Sha256::digest(root().as_os_str().as_encoded_bytes());
    let name: String = format!("{digest:x}").chars().take(8).collect();
    cache().join("again").join(name)
}

/// What this program keeps for the user.
fn cache() -> PathBuf {
    let cache = env::var_os("XDG_CACHE_HOME")
        .filter(|path| !path.is_empty())
        .map_or_else(|| PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cache"), PathBuf::from);
    cache.join("zhice")
}
