//! What is pasted, dropped or typed into a field.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::StoredValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DragEvent, Element, Event, HtmlElement, InputEvent};

use super::{Browser, window};
use crate::model::text::{is_ignorable, visible};

#[wasm_bindgen]
extern "C" {
    /// A field of one line or several.
    type Field;

    #[wasm_bindgen(method, getter)]
    fn value(this: &Field) -> String;
    #[wasm_bindgen(method, getter, js_name = selectionStart)]
    fn selection_start(this: &Field) -> Option<u32>;
    #[wasm_bindgen(method, getter, js_name = selectionEnd)]
    fn selection_end(this: &Field) -> Option<u32>;
    #[wasm_bindgen(method, catch, js_name = setRangeText)]
    fn set_range_text(this: &Field, text: &str, from: u32, to: u32, select: &str) -> Result<(), JsValue>;

    /// A document that can write where the person is.
    type Editor;

    #[wasm_bindgen(method, catch, js_name = execCommand)]
    fn exec_command(this: &Editor, command: &str, shows_ui: bool, text: &str) -> Result<bool, JsValue>;
}

impl Browser {
    /// Keeps pasted lines apart in a field of one line, and leaves out what cannot be seen, before it is in the field: a
    /// field whose value is written anew moves the caret to its end. A browser takes the line breaks out of what goes into
    /// a field of one line, which makes one number of two cells; they become blanks instead. Calls back with the id of a
    /// field whose text lost characters. Stops when the owner is cleaned up.
    pub fn on_pasted_cleaned(self, callback: impl Fn(String) + Clone + 'static) {
        if window().is_none() {
            return;
        }
        for kind in ["paste", "drop", "beforeinput"] {
            let callback = callback.clone();
            let put_in = move |event: &Event| {
                if let Some(field) = put_in_cleaned(event) {
                    callback(field);
                }
            };
            let options = EventListenerOptions::enable_prevent_default();
            let listener = self.ask(|inner| EventListener::new_with_options(&inner.mount, kind, options, put_in));
            StoredValue::new_local(listener);
        }
    }
}

/// Puts in a cleaned text in place of the one that came, if it has to be another. Gives the id of the field where
/// characters were left out.
fn put_in_cleaned(event: &Event) -> Option<String> {
    let field: Element = event.target()?.dyn_into().ok()?;
    if event.default_prevented() || !event.cancelable() || !field.matches("textarea, input[type=text]").ok()? {
        return None;
    }
    let text = match event.dyn_ref::<InputEvent>() {
        Some(typed) => typed.data()?,
        None => pasted(event).or_else(|| dropped(event))?,
    };
    let cleaned = if field.matches("textarea").ok()? { visible(&text) } else { visible(&in_one_line(&text)) };
    if cleaned == text {
        return None;
    }
    event.prevent_default();
    if !cleaned.is_empty() {
        write(&field, &cleaned);
    }
    text.contains(is_ignorable).then(|| field.id())
}

/// The text that is pasted.
pub fn pasted(event: &Event) -> Option<String> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text/plain").ok()
}

fn dropped(event: &Event) -> Option<String> {
    event.dyn_ref::<DragEvent>()?.data_transfer()?.get_data("text/plain").ok()
}

fn in_one_line(text: &str) -> String {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}');
    if !text.trim().contains(is_break) {
        return text.trim_matches(is_break).to_owned();
    }
    text.split(is_break).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Writes where the person is, as if it were typed: the browser keeps its own undo and the place of the caret. One that
/// refuses so is given the text by program.
fn write(element: &Element, text: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        _ = element.focus();
    }
    let editor = element.owner_document();
    let editor = editor.as_ref().map(JsCast::unchecked_ref::<Editor>);
    if editor.is_some_and(|editor| editor.exec_command("insertText", false, text).unwrap_or_default()) {
        return;
    }
    let field: &Field = element.unchecked_ref();
    let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let at = |place: Option<u32>| place.unwrap_or(end);
    _ = field.set_range_text(text, at(field.selection_start()), at(field.selection_end()), "end");
    if let Ok(input) = Event::new("input") {
        input.init_event_with_bubbles("input", true);
        _ = element.dispatch_event(&input);
    }
}
