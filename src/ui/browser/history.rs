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
    /// Remembers a page in the history of the browser, behind the one that is left. The address stays the host's own.
    pub fn push_page(self, left: Page, page: Page) {
        // A host's `replaceState` takes the page out of an entry, and Back would find nothing there.
        if self.named_page() != Some(left) {
            self.name_page(left);
        }
        if let Some((history, state)) = self.history_with(page) {
            // A host that forbids the history API loses Back, nothing else.
            _ = history.push_state_with_url(&state, "", None);
            self.note(page);
        }
    }

    /// Says which page the present entry of the history stands for.
    pub fn name_page(self, page: Page) {
        if let Some((history, state)) = self.history_with(page) {
            _ = history.replace_state_with_url(&state, "", None);
            self.note(page);
        }
    }

    /// Remembers the page of the present entry here as well.
    fn note(self, page: Page) {
        self.ask(|inner| inner.visited.note(page));
    }

    /// The page that the present entry stands for.
    fn named_page(self) -> Option<Page> {
        let state = window()?.history().ok()?.state().ok()?;
        page_of(&state, &self.ask(Inner::scope)?)
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
            // An entry of the host's own says nothing about this widget.
            if let Some(page) = page_of(&state, &scope).or_else(|| self.ask(|inner| inner.visited.page()).flatten()) {
                callback(page);
            }
        });
        StoredValue::new_local(listener);
    }
}

/// The page of a widget that an entry with this state stands for.
fn page_of(state: &JsValue, scope: &str) -> Option<Page> {
    let pages = Reflect::get(state, &PAGES.into()).ok()?;
    let page = Reflect::get(&pages, &scope.into()).ok()?.as_string()?;
    serde_json::from_str(&page).ok()
}

fn copy_of(object: &JsValue) -> Object {
    Object::assign(&Object::new(), object.unchecked_ref())
}
