//! What goes to paper though it is folded.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{Browser, window};

impl Browser {
    /// Opens what is marked as printed while the page is printed: not every browser lets a style sheet do so. Stops when
    /// the owner is cleaned up.
    pub fn open_on_paper(self) {
        let Some(window) = window() else { return };
        let opened = StoredValue::new_local(Vec::<Element>::new());
        let before = EventListener::new(&window, "beforeprint", move |_: &Event| {
            let folded = self.ask(|inner| inner.mount.query_selector_all("details.printed:not([open])").ok()).flatten();
            let Some(folded) = folded else { return };
            let all = (0..folded.length()).filter_map(|at| folded.get(at)?.dyn_into::<Element>().ok());
            let all: Vec<Element> = all.filter(|details| details.set_attribute("open", "").is_ok()).collect();
            opened.try_set_value(all);
        });
        let after = EventListener::new(&window, "afterprint", move |_: &Event| {
            for details in opened.try_update_value(std::mem::take).unwrap_or_default() {
                _ = details.remove_attribute("open");
            }
        });
        StoredValue::new_local([before, after]);
    }
}
