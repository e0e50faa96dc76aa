//! Lists the programmes in `public/packs`, so that a new one is a new file and nothing else.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let packs = Path::new(&root).join("public/packs");
    println!("cargo::rerun-if-changed={}", packs.display());

    let mut files: Vec<_> = fs::read_dir(&packs)?.collect::<Result<_, _>>()?;
    files.retain(|file| file.path().extension().is_some_and(|extension| extension == "json"));
    files.sort_by_key(fs::DirEntry::file_name);

    let mut list = String::from("&[\n");
    for file in files {
        let path = file.path();
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        // Where the sources lie is left to the compiler, so that the list is the same everywhere.
        let text = format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/public/packs/{id}.json\"))");
        writeln!(list, "    (\"{id}\", {text}),").map_err(io::Error::other)?;
    }
    list.push(']');

    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("packs.rs"), list)
}
