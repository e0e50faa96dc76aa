//! The only code that touches the browser: storage, clock, history, focus, files, network.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Blob, BlobPropertyBag, Document, DragEvent, Event, FocusEvent, History, HtmlAnchorElement,
    HtmlElement, HtmlInputElement, Node, Request, RequestInit, RequestMode, Response, Storage, Url, Window,
};

use super::route::Page;
use crate::model::json::Limits;
use crate::model::{Date, Lang};

const SAVED_KEY: &str = "zhice.session";
/// Where a text that could not be read is kept until a person decides about it.
const SET_ASIDE_KEY: &str = "zhice.session.unreadable";
/// The largest pack that is fetched at run time.
const PACK_LIMIT: usize = 1024 * 1024;
/// How long a server may take to hand one over, in milliseconds.
const PACK_PATIENCE: u32 = 10_000;

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

/// Today where the browser is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).unwrap_or_default();
    let month = u8::try_from(now.get_month() + 1).unwrap_or_default();
    let day = u8::try_from(now.get_date()).unwrap_or_default();
    // A clock set beyond the calendar leaves its first day.
    Date::new(year, month, day).unwrap_or(Date::FIRST)
}

/// The language asked for by the element the widget is mounted in: Chinese unless it says `en`.
pub fn language(mount: &HtmlElement) -> Lang {
    let stated = mount.get_attribute("lang").unwrap_or_default();
    if stated.starts_with("en") { Lang::En } else { Lang::Zh }
}

/// The element the widget is mounted in.
pub fn mount_point() -> Option<HtmlElement> {
    document()?.get_element_by_id("zhice")?.dyn_into().ok()
}

/// Addresses of packs to load at run time, from the attribute of the mount element.
pub fn pack_addresses(mount: &HtmlElement) -> Vec<String> {
    let list = mount.get_attribute("data-packs").unwrap_or_default();
    list.split_whitespace().map(ToOwned::to_owned).collect()
}

pub fn load() -> Result<Option<String>> {
    Ok(storage()?.get_item(SAVED_KEY)?)
}

pub fn save(text: &str) -> Result<()> {
    Ok(storage()?.set_item(SAVED_KEY, text)?)
}

/// A text that was set aside on an earlier visit.
pub fn load_set_aside() -> Option<String> {
    storage().ok()?.get_item(SET_ASIDE_KEY).ok().flatten()
}

/// Keeps a text that could not be read, so that nothing is lost.
pub fn set_aside(text: &str) -> Result<()> {
    Ok(storage()?.set_item(SET_ASIDE_KEY, text)?)
}

/// Removes everything the widget keeps on this device.
pub fn forget() -> Result<()> {
    let storage = storage()?;
    storage.remove_item(SAVED_KEY)?;
    Ok(storage.remove_item(SET_ASIDE_KEY)?)
}

/// A file a person chose or dropped.
pub use web_sys::File;

/// The file that was chosen in a file field. The field is emptied, so that the same file can be chosen again.
pub fn chosen_file(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// The file that was dropped.
pub fn dropped_file(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// The text of a file, within the limit of drafts.
pub async fn read_file(file: &File) -> Result<String> {
    let limit = Limits::DRAFT.bytes;
    // A size is a whole number, however it is handed over.
    if file.size() > f64::from(u32::try_from(limit).unwrap_or(u32::MAX)) {
        return Err(Refused(format!("> {} KiB", limit / 1024)));
    }
    let text = JsFuture::from(file.text()).await?;
    text.as_string().ok_or_else(|| Refused("no text".to_owned()))
}

/// Hands a text or bytes to the browser as a file.
pub fn download(name: &str, media_type: &str, content: &[u8]) -> Result<()> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    let properties = BlobPropertyBag::new();
    properties.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or_else(no_window)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the file after this turn; the address is given back a little later.
    gloo::timers::callback::Timeout::new(10_000, move || _ = Url::revoke_object_url(&address)).forget();
    Ok(())
}

pub fn print() -> Result<()> {
    Ok(window().ok_or_else(no_window)?.print()?)
}

/// Moves the focus to an element that may not be focusable by itself, and brings it into view.
pub fn focus(element: &HtmlElement) {
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        // A heading takes the focus from a program, not from the Tab key.
        _ = element.set_attribute("tabindex", "-1");
    }
    _ = element.focus();
}

