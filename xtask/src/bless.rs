//! `cargo xtask bless`.

use crate::command::run_shown;
use crate::failure::Failure;
use crate::toolbox::Toolbox;

/// Runs the tests that have golden files, and lets them rewrite these.
pub fn run() -> Result<(), Failure> {
    run_shown(Toolbox::of_user().command("cargo", ["test", "--workspace", "--locked"]).env("ZHICE_BLESS", "1"))
        .map_err(|failure| failure.help("what failed above is not a matter of golden files; mend it first"))?;
    println!("\nthe golden files are rewritten; read `git diff` before you keep them");
    Ok(())
}
