//! What is pasted or dropped into a field of one line.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, HtmlInputElement, SelectionMode};

/// Keeps pasted lines apart. A browser takes the line breaks out of what goes into a field of one line, which makes one
/// number of two cells; they become blanks instead. Gives the text the field then has, where there were any.
pub fn pasted(event: &ClipboardEvent) -> Option<String> {
    keep_apart(event, event.clipboard_data())
}

/// The same for what is dropped.
pub fn dropped(event: &DragEvent) -> Option<String> {
    keep_apart(event, event.data_transfer())
}

fn keep_apart(event: &Event, data: Option<DataTransfer>) -> Option<String> {
    let text = data?.get_data("text/plain").ok()?;
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}');
    let text = text.trim();
    if !text.contains(is_break) {
        return None;
    }
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let at = |place: Option<u32>| place.unwrap_or(end);
    let (from, to) = (at(field.selection_start().ok()?), at(field.selection_end().ok()?));
    let line = text.split(is_break).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    field.set_range_text_with_start_and_end_and_selection_mode(&line, from, to, SelectionMode::End).ok()?;
    event.prevent_default();
    Some(field.value())
}
