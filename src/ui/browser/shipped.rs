//! The policy packs that come with the widget, and their index, as the loader fetches them.

use super::{Browser, Refused, Result, host};

/// A policy pack that comes with the widget.
pub struct ShippedPack {
    pub programme: String,
    /// None where nobody has checked the pack before.
    pub digest: Option<String>,
    /// As the form of this version writes it; where it was not checked, its text.
    pub content: Vec<u8>,
}

impl From<host::Shipped> for ShippedPack {
    fn from(pack: host::Shipped) -> Self {
        let digest = Some(pack.digest()).filter(|digest| !digest.is_empty());
        Self { programme: pack.programme(), digest, content: pack.content() }
    }
}

impl Browser {
    /// The index of all programmes; empty where none was made.
    pub async fn index(self) -> Result<Vec<u8>> {
        let host = self.host().ok_or_else(gone)?;
        Ok(host.index().await?.to_vec())
    }

    /// The pack of a programme, if there is one; where no programme is named, all of them in their order.
    pub async fn shipped(self, programme: &str) -> Result<Vec<ShippedPack>> {
        let host = self.host().ok_or_else(gone)?;
        Ok(host.shipped(programme).await?.into_iter().map(ShippedPack::from).collect())
    }
}

/// The widget was taken down meanwhile.
fn gone() -> Refused {
    Refused("no element".to_owned())
}
