//! The module: compiled, given its glue, made small.

use std::collections::BTreeSet;
use std::env;
use std::path::PathBuf;

use super::crates::{Crate, FEATURE};
use super::split::{Chunk, split};
use super::{Place, order};
use crate::command::answer;
use crate::failure::Failure;
use crate::rust::BROWSER;
use crate::toolbox::Toolbox;
use crate::{files, glue};

/// What it is called while it is worked on; its glue beside it is `widget.js`.
pub const MODULE: &str = "widget_bg.wasm";

/// Where the modules are kept with the names of their functions, for whoever weighs them.
pub const NAMED: &str = "named";

/// What says which pieces there are beside the first module.
const CHUNKS: &str = "chunks.json";

/// What the stamps of `wasm_split` begin with, and how long the digest behind it is.
const STAMP: &[u8] = b"_WASM_SPLIT_MARKER_";
const STAMP_DIGITS: usize = 16;

/// The pieces beside the first module that were built last.
pub fn chunks_built(place: &Place) -> Result<Vec<Chunk>, Failure> {
    serde_json::from_str(&files::text(&place.work().join(CHUNKS))?)
        .map_err(|error| Failure::of(format!("{CHUNKS} cannot be read: {error}")))
}

/// Compiles the widget and leaves its modules and their glue where things are worked on. Gives the pieces beside the
/// first module.
pub fn build(tools: &Toolbox, place: &Place, crates: &[Crate]) -> Result<Vec<Chunk>, Failure> {
    let build = ["build", "--quiet", "--bin", "widget", "--profile", "widget", "--target", BROWSER, "--locked"];
    let features = ["--no-default-features", "--features", FEATURE];
    let mut flags = unplaced(tools, place, crates)?;
    // By these the module is taken apart.
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    let flags = format!("target.{BROWSER}.rustflags={flags:?}");
    let mut cargo = tools.command("cargo", build.into_iter().chain(features));
    // Flags of this machine's user would make another module.
    cargo.current_dir(&place.sources).env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    place.run(cargo.args(["--config", &flags]).env("CARGO_TARGET_DIR", &place.target))?;

    let compiled = files::read(&place.target.join(BROWSER).join("widget/widget.wasm"))?;
    let first = place.work().join("first/widget.wasm");
    let chunks = split(&compiled, &first, &place.work())?;
    glue::write(&first, &place.work())?;
    let list = serde_json::to_string(&chunks).map_err(|error| Failure::of(format!("{CHUNKS}: {error}")))?;
    files::write(&place.work().join(CHUNKS), list)?;

    for name in chunks.iter().map(Chunk::file).chain([MODULE.to_owned()]) {
        let module = place.work().join(&name);
        let mut content = files::read(&module)?;
        blank_stamps(&mut content);
        files::write(&module, &content)?;
        files::write(&place.work().join(NAMED).join(&name), &content)?;
        // What makes it smaller still makes it larger once it is compressed.
        let small = ["-O1", "--strip-producers", "--strip-target-features", "--output"];
        place.run(tools.command("wasm-opt", small).args([&module, &module]))?;
        files::write(&module, &order::ordered(&files::read(&module)?)?)?;
        if let Some(folder) = named(&files::read(&module)?, [&place.sources, &place.target].into_iter().chain(&home()))
        {
            return Err(Failure::of(format!("the module names {}", folder.display()))
                .help("give what is there a name without its place in xtask/src/dist/wasm.rs"));
        }
    }
    Ok(chunks)
}

/// What makes the compiler name a source without the folder it is in on this machine.
///
/// The project's own are compiled by their path from its root, but for what `build.rs` makes. The standard library's
/// go by a name of their own, until their text is installed as well (`rust-src`): then by where it is.
fn unplaced(tools: &Toolbox, place: &Place, crates: &[Crate]) -> Result<Vec<String>, Failure> {
    let foreign = crates.iter().filter(|krate| krate.package.source.is_some());
    let folders: BTreeSet<PathBuf> =
        foreign.filter_map(|krate| Some(krate.package.manifest_path.parent()?.parent()?.into())).collect();
    let crates = folders.into_iter().map(|folder| (folder, "crates".to_owned()));

    let rustc = |argument| {
        answer(tools.command("rustc", [argument]).current_dir(&place.sources))
            .ok_or_else(|| Failure::of(format!("`rustc {argument}` does not answer")))
    };
    let (root, version) = (rustc("--print=sysroot")?, rustc("-vV")?);
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let library = (PathBuf::from(root).join("lib/rustlib/src/rust"), format!("/rustc/{commit}"));

    let own = [(place.target.clone(), "target".to_owned()), library];
    let name = |(folder, name): (PathBuf, String)| format!("--remap-path-prefix={}={name}", folder.display());
    Ok(crates.chain(own).map(name).collect())
}

/// Makes the stamps equal that a crate of Leptos exports: each is a digest of the folder the crate is in.
fn blank_stamps(module: &mut [u8]) {
    let mut at = 0;
    while let Some(found) = module.get(at..).and_then(|rest| position(rest, STAMP)) {
        at += found + STAMP.len();
        for digit in module.iter_mut().skip(at).take(STAMP_DIGITS) {
            *digit = b'0';
        }
    }
}

/// The first of the folders that the module names.
fn named<'a>(module: &[u8], folders: impl Iterator<Item = &'a PathBuf>) -> Option<&'a PathBuf> {
    let mut long = folders.filter(|folder| folder.components().count() > 1);
    long.find(|folder| position(module, format!("{}/", folder.display()).as_bytes()).is_some())
}

/// The folder of the user, where there is one.
fn home() -> Option<PathBuf> {
    env::var_os("HOME").map(PathBuf::from)
}

fn position(within: &[u8], what: &[u8]) -> Option<usize> {
    within.windows(what.len()).position(|bytes| bytes == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_says_nothing() {
        let mut module = *b"a _WASM_SPLIT_MARKER_0123456789abcdefversion b _WASM_SPLIT_MARKER_fedcba9876543210";
        blank_stamps(&mut module);
        assert_eq!(&module, b"a _WASM_SPLIT_MARKER_0000000000000000version b _WASM_SPLIT_MARKER_0000000000000000");
    }

    #[test]
    fn a_folder_that_is_named_is_found() {
        let folders = ["/", "/home/one", "/home/other"].map(PathBuf::from);
        let first = |module: &[u8]| named(module, folders.iter()).cloned();
        assert_eq!(first(b"\0/home/other/src/lib.rs\0"), Some(folders[2].clone()));
        assert_eq!(first(b"\0/rustc/lib.rs\0/home/others\0"), None);
    }
}