/// Moves the focus to an element that may be folded away.
pub fn focus_id(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    while let Some(fold) = element.as_ref().and_then(|element| element.closest("details:not([open])").ok().flatten()) {
        if fold.set_attribute("open", "").is_err() {
            break;
        }
    }
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus(&element);
    }
}

/// Whether the `<details>` that an event comes from is open.
pub fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Whether the focus is in a field whose text may not be finished.
pub fn is_typing() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|at| at.matches("textarea, input:not([type=radio], [type=checkbox])").unwrap_or_default())
}

/// Calls back when any control of the page loses the focus. Stops when the owner is cleaned up.
pub fn on_control_left(callback: impl Fn() + 'static) {
    let Some(document) = document() else { return };
    let listener = EventListener::new(&document, "focusout", move |_| callback());
    StoredValue::new_local(listener);
}

/// Whether the focus goes from within an element to another place on the page.
pub fn leaves(event: &FocusEvent, element: &HtmlElement) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    next.is_some_and(|next| !element.contains(Some(&next)))
}

/// Scrolls to the top and puts the focus on the heading of the page inside `main`.
pub fn focus_heading(main: &HtmlElement) {
    let heading = main.query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        focus(&heading);
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Remembers a page in the history of the browser. The address stays the host's own.
pub fn push_page(page: Page) {
    if let Some((history, state)) = history_and_state(page) {
        // A host that forbids the history API loses Back, nothing else.
        _ = history.push_state_with_url(&state, "", None);
    }
}

/// Says which page the present entry of the history stands for.
pub fn name_page(page: Page) {
    if let Some((history, state)) = history_and_state(page) {
        _ = history.replace_state_with_url(&state, "", None);
    }
}

fn history_and_state(page: Page) -> Option<(History, JsValue)> {
    let state = serde_json::to_string(&page).ok()?;
    Some((window()?.history().ok()?, JsValue::from_str(&state)))
}

/// Calls back with the page when the person goes back or forward. Stops when the owner is cleaned up.
pub fn on_page_returned(callback: impl Fn(Page) + 'static) {
    let Some(window) = window() else { return };
    let listener = EventListener::new(&window, "popstate", move |event| {
        let state = event.dyn_ref::<web_sys::PopStateEvent>().and_then(|event| event.state().as_string());
        callback(state.and_then(|state| serde_json::from_str(&state).ok()).unwrap_or_default());
    });
    StoredValue::new_local(listener);
}

/// Runs once the change that is under way has been rendered.
pub fn after_render(callback: impl FnOnce() + 'static) {
    request_animation_frame(callback);
}

/// A text from the same origin, within the limit.
pub async fn fetch(address: &str) -> Result<String> {
    let options = RequestInit::new();
    options.set_mode(RequestMode::SameOrigin);
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PACK_PATIENCE)));
    let request = Request::new_with_str_and_init(address, &options)?;
    let window = window().ok_or_else(no_window)?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request)).await?.dyn_into()?;
    if !response.ok() {
        return Err(Refused(format!("the server answered {}", response.status())));
    }
    let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    if text.len() > PACK_LIMIT {
        return Err(Refused(format!("larger than {} KiB", PACK_LIMIT / 1024)));
    }
    Ok(text)
}

/// A line for whoever runs the portal.
pub fn warn(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(line));
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn storage() -> Result<Storage> {
    let window = window().ok_or_else(no_window)?;
    window.local_storage()?.ok_or_else(|| Refused("no local storage".to_owned()))
}

fn no_window() -> Refused {
    Refused("no window".to_owned())
}
