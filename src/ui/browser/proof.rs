//! What the browser has noted down of the page, for whoever wants to see that nothing is sent.

use super::{Browser, host};

/// How many requests a browser notes down unless it is told otherwise.
const NOTED_AT_MOST: usize = 250;

/// What was loaded, what was asked for since, and what is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    pub loaded: Vec<Noted>,
    pub sent: Vec<Noted>,
    /// The browser notes down no more requests.
    pub full: bool,
    /// Nothing where the browser does not let it be read.
    pub kept: Option<Vec<Noted>>,
}

/// A file, a request or a text that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    pub name: String,
    pub bytes: u32,
    /// It was compared with its digest.
    pub checked: bool,
}

impl Browser {
    /// As it stands now.
    pub fn proof(self) -> Proof {
        let Some(host) = self.host() else { return Proof::default() };
        let sent = noted(&host.sent());
        Proof {
            loaded: noted(&host.loaded()),
            full: sent.len() >= NOTED_AT_MOST,
            sent,
            kept: host.kept().as_deref().map(noted),
        }
    }
}

fn noted(all: &[host::Noted]) -> Vec<Noted> {
    all.iter().map(|one| Noted { name: one.name(), bytes: one.bytes(), checked: one.checked() }).collect()
}
