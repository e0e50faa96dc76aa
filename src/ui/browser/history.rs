//! Back and forward: pages in the history of the browser. Several widgets and the host itself share one history.

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use leptos::prelude::StoredValue;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, PopStateEvent};

use super::{Browser, Inner, window};
use crate::ui::route::Page;

/// What an entry of the history holds the pages of widgets under.
const PAGES: &str = "zhice";

impl Browser {
    /// Remembers a page in the history of the browser. The address stays the host's own.
    pub fn push_page(self, page: Page) {
        if let Some((history, state)) = self.history_with(page) {
            // A host that forbids the history API loses Back, nothing else.
            _ = history.push_state_with_url(&state, "", None);
        }
    }

    /// Says which page the present entry of the history stands for.
    pub fn name_page(self, page: Page) {
        if let Some((history, state)) = self.history_with(page) {
            _ = history.replace_state_with_url(&state, "", None);
        }
    }

    /// The history, and what its present entry holds with this page in it. What others put there stays.
    fn history_with(self, page: Page) -> Option<(History, JsValue)> {
        let history = window()?.history().ok()?;
        let present = history.state().ok()?;
        if !present.is_null() && !present.is_object() {
            return None;
        }
        let pages = copy_of(&Reflect::get(&present, &PAGES.into()).unwrap_or_default());
        let scope = self.ask(Inner::scope)?;
        Reflect::set(&pages, &scope.into(), &serde_json::to_string(&page).ok()?.into()).ok()?;
        let state = copy_of(&present);
        Reflect::set(&state, &PAGES.into(), &pages).ok()?;
        Some((history, state.into()))
    }

    /// Calls back with the page when the person goes back or forward. Stops when the owner is cleaned up.
    pub fn on_page_returned(self, callback: impl Fn(Page) + 'static) {
        let (Some(window), Some(scope)) = (window(), self.ask(Inner::scope)) else { return };
        let listener = EventListener::new(&window, "popstate", move |event| {
            let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state).unwrap_or_default();
            let pages = Reflect::get(&state, &PAGES.into()).unwrap_or_default();
            let page = Reflect::get(&pages, &scope.as_str().into()).unwrap_or_default().as_string();
            // An entry of the host's own says nothing about this widget.
            if let Some(page) = page.and_then(|page| serde_json::from_str(&page).ok()) {
                callback(page);
            }
        });
        StoredValue::new_local(listener);
    }
}

fn copy_of(object: &JsValue) -> Object {
    Object::assign(&Object::new(), object.unchecked_ref())
}
