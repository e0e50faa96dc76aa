//! The only code that touches the browser: storage, clock, history, focus, files, network, and the element around.

mod files;
mod history;
#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(not(target_arch = "wasm32"))]
#[path = "no_host.rs"]
mod host;
mod leaving;
mod paper;
mod paste;
mod print;
mod printing;
mod proof;
mod shipped;
mod storage;
mod visited;

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;

use gloo::events::EventListener;
use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, FocusEvent, Node, ShadowRoot, Window};

pub use self::files::{File, chosen_files, decoded, download, dropped_files, fetch, read_file};
pub use self::host::Host;
#[cfg(target_arch = "wasm32")]
pub use self::host::{Shipped, watch_for_crashes};
pub use self::leaving::{ask_before_leaving, on_came_back, on_left};
pub use self::paste::pasted;
use self::printing::Printing;
pub use self::printing::Sheet;
pub use self::proof::Noted;
pub use self::shipped::ShippedPack;
pub use self::storage::{SetAside, tell_of_keeping};
use self::visited::Visited;
use super::host_event::HostEvent;
use super::route::Page;
use crate::model::{Date, Lang};

/// The element a widget is mounted in.
pub use web_sys::HtmlElement;

/// The part of the browser that belongs to one widget.
#[derive(Clone, Copy)]
pub struct Browser(StoredValue<Inner, LocalStorage>);

#[derive(Clone)]
struct Inner {
    mount: HtmlElement,
    host: Host,
    printing: Printing,
    visited: Visited,
}

impl Browser {
    /// Belongs to the owner it is made under; afterwards everything here does nothing.
    pub fn new(mount: HtmlElement, host: Host) -> Self {
        host::tell_of_crashes(&host);
        Self(StoredValue::new_local(Inner { mount, host, printing: Printing::default(), visited: Visited::default() }))
    }

    fn ask<T>(self, read: impl FnOnce(&Inner) -> T) -> Option<T> {
        self.0.try_with_value(read)
    }

    /// Belongs to a page that is made before there is a browser. What is made so calls nothing of an element.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn nowhere(host: Host) -> Self {
        Self::new(JsValue::NULL.unchecked_into(), host)
    }

    /// The language asked for.
    pub fn lang(self) -> Lang {
        language(&self.ask(|inner| inner.host.lang()).unwrap_or_default())
    }

    /// The only programme that is offered.
    pub fn programme(self) -> Option<String> {
        self.ask(|inner| inner.host.programme()).filter(|id| !id.is_empty())
    }

    /// The track to begin with.
    pub fn track(self) -> Option<String> {
        self.ask(|inner| inner.host.track()).filter(|id| !id.is_empty())
    }

    /// Addresses of packs to load at run time.
    pub fn packs(self) -> Vec<String> {
        let list = self.ask(|inner| inner.host.packs()).unwrap_or_default();
        list.split_whitespace().map(ToOwned::to_owned).collect()
    }

    /// Whether what is entered is kept on this device at all.
    pub fn persists(self) -> bool {
        self.ask(|inner| inner.host.persists()).unwrap_or_default()
    }

    /// The system that takes the draft from the person.
    pub fn handoff(self) -> Option<String> {
        self.ask(|inner| inner.host.handoff()).filter(|name| !name.is_empty())
    }

    /// The host, to be called outside of `ask`: what it does may come back here.
    fn host(self) -> Option<Host> {
        self.ask(|inner| inner.host.clone())
    }

    /// Tells the element around the widget.
    pub fn tell(self, event: HostEvent<'_>) {
        if let Some(host) = self.host() {
            host.tell(event.name(), &event.detail());
        }
    }

    /// Keeps the class `roomy` on a picture as long as it is so many times its size of type wide.
    pub fn watch_picture(self, picture: &Element, ems: u32) {
        if let Some(host) = self.host() {
            host.watch(picture, ems);
        }
    }

    /// Moves the focus to an element that may be folded away, once the change that is under way has been rendered.
    pub fn focus_when_shown(self, id: impl Into<String>) {
        let id = id.into();
        after_render(move || self.focus_id(&id));
    }

    /// Moves the focus to an element that the change under way brings, before the next key can be pressed: a key that
    /// is pressed while the focus is nowhere is lost.
    pub fn focus_when_there(self, id: String) {
        spawn_local(async move {
            tick().await;
            self.focus_id(&id);
        });
    }

    /// Moves the focus to an element that may be folded away.
    pub fn focus_id(self, id: &str) {
        let found = self.ask(|inner| inner.mount.query_selector(&format!("[id=\"{id}\"]")).ok().flatten());
        let element: Option<Element> = found.flatten();
        while let Some(fold) = element.as_ref().and_then(|at| at.closest("details:not([open])").ok().flatten()) {
            if fold.set_attribute("open", "").is_err() {
                break;
            }
        }
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            focus(&element);
        }
    }

    /// Puts the focus on the heading of the page once it is shown, and lets the host scroll to it. A busy browser may
    /// come to that only when the person is in a field already: there the focus stays, for a field that loses it counts
    /// as left and shows its errors.
    pub fn show_page(self, page: Page) {
        let before = self.focused();
        after_render(move || {
            let has_gone_on = |at: &Element| Some(at) != before.as_ref() && at.closest("main").ok().flatten().is_some();
            if !self.focused().as_ref().is_some_and(has_gone_on) {
                self.focus_heading();
            }
            self.tell(HostEvent::Step(page));
        });
    }

    /// What has the focus. A document does not see into a shadow tree, which knows its own.
    fn focused(self) -> Option<Element> {
        self.ask(|inner| {
            let root = inner.mount.get_root_node();
            let within = root.dyn_ref::<ShadowRoot>().and_then(ShadowRoot::active_element);
            within.or_else(|| document()?.active_element())
        })
        .flatten()
    }

    pub fn focus_heading(self) {
        let heading = self.ask(|inner| inner.mount.query_selector("main h1").ok().flatten()).flatten();
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            focus(&heading);
        }
    }

    /// Whether the focus is in a field whose text may not be finished.
    pub fn is_typing(self) -> bool {
        self.focused()
            .is_some_and(|at| at.matches("textarea, input:not([type=radio], [type=checkbox])").unwrap_or_default())
    }

    /// Calls back when any control of the widget loses the focus. Stops when the owner is cleaned up.
    pub fn on_control_left(self, callback: impl Fn() + 'static) {
        if window().is_some() {
            let listener = self.ask(|inner| EventListener::new(&inner.mount, "focusout", move |_: &Event| callback()));
            StoredValue::new_local(listener);
        }
    }
}

