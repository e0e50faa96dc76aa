//! Writes the first pages of the widget as JSON, for the days from the one that is its argument on.

use std::{env, io};

use zhice::ui::first_page::FirstPages;

fn main() -> io::Result<()> {
    let day = env::args().nth(1).unwrap_or_default();
    let pages = FirstPages::from(&day).ok_or_else(|| io::Error::other(format!("`{day}` is not a day")))?;
    serde_json::to_writer(io::stdout().lock(), &pages).map_err(io::Error::other)
}
