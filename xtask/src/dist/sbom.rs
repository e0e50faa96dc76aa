//! The list of what is inside the module, in `CycloneDX`.

use std::collections::BTreeSet;

use cargo_metadata::Package;
use serde_json::{Value, json};

use super::Place;
use super::crates::Crate;
use super::version::Version;
use crate::command::answer;
use crate::failure::Failure;
use crate::files;
use crate::locked::Locked;
use crate::toolbox::Toolbox;

const FILE: &str = "sbom.cdx.json";

/// What the list calls the standard library, which is part of every module.
const STD: &str = "rust-std";

/// Writes the list.
pub fn write(tools: &Toolbox, place: &Place, version: &Version, crates: &[Crate]) -> Result<(), Failure> {
    let rustc = answer(&mut tools.command("rustc", ["--version"]))
        .ok_or_else(|| Failure::of("rustc does not say its version"))?;
    let rust = rustc.split_whitespace().nth(1).unwrap_or_default();
    let list = list(version, crates, &Locked::of(&place.sources)?, rust);
    let text = serde_json::to_string_pretty(&list).map_err(|error| Failure::of(format!("{FILE}: {error}")))?;
    files::write(&place.output.join(FILE), text + "\n")
}

/// The widget, what it is made of, and what calls what.
fn list(version: &Version, crates: &[Crate], locked: &Locked, rust: &str) -> Value {
    let std = json!({
        "type": "library",
        "bom-ref": STD,
        "name": STD,
        "version": rust,
        "description": "The standard library of Rust, as far as the module calls it.",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    });
    let foreign = crates.iter().filter(|krate| krate.package.source.is_some());
    let components = [std].into_iter().chain(foreign.map(|krate| component(&krate.package, locked)));
    let calls = crates.iter().map(|krate| {
        let called = krate.needs.iter().filter_map(|id| crates.iter().find(|other| other.package.id == *id));
        let called: BTreeSet<String> = called.map(|other| reference(&other.package)).chain([STD.to_owned()]).collect();
        json!({ "ref": reference(&krate.package), "dependsOn": called })
    });
    let widget = crates.iter().find(|krate| krate.package.source.is_none()).map(|krate| {
        json!({
            "type": "application",
            "bom-ref": reference(&krate.package),
            "name": krate.package.name.as_str(),
            "version": version.number,
            "description": krate.package.description,
        })
    });
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "timestamp": version.released, "component": widget },
        "components": components.collect::<Vec<_>>(),
        "dependencies": calls.collect::<Vec<_>>(),
    })
}

/// A crate of the registry, with what the registry says of it.
fn component(package: &Package, locked: &Locked) -> Value {
    let version = package.version.to_string();
    let checksum = locked.checksum(&package.name, &version);
    // In the form before expressions a stroke is an "or".
    let licence = package.license.as_ref().map(|text| text.replace('/', " OR "));
    json!({
        "type": "library",
        "bom-ref": reference(package),
        "purl": reference(package),
        "name": package.name.as_str(),
        "version": version,
        "description": package.description,
        "licenses": licence.iter().map(|licence| json!({ "expression": licence })).collect::<Vec<_>>(),
        "hashes": checksum.iter().map(|sum| json!({ "alg": "SHA-256", "content": sum })).collect::<Vec<_>>(),
    })
}

/// A package URL, by which the parts of the list name each other.
fn reference(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version)
}
