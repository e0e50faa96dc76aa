//! What the portal around the widget says to it, and is given.

use leptos::prelude::*;

use super::browser;
use super::handoff::{Handover, Receipt};
use super::host_event::HostEvent;
use super::prefill::Prefill;
use super::session::Msg;
use super::store::Store;
use crate::draft::build::to_file;

impl Store {
    /// Fills in what the portal knows, once what was kept is back.
    pub fn take_prefill(self, text: &str) {
        match Prefill::read(text) {
            Ok(prefill) if self.ready().get_untracked() => self.prefill_with(prefill),
            Ok(prefill) => _ = self.change(|session| session.prefill = prefill),
            Err(error) => self.not_understood("prefill", &error.to_string()),
        }
    }

    /// Keeps what the portal answered with the draft it is about, once what was kept is back.
    pub fn take_receipt(self, text: &str) {
        match Receipt::read(text) {
            Ok(receipt) if self.ready().get_untracked() => self.file_receipt(receipt),
            Ok(receipt) => self.early_receipts().update_value(|early| early.push(receipt)),
            Err(error) => self.not_understood("receipt", &error.to_string()),
        }
    }

    /// What was kept is back: the drafts that receipts came for may be among it.
    pub fn file_early_receipts(self) {
        for receipt in self.early_receipts().try_update_value(std::mem::take).unwrap_or_default() {
            self.file_receipt(receipt);
        }
    }

    fn file_receipt(self, receipt: Receipt) {
        if self.session().with_untracked(|session| session.expects(&receipt)) {
            self.send(Msg::ReceiptCame(receipt));
        } else {
            self.not_understood("receipt", "no draft with this digest was handed over");
        }
    }

    /// The portal said something that is of no use: whoever runs it is told.
    fn not_understood(self, code: &str, why: &str) {
        browser::warn(&format!("zhice: {code}: {why}"));
        self.browser().tell(HostEvent::Error(code));
    }

    /// Gives the draft to the portal. Only the button for it calls this.
    pub fn hand_over(self, to: String) {
        let made = self.look(|session, track| {
            let draft = session.filing.draft(track, session.lang);
            (session.filing.file_name(track, "json"), to_file(&draft.json), draft.digest().to_owned())
        });
        if let Some((file, text, digest)) = made {
            // First noted, so that an answer at once finds what it is about.
            self.send(Msg::HandedOver(Handover { to, at: browser::now(), digest, answer: None }));
            self.browser().tell(HostEvent::Draft(&file, &text));
        }
    }
}
