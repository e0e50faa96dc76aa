//! The policy packs as a browser fetches them: checked and digested here, so that it need not do so.

use std::path::Path;

use serde::Serialize;
use zhice::pack::Pack;

use super::Place;
use super::web::Asset;
use crate::failure::Failure;
use crate::files;

const FOLDER: &str = "packs";

/// A pack by the programme it is for.
#[derive(Serialize)]
pub struct Shipped {
    programme: String,
    /// Which every draft names that is made with it.
    digest: String,
    #[serde(flatten)]
    pub asset: Asset,
}

/// Puts each pack of the sources on the server, in the form that the module of this version takes in at once.
pub fn ship(place: &Place, folder: &Path) -> Result<Vec<Shipped>, Failure> {
    let sources = place.sources.join("public").join(FOLDER);
    files::list(&sources)?.iter().map(|name| shipped(&files::text(&sources.join(name))?, folder)).collect()
}

fn shipped(text: &str, folder: &Path) -> Result<Shipped, Failure> {
    let wrong = |what: &dyn std::fmt::Display| {
        Failure::of(format!("a pack cannot be shipped: {what}")).help("run `zhice check public/packs/*.json`")
    };
    let loaded =
        Pack::load(text).map_err(|errors| wrong(&errors.iter().map(ToString::to_string).collect::<String>()))?;
    let content = loaded.pack.to_bytes().map_err(|error| wrong(&error))?;
    let (programme, digest) = (loaded.pack.file.id, loaded.pack.digest);
    let asset = Asset::hashed(&format!("{FOLDER}/{programme}"), "bin", &content);
    files::write(&folder.join(&asset.name), content)?;
    Ok(Shipped { programme, digest, asset })
}
