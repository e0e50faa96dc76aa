//! The module in stages: what the first page needs, and what comes after it.

use std::path::Path;

use serde::{Deserialize, Serialize};
use wasm_split_cli_support::{Options, transform};

use crate::failure::Failure;
use crate::files;

/// The script by which the first module sends for the others.
const LINK: &str = "chunks-link.js";

/// The glue of the first module, in which the others find what they share with it.
const GLUE: &str = "./widget.js";

/// The parts that come by themselves, as `src/ui/chunk.rs` calls them.
const BY_THEMSELVES: [&str; 2] = ["widget", "late"];

/// A piece of the module that is apart from the first stage.
#[derive(Clone, Serialize, Deserialize)]
pub struct Chunk {
    /// What the split calls it.
    #[serde(rename = "chunk")]
    pub name: String,
    /// The parts of the widget that need it; what several share is a piece of its own.
    pub parts: Vec<String>,
}

impl Chunk {
    /// Its file, while it is worked on.
    pub fn file(&self) -> String {
        format!("{}.wasm", self.name)
    }

    /// What its file is called on the server, without its hash.
    pub fn stem(&self) -> String {
        format!("zhice-{}", self.parts.join("-"))
    }

    /// Whether it comes without being asked for, and not when it is first used.
    pub fn comes_by_itself(&self) -> bool {
        self.parts.iter().any(|part| BY_THEMSELVES.contains(&part.as_str()))
    }
}

/// Takes a compiled module apart: leaves the first stage where it is told, and puts into the folder the script that
/// sends for the others, and these. Gives them by their names.
pub fn split(compiled: &[u8], first: &Path, folder: &Path) -> Result<Vec<Chunk>, Failure> {
    files::empty(first.parent().unwrap_or(folder))?;
    let link = format!("./{LINK}");
    let mut options = Options::new(compiled);
    options.main_out_path = first;
    options.output_dir = folder;
    options.link_name = &link;
    options.main_module = GLUE;
    let made = transform(options).map_err(|error| Failure::of(format!("the module was not split: {error:#}")))?;
    let names = made.split_modules.iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let needed = |name: String| {
        let needs = made.prefetch_map.iter().filter(|(_, needed)| needed.contains(&name));
        let mut parts: Vec<String> = needs.map(|(part, _)| part.clone()).collect();
        parts.sort();
        Chunk { name, parts }
    };
    let mut chunks: Vec<Chunk> = names.map(needed).collect();
    chunks.sort_by(|one, other| one.name.cmp(&other.name));
    let script = folder.join(LINK);
    files::write(&script, checked(&files::text(&script)?, &chunks)?)?;
    Ok(chunks)
}

/// The script, with what fetches a file by its name alone put in the hands of the loader, which compares each with its
/// integrity.
fn checked(script: &str, chunks: &[Chunk]) -> Result<String, Failure> {
    let mut checked = String::from("import { chunk } from \"./chunks.js\";\n") + script;
    for Chunk { name, .. } in chunks {
        let fetched = format!("fetch(new URL(\"./{name}.wasm\", import.meta.url))");
        checked = checked.replace(&fetched, &format!("chunk(\"{name}\")"));
    }
    checked = checked.replace("WebAssembly.instantiateStreaming(src,", "WebAssembly.instantiate(await src,");
    if checked.contains("fetch(") || checked.contains("Streaming") || chunks.is_empty() {
        return Err(Failure::of("the script that sends for the chunks is not as it was")
            .help("see what `wasm_split_cli_support` writes now, in xtask/src/dist/split.rs"));
    }
    Ok(checked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chunk_comes_unchecked() {
        let script = "const src = fetch(new URL(\"./split_late.wasm\", import.meta.url));\n\
                      WebAssembly.instantiateStreaming(src, imports)";
        let chunks = [chunk("split_late", &["late"])];
        let loads = "import { chunk } from \"./chunks.js\";\nconst src = chunk(\"split_late\");\n\
                     WebAssembly.instantiate(await src, imports)";
        assert_eq!(checked(script, &chunks).unwrap(), loads);
        assert!(checked(&script.replace("URL", "Address"), &chunks).is_err());
    }

    #[test]
    fn a_piece_comes_with_the_first_part_that_needs_it() {
        let pieces =
            [chunk("split_late", &["late"]), chunk("split_xlsx", &["xlsx"]), chunk("chunk_4", &["late", "xlsx"])];
        let said = pieces.map(|piece| (piece.stem(), piece.comes_by_itself()));
        let named = |stem: &str, comes_by_itself| (stem.to_owned(), comes_by_itself);
        assert_eq!(said, [named("zhice-late", true), named("zhice-xlsx", false), named("zhice-late-xlsx", true)]);
    }

    fn chunk(name: &str, parts: &[&str]) -> Chunk {
        Chunk { name: name.to_owned(), parts: parts.iter().map(|&part| part.to_owned()).collect() }
    }
}
