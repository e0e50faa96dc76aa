//! Building the widget.

use std::fs::{self, DirEntry};
use std::path::PathBuf;
use std::process::Command;
use std::{env, io};

use crate::command::run_shown;
use crate::failure::Failure;
use crate::paths::DIST;
use crate::toolbox::Toolbox;

/// Trunk with these arguments.
pub fn trunk(tools: &Toolbox, arguments: &[&str]) -> Command {
    let mut trunk = tools.command("trunk", arguments.iter().copied());
    if env::var_os("NO_COLOR").is_some() {
        // Of all the values that mean the same to other programs, Trunk takes only this one.
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

/// Builds the release widget into `dist`, and says what it weighs.
pub fn build(tools: &Toolbox) -> Result<(), Failure> {
    run_shown(&mut trunk(tools, &["build", "--quiet", "--release", "--locked", "--dist", DIST]))?;
    minify(tools)?;
    run_shown(&mut tools.command("node", ["xtask/size.mjs", DIST]))
}

/// Takes out of scripts and stylesheets what only people read. Trunk's own way of it fails on what wasm-bindgen writes.
fn minify(tools: &Toolbox) -> Result<(), Failure> {
    let entries = fs::read_dir(DIST)
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .map_err(|error| Failure::of(format!("could not list {DIST}: {error}")))?;
    let is_text = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "js" || kind == "css");
    let texts = entries.iter().map(DirEntry::path).filter(is_text);
    let options = ["--minify", "--log-level=warning", "--allow-overwrite", "--outdir=dist"];
    run_shown(tools.command("esbuild", options).args(texts))
}
