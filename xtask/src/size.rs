//! `cargo xtask size`: the weight of what is shipped, by stage, and what each module is made of.
//!
//! A function counts with its bytes before compression, by the names that the compiler gave it. What travels is about a
//! quarter of that.

use std::collections::BTreeMap;

use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::dist;
use crate::dist::order::Functions;
use crate::failure::Failure;
use crate::files;
use crate::setup;

/// How many rows of a table are worth reading.
const ROWS: usize = 25;

/// Code that comes about in many places, by a word in its names.
const FAMILIES: [&str; 12] = [
    "core::slice::sort",
    "collections::btree",
    "any_view",
    "any_attribute",
    "reactive_graph::computed",
    "reactive_graph::effect",
    "drop_in_place",
    "serde",
    "json::shape",
    "core::fmt",
    "FromIterator",
    "dlmalloc",
];

/// A function of a module, by its name in Rust.
struct Function {
    name: String,
    bytes: usize,
}

/// Builds the deliverable, and says what it weighs and why.
pub fn run() -> Result<(), Failure> {
    dist::build(&setup::for_building()?)?;
    for file in dist::named_modules()? {
        let functions = functions(&files::read(&file)?)
            .map_err(|error| Failure::of(format!("{} cannot be read: {error}", file.display())))?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let bytes: usize = functions.iter().map(|function| function.bytes).sum();
        println!("\n{name}: {} functions, {} kB before compression", functions.len(), bytes / 1000);
        table("crate", &functions, |name| vec![path(name).first().copied().unwrap_or("?").to_owned()]);
        table("module", &functions, |name| {
            let path = path(name);
            if path.first() == Some(&"zhice") { vec![path.get(..3).unwrap_or(&path).join("::")] } else { Vec::new() }
        });
        let family =
            |name: &str| FAMILIES.iter().filter(|word| name.contains(*word)).map(|&word| word.to_owned()).collect();
        table("family", &functions, family);
    }
    Ok(())
}

/// Adds functions up by what they are counted under, the heaviest first.
fn table(title: &str, functions: &[Function], under: impl Fn(&str) -> Vec<String>) {
    let mut sums: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for function in functions {
        for name in under(&function.name) {
            let (bytes, count) = sums.entry(name).or_default();
            *bytes += function.bytes;
            *count += 1;
        }
    }
    let mut rows: Vec<_> = sums.into_iter().collect();
    rows.sort_by_key(|(_, (bytes, _))| std::cmp::Reverse(*bytes));
    println!("\n  by {title}, kB and functions");
    for (name, (bytes, count)) in rows.into_iter().take(ROWS) {
        println!("  {:>8.1} {count:>6}  {name}", kilobytes(bytes));
    }
}

#[expect(clippy::cast_precision_loss, reason = "no module is that large")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// The functions of a module that has their names.
fn functions(module: &[u8]) -> wasmparser::Result<Vec<Function>> {
    let Functions { imported, bodies } = Functions::of(module)?;
    let mut names = names(module)?;
    let function = |(number, body): (u32, &[u8])| {
        let name = names.remove(&number).unwrap_or_default();
        Function { name, bytes: body.len() }
    };
    Ok((imported..).zip(bodies).map(function).collect())
}

/// What the functions of a module are called in Rust, by their numbers.
fn names(module: &[u8]) -> wasmparser::Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Name(subsections) = section.as_known() else { continue };
        for subsection in subsections {
            let Name::Function(functions) = subsection? else { continue };
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, format!("{:#}", demangle(naming.name)));
            }
        }
    }
    Ok(names)
}

/// The steps of the first path in a name: of the type, where it is a method of a trait.
fn path(name: &str) -> Vec<&str> {
    let plain = name.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let plain = plain.strip_prefix("dyn ").unwrap_or(plain);
    let end = plain.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(plain.len());
    plain.get(..end).unwrap_or_default().split("::").filter(|step| !step.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_where_it_is_from() {
        assert_eq!(path("zhice::ui::app::App::{{closure}}"), ["zhice", "ui", "app", "App"]);
        assert_eq!(path("<zhice::pack::Pack as core::clone::Clone>::clone"), ["zhice", "pack", "Pack"]);
        assert_eq!(path("<&mut dyn core::fmt::Write>::write"), ["mut"]);
        assert_eq!(path(""), Vec::<&str>::new());
    }
}
