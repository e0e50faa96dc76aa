//! The policy packs that come with the widget, as the loader fetches them.

use wasm_bindgen_futures::JsFuture;

use super::{Browser, Refused, Result, host};

/// A policy pack on its way.
pub struct ShippedPack {
    pub programme: String,
    /// None where nobody has checked the pack before.
    pub digest: Option<String>,
    text: JsFuture,
}

impl Browser {
    /// The programmes there are packs for, in the order in which they are offered.
    pub fn shipped_programmes(self) -> Vec<String> {
        self.shipped().iter().map(host::Shipped::programme).collect()
    }

    /// Asks for the packs of these programmes, all at once.
    pub fn fetch_shipped(self, programmes: &[String]) -> Vec<ShippedPack> {
        let wanted = self.shipped().into_iter().filter(|pack| programmes.contains(&pack.programme()));
        let fetch = |pack: host::Shipped| ShippedPack {
            programme: pack.programme(),
            digest: Some(pack.digest()).filter(|digest| !digest.is_empty()),
            text: pack.text().into(),
        };
        wanted.map(fetch).collect()
    }

    fn shipped(self) -> Vec<host::Shipped> {
        self.host().map(|host| host.shipped()).unwrap_or_default()
    }
}

impl ShippedPack {
    /// Its text, once it is there.
    pub async fn text(self) -> Result<String> {
        self.text.await?.as_string().ok_or_else(|| Refused("not a text".to_owned()))
    }
}
