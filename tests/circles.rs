//! Files that import each other in a circle can only be read all at once: no file of the engine, the report or the draft
//! imports one that leads back to it.

#![expect(clippy::expect_used, reason = "a test that cannot read the source has nothing to go on with")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The steps to a module from the root of the crate.
type Module = Vec<String>;

/// The modules of the crate, by the text of their files without comments, tests and declarations of other modules.
struct Crate(BTreeMap<Module, String>);

#[test]
fn no_file_imports_one_that_leads_back_to_it() {
    let found = Crate::read().circles(&["engine", "report", "draft", "ui"]);
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn circles_are_seen_through_groups_bare_names_and_names_passed_on() {
    let of = |files: &[(&str, &str)]| {
        let module = |path: &str| path.split('/').map(ToOwned::to_owned).collect();
        Crate(files.iter().map(|(path, text)| (module(path), plain(text))).collect()).circles(&["a"])
    };
    assert_eq!(of(&[("a", ""), ("a/b", "use super::{\n    c::{C, D},\n};"), ("a/c", "")]), Vec::<String>::new());
    assert_eq!(
        of(&[("a", ""), ("a/b", "use super::c::C;"), ("a/c", "fn f() { super::b::g() }")]),
        ["a::b → a::c → a::b"]
    );
    assert_eq!(of(&[("a", "use b::B;"), ("a/b", "use super::A;")]), ["a → a::b → a"]);
    let passed_on = [("a", "pub use b::B;\npub use c::D;"), ("a/b", "use crate::a::D;"), ("a/c", "use super::B;")];
    assert_eq!(of(&passed_on), ["a::b → a::c → a::b"]);
    assert_eq!(of(&[("a", "pub use b::B;"), ("a/b", "// use super::c;\nuse super::A;")]), Vec::<String>::new());
}

impl Crate {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let (mut folders, mut files) = (vec![(root, Module::new())], BTreeMap::new());
        while let Some((folder, module)) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder of source") {
                let path = entry.expect("a folder entry").path();
                let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
                let inner = [module.as_slice(), std::slice::from_ref(&name)].concat();
                if path.is_dir() {
                    folders.push((path, inner));
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let module = if name == "mod" { module.clone() } else { inner };
                    files.insert(module, plain(&fs::read_to_string(path).expect("a text")));
                }
            }
        }
        Self(files)
    }

    /// The circles among the files of these layers, each told once.
    fn circles(&self, layers: &[&str]) -> Vec<String> {
        let inside = |module: &&Module| module.first().is_some_and(|layer| layers.contains(&layer.as_str()));
        let imports: BTreeMap<&Module, BTreeSet<Module>> =
            self.0.keys().filter(inside).map(|module| (module, self.imports(module))).collect();
        let mut told = BTreeSet::new();
        let mut circles = Vec::new();
        for start in imports.keys() {
            let Some(circle) = way_back(start, &imports) else { continue };
            if !circle.iter().any(|module| told.contains(module)) {
                let names: Vec<String> = circle.iter().map(|module| module.join("::")).collect();
                circles.push(names.join(" → "));
            }
            told.extend(circle);
        }
        circles
    }

    /// The modules that a file names, but for what it only passes on.
    fn imports(&self, module: &Module) -> BTreeSet<Module> {
        let text = self.0.get(module).map(String::as_str).unwrap_or_default();
        let named = paths(text).into_iter().filter(|(passed_on, _)| !passed_on);
        let mut imports: BTreeSet<Module> = named.filter_map(|(_, path)| self.resolve(module, &path)).collect();
        imports.remove(module);
        imports
    }

    /// The module in which a path written in another one ends.
    fn resolve(&self, from: &Module, path: &[String]) -> Option<Module> {
        let mut module = from.clone();
        let mut rest = path.iter();
        let mut next = rest.next()?;
        match next.as_str() {
            "crate" => module.clear(),
            "self" => {}
            "super" => _ = module.pop(),
            // A bare name is a module of this file, or another crate.
            _ => {
                module.push(next.clone());
                self.0.get(&module)?;
            }
        }
        loop {
            let Some(step) = rest.next() else { return Some(module) };
            next = step;
            if next == "super" {
                module.pop();
                continue;
            }
            module.push(next.clone());
            if !self.0.contains_key(&module) {
                module.pop();
                return Some(self.passed_on(&module, next).unwrap_or(module));
            }
        }
    }

    /// Where a name comes from that a module passes on.
    fn passed_on(&self, module: &Module, name: &str) -> Option<Module> {
        let text = self.0.get(module)?;
        let named = |path: &[String]| path.last().is_some_and(|last| last == name);
        let (_, path) = paths(text).into_iter().find(|(passed_on, path)| *passed_on && named(path))?;
        self.resolve(module, &path)
    }
}

/// The shortest way from a module back to itself.
fn way_back(start: &Module, imports: &BTreeMap<&Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    let mut ways = vec![vec![start.clone()]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in way.last().and_then(|last| imports.get(last)).into_iter().flatten() {
                let way = [way.as_slice(), std::slice::from_ref(next)].concat();
                if next == start {
                    return Some(way);
                }
                if seen.insert(next.clone()) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

/// A file without its comments and its tests.
fn plain(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every path of a `use`, and every other one that starts at the root or above; with whether it is only passed on.
fn paths(text: &str) -> Vec<(bool, Vec<String>)> {
    let mut paths = Vec::new();
    for statement in text.split_inclusive([';', '{', '}']).scan(0, |at, part| {
        let start = *at;
        *at += part.len();
        text.get(start..)
    }) {
        let line = statement.trim_start();
        let public = line.strip_prefix("pub ").or_else(|| line.strip_prefix("pub(super) "));
        if let Some(tree) = public.unwrap_or(line).strip_prefix("use ") {
            let mut found = Vec::new();
            expand(tree, &[], &mut found);
            paths.extend(found.into_iter().map(|path| (public.is_some(), path)));
        }
    }
    for root in ["crate::", "super::"] {
        for (at, _) in text.match_indices(root) {
            let before = text.get(..at).unwrap_or_default();
            let whole = !before.ends_with(|c: char| c == ':' || c.is_alphanumeric() || c == '_');
            // What stands in a `use` is read above.
            if whole && !before.ends_with("use ") {
                let mut found = Vec::new();
                expand(text.get(at..).unwrap_or_default(), &[], &mut found);
                paths.extend(found.into_iter().map(|path| (false, path)));
            }
        }
    }
    paths
}

/// The paths of a tree such as `a::{b, c::D}`, and what is left of the text behind it.
fn expand<'t>(tree: &'t str, before: &[String], found: &mut Vec<Vec<String>>) -> &'t str {
    let tree = tree.trim_start();
    if let Some(mut rest) = tree.strip_prefix('{') {
        while !rest.trim_start().starts_with('}') && !rest.trim_start().is_empty() {
            rest = expand(rest, before, found).trim_start();
            rest = rest.strip_prefix(',').unwrap_or(rest);
        }
        return rest.trim_start().strip_prefix('}').unwrap_or_default();
    }
    let end = tree.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    let path = [before, &[name.to_owned()]].concat();
    if let Some(rest) = rest.strip_prefix("::") {
        return expand(rest, &path, found);
    }
    // The name it goes by here leads nowhere else.
    if let Some(renamed) = rest.strip_prefix(" as ") {
        let end = renamed.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(renamed.len());
        found.push(path);
        return renamed.get(end..).unwrap_or_default();
    }
    found.push(path);
    // A sign that belongs to no tree, such as `*`, is passed over.
    if name.is_empty() { rest.get(rest.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default() } else { rest }
}
