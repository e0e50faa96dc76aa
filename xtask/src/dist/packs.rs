//! The policy packs as a browser fetches them, checked and digested here, so that it need not do so; and their index.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;
use zhice::model::Lang;
use zhice::pack::listing::{self, FEW};
use zhice::pack::{Listing, Pack};

use super::Place;
use super::web::Asset;
use crate::failure::Failure;
use crate::files;

const FOLDER: &str = "packs";

/// What is shipped of all packs.
pub struct Packs {
    /// What the module knows of the programmes before it has their packs.
    pub index: Asset,
    pub all: Vec<Shipped>,
}

/// A pack by the programme it is for.
#[derive(Serialize)]
pub struct Shipped {
    programme: String,
    /// Which every draft names that is made with it.
    digest: String,
    #[serde(flatten)]
    pub asset: Asset,
}

impl Packs {
    /// Puts each pack on the server, in the form that the module of this version takes in at once.
    pub fn ship(place: &Place) -> Result<Self, Failure> {
        let (mut index, mut all) = (Vec::new(), Vec::new());
        for name in files::list(&place.packs)? {
            let pack = loaded(&files::text(&place.packs.join(name))?)?;
            let content = pack.to_bytes().map_err(|error| wrong(&error))?;
            let programme = pack.file.id.clone();
            let asset = Asset::hashed(&format!("{FOLDER}/{programme}"), "bin", &content);
            files::write(&place.web().join(&asset.name), content)?;
            index.push(Listing::of(&pack));
            all.push(Shipped { programme, digest: pack.digest, asset });
        }
        let content = listing::to_bytes(&index).map_err(|error| wrong(&error))?;
        let index = Asset::hashed("index", "bin", &content);
        files::write(&place.web().join(&index.name), content)?;
        Ok(Self { index, all })
    }

    /// The index and the packs.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        [&self.index].into_iter().chain(self.all.iter().map(|pack| &pack.asset))
    }

    /// Where there are too many for the loader to know them by heart, a file that names them and the first pages.
    pub fn ship_names(&self, place: &Place, first: &BTreeMap<String, Asset>) -> Result<Option<Asset>, Failure> {
        if self.all.len() <= FEW {
            return Ok(None);
        }
        let content = json!({ "packs": self.all, "first": first }).to_string();
        let asset = Asset::hashed("files", "json", content.as_bytes());
        files::write(&place.web().join(&asset.name), content)?;
        Ok(Some(asset))
    }
}

fn loaded(text: &str) -> Result<Pack, Failure> {
    let loaded =
        Pack::load(text).map_err(|errors| wrong(&errors.iter().map(|one| one.said(Lang::En)).collect::<String>()))?;
    Ok(loaded.pack)
}

fn wrong(what: &dyn std::fmt::Display) -> Failure {
    Failure::of(format!("a pack cannot be shipped: {what}")).help("run `zhice check public/packs/*.json`")
}
