//! The document that is printed, in a frame that nobody sees.

use std::any::Any;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::{Document, HtmlIFrameElement};

use super::host::Host;
use crate::model::Lang;

/// All the rules there are in the document: nothing comes in from the page.
const RULES: &str = include_str!("../../../style/paper.css");

/// What marks each sheet of paper. A browser that does not know boxes in the margin prints the title of the document
/// there, if it is asked to.
pub struct Sheet {
    pub lang: Lang,
    pub title: String,
    /// At the head of the sheet, on the left and on the right.
    pub head: [String; 2],
}

/// What is being printed in this widget, if anything is.
#[derive(Clone, Copy)]
pub struct Printing(StoredValue<Option<Frame>, LocalStorage>);

/// A frame in the page, until it is dropped.
struct Frame {
    element: HtmlIFrameElement,
    _loaded: EventListener,
    /// The view in it, and who listens to its window.
    shown: Option<(Box<dyn Any>, [EventListener; 2])>,
}

impl Drop for Frame {
    fn drop(&mut self) {
        // The view goes before the document it stands in.
        self.shown = None;
        self.element.remove();
    }
}

impl Default for Printing {
    fn default() -> Self {
        Self(StoredValue::new_local(None))
    }
}

impl Printing {
    /// Holds a frame and who waits for it to load. What an earlier press has left behind gives way.
    pub fn begin(self, element: HtmlIFrameElement, loaded: EventListener) {
        self.0.set_value(Some(Frame { element, _loaded: loaded, shown: None }));
    }

    /// Shows a view in the frame and prints it; calls back as soon as the browser begins.
    pub fn show<V: IntoView + 'static>(
        self,
        frame: &HtmlIFrameElement,
        view: impl FnOnce() -> V + 'static,
        begun: impl Fn() + 'static,
    ) {
        let body = frame.content_document().and_then(|document| document.body());
        let Some((window, body)) = frame.content_window().zip(body) else { return };
        let shown = mount_to(body, view);
        let before = EventListener::new(&window, "beforeprint", move |_| begun());
        // In a turn of its own: the browser is not done with the frame yet.
        let after =
            EventListener::new(&window, "afterprint", move |_| _ = Timeout::new(0, move || self.end()).forget());
        self.0.try_update_value(|held| {
            if let Some(held) = held {
                held.shown = Some((Box::new(shown), [before, after]));
            }
        });
        _ = window.print();
    }

    pub fn end(self) {
        // Dropped outside of the store, since it takes the view with it.
        drop(self.0.try_update_value(Option::take));
    }
}

/// Names the document and puts the rules on it, not as an element `style`, which the policy refuses. Says whether this
/// browser can.
pub fn dress(document: &Document, sheet: &Sheet, host: &Host) -> bool {
    document.set_title(&sheet.title);
    if let Some(root) = document.document_element() {
        _ = root.set_attribute("lang", sheet.lang.pick("zh-CN", "en"));
    }
    if let Some(body) = document.body() {
        body.set_class_name("zhice-paper");
    }
    let [left, right] = sheet.head.each_ref().map(|text| quoted(text));
    let margins = format!("@page{{@top-left{{content:{left}}}@top-right{{content:{right}}}}}");
    host.wear(document, &format!("{RULES}{margins}"))
}

/// A text as a string of CSS, in which nothing but letters and digits stands for itself.
fn quoted(text: &str) -> String {
    let escaped = |c: char| if c.is_alphanumeric() { c.to_string() } else { format!("\\{:x} ", u32::from(c)) };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}
