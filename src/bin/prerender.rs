//! Writes the first pages of the widget as JSON, for the days from the one that is its first argument on, with the packs
//! in the folder that is its second.

use std::{env, io};

use zhice::ui::first_page::FirstPages;

fn main() -> io::Result<()> {
    let [day, folder] = [1, 2].map(|at| env::args().nth(at).unwrap_or_default());
    serde_json::to_writer(io::stdout().lock(), &FirstPages::read(&day, &folder)?).map_err(io::Error::other)
}
