//! The element around a widget, as the loader hands it over.

use std::cell::RefCell;

use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::on_cleanup;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, Element};

#[wasm_bindgen]
extern "C" {
    /// What the element around a widget asks for, and what it is told. The loader makes one for each widget.
    #[derive(Clone)]
    pub type Host;

    #[wasm_bindgen(method, getter)]
    pub fn lang(this: &Host) -> String;
    /// The only programme that is offered; empty for all.
    #[wasm_bindgen(method, getter)]
    pub fn programme(this: &Host) -> String;
    /// The track of that programme to begin with; empty where the applicant chooses.
    #[wasm_bindgen(method, getter)]
    pub fn track(this: &Host) -> String;
    /// Addresses of packs to load at run time, divided by spaces.
    #[wasm_bindgen(method, getter)]
    pub fn packs(this: &Host) -> String;
    /// Whether a session may be kept on this device.
    #[wasm_bindgen(method, getter)]
    pub fn persists(this: &Host) -> bool;
    /// What the system is called that takes the draft from the person; empty where none does.
    #[wasm_bindgen(method, getter)]
    pub fn handoff(this: &Host) -> String;
    /// The index of all programmes; empty where none was made.
    #[wasm_bindgen(method)]
    pub fn index(this: &Host) -> Promise<Uint8Array>;
    /// The pack of a programme; all of them, in the order in which they are offered, where none is named.
    #[wasm_bindgen(method)]
    pub fn shipped(this: &Host, programme: &str) -> Promise<Array<Shipped>>;
    /// The files of the widget that the browser has loaded.
    #[wasm_bindgen(method)]
    pub fn loaded(this: &Host) -> Vec<Noted>;
    /// What the page has asked for since the widget was there.
    #[wasm_bindgen(method)]
    pub fn sent(this: &Host) -> Vec<Noted>;
    /// What widgets keep in this browser; nothing where that cannot be read.
    #[wasm_bindgen(method)]
    pub fn kept(this: &Host) -> Option<Vec<Noted>>;
    /// An event and its detail, as JSON.
    #[wasm_bindgen(method)]
    pub fn tell(this: &Host, event: &str, detail: &str);
    /// The session as it stands and the key it is kept under, for the page that is shown after a crash.
    #[wasm_bindgen(method)]
    pub fn remember(this: &Host, session: &str, key: &str);
    /// Says on a picture, as the class `roomy`, whether it is so many times its size of type wide.
    #[wasm_bindgen(method)]
    pub fn watch(this: &Host, picture: &Element, ems: u32);
    /// Puts a style on a document made here; says whether this browser can.
    #[wasm_bindgen(method)]
    pub fn wear(this: &Host, document: &Document, style: &str) -> bool;
    /// Nothing works any more.
    #[wasm_bindgen(method)]
    pub fn crashed(this: &Host);
}

#[wasm_bindgen]
extern "C" {
    /// A policy pack that comes with the widget.
    pub type Shipped;

    #[wasm_bindgen(method, getter)]
    pub fn programme(this: &Shipped) -> String;
    /// Of its canonical form; empty where nobody has checked it before.
    #[wasm_bindgen(method, getter)]
    pub fn digest(this: &Shipped) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn content(this: &Shipped) -> Vec<u8>;
}

#[wasm_bindgen]
extern "C" {
    /// A file, a request or a text that is kept.
    pub type Noted;

    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Noted) -> String;
    #[wasm_bindgen(method, getter)]
    pub fn bytes(this: &Noted) -> u32;
    /// It was compared with its digest.
    #[wasm_bindgen(method, getter)]
    pub fn checked(this: &Noted) -> bool;
}

thread_local! {
    /// Whoever has to be told of a crash.
    static HOSTS: RefCell<Vec<Host>> = const { RefCell::new(Vec::new()) };
}

/// Tells of a crash wherever a widget stands, and says in the console what it was.
pub fn watch_for_crashes() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        // Whatever went wrong, the list is not looked at while it changes.
        let hosts = HOSTS.try_with(|hosts| hosts.try_borrow().map(|hosts| hosts.clone()));
        for host in hosts.into_iter().flatten().flatten() {
            host.crashed();
        }
    }));
}

/// Sees to it that this host is told of a crash, until the owner is cleaned up.
pub fn tell_of_crashes(host: &Host) {
    HOSTS.with_borrow_mut(|hosts| hosts.push(host.clone()));
    let own = host.clone();
    on_cleanup(move || {
        // The hook may be reading the list, and then nothing is removed any more.
        _ = HOSTS.try_with(|hosts| hosts.try_borrow_mut().map(|mut hosts| hosts.retain(|host| **host != *own)));
    });
}
