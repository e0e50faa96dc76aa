//! Supply chain: what the project is made of, held against the rules in `deny.toml` by cargo-deny.

use crate::command::{run_logged, run_shown};
use crate::failure::Failure;
use crate::paths;
use crate::toolbox::Toolbox;

/// Where the reason is when the database of known weaknesses cannot be had.
const LOG: &str = "advisories";

/// Every crate has a licence from the list, comes from the registry, is not banned, and has no known weakness.
///
/// The last is held only where the database of weaknesses can be reached; elsewhere that is said.
pub fn check(tools: &Toolbox) -> Result<(), Failure> {
    let mut kinds = vec!["licenses", "bans", "sources"];
    if run_logged(&mut tools.command("cargo-deny", ["fetch", "db"]), LOG).is_ok() {
        kinds.push("advisories");
    } else {
        let log = paths::log(LOG);
        println!("  NOT CHECKED for known weaknesses: the database of RustSec cannot be reached from this machine;");
        println!("  {} says why", log.display());
    }
    let check = ["--workspace", "--locked", "check", "--hide-inclusion-graph"];
    run_shown(tools.command("cargo-deny", check).args(kinds))
}
