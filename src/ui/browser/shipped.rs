//! The policy packs that come with the widget, as the loader hands them over.

use super::{Browser, host};

/// A policy pack that comes with the widget.
pub struct ShippedPack {
    pub programme: String,
    /// None where nobody has checked the pack before.
    pub digest: Option<String>,
    pub text: String,
}

impl From<host::Shipped> for ShippedPack {
    fn from(pack: host::Shipped) -> Self {
        let digest = Some(pack.digest()).filter(|digest| !digest.is_empty());
        Self { programme: pack.programme(), digest, text: pack.text() }
    }
}

impl Browser {
    /// The packs this widget was given, in the order in which they are offered.
    pub fn shipped(self) -> Vec<ShippedPack> {
        self.host().map(|host| host.shipped()).into_iter().flatten().map(ShippedPack::from).collect()
    }
}
