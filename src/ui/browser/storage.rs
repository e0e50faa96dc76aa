//! What is kept on this device.

use gloo::events::EventListener;
use leptos::prelude::StoredValue;
use wasm_bindgen::JsCast;
use web_sys::{Event, Storage, StorageEvent};

use super::{Browser, Refused, Result, no_window, window};
use crate::ui::names::{SESSION, SET_ASIDE};

/// What tells the other widgets of this page that something was kept or removed. The storage event reaches only other
/// windows.
const KEPT: &str = "zhice:kept";

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    pub number: u32,
    pub text: String,
}

impl Browser {
    pub fn load(self) -> Result<Option<String>> {
        let Some(key) = self.key(SESSION) else { return Ok(None) };
        Ok(storage()?.get_item(&key)?.filter(|text| !text.is_empty()))
    }

    pub fn save(self, text: &str) -> Result<()> {
        match self.key(SESSION) {
            Some(key) => Ok(storage()?.set_item(&key, text)?),
            None => Ok(()),
        }
    }

    /// Lets the page that is shown after a crash know what there is.
    pub fn remember(self, text: &str) {
        if let Some(host) = self.host() {
            host.remember(text, &self.key(SESSION).unwrap_or_default());
        }
    }

    /// The texts that were set aside, in order.
    pub fn set_aside_texts(self) -> Vec<SetAside> {
        let (Some(base), Ok(storage)) = (self.key(SET_ASIDE), storage()) else { return Vec::new() };
        let keys = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
        let numbers = keys.filter_map(|key| match key.strip_prefix(&base)? {
            "" => Some(1),
            rest => rest.strip_prefix('#')?.parse().ok(),
        });
        let text = |number| Some(SetAside { number, text: storage.get_item(&numbered(&base, number)).ok()?? });
        let mut texts: Vec<SetAside> = Vec::new();
        for one in numbers.filter_map(text) {
            texts.insert(texts.partition_point(|before| before.number < one.number), one);
        }
        texts
    }

    /// Keeps a text that could not be read, so that nothing is lost.
    pub fn set_aside(self, one: &SetAside) -> Result<()> {
        match self.key(SET_ASIDE) {
            Some(base) => Ok(storage()?.set_item(&numbered(&base, one.number), &one.text)?),
            None => Ok(()),
        }
    }

    pub fn remove_set_aside(self, number: u32) -> Result<()> {
        match self.key(SET_ASIDE) {
            Some(base) => Ok(storage()?.remove_item(&numbered(&base, number))?),
            None => Ok(()),
        }
    }

    /// Removes everything the widget keeps on this device.
    pub fn forget(self) -> Result<()> {
        self.remember("");
        if let Some(key) = self.key(SESSION) {
            storage()?.remove_item(&key)?;
        }
        self.set_aside_texts().iter().try_for_each(|one| self.remove_set_aside(one.number))
    }

    /// Calls back when what this widget keeps was kept or removed elsewhere. Stops when the owner is cleaned up.
    pub fn on_kept_elsewhere(self, callback: impl Fn() + Clone + 'static) {
        let (Some(window), Some(own)) = (window(), self.key(SESSION)) else { return };
        let on_same_page = callback.clone();
        let listeners = [
            EventListener::new(&window, "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                // Without a key, everything of this origin was removed.
                if key.is_none_or(|key| key == own) {
                    callback();
                }
            }),
            EventListener::new(&window, KEPT, move |_| on_same_page()),
        ];
        StoredValue::new_local(listeners);
    }

    /// The key of this widget, so that one for a programme of its own keeps to itself. None where nothing is kept.
    fn key(self, of: &str) -> Option<String> {
        self.ask(|inner| inner.host.persists().then(|| format!("{of}{}", inner.scope()))).flatten()
    }
}

fn numbered(base: &str, number: u32) -> String {
    if number == 1 { base.to_owned() } else { format!("{base}#{number}") }
}

/// Tells the other widgets of this page.
pub fn tell_of_keeping() {
    if let (Some(window), Ok(event)) = (window(), Event::new(KEPT)) {
        _ = window.dispatch_event(&event);
    }
}

fn storage() -> Result<Storage> {
    let window = window().ok_or_else(no_window)?;
    window.local_storage()?.ok_or_else(|| Refused("no local storage".to_owned()))
}
