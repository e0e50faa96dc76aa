//! `cargo xtask style`.

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
/// `style/index.css` names the parts, one a line, as `@import "part.css" layer(part);`. A part imports nothing.
pub fn joined(sources: &Path) -> Result<String, Failure> {
    let read = |name: &str| files::text(&sources.join(FOLDER).join(name));
    join(&read(ENTRY)?, read)
}

/// The entry with each import replaced by the part it names, inside that part's layer.
fn join(entry: &str, read: impl Fn(&str) -> Result<String, Failure>) -> Result<String, Failure> {
    let mut joined = String::new();
    for (line, number) in entry.lines().zip(1..) {
        // Writing to a string cannot fail.
        let _ = if is_import(line) {
            let wrong = || Failure::of(format!("{FOLDER}/{ENTRY}, line {number}: `{line}` is not an import of a part"));
            let form = "write it as `@import \"part.css\" layer(part);`";
            let (name, layer) = import(line).ok_or_else(|| wrong().mend(form))?;
            let part = read(name)?;
            if part.lines().any(is_import) {
                let what = format!("{FOLDER}/{name} imports another part");
                return Err(Failure::of(what).mend(format!("import that part in {FOLDER}/{ENTRY}")));
            }
            writeln!(joined, "@layer {layer} {{\n{}\n}}", part.trim_end())
        } else {
            writeln!(joined, "{line}")
        };
    }
    Ok(joined)
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
        let joined = join(entry, |name| Ok(format!(".{name} {{}}\n"))).unwrap();
        assert_eq!(joined, "@layer a, b;\n@layer a {\n.a {}\n}\n@layer b {\n.b {}\n}\n");
    }

    #[test]
    fn other_imports_are_refused() {
        for entry in ["@import \"a\";", "@import url(a) layer(a);", "@import \"a\" layer(a) print;"] {
            assert!(join(entry, |_| Ok(String::new())).is_err(), "{entry}");
        }
        assert!(join("@import \"a\" layer(a);", |_| Ok("@import \"b\" layer(b);".into())).is_err());
    }
}
