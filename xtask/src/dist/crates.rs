//! The crates that the module is made of.

use std::collections::BTreeSet;
use std::path::Path;

use cargo_metadata::{DependencyKind, MetadataCommand, NodeDep, Package, PackageId};

use crate::command::answer;
use crate::failure::Failure;
use crate::rust::BROWSER;
use crate::toolbox::Toolbox;

/// The feature of the project that the widget is built with, and no other.
pub const FEATURE: &str = "split";

/// A crate that leaves code in the module, and those it calls.
pub struct Crate {
    pub package: Package,
    pub needs: Vec<PackageId>,
}

/// The widget, which the sources in the folder are, and every crate it needs when it runs, by name.
pub fn shipped(tools: &Toolbox, sources: &Path) -> Result<Vec<Crate>, Failure> {
    let wrong = || Failure::of("cargo does not say which crates the widget needs");
    let compiled = compiled(tools, sources).ok_or_else(wrong)?;
    let ask = ["metadata", "--format-version", "1", "--locked", "--filter-platform", BROWSER];
    let features = ["--no-default-features", "--features", FEATURE];
    let said = answer(tools.command("cargo", ask).args(features).current_dir(sources)).ok_or_else(wrong)?;
    let metadata = MetadataCommand::parse(said).map_err(|error| wrong().detail(error.to_string()))?;
    let nodes = metadata.resolve.ok_or_else(wrong)?.nodes;

    let mut packages = metadata.packages;
    packages.retain(|package| compiled.contains(&(package.name.to_string(), package.version.to_string())));
    packages.sort_by_key(|package| (package.name.clone(), package.version.clone()));
    let ids: BTreeSet<PackageId> = packages.iter().map(|package| package.id.clone()).collect();
    let needs = |id: &PackageId| {
        let runs = |dep: &&NodeDep| dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal);
        let deps = nodes.iter().filter(|node| node.id == *id).flat_map(|node| node.deps.iter().filter(runs));
        deps.map(|dep| dep.pkg.clone()).filter(|id| ids.contains(id)).collect()
    };
    Ok(packages.into_iter().map(|package| Crate { needs: needs(&package.id), package }).collect())
}

/// Name and version of each crate that is compiled into the module.
///
/// Cargo's list of packages knows too many: it switches on what the tests and this program want of a crate as well.
fn compiled(tools: &Toolbox, sources: &Path) -> Option<BTreeSet<(String, String)>> {
    let tree = ["tree", "--locked", "--package", "zhice", "--no-default-features", "--features", FEATURE];
    let plain = ["--target", BROWSER, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
    let lines = answer(tools.command("cargo", tree).args(plain).current_dir(sources))?;
    lines.lines().map(name_and_version).collect()
}

/// What `serde v1.0.0 (*)` names.
fn name_and_version(line: &str) -> Option<(String, String)> {
    let mut words = line.split_whitespace();
    Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn what_only_tests_or_the_compiler_need_is_not_listed() {
        let crates = shipped(&Toolbox::of_user(), paths::root()).unwrap();
        let has = |name: &str| crates.iter().any(|krate| krate.package.name == name);
        assert!(["zhice", "leptos", "serde", "wasm-bindgen"].into_iter().all(has));
        // Of the tests, of the command line, of this program, macros, and a feature that only others switch on.
        assert!(!["proptest", "clap", "brotli", "serde_derive", "getrandom"].into_iter().any(has));
    }
}
