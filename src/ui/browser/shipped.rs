//! The policy packs that come with the widget, as the loader hands them over.

use super::{Browser, host};

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
    /// The packs this widget was given, in the order in which they are offered.
    pub fn shipped(self) -> Vec<ShippedPack> {
        self.host().map(|host| host.shipped()).into_iter().flatten().map(ShippedPack::from).collect()
    }
}
