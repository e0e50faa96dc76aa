//! Printing in a document of its own: a page around the widget whose boxes scroll or clip prints what is seen of them and
//! no more.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlIFrameElement;

use super::printing::{Sheet, dress};
use super::{Browser, Result, document, no_window, window};

impl Browser {
    /// Prints a view in a document of its own, and calls back as soon as the browser begins.
    pub fn print<V: IntoView + 'static>(
        self,
        sheet: Sheet,
        view: impl FnOnce() -> V + 'static,
        begun: impl Fn() + 'static,
    ) -> Result<()> {
        let inner = self.ask(Clone::clone).ok_or_else(no_window)?;
        let printing = inner.printing;
        let frame: HtmlIFrameElement = document().ok_or_else(no_window)?.create_element("iframe")?.unchecked_into();
        frame.set_class_name("unseen");
        frame.set_title(&sheet.title);
        frame.set_tab_index(-1);
        let own = frame.clone();
        // Not before it has loaded: Firefox exchanges the first document of a frame for another.
        let loaded = EventListener::once(&frame, "load", move |_| {
            if own.content_document().is_some_and(|inside| dress(&inside, &sheet, &inner.host)) {
                printing.show(&own, view, begun);
            } else {
                // Without its rules it would be worse than the page.
                printing.end();
                _ = window().map(|window| window.print());
            }
        });
        printing.begin(frame.clone(), loaded);
        let widget = inner.mount.query_selector(".zhice")?;
        widget.as_ref().unwrap_or(&inner.mount).append_child(&frame)?;
        Ok(())
    }

    /// Takes away what an unfinished print has left behind.
    pub fn stop_printing(self) {
        if let Some(printing) = self.ask(|inner| inner.printing) {
            printing.end();
        }
    }
}
