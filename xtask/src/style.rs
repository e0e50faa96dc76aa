//! `cargo xtask style`.

mod layers;

use std::fmt::Write as _;
use std::path::Path;

use crate::failure::Failure;
use crate::files;

const FOLDER: &str = "style";
const ENTRY: &str = "index.css";
const OUTPUT: &str = "target/zhice.css";

/// Leaves the joined stylesheet where Trunk looks for it.
pub fn run() -> Result<(), Failure> {
    files::write(Path::new(OUTPUT), joined(Path::new("."))?)
}

/// The stylesheet of the sources in the folder as one file, so that a page asks for it once.
///
/// `style/index.css` names the layers, `@layer one, other;`, and the parts, one a line, as
/// `@import "part.css" layer(one);`. A part imports nothing.
pub fn joined(sources: &Path) -> Result<String, Failure> {
    let read = |name: &str| files::text(&sources.join(FOLDER).join(name));
    join(&read(ENTRY)?, read)
}

/// What the entry imports, each part lowered to the rank of its layer.
fn join(entry: &str, read: impl Fn(&str) -> Result<String, Failure>) -> Result<String, Failure> {
    let mut joined = String::new();
    let mut order = Vec::new();
    for (line, number) in entry.lines().zip(1..) {
        if let Some(layers) = layers(line) {
            order = layers;
            continue;
        }
        let wrong = || Failure::of(format!("{FOLDER}/{ENTRY}, line {number}: `{line}` is not an import of a part"));
        let (name, layer) =
            import(line).ok_or_else(|| wrong().help("write it as `@import \"part.css\" layer(part);`"))?;
        let rank = order
            .iter()
            .position(|known| *known == layer)
            .ok_or_else(|| wrong().help(format!("name the layer `{layer}` in the first line, `@layer …;`")))?;
        let part = read(name)?;
        if part.lines().any(is_import) {
            let what = format!("{FOLDER}/{name} imports another part");
            return Err(Failure::of(what).help(format!("import that part in {FOLDER}/{ENTRY}")));
        }
        let lowered = layers::lower(&part, rank).map_err(|selector| {
            Failure::of(format!("{FOLDER}/{name}: `{selector}` names no class that begins with `.zhice`"))
                .help("a rule for anything on a page is not for the widget: begin it with `.zhice`")
        })?;
        // Writing to a string cannot fail.
        _ = writeln!(joined, "{}", lowered.trim());
    }
    Ok(joined)
}

/// The layers of `@layer one, other;`, the strongest last.
fn layers(line: &str) -> Option<Vec<&str>> {
    let names = line.trim().strip_prefix("@layer ")?.strip_suffix(';')?;
    Some(names.split(',').map(str::trim).collect())
}

fn is_import(line: &str) -> bool {
    line.trim_start().starts_with("@import")
}

/// The file and the layer of `@import "file" layer(layer);`.
fn import(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.trim().strip_prefix("@import \"")?.split_once('"')?;
    let layer = rest.trim_start().strip_prefix("layer(")?.strip_suffix(");")?;
    Some((name, layer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_take_the_place_of_their_imports() {
        let entry = "@layer a, b;\n@import \"a\" layer(a);\n@import \"b\" layer(b);\n";
        let joined = join(entry, |name| Ok(format!(".zhice-{name} {{}}\n"))).unwrap();
        assert_eq!(joined, ".zhice-a {}\n.zhice-b:not(#_) {}\n");
    }

    #[test]
    fn other_imports_are_refused() {
        for entry in
            ["@import \"a\";", "@import url(a) layer(a);", "@import \"a\" layer(a) print;", "@import \"a\" layer(b);"]
        {
            assert!(join(&format!("@layer a;\n{entry}"), |_| Ok(String::new())).is_err(), "{entry}");
        }
        let nested = join("@layer a;\n@import \"a\" layer(a);", |_| Ok("@import \"b\" layer(b);".into()));
        assert!(nested.is_err());
    }
}