impl Inner {
    /// What tells this widget from others on this origin.
    fn scope(&self) -> String {
        match (self.host.programme(), self.host.track()) {
            (programme, _) if programme.is_empty() => String::new(),
            (programme, track) if track.is_empty() => format!("/{programme}"),
            (programme, track) => format!("/{programme}/{track}"),
        }
    }
}

/// The browser refused: storage blocked or full, a download or a request that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

type Result<T> = std::result::Result<T, Refused>;

impl From<JsValue> for Refused {
    fn from(value: JsValue) -> Self {
        let error = value.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Self(error.or_else(|| value.as_string()).unwrap_or_else(|| "unknown".to_owned()))
    }
}

/// The language of a tag such as `zh-CN`: Chinese unless it is English.
pub fn language(tag: &str) -> Lang {
    let is_english = tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en"));
    if is_english { Lang::En } else { Lang::Zh }
}

/// Today in China, which keeps one time, eight hours ahead of UTC: the documents are Chinese, wherever the browser is.
#[cfg(target_arch = "wasm32")]
pub fn today() -> Date {
    const AHEAD: f64 = 8.0 * 60.0 * 60.0 * 1000.0;
    let there = js_sys::Date::new(&JsValue::from_f64(js_sys::Date::now() + AHEAD));
    let year = u16::try_from(there.get_utc_full_year()).unwrap_or_default();
    let month = u8::try_from(there.get_utc_month() + 1).unwrap_or_default();
    let day = u8::try_from(there.get_utc_date()).unwrap_or_default();
    // A clock set beyond the calendar leaves its first day.
    Date::new(year, month, day).unwrap_or(Date::FIRST)
}

/// There is no clock where pages are made before there is a browser: whoever makes them says for which day.
#[cfg(not(target_arch = "wasm32"))]
pub const fn today() -> Date {
    Date::FIRST
}

/// Day and time where the browser is, to the minute.
pub fn now() -> String {
    let now = js_sys::Date::new_0();
    format!("{} {:02}:{:02}", today(), now.get_hours(), now.get_minutes())
}

/// Whether the `<details>` that an event comes from is open.
pub fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Whether the focus goes from within an element to another place on the page.
pub fn leaves(event: &FocusEvent, element: &HtmlElement) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    next.is_some_and(|next| !element.contains(Some(&next)))
}

fn after_render(callback: impl FnOnce() + 'static) {
    request_animation_frame(callback);
}

/// Yields to the browser, which paints and hears the person, before more is done.
pub async fn turn() {
    _ = after(0).await;
}

/// What comes of some work, if that is within the time that is waited for a server.
pub async fn within_patience<T>(work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut patience) = (pin!(work), after(files::PATIENCE));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => Pin::new(&mut patience).poll(context).map(|_| None),
    })
    .await
}

/// So many milliseconds; none where there is no clock to wait for.
fn after(millis: u32) -> JsFuture {
    Promise::new(&mut |resolve, _| {
        let set = |window: Window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis.cast_signed()).ok()
        };
        if window().and_then(set).is_none() {
            _ = resolve.call0(&JsValue::NULL);
        }
    })
    .into()
}

/// A line for whoever runs the portal.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(line));
}

/// None where pages are made before there is a browser.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

fn document() -> Option<Document> {
    window()?.document()
}

fn no_window() -> Refused {
    Refused("no window".to_owned())
}

/// Moves the focus to an element that may not be focusable by itself, and brings it into view.
fn focus(element: &HtmlElement) {
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        // A heading takes the focus from a program, not from the Tab key.
        _ = element.set_attribute("tabindex", "-1");
    }
    _ = element.focus();
}
