//! Writes the inputs to begin with into a folder, one folder in it for each target.

use std::path::Path;
use std::{env, fs, io};

// What is built with counters is linked with what counts.
use libfuzzer_sys as _;
use zhice_fuzz::seeds;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).ok_or_else(|| io::Error::other("name a folder"))?;
    for seed in seeds::all(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))) {
        let folder = Path::new(&folder).join(seed.target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(seed.name), seed.content)?;
    }
    Ok(())
}
