//! The module: compiled, given its glue, made small.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Place;
use super::crates::{Crate, FEATURE};
use crate::failure::Failure;
use crate::rust::BROWSER;
use crate::toolbox::Toolbox;

/// What it is called while it is worked on; its glue beside it is `widget.js`.
pub const MODULE: &str = "widget_bg.wasm";

/// Compiles the widget and leaves the module and its glue where things are worked on.
pub fn build(tools: &Toolbox, place: &Place, crates: &[Crate]) -> Result<(), Failure> {
    let build = ["build", "--quiet", "--bin", "widget", "--profile", "widget", "--target", BROWSER, "--locked"];
    let features = ["--no-default-features", "--features", FEATURE];
    let flags = format!("target.{BROWSER}.rustflags={:?}", unplaced(crates));
    let mut cargo = tools.command("cargo", build.into_iter().chain(features));
    // Flags of this machine's user would make another module.
    cargo.current_dir(&place.sources).env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    place.run(cargo.args(["--config", &flags]).env("CARGO_TARGET_DIR", &place.target))?;

    let compiled = place.target.join(BROWSER).join("widget/widget.wasm");
    // The loader says where the module is.
    let glue = ["--target", "web", "--no-typescript", "--omit-default-module-path", "--out-dir"];
    place.run(tools.command("wasm-bindgen", glue).arg(place.work()).arg(compiled))?;

    let module = place.work().join(MODULE);
    let small = ["-Oz", "--strip-producers", "--strip-target-features", "--output"];
    place.run(tools.command("wasm-opt", small).args([&module, &module]))
}

/// What makes the compiler name the source of a crate without the folder it is in on this machine.
///
/// The project's own sources are compiled by their path from its root.
fn unplaced(crates: &[Crate]) -> Vec<String> {
    let foreign = crates.iter().filter(|krate| krate.package.source.is_some());
    let folders: BTreeSet<PathBuf> =
        foreign.filter_map(|krate| Some(krate.package.manifest_path.parent()?.parent()?.into())).collect();
    folders.iter().map(|folder| format!("--remap-path-prefix={}=crates", folder.display())).collect()
}
