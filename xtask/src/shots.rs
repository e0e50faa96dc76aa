//! `cargo xtask shots`.

use crate::command::run_shown;
use crate::failure::Failure;
use crate::paths::E2E;
use crate::{dist, setup};

/// Builds the release widget and runs the Playwright tests marked `@shots`, which leave pictures in `shots`.
pub fn run() -> Result<(), Failure> {
    let tools = setup::for_browsing()?;
    dist::build(&tools)?;
    run_shown(tools.command("playwright", ["test"]).current_dir(E2E).env("ZHICE_SHOTS", "1"))?;
    println!("\nthe pictures are in shots/");
    Ok(())
}
