//! The widget as a module for the browser.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use zhice::ui::{Host, HtmlElement, Refused, Shipped, Widget, language, watch_for_crashes};

fn main() {
    watch_for_crashes();
}

/// A widget on a page. Giving it free takes it down.
#[wasm_bindgen]
pub struct Mounted(Widget);

#[wasm_bindgen]
impl Mounted {
    /// A newer version is here and serves from the next visit on.
    pub fn newer_version(&self) {
        self.0.newer_version();
    }

    /// Changes the language.
    pub fn speak(&self, lang: &str) {
        self.0.speak(language(lang));
    }

    /// Fills in what the portal knows of the applicant, as JSON.
    pub fn prefill(&self, text: &str) {
        self.0.prefill(text);
    }

    /// Takes what the portal answered to a draft it was given, as JSON.
    pub fn receipt(&self, text: &str) {
        self.0.receipt(text);
    }
}

/// What `zhice verify --format json` says of a draft, with these packs.
#[wasm_bindgen]
pub async fn verify(draft: &str, packs: Vec<Shipped>) -> Result<String, JsError> {
    zhice::ui::verify(draft, packs).await.map_err(|Refused(why)| JsError::new(&why))
}

/// Puts a widget into an element.
#[wasm_bindgen]
pub fn mount(place: HtmlElement, host: Host) -> Mounted {
    Mounted(Widget::mount(place, host))
}
