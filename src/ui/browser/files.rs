//! Files that come in and go out, and texts from the server.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, Blob, BlobPropertyBag, DragEvent, Event, FileList, HtmlAnchorElement,
    HtmlInputElement, ReadableStreamDefaultReader, Request, RequestInit, RequestMode, Response, TextDecoder,
    TextDecoderOptions, Url,
};

use super::{Refused, Result, document, no_window, window};
use crate::model::json::Limits;
use crate::ui::unfetched::Unfetched;

/// The largest pack that is fetched at run time.
const PACK_LIMIT: usize = 1024 * 1024;
/// How long a server may take to hand one over, in milliseconds.
pub(super) const PATIENCE: u32 = 10_000;

/// A file a person chose or dropped.
pub use web_sys::File;

/// The files that were chosen in a file field. The field is emptied, so that the same file can be chosen again.
pub fn chosen_files(event: &Event) -> Vec<File> {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let files = field.as_ref().and_then(HtmlInputElement::files);
    let files = listed(files);
    if let Some(field) = field {
        field.set_value("");
    }
    files
}

/// The files that were dropped.
pub fn dropped_files(event: &DragEvent) -> Vec<File> {
    listed(event.data_transfer().and_then(|carried| carried.files()))
}

fn listed(files: Option<FileList>) -> Vec<File> {
    files.into_iter().flat_map(|files| (0..files.length()).filter_map(move |at| files.get(at))).collect()
}

/// The bytes of a file, within the limit of what a page keeps.
pub async fn read_file(file: &File) -> std::result::Result<Vec<u8>, Unfetched> {
    let limit = Limits::SAVED.bytes;
    // A size is a whole number, however it is handed over.
    if file.size() > f64::from(u32::try_from(limit).unwrap_or(u32::MAX)) {
        return Err(Unfetched::TooLarge(limit));
    }
    let bytes = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// A text in an encoding that the browser knows; `None` where the bytes are no such text.
pub fn decoded(encoding: &str, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Hands a text or bytes to the browser as a file.
pub fn download(name: &str, media_type: &str, content: &[u8]) -> Result<()> {
    let parts = js_sys::Array::of1(&Uint8Array::from(content));
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

/// A text from the same origin, within the limit.
pub async fn fetch(address: &str) -> std::result::Result<String, Unfetched> {
    // With a timer of our own: `AbortSignal.timeout` is not in Chromium before 103.
    let controller = AbortController::new()?;
    let signal = controller.signal();
    let _patience = gloo::timers::callback::Timeout::new(PATIENCE, move || controller.abort());
    let fetched = answer(address, &signal).await;
    if signal.aborted() { Err(Unfetched::TimedOut) } else { fetched }
}

async fn answer(address: &str, signal: &AbortSignal) -> std::result::Result<String, Unfetched> {
    let options = RequestInit::new();
    options.set_mode(RequestMode::SameOrigin);
    options.set_signal(Some(signal));
    let request = Request::new_with_str_and_init(address, &options)?;
    let window = window().ok_or_else(no_window)?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request)).await?.dyn_into()?;
    if !response.ok() {
        return Err(Unfetched::Status(response.status()));
    }
    let Some(body) = response.body() else { return Ok(String::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    // Piece by piece, so that no more than the limit is ever taken in.
    while let Some(piece) = next_piece(&reader).await? {
        bytes.extend(piece);
        if bytes.len() > PACK_LIMIT {
            drop(reader.cancel());
            return Err(Unfetched::TooLarge(PACK_LIMIT));
        }
    }
    String::from_utf8(bytes).map_err(|_| Unfetched::NotUtf8)
}

impl From<Refused> for Unfetched {
    fn from(Refused(why): Refused) -> Self {
        Self::Refused(why)
    }
}

impl From<JsValue> for Unfetched {
    fn from(value: JsValue) -> Self {
        Refused::from(value).into()
    }
}

async fn next_piece(reader: &ReadableStreamDefaultReader) -> Result<Option<Vec<u8>>> {
    let read = JsFuture::from(reader.read()).await?;
    let piece = Reflect::get(&read, &"value".into())?;
    Ok(piece.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec))
}
