//! The tables on their way into the lists of all drafts: found, changed, and given from one session to another.

use std::sync::Arc;

use super::incoming::Incoming;
use super::session::{Effect, Session};

impl Session {
    /// Whether a table on its way into some list would go with the page.
    pub fn has_incoming(&self) -> bool {
        self.filings().flat_map(|draft| draft.incoming.all()).any(Incoming::is_open)
    }

    /// What is on its way into a list of a draft.
    pub fn incoming(&self, filing: u32, list: &str) -> Option<&Arc<Incoming>> {
        self.filings().find(|draft| draft.key == filing)?.incoming.of(list)
    }

    /// Whether a table goes where the one on its way into a list of a draft becomes that.
    pub(super) fn loses_table(&self, filing: u32, list: &str, next: Option<&Incoming>) -> bool {
        self.incoming(filing, list).is_some_and(|incoming| incoming.loses(next))
    }

    /// A table on its way into a list of a draft is another one, or none. Nothing of it is kept.
    pub(super) fn hand_table(&mut self, filing: u32, list: String, table: Option<Arc<Incoming>>) -> Vec<Effect> {
        if let Some(draft) = self.find_mut(filing) {
            draft.incoming.set(list, table);
        }
        Vec::new()
    }

    /// Goes on with the tables that another session had on their way: they are of a window and never kept.
    pub(super) fn take_incoming(&mut self, other: &Self) {
        for draft in self.filings_mut() {
            if let Some(other) = other.filings().find(|other| other.key == draft.key) {
                draft.incoming = other.incoming.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests;
