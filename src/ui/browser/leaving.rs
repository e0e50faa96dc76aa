//! Leaving the page, and coming back to it.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{Effect, Get, Memo, SetValue, StoredValue};
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Event, PageTransitionEvent};

use super::window;

/// Has the browser ask before the page is left, as long as something would be lost. There is no listener otherwise:
/// it would keep the page out of the cache for Back and Forward.
pub fn ask_before_leaving(would_lose: Memo<bool>) {
    let listener = StoredValue::new_local(None::<EventListener>);
    Effect::new(move |_| {
        let asks = would_lose.get().then(|| {
            let options = EventListenerOptions::enable_prevent_default();
            window().map(|window| EventListener::new_with_options(&window, "beforeunload", options, ask))
        });
        listener.set_value(asks.flatten());
    });
}

fn ask(leaving: &Event) {
    leaving.prevent_default();
    // Chromium before 119 asks for a text only, which it does not show.
    leaving.unchecked_ref::<BeforeUnloadEvent>().set_return_value("?");
}

/// Calls back when the page is left, whether or not it can come back. Stops when the owner is cleaned up.
pub fn on_left(callback: impl Fn() + 'static) {
    let listener = window().map(|window| EventListener::new(&window, "pagehide", move |_| callback()));
    StoredValue::new_local(listener);
}

/// Calls back when the page comes back just as it was left. Stops when the owner is cleaned up.
pub fn on_came_back(callback: impl Fn() + 'static) {
    let came_back = move |event: &Event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            callback();
        }
    };
    let listener = window().map(|window| EventListener::new(&window, "pageshow", came_back));
    StoredValue::new_local(listener);
}
