//! The module in stages: what the first page needs, and what comes after it.

use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::failure::Failure;
use crate::files;

/// The script by which the first module sends for the others.
const LINK: &str = "chunks-link.js";

/// The glue of the first module, in which the others find what they share with it.
const GLUE: &str = "./widget.js";

/// Takes a compiled module apart: leaves the first stage where it is told, and puts into the folder the script that
/// sends for the others, and these. Gives what they are called.
pub fn split(compiled: &[u8], first: &Path, folder: &Path) -> Result<Vec<String>, Failure> {
    files::empty(first.parent().unwrap_or(folder))?;
    let link = format!("./{LINK}");
    let mut options = Options::new(compiled);
    options.main_out_path = first;
    options.output_dir = folder;
    options.link_name = &link;
    options.main_module = GLUE;
    let made = transform(options).map_err(|error| Failure::of(format!("the module was not split: {error:#}")))?;
    let names = made.split_modules.iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    let script = folder.join(LINK);
    files::write(&script, checked(&files::text(&script)?, &names)?)?;
    Ok(names)
}

/// The script, with what fetches a file by its name alone put in the hands of the loader, which compares each with its
/// integrity.
fn checked(script: &str, names: &[String]) -> Result<String, Failure> {
    let mut checked = String::from("import { chunk } from \"./chunks.js\";\n") + script;
    for name in names {
        let fetched = format!("fetch(new URL(\"./{name}.wasm\", import.meta.url))");
        checked = checked.replace(&fetched, &format!("chunk(\"{name}\")"));
    }
    checked = checked.replace("WebAssembly.instantiateStreaming(src,", "WebAssembly.instantiate(await src,");
    if checked.contains("fetch(") || checked.contains("Streaming") || names.is_empty() {
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
        let names = ["split_late".to_owned()];
        let loads = "import { chunk } from \"./chunks.js\";\nconst src = chunk(\"split_late\");\n\
                     WebAssembly.instantiate(await src, imports)";
        assert_eq!(checked(script, &names).unwrap(), loads);
        assert!(checked(&script.replace("URL", "Address"), &names).is_err());
    }
}
