//! Writes the first pages of the widget as JSON, for the days from the one that is its first argument on, with the packs
//! in the folder that is its second.

use std::path::PathBuf;
use std::{env, fs, io};

use zhice::pack::Pack;
use zhice::ui::first_page::FirstPages;

fn main() -> io::Result<()> {
    let [day, folder] = [1, 2].map(|at| env::args().nth(at).unwrap_or_default());
    let pages = FirstPages::from(&day, &packs(&folder)?);
    let pages = pages.ok_or_else(|| io::Error::other(format!("`{day}` is not a day")))?;
    serde_json::to_writer(io::stdout().lock(), &pages).map_err(io::Error::other)
}

/// In the order of their names.
fn packs(folder: &str) -> io::Result<Vec<Pack>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let load = |file: &PathBuf| {
        let wrong = |_| io::Error::other(format!("{} is no pack", file.display()));
        Ok(Pack::load(&fs::read_to_string(file)?).map_err(wrong)?.pack)
    };
    files.iter().map(load).collect()
}
