//! The widget as a module for the browser.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};
use zhice::ui::{self, Handle, Host, HtmlElement, Mount, Refused, Shipped, language, watch_for_crashes};

fn main() {
    watch_for_crashes();
}

/// A widget on a page. Giving it free takes it down.
#[wasm_bindgen]
pub struct Mounted(Box<dyn Handle>);

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

/// The widget, to be put into any number of elements.
#[wasm_bindgen]
pub struct Widget(Mount);

#[wasm_bindgen]
impl Widget {
    /// Puts it into an element, behind what is in it.
    pub fn mount(&self, place: HtmlElement, host: Host) -> Mounted {
        Mounted((self.0)(place, host))
    }
}

/// A track that is asked on a page that stands in for the widget.
#[wasm_bindgen]
pub struct Live(ui::Live);

#[wasm_bindgen]
impl Live {
    /// What comes of what is entered, both as JSON.
    pub fn found(&self, entered: &str) -> Result<String, JsError> {
        ui::found(&self.0, entered).map_err(thrown)
    }
}

/// What `zhice verify --format json` says of a draft, with these packs.
#[wasm_bindgen]
pub async fn verify(draft: &str, packs: Vec<Shipped>) -> Result<String, JsError> {
    ui::verify(draft, packs).await.map_err(thrown)
}

/// Assesses what is entered on a page of this track that stands in.
#[wasm_bindgen]
pub fn live(pack: Shipped, track: &str, lang: &str) -> Result<Live, JsError> {
    ui::live(pack, track, language(lang)).map(Live).map_err(thrown)
}

/// The widget, once it is there.
#[wasm_bindgen]
pub async fn widget() -> Result<Widget, JsError> {
    ui::widget().await.map(Widget).map_err(thrown)
}

fn thrown(Refused(why): Refused) -> JsError {
    JsError::new(&why)
}
